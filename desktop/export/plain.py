"""Markdown as plain text: the words without the marks; tables as aligned columns."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Sequence

from markdown_it.token import Token

from desktop.export.html import INLINE_TAG, parser, split_tables
from desktop.export.html_math import DISPLAY, DISPLAY_INLINE, INLINE, replace_in_cell
from desktop.model.table import Table, cell_text, parse_table

#: Wider tables can't be read as columns; their cells are separated by tabs instead.
WIDEST = 120
_GAP = "  "
_RAISED = str.maketrans("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ")
_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_SCRIPT = re.compile(r"<(sup|sub)>([0-9+\-=()ni]{1,12})</\1>", re.IGNORECASE)
_BLANK_LINES = re.compile(r"\n{3,}")


def plain_text(markdown: str) -> str:
    """The Markdown's words. Paragraphs are one line each; formulas are their TeX."""
    parts = [
        plain_table(parse_table(part)) if is_table else _Plain().text(part)
        for is_table, part in split_tables(markdown)
    ]
    return "\n\n".join(part for part in parts if part)


def plain_table(table: Table) -> str:
    """A table as columns padded to their widest cell, or with tabs if that is over ``WIDEST``."""
    rows = [[_cell(cell.html) if cell else "" for cell in row] for row in table.grid()]
    rows = [row for row in rows if any(row)]
    if not rows:
        return _cell(table.caption)
    widths = [max(_width(row[column]) for row in rows) for column in range(len(rows[0]))]
    if sum(widths) + len(_GAP) * (len(widths) - 1) > WIDEST:
        lines = ["\t".join(row) for row in rows]
    else:
        lines = [
            _GAP.join(
                text + " " * (width - _width(text)) for text, width in zip(row, widths, strict=True)
            ).rstrip()
            for row in rows
        ]
    caption = _cell(table.caption)
    return "\n".join([caption, *lines] if caption else lines)


def _cell(inner: str) -> str:
    shown = replace_in_cell(_scripts(inner), lambda formula: html.escape(formula.tex))
    return cell_text(shown).replace("\t", " ")


def _scripts(text: str) -> str:
    """Raised and lowered figures as the characters that Unicode has for them."""
    return _SCRIPT.sub(_script, text) if "<s" in text or "<S" in text else text


def _script(match: re.Match[str]) -> str:
    if match[1].lower() == "sup":
        return match[2].translate(_RAISED)
    return match[2].translate(_LOWERED) if not re.search("[ni]", match[2]) else match[2]


def _width(text: str) -> int:
    """How many columns a terminal or a fixed-width font needs for it."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(c) else 1 + (unicodedata.east_asian_width(c) in "WF")
        for c in text
    )


class _Plain:
    """A walk over the tokens of one text."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._indent = ""
        self._lists: list[int | None] = []
        self._mark = ""
        self._rows: list[list[str]] = []

    def text(self, markdown: str) -> str:
        for token in parser().parse(_scripts(markdown), {"formulas": []}):
            self._token(token)
        return _BLANK_LINES.sub("\n\n", "\n".join(self._lines)).strip("\n")

    def _token(self, token: Token) -> None:
        kind = token.type
        if kind == "inline":
            words = _inline(token.children or [])
            if self._rows:
                self._rows[-1].append(" ".join(words.split()))
            else:
                self._put(words)
        elif kind in ("bullet_list_open", "ordered_list_open"):
            start = token.attrGet("start")
            ordered = kind == "ordered_list_open"
            self._lists.append((int(start) if start is not None else 1) if ordered else None)
            self._indent = "   " * (len(self._lists) - 1)
        elif kind in ("bullet_list_close", "ordered_list_close"):
            self._lists.pop()
            self._indent = "   " * max(len(self._lists) - 1, 0)
            self._gap()
        elif kind == "list_item_open":
            self._mark = self._next_mark()
        elif kind in ("fence", "code_block", DISPLAY):
            self._put(token.content.strip("\n"))
            self._gap()
        elif kind == "tr_open":
            self._rows.append([])
        elif kind == "table_close":
            self._lines.extend(_aligned(self._rows))
            self._rows = []
            self._gap()
        elif kind in ("paragraph_close", "heading_close") and not token.hidden:
            self._gap()

    def _next_mark(self) -> str:
        number = self._lists[-1]
        if number is None:
            return "• "
        self._lists[-1] = number + 1
        return f"{number}. "

    def _put(self, words: str) -> None:
        mark, self._mark = self._mark, ""
        hanging = " " * len(mark) if mark else ("   " if self._lists else "")
        for index, line in enumerate(words.split("\n")):
            self._lines.append(f"{self._indent}{hanging if index or not mark else mark}{line}")

    def _gap(self) -> None:
        if self._lines and self._lines[-1] and not self._lists:
            self._lines.append("")


def _aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    cells = "".join(
        f"<tr>{''.join(f'<td>{html.escape(text)}</td>' for text in row)}</tr>" for row in rows
    )
    return plain_table(parse_table(f"<table>{cells}</table>".replace("$", "&#36;"))).split("\n")


def _inline(children: Sequence[Token]) -> str:
    parts: list[str] = []
    for child in children:
        if child.type in ("text", "code_inline", INLINE, DISPLAY_INLINE):
            parts.append(child.content)
        elif child.type == "softbreak":
            parts.append(" ")
        elif child.type == "hardbreak":
            parts.append("\n")
        elif child.type == "html_inline":
            if child.content.lower().startswith("<br"):
                parts.append("\n")
            elif not INLINE_TAG.fullmatch(child.content):
                parts.append(child.content)
        elif child.type == "image":
            parts.append(_inline(child.children or []))
    return "".join(parts)
