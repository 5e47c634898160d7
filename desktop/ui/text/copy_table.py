"""The tables in a block's Markdown, for spreadsheets."""

from __future__ import annotations

from desktop.export.html import render_block, split_tables
from desktop.model.table import Table, parse_table


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
