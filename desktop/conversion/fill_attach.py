"""Lines that a layout model cut off, given back to the block that they go on from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from desktop.conversion.fill_pieces import Piece, gap_between, split_at_gaps
from desktop.model.blocks import Block, Label
from desktop.model.geometry import Box

#: What may stand alone to the left of a line and belongs to it.
_MARK = re.compile(r"[^\w\s]{1,2}|\(?\w{1,4}[.)]|\[\w{1,8}\]|\d{1,3}")
EQUATION_NUMBER = re.compile(r"\([A-Z]?\.?\d{1,3}(?:[.\-]\d{1,3}){0,2}[a-z]?\)")
#: Blocks that go on with a line just above or below; headings and marginalia never do.
_GOES_ON = frozenset(
    {
        Label.TEXT,
        Label.LIST,
        Label.CODE,
        Label.IMAGE_CAPTION,
        Label.TABLE_CAPTION,
        Label.TABLE_FOOTNOTE,
        Label.FOOTNOTE,
        Label.ASIDE_TEXT,
    }
)
_WORDLESS = frozenset({Label.IMAGE, Label.EQUATION})


@dataclass(slots=True)
class _Extent:
    """What a block has so far. Coordinates in page units, ``pitch`` 0 where it has one line.

    ``first`` and ``last`` are the heights at which its first and its last line run.
    """

    pieces: list[Piece]
    label: Label
    x0: float
    y0: float
    x1: float
    y1: float
    first: float
    last: float
    size: float
    pitch: float

    def grow(self, piece: Piece) -> None:
        self.pieces.append(piece)
        self.x0, self.x1 = min(self.x0, piece.x0), max(self.x1, piece.x1)
        self.y0, self.y1 = min(self.y0, piece.y0), max(self.y1, piece.y1)
        self.first, self.last = min(self.first, piece.middle), max(self.last, piece.middle)


def attach(
    homeless: Iterable[Piece], placed: Mapping[int, list[Piece]], blocks: Sequence[Block]
) -> tuple[dict[int, list[Piece]], list[Piece]]:
    """Give pieces outside all regions to the block that they clearly belong to.

    A piece beside a line of a block is that line's end, its bullet or its number; one of the same
    size a line's height above or below is the block's first or last line; a number in brackets
    beside a formula is the formula's. Returns the pieces by block, and those that are left.
    """
    extents = {
        number: _extent(pieces, blocks[number].label)
        for number, pieces in placed.items()
        if pieces and blocks[number].label not in _WORDLESS
    }
    others = {number: list(pieces) for number, pieces in placed.items() if number not in extents}
    formulas = [
        (number, box)
        for number, block in enumerate(blocks)
        if block.label is Label.EQUATION
        for box in (block.box, *block.more_boxes)
        if box is not None
    ]
    left = sorted(
        (part for piece in homeless for part in split_at_gaps(piece)), key=lambda p: p.middle
    )
    # Upwards after downwards, so that two first lines above a block find it one after the other.
    for downwards in (True, False):
        rest = []
        for piece in left if downwards else left[::-1]:
            formula = _formula(piece, formulas)
            home = None if formula is not None else _home(piece, extents, blocks)
            if formula is not None:
                others.setdefault(formula, []).append(piece)
            elif home is not None:
                extents[home].grow(piece)
            else:
                rest.append(piece)
        left = rest
    return {**others, **{n: extent.pieces for n, extent in extents.items()}}, left


def _extent(pieces: Sequence[Piece], label: Label) -> _Extent:
    middles = sorted(p.middle for p in pieces)
    size = median(p.size for p in pieces)
    steps = [b - a for a, b in pairwise(middles) if b - a > 0.5 * size]
    return _Extent(
        pieces=list(pieces),
        label=label,
        x0=min(p.x0 for p in pieces),
        y0=min(p.y0 for p in pieces),
        x1=max(p.x1 for p in pieces),
        y1=max(p.y1 for p in pieces),
        first=middles[0],
        last=middles[-1],
        size=size,
        pitch=median(steps) if steps else 0.0,
    )


def _formula(piece: Piece, formulas: Sequence[tuple[int, Box]]) -> int | None:
    if EQUATION_NUMBER.fullmatch(piece.text):
        for number, box in formulas:
            if box.y0 <= piece.middle <= box.y1:
                return number
    return None


def _home(piece: Piece, extents: Mapping[int, _Extent], blocks: Sequence[Block]) -> int | None:
    near = [
        (number, extent)
        for number, extent in extents.items()
        if extent.y0 - 2.5 * piece.size < piece.middle < extent.y1 + 2.5 * piece.size
    ]
    best: tuple[float, int] | None = None
    for number, extent in near:
        distance = _beside(piece, extent)
        if distance is not None and (best is None or distance < best[0]):
            best = (distance, number)
    if best is None:
        for number, extent in near:
            distance = _follows(piece, extent)
            if distance is not None and (best is None or distance < best[0]):
                best = (distance, number)
    if best is None or _between(piece, extents[best[1]], best[1], blocks):
        return None
    return best[1]


def _beside(piece: Piece, extent: _Extent) -> float | None:
    """How far the piece is from the line of the block that it stands beside."""
    if not (extent.y0 < piece.middle < extent.y1):
        return None
    reach = 1.2 * piece.em
    if _MARK.fullmatch(piece.text) and piece.x0 < extent.x0:
        reach = (3.0 if piece.text[0].isalnum() else 5.0) * piece.em
    elif extent.label is Label.TABLE:
        reach = 4.0 * piece.em
    gap = gap_between((piece.x0, piece.x1), (extent.x0, extent.x1))
    if gap > reach:
        return None
    gaps = [
        gap_between((piece.x0, piece.x1), (p.x0, p.x1))
        for p in extent.pieces
        if piece.y0 < p.y1
        and p.y0 < piece.y1
        and min(piece.y1, p.y1) - max(piece.y0, p.y0) > 0.5 * min(piece.height, p.height)
    ]
    nearest = min(gaps, default=reach + 1.0)
    return nearest if nearest <= reach else None


def _follows(piece: Piece, extent: _Extent) -> float | None:
    """How far the piece is above or below the block, if it may be its first or last line."""
    if extent.label not in _GOES_ON or abs(piece.size - extent.size) > 0.12 * extent.size:
        return None
    across = min(piece.x1, extent.x1) - max(piece.x0, extent.x0)
    wide = extent.x1 - extent.x0
    if across < 0.5 * min(piece.x1 - piece.x0, wide) or piece.x1 - piece.x0 > 1.3 * wide:
        return None
    step = max(piece.middle - extent.last, extent.first - piece.middle)
    usual = 1.2 * extent.pitch if extent.pitch else 1.5 * extent.size
    return step if 0 <= step <= max(usual, 1.25 * extent.size) else None


def _between(piece: Piece, extent: _Extent, number: int, blocks: Sequence[Block]) -> bool:
    """Whether another block stands between the piece and the block."""
    x0, x1 = max(piece.x0, extent.x0), min(piece.x1, extent.x1)
    if x0 >= x1:
        x0, x1 = min(piece.x1, extent.x1), max(piece.x0, extent.x0)
    y0, y1 = min(piece.middle, extent.y1), max(piece.middle, extent.y0)
    return any(
        other != number
        and block.box is not None
        and min(x1, block.box.x1) - max(x0, block.box.x0) > 0.5 * (x1 - x0)
        and min(y1, block.box.y1) - max(y0, block.box.y0) > 0.6 * (y1 - y0) > 0
        for other, block in enumerate(blocks)
    )
