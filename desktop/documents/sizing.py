"""How large a page image becomes: pure arithmetic on pixels."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.documents.limits import Limits
from desktop.model.geometry import Box

#: Resolution of pages that are drawn and so have none of their own, in dots per inch.
DRAWN_DPI = 200
POINTS_PER_INCH = 72
#: Beyond this a coordinate in pixels loses precision inside pdfium (it calculates in floats).
_VIRTUAL_EDGE = 1_000_000


@dataclass(frozen=True, slots=True)
class Raster:
    """A window on an upright page, both with their sizes in pixels.

    ``left`` and ``top`` are where the window lies on the page. ``note`` is a
    sentence for people if the page was scaled down to a limit.
    """

    page_width: int
    page_height: int
    left: int
    top: int
    width: int
    height: int
    note: str = ""


def plan_raster(
    width: float, height: float, long_edge: float, crop: Box | None, limits: Limits
) -> Raster:
    """The raster of a page of ``width`` × ``height`` (any unit) at ``long_edge`` pixels.

    The longer side is exactly ``long_edge`` and the other keeps the page's own aspect ratio (at
    least one pixel), unless the window would be larger than ``limits``: then both shrink alike.
    """
    wanted = min(long_edge, _VIRTUAL_EDGE)
    raster = _at(width, height, wanted, crop)
    fitting = wanted
    # Rounding up to whole pixels can leave the first try just above the limit.
    while not _fits(raster, limits):
        excess = max(
            (raster.width * raster.height / limits.image_pixels) ** 0.5,
            max(raster.width, raster.height) / limits.image_edge,
            1.001,
        )
        fitting /= excess
        raster = _at(width, height, fitting, crop)
    if fitting == long_edge:
        return raster
    note = (
        f"The page would have been {long_edge:.0f} pixels long; "
        f"it was scaled down to {max(raster.page_width, raster.page_height)}."
    )
    return Raster(
        raster.page_width, raster.page_height, raster.left, raster.top, raster.width, raster.height,
        note,
    )  # fmt: skip


def _at(width: float, height: float, long_edge: float, crop: Box | None) -> Raster:
    scale = long_edge / max(width, height)
    page_width, page_height = max(1, round(width * scale)), max(1, round(height * scale))
    if crop is None:
        return Raster(page_width, page_height, 0, 0, page_width, page_height)
    left, top, right, bottom = crop.to_pixels(page_width, page_height)
    return Raster(page_width, page_height, left, top, right - left, bottom - top)


def _fits(raster: Raster, limits: Limits) -> bool:
    if raster.width == raster.height == 1:
        return True
    return (
        raster.width * raster.height <= limits.image_pixels
        and max(raster.width, raster.height) <= limits.image_edge
    )
