"""Formulas in Markdown: ``$…$`` and ``$$…$$`` as rules for markdown-it, and in cells of tables.

The reader of replies escapes every dollar sign that is money (``\\$``, in cells ``&#36;``). What
people type themselves is judged as pandoc does: no blank inside the dollars, and no digit after the
closing one unless the inside looks like TeX.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.dollarmath.index import math_block_dollar

INLINE, DISPLAY_INLINE, DISPLAY = "math_inline", "math_inline_double", "math_block"
#: A formula in running text is never longer; what looks like one is two lonely dollar signs.
LONGEST = 20_000
_CLOSING = re.compile(r"\\.|\$\$?", re.DOTALL)
_TEX_SIGN = re.compile(r"[\\^_{}]")
_IN_CELL = re.compile(
    r"\\\$|\$\$(?P<display>[^$<>]+)\$\$|\$(?P<inline>[^$<>\s](?:[^$<>]*[^$<>\s])?)\$"
)


@dataclass(frozen=True, slots=True)
class Formula:
    """TeX without its dollars; ``display`` for one on a line of its own."""

    tex: str
    display: bool = False

    def source(self) -> str:
        """The formula as it stands in Markdown."""
        return f"$${self.tex}$$" if self.display else f"${self.tex}$"


def math_plugin(parser: MarkdownIt) -> None:
    """Teach a Markdown parser formulas; its tokens are named as in mdit-py-plugins' dollarmath."""
    parser.inline.ruler.before("escape", INLINE, _inline)
    parser.block.ruler.before(
        "fence", DISPLAY, math_block_dollar(allow_labels=False, allow_blank_lines=True)
    )


def find_formula(source: str, start: int, limit: int) -> tuple[Formula, int] | None:
    """The formula whose opening dollars stand at ``start``, and where it ends before ``limit``.

    ``None`` if the dollar sign there is only a dollar sign. The caller has seen that it is not
    escaped.
    """
    mark = "$$" if source.startswith("$$", start) else "$"
    begin = start + len(mark)
    end = _closing(source, begin, mark, min(limit, begin + LONGEST))
    content = source[begin:end]
    if end < 0 or not content.strip():
        return None
    after = source[end + len(mark) : end + len(mark) + 1]
    if mark == "$":
        if content[0].isspace() or content[-1].isspace():
            return None
        if after.isdigit() and not _TEX_SIGN.search(content):
            return None
    return Formula(content.strip(), display=mark == "$$"), end + len(mark)


def _inline(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "$":
        return False
    found = find_formula(state.src, state.pos, state.posMax)
    if found is None:
        return False
    formula, end = found
    if not silent:
        token = state.push(DISPLAY_INLINE if formula.display else INLINE, "math", 0)
        token.content = formula.tex
        token.markup = "$$" if formula.display else "$"
    state.pos = end
    return True


def _closing(source: str, begin: int, mark: str, limit: int) -> int:
    """Where the closing dollars are, escaped ones skipped; -1 if nowhere before ``limit``."""
    for match in _CLOSING.finditer(source, begin, limit):
        found = match.group()
        if found == mark:
            return match.start()
        if found == "$$" and mark == "$":
            # ``$a$$b$``: the first of the two closes.
            return match.start()
    return -1


def replace_in_cell(inner: str, render: Callable[[Formula], str]) -> str:
    """A cell's inner HTML with its formulas rendered and its escaped dollars made plain."""

    def one(match: re.Match[str]) -> str:
        if match["display"] is not None:
            return render(Formula(html.unescape(match["display"]).strip(), display=True))
        if match["inline"] is not None:
            return render(Formula(html.unescape(match["inline"])))
        return "&#36;"

    return _IN_CELL.sub(one, inner) if "$" in inner else inner
