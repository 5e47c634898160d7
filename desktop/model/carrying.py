"""Finding the blocks of one reading of a page in another one. Pure functions."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from desktop.model.blocks import Block, PageResult
from desktop.model.geometry import Box

#: Two boxes are of the same block if what they share is at least this part of what they cover
#: together. Less, and a text might be put over another one that stands beside it.
_SAME_PLACE = 0.5
#: Without boxes, two texts are of the same block if they are at least so alike (0–1); only their
#: beginnings are compared.
_ALIKE, _BEGINNING = 0.6, 2000


def turned_box(box: Box, degrees: int) -> Box:
    """The box on a page that was turned clockwise by ``degrees``, a multiple of 90."""
    x0, y0, x1, y1 = box.as_tuple()
    for _ in range(degrees // 90 % 4):
        x0, y0, x1, y1 = 1.0 - y1, x0, 1.0 - y0, x1
    return Box.clipped(x0, y0, x1, y1) or box


def turned(result: PageResult, degrees: int) -> PageResult:
    """The result with its boxes and its size on a page turned clockwise by ``degrees``."""
    if degrees % 360 == 0:
        return result
    blocks = tuple(
        replace(
            block,
            box=turned_box(block.box, degrees) if block.box is not None else None,
            more_boxes=tuple(turned_box(box, degrees) for box in block.more_boxes),
        )
        for block in result.blocks
    )
    width, height = result.page_width, result.page_height
    if degrees % 180:
        width, height = height, width
    return replace(result, blocks=blocks, page_width=width, page_height=height)


def places(wanted: Collection[int], old: Sequence[Block], new: Sequence[Block]) -> dict[int, int]:
    """Where the ``wanted`` blocks of ``old`` are in ``new``; those that are nowhere are left out.

    A block is the same if it is in the same place; without a box on either side, if it says about
    the same. No two blocks come to one place: the better match has it.
    """
    matches = sorted(
        (
            (likeness, number, place)
            for number in wanted
            for place, likeness in _likenesses(number, old, new)
        ),
        key=lambda match: (-match[0], abs(match[1] - match[2])),
    )
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, number, place in matches:
        if number not in found and place not in taken:
            found[number] = place
            taken.add(place)
    return found


def _likenesses(
    number: int, old: Sequence[Block], new: Sequence[Block]
) -> Iterator[tuple[int, float]]:
    """The blocks of ``new`` that may be the one, with how sure that is."""
    block = old[number]
    if len(old) == len(new) == 1:
        yield 0, 1.0
        return
    for place, other in enumerate(new):
        if block.box is not None and other.box is not None:
            shared = block.box.overlap(other.box)
            likeness = shared / (block.box.area + other.box.area - shared)
            same_words = bool(shared) and block.markdown == other.markdown
            if likeness >= _SAME_PLACE or same_words:
                yield place, likeness + same_words
        else:
            likeness = _alike(block.markdown, other.markdown)
            if likeness >= _ALIKE:
                yield place, likeness


def _alike(one: str, other: str) -> float:
    if one == other:
        return 2.0
    matcher = SequenceMatcher(None, one[:_BEGINNING], other[:_BEGINNING])
    for ratio in (matcher.real_quick_ratio, matcher.quick_ratio):
        if ratio() < _ALIKE:
            return 0.0
    return matcher.ratio()
