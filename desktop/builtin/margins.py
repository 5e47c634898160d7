"""What stands at a page's edges: running heads and feet, and the notes below the text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from desktop.builtin.blocks import Block, Usual, beside
from desktop.builtin.layout import Kind

#: Running heads and feet are looked for in this share of the page's height at either end.
EDGE = 0.12
#: They stand apart from the text by at least this many line heights, and are not much higher.
APART = 0.8
LOW = 1.4
#: Notes are set in smaller type: their rows follow each other more closely than those of the text.
NOTE_PITCH = 0.92
#: They stand in the lower part of the page.
NOTE_DEPTH = 0.5

_TEXT = frozenset({Kind.TEXT, Kind.TITLE, Kind.REFERENCE})
_MARGIN = frozenset({Kind.HEADER, Kind.FOOTER})


def name_margins(blocks: Sequence[Block], height: int, line_height: float) -> None:
    """Find running heads and feet, and correct what the layout model took for them."""
    for block in blocks:
        at_edge = (
            block.rect.y0 < EDGE * height
            if block.kind is Kind.HEADER
            else block.rect.y1 > (1 - EDGE) * height
        )
        # The model also sees them in the middle of the page, and as whole paragraphs.
        if block.kind in _MARGIN and not (at_edge and len(block.rows()) == 1):
            block.kind = Kind.TEXT
    for kind in (Kind.HEADER, Kind.FOOTER):
        _name_edge(blocks, height, line_height, kind)
        named = [b for b in blocks if b.kind is kind]
        for block in blocks:
            if block.kind in _TEXT and any(
                beside(block.rect, other.rect) and block.rect.height < LOW * other.rect.height
                for other in named
            ):
                block.kind = kind


def _name_edge(blocks: Sequence[Block], height: int, line_height: float, kind: Kind) -> None:
    """Name what is alone on the outermost row and apart from the text."""
    top = kind is Kind.HEADER

    def depth(block: Block) -> float:
        """How far the block reaches into the page from this edge."""
        return block.rect.y1 if top else height - block.rect.y0

    inner = [b for b in blocks if b.kind is not kind]
    outer = [b for b in inner if depth(b) < EDGE * height and b.kind in _TEXT]
    for block in sorted(outer, key=depth):
        beyond = [b for b in inner if b.kind is not kind and not beside(b.rect, block.rect)]
        if len(block.rows()) > 1 or not beyond or block.rect.height > LOW * line_height:
            return
        gap = min((b.rect.y0 - block.rect.y1 if top else block.rect.y0 - b.rect.y1) for b in beyond)
        if gap < APART * line_height:
            return
        block.kind = kind


def name_notes(blocks: Sequence[Block], usual: Usual, height: int) -> None:
    """Find footnotes among ``blocks`` in reading order: small type at the foot of a column."""
    pitches = [pitch for block in blocks if (pitch := _pitch(block)) is not None]
    if not pitches:
        return
    usual_pitch = median(pitches)
    for index in reversed(range(len(blocks))):
        block = blocks[index]
        if block.kind not in (Kind.TEXT, Kind.REFERENCE) or block.rect.y0 < NOTE_DEPTH * height:
            continue
        after = blocks[index + 1] if index + 1 < len(blocks) else None
        if after is not None and after.rect.y0 > block.rect.y0 and not after.note:
            continue
        pitch = _pitch(block)
        # A single row has no pitch: its words will have to say that it is a note.
        small = pitch is None or pitch < NOTE_PITCH * usual_pitch
        above = [
            b.rect.y1
            for b in blocks
            if b is not block
            and b.rect.overlap_x(block.rect) > 0
            and b.rect.centre_y < block.rect.centre_y
        ]
        block.note = small and bool(above) and block.rect.y0 > max(above) - 0.3 * usual.height


def _pitch(block: Block) -> float | None:
    """The usual distance of the block's rows in pixels; ``None`` without two rows of text."""
    rows = block.rows() if block.kind in (Kind.TEXT, Kind.REFERENCE) else []
    if len(rows) < 2:
        return None
    steps = [b.rect.centre_y - a.rect.centre_y for a, b in pairwise(rows)]
    return median(steps)
