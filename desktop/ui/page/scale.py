"""How large a page is shown, and which picture of it that takes: plain arithmetic.

A zoom of 1 shows a page at its real size (a picture's pixels as pixels of the window's units).
Lengths on the page are in points, those of the window in its own units, those of pictures in
pixels.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.model.geometry import Box

LOWEST, HIGHEST = 0.05, 16.0
#: The zooms that + and - go through.
STEPS = (
    0.05, 0.1, 0.15, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75,
    2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 12.0, 16.0,
)  # fmt: skip
#: Pages of up to so many pixels are drawn whole, larger ones only where they are looked at.
WHOLE = 8_000_000
#: The largest picture of a part.
PART = 24_000_000
#: How much of the window's width and height is drawn beyond each of its edges.
BEYOND = 0.2
#: The longest edge that is asked for.
LONGEST = 40_000
#: No scale is smaller, however small the window is.
_SMALLEST = 0.005


class Fit(StrEnum):
    """What a page's size follows; the value is what is remembered."""

    WIDTH = "width"
    PAGE = "page"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A picture: ``long_edge`` in pixels of the whole page, and the part of it (``None``: all)."""

    long_edge: int
    crop: Box | None = None


def clamped(zoom: float) -> float:
    """The nearest zoom that is possible."""
    return min(HIGHEST, max(LOWEST, zoom))


def stepped(zoom: float, up: bool) -> float:
    """The next zoom of ``STEPS``, well away from the present one."""
    if up:
        return next((step for step in STEPS if step > zoom * 1.02), HIGHEST)
    return next((step for step in reversed(STEPS) if step < zoom / 1.02), LOWEST)


@dataclass(frozen=True, slots=True)
class Framing:
    """How pages are shown in a window: what decides the scale of any page. Thread-safe.

    ``room`` is the window's width and height without scroll bars; a page that has to be scrolled
    leaves ``scroll_bar`` of the width free, and ``margin`` stays free on every side. ``unit`` is
    the size of a point at zoom 1 in window units, ``ratio`` pixels a window unit.
    """

    fit: Fit
    zoom: float
    room: tuple[float, float]
    scroll_bar: float
    margin: float
    unit: float
    ratio: float

    def scale(self, page: tuple[float, float]) -> float:
        """Window units a point for a page of a size in points."""
        if self.fit is Fit.FREE:
            return self.zoom * self.unit
        width, height = page
        across, down = self.room[0] - 2 * self.margin, self.room[1] - 2 * self.margin
        if self.fit is Fit.PAGE:
            return max(_SMALLEST, min(across / width, down / height))
        scale = across / width
        if height * scale > down:
            scale = (across - self.scroll_bar) / width
        return max(_SMALLEST, scale)

    def plan(self, page: tuple[float, float]) -> Wanted:
        """The picture to show all of a page with."""
        return wanted(page, self.scale(page) * self.ratio, None)


def wanted(page: tuple[float, float], resolution: float, visible: Box | None) -> Wanted:
    """The picture to show ``visible`` of a page at ``resolution`` pixels a point.

    Nothing visible is taken as all of it.
    """
    width, height = page[0] * resolution, page[1] * resolution
    edge = min(LONGEST, max(1, round(max(width, height))))
    if width * height <= WHOLE:
        return Wanted(edge)
    if visible is None:
        return Wanted(max(1, int(edge * (WHOLE / (width * height)) ** 0.5)))
    crop = Box(
        max(0.0, visible.x0 - BEYOND * visible.width),
        max(0.0, visible.y0 - BEYOND * visible.height),
        min(1.0, visible.x1 + BEYOND * visible.width),
        min(1.0, visible.y1 + BEYOND * visible.height),
    )
    pixels = crop.area * width * height * (edge / max(width, height)) ** 2
    if pixels > PART:
        edge = max(1, int(edge * (PART / pixels) ** 0.5))
    return Wanted(edge, crop)


def covers(have: Wanted, need: Wanted, visible: Box | None) -> bool:
    """Whether a picture is as sharp as the one that is needed and shows all that is visible."""
    if abs(have.long_edge - need.long_edge) > 1:
        return False
    if have.crop is None:
        return True
    return visible is not None and (
        have.crop.x0 <= visible.x0
        and have.crop.y0 <= visible.y0
        and have.crop.x1 >= visible.x1
        and have.crop.y1 >= visible.y1
    )
