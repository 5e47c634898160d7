"""A block with its words into labelled pieces of Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from statistics import median

from desktop.builtin.dialect import Piece, harmless
from desktop.builtin.geometry import around
from desktop.builtin.headings import (
    TITLE_HEIGHT,
    begins_heading,
    could_be_heading,
    depth,
    split_headings,
)
from desktop.builtin.layout import Kind
from desktop.builtin.paragraphs import Form, Passage, passages
from desktop.builtin.planning import Block, Plan
from desktop.builtin.texts import TextRow, caption_of, is_page_number, letters
from desktop.text import escape_markdown, join_lines

#: A title stands in the upper part of its page.
TITLE_DEPTH = 0.5
#: How many words make a sentence of what the layout took for a formula.
PROSE_WORDS = 6
#: What bare text keeps row by row.
_ROW_BY_ROW = frozenset({Kind.TABLE, Kind.FIGURE, Kind.EQUATION})


class Writer:
    """Turns the blocks of one page into pieces; with ``plain`` their content is bare text."""

    def __init__(self, plan: Plan, *, plain: bool = False) -> None:
        self._plan = plan
        self._plain = plain
        self._title_height = max(
            (
                median(line.height for line in block.lines)
                for block in plan.blocks
                if block.kind is Kind.TITLE and block.lines
            ),
            default=0.0,
        )

    def pieces(self, block: Block, rows: Sequence[TextRow]) -> Iterator[Piece]:
        """The pieces of a block that is neither a table nor a figure, from top to bottom."""
        if not rows:
            return
        text = join_lines([row.text for row in rows])
        if block.kind in (Kind.HEADER, Kind.FOOTER):
            label = "page_number" if is_page_number(text) else block.kind.value
            yield _piece(label, rows, self._literal(text))
        elif self._plain and block.kind in _ROW_BY_ROW:
            yield _piece("text", rows, "\n".join(row.text for row in rows))
        elif block.kind is Kind.EQUATION and not _is_prose(text):
            # What is read of a formula is not LaTeX; a picture of it is kept instead.
            yield Piece("image", (block.rect,))
        elif block.kind is Kind.TITLE and could_be_heading(text):
            for group in split_headings(rows):
                yield self._heading(group)
        else:
            yield from self._prose(block, rows, text)

    def _prose(self, block: Block, rows: Sequence[TextRow], text: str) -> Iterator[Piece]:
        sure = block.kind in (Kind.FIGURE_CAPTION, Kind.TABLE_CAPTION)
        caption = caption_of(text, sure=sure)
        if caption is None and sure and not begins_heading(text):
            caption = "table_caption" if block.kind is Kind.TABLE_CAPTION else "image_caption"
        if caption is not None:
            yield _piece(caption, rows, self._literal(text))
            return
        items: list[Passage] = []
        for passage in passages(rows, self._plan.line_height):
            if passage.form is Form.ITEM:
                items.append(passage)
                continue
            yield from self._list(items)
            items = []
            if passage.form is Form.HEADING:
                yield self._heading(passage.rows)
            else:
                yield _piece("text", passage.rows, self._literal(passage.text))
        yield from self._list(items)

    def _heading(self, rows: Sequence[TextRow]) -> Piece:
        text = join_lines([row.text for row in rows])
        height = median(row.height for row in rows)
        top = min(row.rect.y0 for row in rows)
        is_title = (
            height >= TITLE_HEIGHT * self._plan.line_height
            and height >= 0.9 * self._title_height
            and top < TITLE_DEPTH * self._plan.height
        )
        marks = "" if self._plain else "# " if is_title else "#" * (depth(text) + 1) + " "
        label = "title" if is_title else "sub_title"
        return _piece(label, rows, marks + self._literal(text))

    def _list(self, items: Sequence[Passage]) -> Iterator[Piece]:
        """Items as one list, nested by how far each is indented."""
        if not items:
            return
        step = median(row.height for item in items for row in item.rows)
        edges: list[float] = []
        lines = []
        for item in items:
            edge = item.rows[0].rect.x0
            while edges and edge < edges[-1] - 0.7 * step:
                edges.pop()
            if not edges or edge > edges[-1] + 0.7 * step:
                edges.append(edge)
            mark = item.mark.markdown if item.mark is not None else "-"
            indent = "   " * (len(edges) - 1)
            lines.append(f"{indent}{mark} {self._literal(item.text)}")
        yield _piece("list", [row for item in items for row in item.rows], "\n".join(lines))

    def _literal(self, text: str) -> str:
        """Words as they are, whatever they look like."""
        return text if self._plain else escape_markdown(text)


def _piece(label: str, rows: Iterable[TextRow], content: str) -> Piece:
    return Piece(label, (around(row.rect for row in rows),), harmless(content))


def _is_prose(text: str) -> bool:
    words = [word for word in text.split() if len(word) > 2 and word.isalpha()]
    return len(words) >= PROSE_WORDS and letters(text) > 0.7 * len(text.replace(" ", ""))
