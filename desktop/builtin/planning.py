"""Lines and regions into blocks in reading order, before a word is read.

The lines are what is certain: every one of them ends up in exactly one block. The regions say what
kind of thing lines belong to; where there is no region, lines that stand under each other are text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop.builtin.detection import Line
from desktop.builtin.geometry import Rect, around
from desktop.builtin.layout import Kind, Region
from desktop.builtin.order import column_cut, reading_order
from desktop.builtin.regions import clean_regions, home
from desktop.builtin.rows import rows_of, text_height

#: Running heads and feet are looked for in this share of the page's height at either end.
EDGE = 0.12
#: A region is prose, whatever the model says, if its lines cover this share of it.
PROSE_COVER = 0.5


@dataclass(slots=True)
class Block:
    """Lines that belong together. ``kind`` as the layout model says or as we found better.

    ``orphan`` says that no region was seen here.
    """

    kind: Kind
    rect: Rect
    lines: list[Line] = field(default_factory=list)
    orphan: bool = False

    def fit(self) -> None:
        """Take the rectangle from the lines; the model clips edges."""
        if self.lines:
            self.rect = around(line.rect for line in self.lines)


@dataclass(frozen=True, slots=True)
class Plan:
    """A page's blocks in reading order; ``line_height`` is the usual one of its text in pixels."""

    blocks: tuple[Block, ...]
    line_height: float
    width: int
    height: int


def plan(lines: Sequence[Line], regions: Sequence[Region], width: int, height: int) -> Plan:
    """The blocks of a page of ``width`` × ``height`` pixels in the order to be read."""
    line_height = text_height(lines)
    blocks = _filled(lines, clean_regions(regions), line_height)
    blocks = [part for block in blocks for part in _by_columns(block, line_height)]
    blocks = _merged(blocks)
    _name_edges(blocks, height, line_height)
    heads = [b for b in blocks if b.kind is Kind.HEADER]
    feet = [b for b in blocks if b.kind is Kind.FOOTER]
    body = [b for b in blocks if b.kind not in (Kind.HEADER, Kind.FOOTER)]
    ordered = [body[i] for i in reading_order([b.rect for b in body], line_height)]
    ends = ((heads, True), (feet, False))
    first, last = (sorted(part, key=lambda b: (b.rect.y0, b.rect.x0)) for part, _ in ends)
    return Plan((*first, *ordered, *last), line_height, width, height)


def _filled(lines: Sequence[Line], regions: Sequence[Region], line_height: float) -> list[Block]:
    """Blocks of the regions with their lines, and of the lines that lie in none."""
    blocks = [Block(region.kind, region.rect) for region in regions]
    orphans = []
    for line in lines:
        index = home(line.rect, regions)
        if index is None:
            orphans.append(line)
        else:
            blocks[index].lines.append(line)
    blocks += _orphan_blocks(orphans, line_height)
    kept = []
    for block in blocks:
        _correct_kind(block)
        if block.kind is Kind.FIGURE:
            kept.append(block)
        elif block.lines:
            if block.kind in (Kind.TABLE, Kind.EQUATION):
                block.rect = block.rect.joined(around(line.rect for line in block.lines))
            else:
                block.fit()
            kept.append(block)
    return kept


def _correct_kind(block: Block) -> None:
    """Take figures and tables that are prose for what they are."""
    if block.kind is Kind.FIGURE:
        covered = sum(line.rect.area for line in block.lines)
        if len(block.lines) >= 3 and covered > PROSE_COVER * block.rect.area:
            block.kind = Kind.TEXT
    elif block.kind is Kind.TABLE:
        rows = rows_of(block.lines)
        if len(rows) < 2 or max(len(row.lines) for row in rows) < 2:
            block.kind = Kind.TEXT


def _orphan_blocks(orphans: Sequence[Line], line_height: float) -> list[Block]:
    """Lines without a region, joined where they stand close under each other at one size."""
    blocks: list[Block] = []
    for line in sorted(orphans, key=lambda line: (line.rect.y0, line.rect.x0)):
        for block in blocks:
            last = block.lines[-1]
            gap = line.rect.y0 - block.rect.y1
            across = min(block.rect.width, line.rect.width)
            if (
                block.rect.overlap_x(line.rect) > 0.3 * across
                and -0.5 * line_height <= gap < 0.8 * line_height
                and abs(line.height - last.height) < 0.3 * last.height
            ):
                block.lines.append(line)
                block.fit()
                break
        else:
            blocks.append(Block(Kind.TEXT, line.rect, [line], orphan=True))
    return blocks


def _by_columns(block: Block, line_height: float) -> list[Block]:
    """A text region that the model drew over two columns, as its columns."""
    if block.kind not in (Kind.TEXT, Kind.REFERENCE) or len(block.lines) < 4:
        return [block]
    cut = column_cut([line.rect for line in block.lines], line_height)
    if cut is None:
        return [block]
    parts = []
    for side in cut:
        part = Block(block.kind, block.rect, [block.lines[i] for i in side], block.orphan)
        part.fit()
        parts += _by_columns(part, line_height)
    return parts


def _merged(blocks: Sequence[Block]) -> list[Block]:
    """Text blocks that overlap are one; an orphan inside another block's rows belongs to it."""
    merged: list[Block] = []
    rest = list(blocks)
    while rest:
        block = rest.pop(0)
        partner = next((other for other in rest if _one_text(block, other)), None)
        if partner is None:
            merged.append(block)
            continue
        partner.lines += block.lines
        partner.orphan = partner.orphan and block.orphan
        partner.fit()
    return merged


def _one_text(first: Block, second: Block) -> bool:
    prose = (Kind.TEXT, Kind.REFERENCE)
    if first.kind not in prose or second.kind not in prose:
        return False
    smaller = min(first.rect.area, second.rect.area)
    return first.rect.overlap(second.rect) > 0.2 * smaller


def _name_edges(blocks: Sequence[Block], height: int, line_height: float) -> None:
    """Find running heads and feet: alone on the outermost row, apart from the text."""
    for top in (True, False):
        _name_edge(blocks, height, line_height, top=top)
    for block in blocks:
        # The model also sees heads and feet in the middle of the page.
        if (block.kind is Kind.HEADER and block.rect.y0 > EDGE * height) or (
            block.kind is Kind.FOOTER and block.rect.y1 < (1 - EDGE) * height
        ):
            block.kind = Kind.TEXT


def _name_edge(blocks: Sequence[Block], height: int, line_height: float, *, top: bool) -> None:
    kind = Kind.HEADER if top else Kind.FOOTER

    def depth(block: Block) -> float:
        """How far the block reaches into the page from this edge."""
        return block.rect.y1 if top else height - block.rect.y0

    inner = [b for b in blocks if b.kind is not kind]
    outer = sorted(
        (b for b in inner if depth(b) < EDGE * height and b.kind in (Kind.TEXT, Kind.TITLE)),
        key=depth,
    )
    for block in outer:
        others = [b for b in inner if b is not block and b.kind is not kind]
        beyond = [b for b in others if not _beside(b, block)]
        if len(rows_of(block.lines)) > 1 or not beyond:
            return
        gap = min((b.rect.y0 - block.rect.y1 if top else block.rect.y0 - b.rect.y1) for b in beyond)
        if gap < 0.8 * line_height or block.rect.height > 1.3 * line_height:
            return
        block.kind = kind


def _beside(block: Block, other: Block) -> bool:
    return block.rect.overlap_y(other.rect) > 0.5 * min(block.rect.height, other.rect.height)
