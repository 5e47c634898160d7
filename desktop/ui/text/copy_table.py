"""The tables in a block's Markdown, for spreadsheets."""

from __future__ import annotations

from desktop.export.html import render_block, split_tables
from desktop.export.html_math import replace_in_cell
from desktop.model.table import Cell, Table, cell_text, parse_table


def tables_of(markdown: str) -> tuple[Table, ...]:
    """Every table in a text, written as HTML or with pipes."""
    found = []
    for is_table, part in split_tables(markdown):
        if is_table:
            found.append(parse_table(part))
        elif "|" in part:
            made = split_tables(render_block(part))
            found.extend(parse_table(table) for is_made, table in made if is_made)
    return tuple(table for table in found if table.rows)


def tab_separated(table: Table) -> str:
    """A table's words, tabs between cells; of a merged cell only the first place has them."""
    return "\n".join("\t".join(map(_words, row)) for row in table.grid())


def _words(cell: Cell | None) -> str:
    # Formulas stay TeX; a dollar sign that was escaped is a dollar sign.
    return "" if cell is None else cell_text(replace_in_cell(cell.html, lambda it: it.source()))
