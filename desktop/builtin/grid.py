"""A table's cells and the page's lines of text into HTML."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from desktop.builtin.geometry import Rect
from desktop.builtin.table_model import Cell
from desktop.builtin.texts import TextRow
from desktop.text import join_lines


def table_html(cells: Sequence[Cell], lines: Sequence[TextRow]) -> str:
    """One ``<table>`` of ``cells`` in which each of ``lines`` stands in the cell nearest to it.

    Both in pixels of the same image. No line is lost; without cells each row of lines is a row.
    """
    if not cells:
        cells = _rows_as_cells(lines)
    contents: dict[int, list[TextRow]] = {}
    for line in lines:
        contents.setdefault(_nearest(line.rect, cells), []).append(line)
    last_row = max((cell.row for cell in cells), default=-1)
    html = []
    for row in range(last_row + 1):
        html.append("<tr>")
        for index, cell in enumerate(cells):
            if cell.row == row:
                html.append(f"<td{_spans(cell)}>{_words(contents.get(index, ()))}</td>")
        html.append("</tr>")
    return f"<table>{''.join(html)}</table>"


def _spans(cell: Cell) -> str:
    rows = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    return rows + (f' colspan="{cell.columns}"' if cell.columns > 1 else "")


def _words(lines: Sequence[TextRow]) -> str:
    """The cell's words: rows from top to bottom, each from left to right."""
    rows: list[list[TextRow]] = []
    for line in sorted(lines, key=lambda line: line.rect.centre_y):
        if rows and line.rect.centre_y < rows[-1][0].rect.y1 - 0.25 * rows[-1][0].rect.height:
            rows[-1].append(line)
        else:
            rows.append([line])
    in_order = [line.text for row in rows for line in sorted(row, key=lambda ln: ln.rect.x0)]
    return escape(join_lines(in_order), quote=False)


def _nearest(rect: Rect, cells: Sequence[Cell]) -> int:
    """The index of the cell that holds most of ``rect``, or else lies nearest to it."""

    def distance(index: int) -> tuple[float, float]:
        cell = cells[index].rect
        across = max(0.0, -rect.overlap_x(cell))
        # A line belongs to a row before it belongs to a column.
        down = max(0.0, abs(rect.centre_y - cell.centre_y) - cell.height / 2)
        return (-rect.share_inside(cell.padded(1.0)), across + 3 * down)

    return min(range(len(cells)), key=distance)


def _rows_as_cells(lines: Sequence[TextRow]) -> list[Cell]:
    """A grid of one column, when no structure was seen."""
    return [Cell(index, 0, 1, 1, line.rect) for index, line in enumerate(lines)]
