"""What the layout model misses and lines show: headings by their strokes, formulas' numbers."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.builtin.blocks import Block, Usual, beside
from desktop.builtin.geometry import around
from desktop.builtin.layout import Kind
from desktop.builtin.rows import Row

#: A row whose strokes are this much wider than usual is bold or large.
BOLD = 1.28
#: A heading inside a text region fills at most this share of its width.
HEADING_SHARE = 0.8
#: A formula's number is at most this many line heights wide.
NUMBER_WIDTH = 4.0
#: It stands at most this share of the page's width away from the formula.
NUMBER_REACH = 0.45


def find_headings(blocks: Sequence[Block], usual: Usual) -> list[Block]:
    """The blocks with bold rows that stand alone made headings, and broken headings joined."""
    found: list[Block] = []
    for block in blocks:
        found += _without_heading(block, usual)
    titles = [block for block in found if block.kind is Kind.TITLE]
    for title in titles:
        if len(title.rows()) >= 3 and not _bold(title.rows(), usual):
            title.kind = Kind.TEXT
    return _with_second_rows(found, usual)


def _bold(rows: Sequence[Row], usual: Usual) -> bool:
    return usual.stroke > 0 and all(row.stroke >= BOLD * usual.stroke for row in rows)


def _without_heading(block: Block, usual: Usual) -> list[Block]:
    """A text block whose first rows are a heading, as a heading and the rest."""
    if block.kind not in (Kind.TEXT, Kind.REFERENCE):
        return [block]
    rows = block.rows()
    count = 0
    while count < len(rows) and _bold(rows[count : count + 1], usual):
        count += 1
    if count == 0 or count > 2 or (count == len(rows) and not _short(block)):
        return [block]
    if count == len(rows):
        block.kind = Kind.TITLE
        return [block]
    # A paragraph can begin with a row of bold words: that one is as wide as the others.
    if any(row.rect.width > HEADING_SHARE * block.rect.width for row in rows[:count]):
        return [block]
    head = Block(Kind.TITLE, block.rect, [line for row in rows[:count] for line in row.lines])
    rest = Block(block.kind, block.rect, [ln for row in rows[count:] for ln in row.lines])
    for part in (head, rest):
        part.orphan = block.orphan
        part.fit()
    return [head, rest]


def _short(block: Block) -> bool:
    return block.rect.width < 40 * block.lines[0].height


def _with_second_rows(blocks: Sequence[Block], usual: Usual) -> list[Block]:
    """Headings joined with the row below that the layout model left out."""
    gone: set[int] = set()
    for block in blocks:
        if block.kind is not Kind.TITLE or id(block) in gone:
            continue
        for other in blocks:
            if other is block or id(other) in gone or other.kind not in (Kind.TITLE, Kind.TEXT):
                continue
            gap = other.rect.y0 - block.rect.y1
            if (
                len(other.rows()) == 1
                and other.orphan
                and -0.6 * usual.height < gap < 0.25 * usual.height
                and other.rect.centre_y > block.rect.y1
                and other.rect.overlap_x(block.rect) > 0.8 * other.rect.width
                and _alike(block.rows()[-1], other.rows()[0])
            ):
                block.lines += other.lines
                block.fit()
                gone.add(id(other))
    return [block for block in blocks if id(block) not in gone]


def _alike(first: Row, second: Row) -> bool:
    return abs(first.stroke - second.stroke) < 0.15 * max(first.stroke, second.stroke)


def join_formulas(blocks: Sequence[Block], line_height: float, width: int) -> list[Block]:
    """Formulas with their numbers, and with the pieces into which the model broke them."""
    kept = list(blocks)
    for formula in blocks:
        if formula.kind is not Kind.EQUATION or formula not in kept:
            continue
        for other in blocks:
            if other is formula or other not in kept:
                continue
            if _is_number(other, formula, kept, line_height, width) or (
                other.kind is Kind.EQUATION
                and other.rect.overlap_x(formula.rect) > 0
                and -other.rect.overlap_y(formula.rect) < 0.3 * line_height
            ):
                formula.lines += other.lines
                formula.rect = around((formula.rect, other.rect))
                kept = [block for block in kept if block is not other]
    return kept


def _is_number(
    block: Block, formula: Block, blocks: Sequence[Block], line_height: float, width: int
) -> bool:
    """Whether a block is the number of a formula beside it."""
    if not (
        block.kind is Kind.TEXT
        and block.rect.width < NUMBER_WIDTH * line_height
        and beside(block.rect, formula.rect)
        and -block.rect.overlap_x(formula.rect) < NUMBER_REACH * width
    ):
        return False
    between = around((block.rect, formula.rect))
    return not any(
        other.rect.overlap(between) > 0 for other in blocks if other not in (block, formula)
    )
