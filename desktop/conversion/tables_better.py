"""A rebuilt table's structure with the words that a server recognised. Pure functions."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import replace

from desktop.conversion.fill_agree import bare, contained, has_math, runs
from desktop.conversion.fill_align import aligned
from desktop.conversion.tables_html import Cell, FilledTable, parse_table, write_table

#: From this likeness on, what two sources read in a cell is the same text, well or badly read.
_SAME_CELL = 0.5


def combined(recognised: str, rebuilt: str) -> FilledTable:
    """The rebuilt table's structure with each cell's text from the better source; never raises.

    ``recognised`` is what the server sent, its cells perhaps fused into one string; its characters
    are usually the better ones, so a cell takes them where they say the same as the rebuilt cell's
    or where that is empty. Where both tables have the same grid, cells are compared one by one,
    else the recognised text is cut where the rebuilt cells' characters begin and end in it. What it
    has beyond all cells is returned as unplaced.
    """
    rows = parse_table(rebuilt)
    cells = [cell for row in rows for cell in row]
    # A literal dollar must not become a formula's on its way through plain text.
    seen = [cell for row in parse_table(recognised.replace("&#36;", "\\$")) for cell in row]
    if list(map(_place, seen)) == list(map(_place, cells)):
        parts = [cell.text for cell in seen]
    else:
        text = " ".join(cell.text for cell in seen if cell.text)
        parts = cut_by_cells(text, [cell.text for cell in cells]) if cells else []
        if not cells:
            return FilledTable(write_table(rows), tuple(text.split()))
    unplaced: list[str] = []
    chosen: list[Cell] = []
    for cell, part in zip(cells, parts, strict=True):
        better = _better(cell, part)
        if better is None:
            unplaced += part.split()
        chosen.append(better or cell)
    filled = iter(chosen)
    return FilledTable(
        write_table([[next(filled) for _ in row] for row in rows]),
        tuple(word.replace("\\$", "$") for word in unplaced),
    )


def _place(cell: Cell) -> tuple[int, int, int, int]:
    return cell.row, cell.column, cell.rowspan, cell.colspan


def _better(cell: Cell, part: str) -> Cell | None:
    """The cell with the recognised text; ``None`` if that is another text than the cell's own."""
    if not bare(part) and cell.text:
        return cell
    same = not bare(cell.text) or has_math(part) or _alike(bare(cell.text), bare(part))
    if not same:
        return None
    content = html.escape(part, quote=False).replace("\\$", "&#36;")
    return replace(cell, content=content, text=part)


def _alike(one: str, two: str) -> bool:
    """Whether two bare texts are one text, read twice."""
    short, long = sorted((one, two), key=len)
    if len(short) > 6:
        return contained(runs(short), runs(long)) >= _SAME_CELL
    # Numbers and short words have too few runs: count the characters in their order.
    return len(long) - len(short) <= 2 and 2 * len(aligned(short, long)) >= len(long)


def cut_by_cells(text: str, cells: Sequence[str]) -> list[str]:
    """The text cut into one part for each cell, in their order, by the characters in common.

    Nothing of the text is left out: what stands between two cells' characters in common goes to
    the cells that have unmatched characters there, in proportion, by whole words where it can.
    """
    mine = [(i, c) for i, c in enumerate(text) if not c.isspace()]
    theirs = [(n, c) for n, cell in enumerate(cells) for c in cell if not c.isspace()]
    pairs = aligned([c.casefold() for _, c in mine], [c.casefold() for _, c in theirs])
    parts = [""] * len(cells)
    done = matched = 0
    owner = 0
    for i, j in [*pairs, (len(mine), len(theirs))]:
        at = mine[i][0] if i < len(mine) else len(text)
        number = theirs[j][0] if j < len(theirs) else len(cells) - 1
        wanted = [owner, *(n for n, _ in theirs[matched:j]), number]
        for n, piece in _shared_out(text[done:at], wanted):
            parts[n] += piece
        if i < len(mine):
            parts[number] += text[at]
        done, matched, owner = at + 1, j + 1, number
    return [" ".join(part.split()) for part in parts]


def _shared_out(gap: str, wanted: Sequence[int]) -> list[tuple[int, str]]:
    """Parts of the text in a gap with the cells that take them.

    ``wanted`` are the cells of the characters before, in and after the gap: the first and the last
    are those of the neighbours, the others have characters that were not found in the text.
    """
    first, last, inner = wanted[0], wanted[-1], wanted[1:-1]
    if first == last:
        return [(first, gap)]
    words = list(re.finditer(r"\s*\S+|\s+", gap))
    found: list[tuple[int, str]] = []
    for n, word in enumerate(words):
        whole = word.group()
        glued_before = n == 0 and not whole[0].isspace()
        glued_after = n == len(words) - 1 and not whole[-1].isspace()
        middle = (word.start() + word.end()) / 2
        fair = inner[min(int(len(inner) * middle / len(gap)), len(inner) - 1)] if inner else first
        if glued_before and glued_after:
            # Fused cells: cut where the first one's missing characters are used up.
            cut = inner.count(first) if inner else len(whole) - len(whole.lstrip(".,;:)%]"))
            found += [(first, whole[:cut]), (last, whole[cut:])]
        elif glued_before:
            found.append((first, whole))
        elif glued_after:
            found.append((last, whole))
        else:
            found.append((fair, whole))
    return found
