"""Tables in Markdown: with pipes where they can be, else as HTML, which Markdown allows."""

from __future__ import annotations

import html
import re

from desktop.export.html import INLINE_TAG, render_table
from desktop.export.html_math import Formula, replace_in_cell
from desktop.model.table import Cell, Table
from desktop.text import escape_markdown

_BREAK = re.compile(r"<br\b|\n\s*\n|\$\$", re.IGNORECASE)
_ANY_TAG = re.compile(r"<[/!?a-zA-Z][^<>]*>")
_HELD = re.compile("\ufdd2(\\d+)\ufdd3")
_NUMERIC = re.compile(r"[\d\s.,%±+\-−–—()/*$€£¥<>≤≥=~×·]*")
_BLANK_LINES = re.compile(r"\n\s*\n")
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*", "del": "~~", "s": "~~", "code": "`"}
_KEPT = frozenset({"sub", "sup", "u", "small", "mark"})


def table_markdown(table: Table) -> str:
    """The table with pipes if that loses nothing, else as sanitised HTML without blank lines.

    With pipes goes what has a header (marked as one, or a first row that can only be one), no
    spans, rows of one length and cells of one line.
    """
    return _with_pipes(table) if _can_have_pipes(table) else _as_html(table)


def _can_have_pipes(table: Table) -> bool:
    if not table.rows or table.has_spans or table.caption or table.head_rows > 1:
        return False
    width = len(table.rows[0])
    if any(len(row) != width for row in table.rows):
        return False
    if any(_BREAK.search(cell.html) for row in table.rows for cell in row):
        return False
    if any(cell.header for row in table.rows[1:] for cell in row):
        return False
    return table.head_rows == 1 or _looks_like_head(table)


def _looks_like_head(table: Table) -> bool:
    """Whether the first row names the columns: words in every cell but perhaps the first."""
    first = [cell.text for cell in table.rows[0]]
    if len(table.rows) < 2 or not any(first):
        return False
    return all(text and not _NUMERIC.fullmatch(text) for text in first[1:]) and (
        not first[0] or not _NUMERIC.fullmatch(first[0])
    )


def _with_pipes(table: Table) -> str:
    rows = [[_pipe_cell(cell) for cell in row] for row in table.rows]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    lines.insert(1, f"|{' --- |' * len(rows[0])}")
    return "\n".join(lines)


def _pipe_cell(cell: Cell) -> str:
    formulas: list[Formula] = []

    def hold(formula: Formula) -> str:
        formulas.append(formula)
        return f"\ufdd2{len(formulas) - 1}\ufdd3"

    inner = replace_in_cell(cell.html, hold)
    parts: list[str] = []
    position = 0
    for match in _ANY_TAG.finditer(inner):
        parts.append(_plain(inner[position : match.start()]))
        parts.append(_mark(match.group()))
        position = match.end()
    parts.append(_plain(inner[position:]))
    text = " ".join("".join(parts).split())
    return _HELD.sub(lambda match: _pipe_formula(formulas[int(match[1])]), text)


def _plain(text: str) -> str:
    words = html.unescape(text)
    # The escaping is for a line's beginning; a cell has none, and its blanks count.
    lead = words[: len(words) - len(words.lstrip())]
    tail = words[len(words.rstrip()) :] if words.strip() else ""
    return f"{lead}{escape_markdown(' '.join(words.split()))}{tail}"


def _mark(tag: str) -> str:
    if not INLINE_TAG.fullmatch(tag):
        return escape_markdown(tag)
    name = tag.strip("</ >").lower()
    if name in _MARKS:
        return _MARKS[name]
    return tag.lower() if name in _KEPT else ""


def _pipe_formula(formula: Formula) -> str:
    tex = formula.tex.replace("\\|", r"\Vert ").replace("|", r"\vert ")
    tex = re.sub(r"<(?=[A-Za-z/!?])", r"\\lt ", " ".join(tex.split()))
    return f"${tex}$"


def _as_html(table: Table) -> str:
    formulas: list[Formula] = []

    def hold(formula: Formula) -> str:
        formulas.append(formula)
        return f"\ufdd2{len(formulas) - 1}\ufdd3"

    markup = render_table(table, math=hold).replace(' dir="auto"', "")
    # A dollar sign that is left is money.
    markup = markup.replace("$", "&#36;")
    markup = _HELD.sub(lambda m: html.escape(formulas[int(m[1])].source(), quote=False), markup)
    return _BLANK_LINES.sub(
        "\n", markup.replace("</tr>", "</tr>\n").replace("<tr>", "<tr>")
    ).strip()
