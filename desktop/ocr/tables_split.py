"""Where the HTML tables in a text begin and end, whether they were closed or not."""

from __future__ import annotations

import re

_TABLE = re.compile(r"<(/?)table(?![A-Za-z0-9])[^<>]*>?", re.IGNORECASE)
_CELL = re.compile(r"<t[rdh](?![A-Za-z0-9])", re.IGNORECASE)
_ANY_CELL_TAG = re.compile(r"</?t[rdh](?![A-Za-z0-9])[^<>]*>?", re.IGNORECASE)


def split_tables(text: str) -> list[tuple[bool, str]]:
    """The text in parts, in order: (whether it is one table, the part). Parts may be blank.

    A table that opens inside another one belongs to it if there are as many ends as beginnings;
    else the outer one was never closed, or was opened twice.
    """
    marks = list(_TABLE.finditer(text))
    if not any(not mark[1] for mark in marks):
        bare = "".join(part for part in _TABLE.split(text)[::2]) if marks else text
        return [(False, bare)] if bare else []
    closings = sum(1 for mark in marks if mark[1])
    nests = 2 * closings >= len(marks)
    parts: list[tuple[bool, str]] = []
    at, depth, opened = 0, 0, -1
    for mark in marks:
        if mark[1]:
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
            opened, depth = mark.start(), 1
        elif nests:
            depth += 1
        elif _CELL.search(text, opened, mark.start()):
            parts.append((True, text[opened : mark.start()]))
            opened = mark.start()
    if opened >= 0:
        parts += _unclosed(text[opened:])
    else:
        parts.append((False, text[at:]))
    return [(is_table, part) for is_table, part in parts if is_table or part.strip()]


def _unclosed(text: str) -> list[tuple[bool, str]]:
    """A table to the end of the text, but for what follows its last cell after a blank line."""
    ends = [tag.end() for tag in _ANY_CELL_TAG.finditer(text)]
    end = text.find("\n\n", ends[-1]) if ends else -1
    return [(True, text)] if end < 0 else [(True, text[:end]), (False, text[end:])]
