"""Tables whose structure came from one source and whose words came from another. Pure functions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

from desktop.conversion.fill_agree import bare, has_math
from desktop.conversion.fill_pieces import Piece, Region, pieces_of, place
from desktop.conversion.tables_better import combined
from desktop.conversion.tables_columns import (
    CellWords,
    cells_of_words,
    column_bands,
    covering,
    merged,
    stripes,
)
from desktop.conversion.tables_html import Cell, FilledTable, parse_table, write_table
from desktop.conversion.tables_lines import printed_lines, rows_of_lines
from desktop.model.document import TextLine
from desktop.model.geometry import Box
from desktop.text import join_lines


def better_table(recognised: str, rebuilt: str) -> str:
    """The rebuilt table's structure with each cell's text from the better source; never raises.

    ``combined`` says what it means in detail. Recognised words that no cell has come into a last
    row of their own.
    """
    return combined(recognised, rebuilt).with_all()


def fill_table(html: str, lines: Iterable[TextLine], box: Box | None = None) -> str:
    """The table with the layer's words in place of the recognised ones; never raises.

    ``lines`` are the layer's; with ``box`` only the words inside it count. Words for which there is
    no place come into a last row of their own; ``fill_from_pieces`` gives them apart.
    """
    pieces = pieces_of(lines)
    if box is not None:
        pieces = place(pieces, [Region(0, [box])])[0].get(0, [])
    return fill_from_pieces(html, pieces).with_all()


def best_table(recognised: str, pieces: Sequence[Piece]) -> FilledTable:
    """The recognised table with the layer's words, or the layer's own table if that is the better.

    The layer knows exactly where words stand, but nothing of rules and spans. Its own rows and
    columns are taken where the recognised table has no spans and as many columns, but fewer rows:
    then rows were fused, provided that each of the layer's begins with a word in its first column.
    """
    filled = fill_from_pieces(recognised, pieces)
    plain = table_from_layer(pieces)
    seen, own = parse_table(recognised), parse_table(plain)
    spans = any(cell.rowspan > 1 or cell.colspan > 1 for row in seen for cell in row)
    headed = all(row[0].text for row in own)
    same = {len(row) for row in seen} == {len(row) for row in own}
    math = has_math(recognised)
    if plain and same and headed and not spans and not math and len(own) > len(seen):
        return FilledTable(plain)
    return filled


def fill_from_pieces(html: str, pieces: Sequence[Piece]) -> FilledTable:
    """The table with the words of the pieces, which are known to stand in it; never raises.

    Rows are found by what the cells have (recognition errors are allowed for), else by the blanks
    between lines; columns by the words that only one cell of a row has, else by the blanks between
    words. So a table with empty cells, structure alone, is filled by place. A cell with formulas,
    or with markup around the same characters, stays as recognised; one that gets no words keeps its
    own unless the layer has them elsewhere in the table.
    """
    rows = parse_table(html)
    printed = printed_lines(pieces)
    if not printed:
        return FilledTable(write_table(rows))
    reaching = covering(rows)
    known = CellWords(cell for row in rows for cell in row)
    numbers = rows_of_lines(rows, printed)
    assigned = [
        (reaching.get(number, []), line)
        for number, line in zip(numbers, printed, strict=bool(rows))
    ]
    columns = max((cell.column + cell.colspan for row in rows for cell in row), default=0)
    bands = column_bands(columns, assigned, known)
    placed: defaultdict[Cell, list[list[Piece]]] = defaultdict(list)
    unplaced: list[str] = []
    if not rows:
        unplaced = [word.text for line in printed for word in line]
    for cells, line in assigned:
        homes = cells_of_words(line, cells, bands, known)
        for home, run in groupby(zip(homes, line, strict=True), key=lambda pair: pair[0]):
            group = [word for _, word in run]
            if home is None:
                unplaced += [word.text for word in group]
            else:
                placed[home].append(group)
    everything = bare("".join(word.text for line in printed for word in line))
    filled = [[_filled(cell, placed.get(cell), everything) for cell in row] for row in rows]
    return FilledTable(write_table(filled), tuple(unplaced))


def _filled(cell: Cell, words: list[list[Piece]] | None, everything: str) -> Cell:
    if has_math(cell.content):
        return cell
    if not words:
        elsewhere = bare(cell.text) and bare(cell.text) in everything
        return cell.with_text("") if elsewhere else cell
    text = join_lines([_line(line) for line in words])
    if "<" in cell.content and bare(text) == bare(cell.text):
        return cell
    return cell.with_text(text)


def _line(words: Sequence[Piece]) -> str:
    """The words of one printed line of a cell; without a space where none is printed."""
    text = words[0].text
    for before, word in pairwise(words):
        text += (" " if word.x0 - before.x1 > 0.1 * word.em else "") + word.text
    return text


def table_from_layer(pieces: Sequence[Piece]) -> str:
    """A plain table made of words alone, for a table that nothing recognised.

    Each printed line is a row, unless it has but one cell that goes on from the one above; columns
    stand between blanks of an em or more that hardly any line crosses. Empty if there is but one
    column: then it is no table.
    """
    printed = printed_lines(pieces)
    if not printed:
        return ""
    em = max(word.em for line in printed for word in line)
    columns = merged(stripes(printed, 0.04 * len(printed)), 0.8 * em)
    if len(columns) < 2:
        return ""
    rows: list[list[str]] = []
    ends: list[float] = []
    for line in printed:
        texts: list[list[Piece]] = [[] for _ in columns]
        for word in line:
            middle = (word.x0 + word.x1) / 2
            at = min(
                range(len(columns)),
                key=lambda i: max(columns[i][0] - middle, middle - columns[i][1], 0.0),
            )
            texts[at].append(word)
        filled = [column for column, words in enumerate(texts) if words]
        column = filled[0]
        first = texts[column][0]
        # A word that had room in the line above begins something new.
        room = rows and columns[column][1] - ends[column] > first.x1 - first.x0 + 0.5 * first.em
        if rows and len(filled) == 1 and rows[-1][column] and not room:
            rows[-1][column] = join_lines([rows[-1][column], _line(texts[column])])
        else:
            rows.append([_line(words) if words else "" for words in texts])
            ends = [0.0] * len(columns)
        for column in filled:
            ends[column] = texts[column][-1].x1
    return write_table(
        [[Cell(r, c).with_text(text) for c, text in enumerate(row)] for r, row in enumerate(rows)]
    )
