"""Blocks as sanitised HTML: the one way from what a model said to something that is shown.

What a model says is text. Of HTML only a few inline tags without attributes and tables are taken;
all else appears as the characters that it is written with. No pictures, no scripts, links only to
the web and to mail. Formulas are taken out before the sanitiser (which would destroy ``x<y``) and
put back, as rendered by the caller, after it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from typing import Any

import nh3
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from desktop.export.html_math import (
    DISPLAY,
    DISPLAY_INLINE,
    INLINE,
    Formula,
    math_plugin,
    replace_in_cell,
)
from desktop.model.table import Table, parse_table

#: Gives the HTML of one formula; it is not sanitised again.
MathRenderer = Callable[[Formula], str]

#: Non-characters that no text has (they are removed from what comes in) hold a formula's place.
_BEFORE, _AFTER = "\ufdd0", "\ufdd1"
_PLACE = re.compile(f"{_BEFORE}(\\d+){_AFTER}")
_NON_CHARACTERS = re.compile("[\ufdd0-\ufdef]")
#: Inline tags that text may have; none of them with attributes.
INLINE_TAGS = frozenset(
    {"b", "i", "em", "strong", "u", "s", "del", "sub", "sup", "br", "small", "mark", "code"}
)
INLINE_TAG = re.compile(rf"</?(?:{'|'.join(sorted(INLINE_TAGS))})\s*/?>", re.IGNORECASE)
_OTHER_TAG = re.compile(rf"<(?!/?(?:{'|'.join(sorted(INLINE_TAGS))})\s*/?>)", re.IGNORECASE)
_TABLE = re.compile(r"<table\b", re.IGNORECASE)
_TABLE_END = re.compile(r"</table\s*>", re.IGNORECASE)
_BLOCK_TAGS = frozenset(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "pre", "blockquote", "hr"}
)
_TABLE_TAGS = frozenset({"table", "caption", "thead", "tbody", "tr", "th", "td"})
_DIRECTED = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "th", "td", "caption", "blockquote")
_SPANS = {"rowspan", "colspan"}

_cleaner = nh3.Cleaner(
    tags={*INLINE_TAGS, *_BLOCK_TAGS, *_TABLE_TAGS, "a"},
    attributes={"a": {"href"}, "td": _SPANS, "th": _SPANS, "ol": {"start"}},
    # Arabic and Hebrew find their own direction, paragraph by paragraph.
    set_tag_attribute_values={tag: {"dir": "auto"} for tag in _DIRECTED},
    url_schemes={"http", "https", "mailto"},
    url_relative="deny",
    clean_content_tags=set(),
)


def tex_as_text(formula: Formula) -> str:
    """A formula as its TeX source, for where nothing better can be made of it."""
    return f'<code class="tex">{html.escape(formula.source())}</code>'


def render_block(markdown: str, *, math: MathRenderer = tex_as_text) -> str:
    """The sanitised HTML of a block's Markdown; tables may stand anywhere in it."""
    page = _Rendering(math)
    parts = []
    for is_table, part in split_tables(_NON_CHARACTERS.sub("", markdown)):
        parts.append(page.table(parse_table(part)) if is_table else page.markdown(part))
    return page.finish("".join(parts))


def render_inline(markdown: str, *, math: MathRenderer = tex_as_text) -> str:
    """The sanitised HTML of one line of Markdown (a heading, a caption), without a ``<p>``."""
    page = _Rendering(math)
    return page.finish(page.inline(_NON_CHARACTERS.sub("", markdown)))


def render_table(table: Table, *, captions: Sequence[str] = (), math: MathRenderer) -> str:
    """The sanitised HTML of a table; ``captions`` are Markdown and go into its ``<caption>``."""
    page = _Rendering(math)
    return page.finish(page.table(table, captions))


def split_tables(markdown: str) -> list[tuple[bool, str]]:
    """The Markdown cut into HTML tables (``True``) and what stands around them (``False``)."""
    parts: list[tuple[bool, str]] = []
    position = 0
    while (start := _TABLE.search(markdown, position)) is not None:
        end = _TABLE_END.search(markdown, start.end())
        if end is None:
            break
        parts.append((False, markdown[position : start.start()]))
        parts.append((True, markdown[start.start() : end.end()]))
        position = end.end()
    parts.append((False, markdown[position:]))
    return [(is_table, part) for is_table, part in parts if part.strip()]


class _Rendering:
    """One piece of HTML in the making, with the formulas that were taken out of it."""

    def __init__(self, math: MathRenderer) -> None:
        self._math = math
        self._formulas: list[Formula] = []

    def markdown(self, text: str) -> str:
        return str(parser().render(text, {"formulas": self._formulas}))

    def inline(self, text: str) -> str:
        return str(parser().renderInline(text, {"formulas": self._formulas}))

    def table(self, table: Table, captions: Sequence[str] = ()) -> str:
        title = [self.inline(caption) for caption in captions]
        if table.caption:
            title.insert(0, self._cell(table.caption))
        head = f"<caption>{'<br>'.join(title)}</caption>" if title else ""
        shown = table.map_cells(self._cell).to_html()
        return shown.replace("<table>", f"<table>{head}", 1)

    def finish(self, markup: str) -> str:
        return _PLACE.sub(
            lambda match: self._math(self._formulas[int(match[1])]), _cleaner.clean(markup)
        )

    def _cell(self, inner: str) -> str:
        # Formulas first: what looks like a tag inside them is a comparison.
        safe = replace_in_cell(_NON_CHARACTERS.sub("", inner), self._hold)
        return _OTHER_TAG.sub("&lt;", safe)

    def _hold(self, formula: Formula) -> str:
        return hold(formula, self._formulas)


def hold(formula: Formula, formulas: list[Formula]) -> str:
    """A place for a formula in text that is still to be sanitised."""
    formulas.append(formula)
    return f"{_BEFORE}{len(formulas) - 1}{_AFTER}"


# --- Markdown ------------------------------------------------------------------------------------


def _render_math(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any
) -> str:
    token = tokens[index]
    display = token.type != INLINE
    held = hold(Formula(token.content.strip(), display), env["formulas"])
    return f"<p>{held}</p>\n" if token.type == DISPLAY else held


def _render_html(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any
) -> str:
    content = tokens[index].content
    return content if INLINE_TAG.fullmatch(content) else html.escape(content, quote=False)


def _render_image(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any
) -> str:
    # Nothing is ever fetched: of a picture in the text only its description is left.
    return html.escape(tokens[index].content, quote=False)


def _make_parser() -> MarkdownIt:
    made = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    # Rules by which printed text would vanish or change its nature: ``[1]: …`` is an entry of a
    # list of references, indented text is no code, dashes under a line make no heading, and of
    # HTML only inline tags count.
    made.disable(["reference", "code", "lheading", "html_block"])
    math_plugin(made)
    for name in (INLINE, DISPLAY_INLINE, DISPLAY):
        made.add_render_rule(name, _render_math)
    made.add_render_rule("html_inline", _render_html)
    made.add_render_rule("image", _render_image)
    return made


_parser = _make_parser()


def parser() -> MarkdownIt:
    """The Markdown parser of all exports; it keeps no state between texts."""
    return _parser
