"""Tables that are not HTML: Markdown's pipe tables, and OTSL."""

from __future__ import annotations

import re

from desktop.ocr.inline import to_cell
from desktop.ocr.tables import RepairedTable, written
from desktop.ocr.tables_grid import Cell, Grid, lay_out


def table_from(text: str) -> RepairedTable | None:
    """The table that a text is, if it is one without HTML."""
    return from_otsl(text) or from_pipes(text)


def from_pipes(source: str) -> RepairedTable | None:
    """A table from rows of Markdown's pipe tables; ``None`` if the text is not wholly one."""
    lines = [line.strip() for line in source.split("\n") if line.strip()]
    if len(lines) < 2 or not all("|" in line for line in lines):
        return None
    ruled = not lines[1].strip("|:- ") and "-" in lines[1]
    if not ruled and not all(line[0] == line[-1] == "|" for line in lines):
        return None
    rows = []
    for number, line in enumerate(lines):
        if number == 1 and ruled:
            continue
        inner = line.removeprefix("|").removesuffix("|").replace("\\|", "&#124;")
        header = ruled and number == 0
        rows.append([Cell(to_cell(text), header=header) for text in inner.split("|")])
    return _repaired(lay_out(rows))


_OTSL = re.compile(r"<(fcel|ecel|lcel|ucel|xcel|ched|rhed|srow|nl)>")


def from_otsl(source: str) -> RepairedTable | None:
    """A table from OTSL, the notation of PaddleOCR-VL and Docling; ``None`` if there is none.

    ``<fcel>`` begins a cell with text, ``<ecel>`` an empty one; ``<lcel>``, ``<ucel>`` and
    ``<xcel>`` belong to the cell on their left, above, or both; ``<nl>`` ends a row.
    """
    marks = list(_OTSL.finditer(source)) if "cel>" in source else []
    if not marks:
        return None
    matrix: list[list[tuple[str, str]]] = [[]]
    ends = [mark.start() for mark in marks[1:]] + [len(source)]
    for mark, end in zip(marks, ends, strict=True):
        if mark[1] == "nl":
            matrix.append([])
        else:
            matrix[-1].append((mark[1], source[mark.end() : end]))
    rows: list[list[Cell]] = []
    above: list[Cell] = []
    for line in filter(None, matrix):
        row, above = _otsl_row(line, above)
        rows.append(row)
    return _repaired(lay_out(rows))


def _otsl_row(line: list[tuple[str, str]], above: list[Cell]) -> tuple[list[Cell], list[Cell]]:
    """The cells that begin in a row, and for each of its columns the cell that covers it."""
    row: list[Cell] = []
    covering: list[Cell] = []
    grown: set[int] = set()
    for column, (kind, text) in enumerate(line):
        if kind == "lcel" and covering:
            owner = covering[-1]
            owner.columns += bool(row) and owner is row[-1]
        elif kind in ("ucel", "xcel") and column < len(above):
            owner = above[column]
            owner.rows += id(owner) not in grown
            grown.add(id(owner))
        else:
            owner = Cell(to_cell(text), header=kind in ("ched", "rhed", "srow"))
            row.append(owner)
        covering.append(owner)
    return row, covering


def _repaired(grid: Grid) -> RepairedTable:
    if not any(cell.text for row in grid.rows for cell in row):
        return RepairedTable("")
    damage = "has rows of different lengths" if grid.ragged else ""
    return RepairedTable(written(grid), damage, rows=len(grid.rows), columns=grid.width)
