"""What of a page's blocks can be seen on it, and which of them lies where: plain functions.

All coordinates are page units (0–1), y downwards.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from desktop.model.blocks import Block, Label
from desktop.model.geometry import Box, union

#: How many characters of a block's text tell it from others.
SHORT = 60
_NO_LABELS: frozenset[Label] = frozenset()
_TAG = re.compile(r"<[^<>]{0,200}>")
_MARKS = re.compile(r"(?m)^[ \t]*(?:#{1,6}|[-*+>]|```\w*)[ \t]*|[*_`|]{1,3}")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Shape:
    """The boxes of one block. ``number`` is its place in the reading order, from 1."""

    block: int
    label: Label
    boxes: tuple[Box, ...]
    number: int
    words: str = ""

    @property
    def area(self) -> float:
        """The area of all its boxes, as a share of the page."""
        return sum(box.area for box in self.boxes)

    @property
    def bounds(self) -> Box:
        """The smallest box around all its boxes."""
        return union(self.boxes) or self.boxes[0]


def shapes_of(blocks: Sequence[Block]) -> tuple[Shape, ...]:
    """The blocks that have a place on the page, in reading order."""
    shapes = []
    for index, block in enumerate(blocks):
        if block.box is not None:
            boxes = (block.box, *block.more_boxes)
            shapes.append(Shape(index, block.label, boxes, index + 1, short(block.markdown)))
    return tuple(shapes)


def short(markdown: str) -> str:
    """The first words of a block, without the marks of Markdown and HTML."""
    head = _MARKS.sub("", _TAG.sub(" ", markdown[: SHORT * 10]))
    head = _SPACE.sub(" ", head).strip()
    return head if len(head) <= SHORT else head[: SHORT - 1].rstrip() + "…"


def under(
    shapes: Sequence[Shape],
    x: float,
    y: float,
    *,
    reach: tuple[float, float] = (0.0, 0.0),
    hidden: Collection[Label] = _NO_LABELS,
) -> tuple[int, ...]:
    """The blocks at a point, the smallest first; of equal ones the one that is read first.

    ``reach`` is how far beside a box (across, down) a point still counts if it is in none, so that
    thin boxes can be hit. Blocks with a ``hidden`` label are not there.
    """
    seen = [shape for shape in shapes if shape.label not in hidden]
    hit = [shape for shape in seen if _holds(shape, x, y, 0.0, 0.0)]
    if not hit and any(reach):
        hit = [shape for shape in seen if _holds(shape, x, y, *reach)]
    return tuple(shape.block for shape in sorted(hit, key=lambda shape: shape.area))


def _holds(shape: Shape, x: float, y: float, across: float, down: float) -> bool:
    return any(
        box.x0 - across <= x <= box.x1 + across and box.y0 - down <= y <= box.y1 + down
        for box in shape.boxes
    )


def neighbour(
    shapes: Sequence[Shape], block: int, step: int, hidden: Collection[Label] = _NO_LABELS
) -> int:
    """The next (1) or previous (-1) block in reading order that can be seen; -1 if there is none.

    From no block (-1) that is the first or the last one; at an end it is the block itself.
    """
    order = [shape.block for shape in shapes if shape.label not in hidden]
    if not order:
        return -1
    if block < 0:
        return order[0] if step > 0 else order[-1]
    later = [each for each in order if each > block]
    earlier = [each for each in order if each < block]
    there = later[:1] if step > 0 else earlier[-1:]
    return there[0] if there else block
