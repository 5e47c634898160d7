"""A page read in two halves, put together again. Pure functions.

The halves overlap a little, so that no line is cut in both: what is in the overlap comes twice and
is taken once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop.model.blocks import Block
from desktop.model.geometry import Box

#: How many characters two texts must share at the seam to be taken for the same lines.
SEAM = 12


def join_halves(
    upper: Sequence[Block],
    lower: Sequence[Block],
    *,
    height: int,
    upper_height: int,
    lower_height: int,
) -> tuple[Block, ...]:
    """The blocks of the whole page, boxes in its units.

    Heights in pixels of the same rendering: of the page, of the half that begins at its top and of
    the half that ends at its bottom.
    """
    lower_start = (height - lower_height) / height
    middle = (lower_start + upper_height / height) / 2
    above = [
        (number, _moved(block, upper_height / height, 0.0)) for number, block in enumerate(upper)
    ]
    below = [
        (number, _moved(block, lower_height / height, lower_start))
        for number, block in enumerate(lower)
    ]
    # A block that lies wholly in the overlap was read twice: its middle says which half has it.
    kept_above = [(n, b) for n, b in above if b.box is None or _middle(b.box) <= middle]
    kept_below = [(n, b) for n, b in below if b.box is None or _middle(b.box) > middle]
    first = _renumbered(kept_above, 0)
    second = _renumbered(kept_below, len(first))
    if first and second and first[-1].label is second[0].label:
        second[0] = replace(
            second[0], markdown=_without_seam(first[-1].markdown, second[0].markdown)
        )
        if first[-1].markdown and not second[0].markdown and second[0].caption_of is None:
            first[-1] = _grown(first[-1], second[0])
            second = [_shifted(block, len(first)) for block in second[1:]]
    return (*first, *second)


def _moved(block: Block, scale: float, start: float) -> Block:
    return replace(
        block,
        box=_moved_box(block.box, scale, start) if block.box is not None else None,
        more_boxes=tuple(_moved_box(box, scale, start) for box in block.more_boxes),
        size=block.size * scale,
    )


def _moved_box(box: Box, scale: float, start: float) -> Box:
    y0, y1 = start + box.y0 * scale, start + box.y1 * scale
    return Box.clipped(box.x0, y0, box.x1, y1) or box


def _middle(box: Box) -> float:
    return (box.y0 + box.y1) / 2


def _renumbered(kept: Sequence[tuple[int, Block]], offset: int) -> list[Block]:
    """The blocks with ``caption_of`` pointing into the joined page."""
    new = {old: offset + number for number, (old, _) in enumerate(kept)}
    return [
        replace(block, caption_of=new.get(block.caption_of))
        if block.caption_of is not None
        else block
        for _, block in kept
    ]


def _shifted(block: Block, after: int) -> Block:
    """A block of the second half when the half's first block is gone."""
    if block.caption_of is None:
        return block
    return replace(block, caption_of=block.caption_of - 1 if block.caption_of > after else None)


def _without_seam(before: str, after: str) -> str:
    """``after`` without the beginning that repeats the end of ``before``."""
    for length in range(min(len(before), len(after)), SEAM - 1, -1):
        if before.endswith(after[:length]):
            return after[length:].lstrip()
    return after


def _grown(block: Block, other: Block) -> Block:
    if block.box is None or other.box is None:
        return block
    return replace(
        block,
        box=Box(
            min(block.box.x0, other.box.x0),
            min(block.box.y0, other.box.y0),
            max(block.box.x1, other.box.x1),
            max(block.box.y1, other.box.y1),
        ),
    )
