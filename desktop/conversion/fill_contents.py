"""Tables of contents: entries with dots that lead to a page's number."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from statistics import median

from desktop.conversion.fill_rows import Row
from desktop.text import escape_markdown, join_lines

#: Dots that lead to a page's number at the end of a line; blanks to be filled in are none.
_LEADER = re.compile(r"\s*(?:[.·…]\s?){4,}\s*(?=(?:\S{1,8})?\Z)")
_ENDS_ENTRY = re.compile(r"(?:[.·…]\s?){4,}\S*\Z|\s(?:\d{1,5}|[ivxlc]{1,8})\Z")


def is_contents(rows: Sequence[Row]) -> bool:
    """Whether all rows of a block, or most of many, have leading dots."""
    dotted = sum(bool(_LEADER.search(row.text)) for row in rows)
    return 0 < dotted == len(rows) or (dotted >= 3 and 2 * dotted >= len(rows))


def contents(rows: Sequence[Row], *, vocabulary: Collection[str] = ()) -> str:
    """Markdown of a table of contents: a list with levels as entries are indented.

    An entry goes on until a row that has a page's number; the dots become one ellipsis.
    """
    entries: list[list[Row]] = []
    open_entry = False
    for row in rows:
        if open_entry:
            entries[-1].append(row)
        else:
            entries.append([row])
        open_entry = not _ENDS_ENTRY.search(row.text)
    em = median(row.em for row in rows)
    lines: list[str] = []
    levels: list[float] = []
    for entry in entries:
        x0 = entry[0].x0
        while levels and x0 - levels[-1] <= 0.6 * em:
            levels.pop()
        text = join_lines([row.text for row in entry], vocabulary=vocabulary)
        lines.append(f"{'  ' * len(levels)}- {escape_markdown(_LEADER.sub(' … ', text).strip())}")
        levels.append(x0)
    return "\n".join(lines)
