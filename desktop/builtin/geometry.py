"""Rectangles in pixels of the page image, y downwards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rect:
    """An upright rectangle in pixels; it may be empty and may lie partly off the page."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """Width in pixels, never negative."""
        return max(0.0, self.x1 - self.x0)

    @property
    def height(self) -> float:
        """Height in pixels, never negative."""
        return max(0.0, self.y1 - self.y0)

    @property
    def area(self) -> float:
        """Area in square pixels."""
        return self.width * self.height

    @property
    def centre_x(self) -> float:
        """The middle, from the left."""
        return (self.x0 + self.x1) / 2

    @property
    def centre_y(self) -> float:
        """The middle, from the top."""
        return (self.y0 + self.y1) / 2

    def overlap_x(self, other: Rect) -> float:
        """How many pixels both share across; negative is the gap between them."""
        return min(self.x1, other.x1) - max(self.x0, other.x0)

    def overlap_y(self, other: Rect) -> float:
        """How many pixels both share downwards; negative is the gap between them."""
        return min(self.y1, other.y1) - max(self.y0, other.y0)

    def overlap(self, other: Rect) -> float:
        """The area in square pixels that both cover."""
        return max(0.0, self.overlap_x(other)) * max(0.0, self.overlap_y(other))

    def share_inside(self, other: Rect) -> float:
        """Which share (0–1) of this rectangle lies inside ``other``; 0 for an empty one."""
        return self.overlap(other) / self.area if self.area > 0 else 0.0

    def padded(self, margin: float) -> Rect:
        """Grown by ``margin`` pixels on every side."""
        return Rect(self.x0 - margin, self.y0 - margin, self.x1 + margin, self.y1 + margin)

    def clipped(self, width: float, height: float) -> Rect:
        """The part that lies on a page of ``width`` × ``height`` pixels (perhaps empty)."""
        return Rect(
            min(max(self.x0, 0.0), width),
            min(max(self.y0, 0.0), height),
            min(max(self.x1, 0.0), width),
            min(max(self.y1, 0.0), height),
        )

    def joined(self, other: Rect) -> Rect:
        """The smallest rectangle around both."""
        return Rect(
            min(self.x0, other.x0),
            min(self.y0, other.y0),
            max(self.x1, other.x1),
            max(self.y1, other.y1),
        )


def around(rects: Iterable[Rect]) -> Rect:
    """The smallest rectangle around all of ``rects``; raises ``ValueError`` if there are none."""
    every = list(rects)
    if not every:
        raise ValueError("nothing to draw a rectangle around")
    return Rect(
        min(r.x0 for r in every),
        min(r.y0 for r in every),
        max(r.x1 for r in every),
        max(r.y1 for r in every),
    )
