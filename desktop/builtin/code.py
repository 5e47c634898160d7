"""Listings of programs: rows in letters of one width, with the signs that programs are full of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from desktop.builtin.sighting import BOLD
from desktop.builtin.texts import TextRow, letters

#: Signs that prose hardly uses.
_SIGNS = frozenset("{}<>=\\_$#;|[]&^~+/")
#: And pairs of signs that it does not use at all.
_PAIRS = re.compile(r"\"\s*[,)]|<-|->|\w\(|\([\"']|\(\)|\);|(?:^|\s)--?[A-Za-z]\w*")
#: Addresses are no code, full of signs as they are.
_ADDRESS = re.compile(r"(?:https?://|www\.|doi:)\S+|\S+@\S+\.\w+")
_WORD = re.compile(r"(?<![^\s(])[^\W\d_]{3,}(?=[\s,.;:)]|\Z)")
#: Letters of one width are this much wider than those of the page's prose, on average.
WIDER = 1.15
#: A row of which this share is such signs is code whatever its letters, unless it has so many
#: plain words that it may be a sentence about code.
DENSE = 0.1
WORDS = 4
#: Rows at least this long, in characters, show how wide letters are.
LONG = 25
#: So many rows must be that long.
ENOUGH = 3
#: Prose has fewer such signs than this share of its characters.
FEW = 0.03
#: The advance of two rows in one type differs by less than this share: spaces get lost in reading.
SAME = 0.06
#: A row at least this wide, as a share of its block, is full: text goes on after it.
FULL = 0.9
#: A row of so few characters next to code is code if it begins no further in: a bracket.
SHORT = 4


def usual_advance(rows: Sequence[TextRow]) -> float:
    """How many pixels a character of the page's prose takes; 0 if too few rows show it."""
    advances = [
        _advance(row)
        for row in rows
        if len(row.text) >= LONG and _signs(row.text) < FEW * len(row.text)
    ]
    # Rows of code without signs are among them: they are the wider ones.
    return sorted(advances)[len(advances) // 4] if len(advances) >= ENOUGH else 0.0


def code_rows(rows: Sequence[TextRow], advance: float) -> list[bool]:
    """Which of ``rows`` of one block are code, given the ``advance`` of the page's prose."""
    code = [_is_code(row, advance) for row in rows]
    # What stands next to code in letters of the same width is code, even without such signs.
    for index in (*range(len(rows)), *reversed(range(len(rows)))):
        near = [n for n in (index - 1, index + 1) if 0 <= n < len(rows) and code[n]]
        if near and not code[index]:
            code[index] = any(_in_one_type(rows[index], rows[n], advance) for n in near)
    for start, end in _runs(code):
        if start and _runs_on(rows[start - 1], rows):
            # A sentence that happens to have much code in one of its rows.
            code[start:end] = [False] * (end - start)
    return code


def _runs(code: Sequence[bool]) -> list[tuple[int, int]]:
    """Where runs of code begin and end."""
    starts = [n for n, is_code in enumerate(code) if is_code and not (n and code[n - 1])]
    return [
        (start, next((n for n in range(start, len(code)) if not code[n]), len(code)))
        for start in starts
    ]


def _runs_on(row: TextRow, rows: Sequence[TextRow]) -> bool:
    """Whether the sentence of a row of prose goes on below it."""
    whole = max(other.rect.x1 for other in rows) - min(other.rect.x0 for other in rows)
    return row.rect.width >= FULL * whole and not row.text.endswith((".", ":", ";", "!", "?"))


def _is_code(row: TextRow, advance: float) -> bool:
    signs = _signs(row.text)
    if len(row.text) < 3 or signs == 0:
        return False
    words = len(_WORD.findall(row.text))
    wide = advance > 0 and _advance(row) >= WIDER * advance
    if wide and (words < WORDS or (signs > 1 and words < 2 * WORDS)):
        return True
    dense = signs >= max(2, DENSE * len(row.text)) and letters(row.text) > 0
    return dense and words < WORDS


def _in_one_type(row: TextRow, code: TextRow, advance: float) -> bool:
    """Whether a row is set in the letters of the row of code next to it, and not in prose's."""
    apart = max(row.rect.y0 - code.rect.y1, code.rect.y0 - row.rect.y1)
    if apart > 0.7 * code.height or row.stroke > BOLD * code.stroke > 0:
        return False
    if len(row.text) <= SHORT:
        return row.rect.x0 < code.rect.x0 + row.height
    if advance == 0 or _advance(row) < WIDER * advance:
        return False
    return abs(_advance(row) - _advance(code)) < SAME * _advance(code)


def _signs(text: str) -> int:
    text = _ADDRESS.sub("", text)
    return sum(character in _SIGNS for character in text) + len(_PAIRS.findall(text))


def _advance(row: TextRow) -> float:
    return row.rect.width / len(row.text)


def listing(rows: Sequence[TextRow]) -> str:
    """Rows of code as a fenced block, indented as they stand."""
    left = min(row.rect.x0 for row in rows)
    advance = median(row.rect.width / len(row.text) for row in rows)
    lines = [" " * round((row.rect.x0 - left) / advance) + row.text for row in rows]
    fence = "```"
    while any(fence in line for line in lines):
        fence += "`"
    return "\n".join((fence, *lines, fence))
