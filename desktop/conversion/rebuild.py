"""Tables whose structure was lost, read again from their own crop by the built-in engine."""

from __future__ import annotations

from dataclasses import replace

from desktop.conversion.desk import Desk
from desktop.conversion.reading import merged
from desktop.conversion.tables import better_table
from desktop.model.blocks import Block, Flag, FlagKind, Label, Origin
from desktop.model.geometry import Box
from desktop.ocr.tables import repair_table

#: The longer side of a table's crop in pixels: what the engine reads best.
CROP_EDGE = 1280
#: A whole page is never rendered larger than this (pixels) to cut a small table out of it.
MOST_EDGE = 3200
#: Boxes cut rules and outer cells off now and then.
MARGIN = 0.008
#: No honest page has more tables than this.
MOST_TABLES = 16


def rebuild_tables(
    desk: Desk, blocks: tuple[Block, ...], flags: tuple[Flag, ...], *, aspect: float
) -> tuple[tuple[Block, ...], tuple[Flag, ...]]:
    """The blocks with damaged or missing tables rebuilt where that makes them better.

    ``aspect`` is the page's width over its height. Tables without a box, and all where there is no
    engine, stay as they are, with their flags. Raises ``Cancelled`` and errors of rendering.
    """
    new = list(blocks)
    rebuilt: set[int] = set()
    for number in _lost(blocks, flags)[:MOST_TABLES]:
        block = blocks[number]
        if block.box is None:
            continue
        box = block.box.padded(MARGIN)
        html = desk.read_table(desk.render(long_edge=crop_size(box, aspect), crop=box))
        if html is None:
            break
        table = repair_table(html)
        if table.damaged or "<td" not in table.html:
            continue
        better = better_table(block.markdown, table.html)
        if better != block.markdown:
            new[number] = replace(block, markdown=better, origin=Origin.REBUILT)
            rebuilt.add(number)
    if not rebuilt:
        return blocks, flags
    return tuple(new), _updated(tuple(new), flags, rebuilt)


def crop_size(box: Box, aspect: float) -> int:
    """The long edge in pixels of the whole page at which the crop is about ``CROP_EDGE`` long."""
    # In units of the page's longer side.
    wide, high = (1.0, 1.0 / aspect) if aspect >= 1.0 else (aspect, 1.0)
    share = max(box.width * wide, box.height * high)
    return min(MOST_EDGE, round(CROP_EDGE / share))


def _lost(blocks: tuple[Block, ...], flags: tuple[Flag, ...]) -> list[int]:
    flagged = {flag.block for flag in flags if flag.kind is FlagKind.DAMAGED_TABLE}
    return [
        number
        for number, block in enumerate(blocks)
        if block.label is Label.TABLE
        and (
            number in flagged or not block.markdown.strip() or repair_table(block.markdown).damaged
        )
    ]


def _updated(
    blocks: tuple[Block, ...], flags: tuple[Flag, ...], rebuilt: set[int]
) -> tuple[Flag, ...]:
    left = set(_lost(blocks, ())) - rebuilt
    kept = [
        flag
        for flag in flags
        if flag.kind is not FlagKind.DAMAGED_TABLE
        or (flag.block not in rebuilt if flag.block is not None else bool(left))
    ]
    notes = [
        Flag(FlagKind.REBUILT_TABLE, "The table was rebuilt from its picture.", number)
        for number in sorted(rebuilt)
    ]
    return merged((*kept, *notes))
