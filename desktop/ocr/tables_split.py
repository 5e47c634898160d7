"""Where the HTML tables in a text begin and end, whether they were closed or not."""

from __future__ import annotations

import re

_TABLE = re.compile(r"<(/?)(table|t[rdh])(?![A-Za-z0-9])[^<>]*>?", re.IGNORECASE)
_STRAY_END = re.compile(r"</table\s{0,9}>", re.IGNORECASE)
_ANY_CELL_TAG = re.compile(r"</?t[rdh](?![A-Za-z0-9])[^<>]*>?", re.IGNORECASE)


def split_tables(text: str) -> list[tuple[bool, str]]:
    """The text in parts, in order: (whether it is one table, the part). Parts may be blank.

    A table that opens inside another one belongs to it if there are as many ends as beginnings;
    else the outer one was never closed, or was opened twice.
    """
    if "<" not in text:
        return [(False, text)] if text else []
    tags = list(_TABLE.finditer(text))
    marks = [tag for tag in tags if len(tag[2]) > 2]
    if not any(not mark[1] for mark in marks):
        return _without_table_tag(_STRAY_END.sub("", text))
    closings = sum(1 for mark in marks if mark[1])
    nests = 2 * closings >= len(marks)
    parts: list[tuple[bool, str]] = []
    at, depth, opened, has_cells = 0, 0, -1, False
    for mark in tags:
        if len(mark[2]) == 2:
            has_cells = True
        elif mark[1]:
            if depth == 0:
                # It closes nothing.
                parts.append((False, text[at : mark.start()]))
                at = mark.end()
                continue
            depth -= 1
            if depth == 0:
                parts.append((True, text[opened : mark.end()]))
                at, opened = mark.end(), -1
        elif depth == 0:
            parts.append((False, text[at : mark.start()]))
            opened, depth, has_cells = mark.start(), 1, False
        elif nests:
            depth += 1
        elif has_cells:
            parts.append((True, text[opened : mark.start()]))
            opened, has_cells = mark.start(), False
    if opened >= 0:
        parts += _unclosed(text[opened:])
    else:
        parts.append((False, text[at:]))
    return [(is_table, part) for is_table, part in parts if is_table or part.strip()]


def _without_table_tag(text: str) -> list[tuple[bool, str]]:
    """A table of which only rows and cells are left: from the first tag of a cell to the last."""
    cells = list(_ANY_CELL_TAG.finditer(text))
    if not cells:
        return [(False, text)] if text.strip() else []
    begin, end = cells[0].start(), cells[-1].end()
    if not cells[-1][0].startswith("</"):
        end = len(text)
    parts = [(False, text[:begin]), (True, text[begin:end]), (False, text[end:])]
    return [(is_table, part) for is_table, part in parts if is_table or part.strip()]


def _unclosed(text: str) -> list[tuple[bool, str]]:
    """A table to the end of the text, but for what follows its last cell after a blank line."""
    ends = [tag.end() for tag in _ANY_CELL_TAG.finditer(text)]
    end = text.find("\n\n", ends[-1]) if ends else -1
    return [(True, text)] if end < 0 else [(True, text[:end]), (False, text[end:])]
