"""Lines and regions into blocks in reading order, before a word is read.

The lines are what is certain: every one of them ends up in exactly one block. The regions say what
kind of thing lines belong to; where there is no region, lines that stand under each other are text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from desktop.builtin.blocks import Block, Plan, Usual
from desktop.builtin.detection import Line
from desktop.builtin.geometry import Rect, around
from desktop.builtin.layout import Kind, Region
from desktop.builtin.margins import name_margins, name_notes
from desktop.builtin.order import column_parts, reading_order
from desktop.builtin.regions import clean_regions, home
from desktop.builtin.rows import rows_of, usual_height, usual_stroke
from desktop.builtin.sighting import find_headings, join_formulas

#: A region is prose, whatever the model says, if its lines cover this share of it.
PROSE_COVER = 0.5


def plan(lines: Sequence[Line], regions: Sequence[Region], width: int, height: int) -> Plan:
    """The blocks of a page of ``width`` × ``height`` pixels in the order to be read."""
    usual = Usual(usual_height(lines), usual_stroke(lines))
    blocks = _filled(lines, clean_regions(regions), usual.height)
    blocks = [part for block in blocks for part in _by_columns(block, usual.height)]
    blocks = _merged(blocks)
    usual = replace(usual, step=_usual_step(blocks))
    name_margins(blocks, height, usual.height)
    blocks = join_formulas(blocks, usual.height, width)
    blocks = find_headings(blocks, usual)
    heads = [b for b in blocks if b.kind is Kind.HEADER]
    feet = [b for b in blocks if b.kind is Kind.FOOTER]
    body = [b for b in blocks if b.kind not in (Kind.HEADER, Kind.FOOTER)]
    ordered = [body[i] for i in reading_order([b.rect for b in body], usual.height)]
    name_notes(ordered, usual, height)
    first, last = (sorted(part, key=lambda b: (b.rect.y0, b.rect.x0)) for part in (heads, feet))
    return Plan((*first, *ordered, *last), usual, width, height)


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


def _usual_step(blocks: Sequence[Block]) -> float:
    """From one row of a paragraph to the next, as most paragraphs of the page have it."""
    steps: list[float] = []
    for block in blocks:
        rows = block.rows() if block.kind in (Kind.TEXT, Kind.REFERENCE) else []
        if len(rows) >= 3:
            steps += [b.rect.centre_y - a.rect.centre_y for a, b in pairwise(rows)]
    return median(steps) if steps else 0.0


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
            if (
                _in_line(block.rect, line.rect, line_height)
                and -0.5 * line_height <= gap < 0.8 * line_height
                and abs(line.height - last.height) < 0.3 * last.height
            ):
                block.lines.append(line)
                block.fit()
                break
        else:
            blocks.append(Block(Kind.TEXT, line.rect, [line], orphan=True))
    return blocks


def _in_line(block: Rect, line: Rect, line_height: float) -> bool:
    """Whether a line below a block is set at one of its edges or about its middle."""
    across = min(block.width, line.width)
    return block.overlap_x(line) > 0.3 * across and (
        abs(block.x0 - line.x0) < 2.2 * line_height
        or abs(block.x1 - line.x1) < line_height
        or abs(block.centre_x - line.centre_x) < line_height
    )


def _by_columns(block: Block, line_height: float) -> list[Block]:
    """A text region that the model drew over two columns, as its columns."""
    if block.kind not in (Kind.TEXT, Kind.REFERENCE) or len(block.lines) < 4:
        return [block]
    groups = column_parts([line.rect for line in block.lines], line_height)
    if len(groups) == 1:
        return [block]
    parts = []
    for group in groups:
        part = Block(block.kind, block.rect, [block.lines[i] for i in group], block.orphan)
        part.fit()
        parts.append(part)
    return parts


def _merged(blocks: Sequence[Block]) -> list[Block]:
    """Text blocks that overlap are one."""
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
