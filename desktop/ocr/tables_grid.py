"""Where the cells of a table lie: spans kept within the table, short rows filled, ragged ones told.

A row's cells go from left to right into the columns that no ``rowspan`` from above covers, as
browsers lay out HTML tables. Covered columns are kept as intervals, so that a span of a thousand
costs no more than one of two.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True, eq=False)
class Cell:
    """One cell; ``text`` is the inside of its element, ``rows`` and ``columns`` are its spans."""

    text: str
    rows: int = 1
    columns: int = 1
    header: bool = False


@dataclass(slots=True)
class Grid:
    """The rows with corrected spans; ``width`` in columns.

    ``ragged`` says that rows of several cells differ in width more than a forgotten cell explains,
    ``conflicts`` that cells would lie on top of each other.
    """

    rows: list[list[Cell]]
    width: int = 0
    ragged: bool = False
    conflicts: bool = False
    widths: list[int] = field(default_factory=list)


#: Spans may cover this many places for each cell; what claims more is a model's invention.
_PLACES_PER_CELL = 64
#: So many columns may be lacking in a row of a small table.
_FORGOTTEN = 1


def lay_out(rows: list[list[Cell]]) -> Grid:
    """The grid of these rows. Changes the cells' spans; linear in the number of cells."""
    grid = Grid(rows)
    cells = sum(len(row) for row in rows)
    for index, row in enumerate(rows):
        for cell in row:
            cell.rows = min(cell.rows, len(rows) - index)
    if sum(cell.rows for row in rows for cell in row) > _PLACES_PER_CELL * cells + 1000:
        grid.conflicts = True
        for row in rows:
            for cell in row:
                cell.rows = 1
    covered: list[tuple[int, int, int]] = []
    for index, row in enumerate(rows):
        covered = [interval for interval in covered if interval[2] > index]
        grid.widths.append(_place(row, index, covered, grid))
    grid.width = max(grid.widths, default=0)
    grid.ragged = _is_ragged(rows, grid.widths)
    _fill(grid, cells)
    return grid


def _place(row: list[Cell], index: int, covered: list[tuple[int, int, int]], grid: Grid) -> int:
    """Put one row into its columns; return its width. ``covered`` has (start, end, last row)."""
    covered.sort()
    column, ahead = 0, 0
    begun: list[tuple[int, int, int]] = []
    for cell in row:
        while ahead < len(covered) and covered[ahead][0] <= column:
            column = max(column, covered[ahead][1])
            ahead += 1
        if ahead < len(covered) and column + cell.columns > covered[ahead][0]:
            cell.columns = covered[ahead][0] - column
            grid.conflicts = True
        if cell.rows > 1:
            begun.append((column, column + cell.columns, index + cell.rows))
        column += cell.columns
    width = max([column, *(end for _, end, _ in covered)])
    covered += begun
    return width


def _is_ragged(rows: list[list[Cell]], widths: list[int]) -> bool:
    # A row of one cell is a heading within the table, whose span models forget.
    judged = [width for row, width in zip(rows, widths, strict=True) if len(row) > 1]
    if len(judged) < 2:
        return False
    usual, _ = max(Counter(judged).items(), key=lambda item: (item[1], item[0]))
    off = [width for width in judged if width != usual]
    if not off:
        return False
    far = [width for width in off if abs(width - usual) > _FORGOTTEN]
    return len(off) > max(1, len(judged) // 4) or len(far) > max(0, len(judged) // 20)


def _fill(grid: Grid, cells: int) -> None:
    """Give short rows the empty cells that they lack, unless that would be most of the table."""
    lacking = [grid.width - width for width in grid.widths]
    if sum(lacking) > cells + 16:
        return
    for row, count in zip(grid.rows, lacking, strict=True):
        row.extend(Cell("") for _ in range(count))
