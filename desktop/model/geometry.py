"""Boxes on a page, always in page units."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

#: DeepSeek-OCR and its kin say 0–999 per axis of the original page.
THOUSANDTHS = 999


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle in page units: 0–1 of the page's width and height, y downwards.

    The page is the upright page as a person sees it, after PDF rotation and EXIF orientation.
    Raises ``ValueError`` unless 0 ≤ x0 < x1 ≤ 1 and 0 ≤ y0 < y1 ≤ 1 (NaN fails both).
    """

    x0: float
    y0: float
    x1: float
    y1: float

    def __post_init__(self) -> None:
        if not (0.0 <= self.x0 < self.x1 <= 1.0 and 0.0 <= self.y0 < self.y1 <= 1.0):
            raise ValueError(f"not a box in page units: {self.as_tuple()}")

    @classmethod
    def clipped(cls, x0: float, y0: float, x1: float, y1: float) -> Box | None:
        """The part of a rectangle in page units that lies on the page; ``None`` if nothing does."""
        left, right = max(0.0, min(x0, x1)), min(1.0, max(x0, x1))
        top, bottom = max(0.0, min(y0, y1)), min(1.0, max(y0, y1))
        if not (left < right and top < bottom):
            return None
        return cls(left, top, right, bottom)

    @classmethod
    def from_pixels(
        cls, x0: float, y0: float, x1: float, y1: float, *, width: int, height: int
    ) -> Box | None:
        """A pixel rectangle of an image of ``width`` × ``height`` pixels, clipped to the page."""
        return cls.clipped(x0 / width, y0 / height, x1 / width, y1 / height)

    def as_tuple(self) -> tuple[float, float, float, float]:
        """(x0, y0, x1, y1) in page units."""
        return (self.x0, self.y0, self.x1, self.y1)

    def to_pixels(self, width: int, height: int) -> tuple[int, int, int, int]:
        """The smallest whole-pixel rectangle that covers the box: (left, top, right, bottom)."""
        left, top = int(self.x0 * width), int(self.y0 * height)
        right = min(width, max(left + 1, -int(-self.x1 * width // 1)))
        bottom = min(height, max(top + 1, -int(-self.y1 * height // 1)))
        return left, top, right, bottom

    @property
    def width(self) -> float:
        """Width as a share of the page's width."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Height as a share of the page's height."""
        return self.y1 - self.y0

    @property
    def area(self) -> float:
        """Area as a share of the page."""
        return self.width * self.height

    def overlap(self, other: Box) -> float:
        """The area that both boxes cover, as a share of the page."""
        across = min(self.x1, other.x1) - max(self.x0, other.x0)
        down = min(self.y1, other.y1) - max(self.y0, other.y0)
        return across * down if across > 0 and down > 0 else 0.0

    def share_inside(self, other: Box) -> float:
        """Which share of this box (0–1) lies inside ``other``."""
        return self.overlap(other) / self.area

    def padded(self, margin: float) -> Box:
        """The box grown by ``margin`` page units on every side, kept on the page."""
        return Box(
            max(0.0, self.x0 - margin),
            max(0.0, self.y0 - margin),
            min(1.0, self.x1 + margin),
            min(1.0, self.y1 + margin),
        )


def union(boxes: Iterable[Box]) -> Box | None:
    """The smallest box around all of ``boxes``; ``None`` if there are none."""
    every = list(boxes)
    if not every:
        return None
    return Box(
        min(b.x0 for b in every),
        min(b.y0 for b in every),
        max(b.x1 for b in every),
        max(b.y1 for b in every),
    )
