"""Blocks: lines of a page that belong together, before a word is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.builtin.detection import Line
from desktop.builtin.geometry import Rect, around
from desktop.builtin.layout import Kind
from desktop.builtin.rows import Row, rows_of


@dataclass(slots=True, eq=False)
class Block:
    """Lines that belong together. ``kind`` as the layout model says or as we found better.

    ``orphan`` says that no region was seen here; ``note`` that these are footnotes.
    """

    kind: Kind
    rect: Rect
    lines: list[Line] = field(default_factory=list)
    orphan: bool = False
    note: bool = False

    def fit(self) -> None:
        """Take the rectangle from the lines; the model clips edges."""
        if self.lines:
            self.rect = around(line.rect for line in self.lines)

    def rows(self) -> list[Row]:
        """The block's rows from top to bottom."""
        return rows_of(self.lines)


@dataclass(frozen=True, slots=True)
class Usual:
    """What is usual for the text of a page, in pixels.

    ``height`` of lines, width of ``stroke``, and the ``step`` from one row of a paragraph to the
    next (0 if no paragraph has three rows).
    """

    height: float
    stroke: float
    step: float = 0.0


@dataclass(frozen=True, slots=True)
class Plan:
    """A page's blocks in reading order."""

    blocks: tuple[Block, ...]
    usual: Usual
    width: int
    height: int


def beside(first: Rect, second: Rect) -> bool:
    """Whether two rectangles stand on one row."""
    return first.overlap_y(second) > 0.5 * min(first.height, second.height)
