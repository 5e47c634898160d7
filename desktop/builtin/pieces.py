"""A block with its words into labelled pieces of Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from statistics import median

from desktop.builtin.blocks import Block, Plan
from desktop.builtin.code import code_rows, listing, usual_advance
from desktop.builtin.dialect import Piece, harmless
from desktop.builtin.geometry import around
from desktop.builtin.headings import (
    SENTENCE_END,
    TITLE_HEIGHT,
    TITLE_RISE,
    TITLE_STROKE,
    TITLE_TOWERS,
    begins_heading,
    could_be_heading,
    depth,
    split_headings,
)
from desktop.builtin.layout import Kind
from desktop.builtin.paragraphs import Form, Passage, passages
from desktop.builtin.texts import TextRow, begins_note, caption_of, is_page_number, letters
from desktop.text import escape_markdown, join_lines

#: A title stands in the upper part of its page.
TITLE_DEPTH = 0.5
#: How many words make a sentence of what the layout took for a formula.
PROSE_WORDS = 6
#: What bare text keeps row by row.
_ROW_BY_ROW = frozenset({Kind.TABLE, Kind.FIGURE, Kind.EQUATION})
_MARGIN = frozenset({Kind.HEADER, Kind.FOOTER})
_CAPTION = frozenset({Kind.FIGURE_CAPTION, Kind.TABLE_CAPTION})


class Writer:
    """Turns the blocks of one page into pieces; with ``plain`` their content is bare text."""

    def __init__(self, plan: Plan, *, plain: bool = False) -> None:
        self._plan = plan
        self._plain = plain
        self._seen: list[TextRow] = []
        titles = [ln for block in plan.blocks if block.kind is Kind.TITLE for ln in block.lines]
        self._widest_stroke = max((line.stroke for line in titles), default=0.0)

    def pieces(self, block: Block, rows: Sequence[TextRow]) -> Iterator[Piece]:
        """The pieces of a block that is neither a table nor a figure, from top to bottom."""
        if not rows:
            return
        text = join_lines([row.text for row in rows])
        if block.kind in _MARGIN and caption_of(text, sure=False) is None:
            label = "page_number" if is_page_number(text) else block.kind.value
            yield _piece(label, rows, self._literal(text))
        elif self._plain and block.kind in _ROW_BY_ROW:
            yield _piece("text", rows, "\n".join(row.text for row in rows))
        elif block.kind is Kind.EQUATION and not _is_prose(text):
            # What is read of a formula is not LaTeX; a picture of it is kept instead.
            yield Piece("image", (block.rect,))
        elif block.kind is Kind.TITLE and could_be_heading(text) and not self._is_code(rows):
            for group in split_headings(rows):
                yield self._heading(group)
        else:
            yield from self._running(block, rows)

    def _running(self, block: Block, rows: Sequence[TextRow]) -> Iterator[Piece]:
        """Captions, notes, paragraphs, lists, listings and the headings between them."""
        caption = self._caption(block, rows)
        if caption is not None:
            label, count = caption
            yield _piece(label, rows[:count], self._joined(rows[:count]))
            rows = rows[count:]
        if not rows:
            return
        self._seen += rows
        if block.note and begins_note(rows[0].text, sure=len(rows) > 1):
            for note in _notes(rows):
                yield _piece("footnote", note, self._joined(note))
            return
        marks = code_rows(rows, usual_advance(self._seen))
        for is_code, run in groupby(zip(marks, rows, strict=True), key=lambda pair: pair[0]):
            some = [row for _, row in run]
            if is_code:
                yield self._listing(some)
            else:
                yield from self._prose(some)

    def _is_code(self, rows: Sequence[TextRow]) -> bool:
        return all(code_rows(rows, usual_advance(self._seen)))

    def _caption(self, block: Block, rows: Sequence[TextRow]) -> tuple[str, int] | None:
        """The label of a caption and how many rows it has; ``None`` if the block has none."""
        sure = block.kind in _CAPTION
        label = caption_of(rows[0].text, sure=sure)
        if (
            label is None
            and sure
            and not begins_heading(rows[0].text)
            and not rows[-1].text.endswith(SENTENCE_END)
        ):
            label = "table_caption" if block.kind is Kind.TABLE_CAPTION else "image_caption"
        if label is None:
            return None
        first = passages(rows, self._plan.usual)[0]
        # The model draws captions over headings that stand beside or below them.
        heads = [n for n, row in enumerate(rows) if n and begins_heading(row.text)]
        count = len(rows) if sure else len(first.rows)
        return label, min([count, *heads])

    def _prose(self, rows: Sequence[TextRow]) -> Iterator[Piece]:
        items: list[Passage] = []
        for passage in passages(rows, self._plan.usual):
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

    def _listing(self, rows: Sequence[TextRow]) -> Piece:
        if self._plain:
            return _piece("text", rows, "\n".join(row.text for row in rows))
        return _piece("code", rows, listing(rows))

    def _heading(self, rows: Sequence[TextRow]) -> Piece:
        text = join_lines([row.text for row in rows])
        label = "title" if self._is_title(rows) else "sub_title"
        level = 1 if label == "title" else depth(text) + 1
        marks = "" if self._plain else "#" * level + " "
        return _piece(label, rows, marks + self._literal(text))

    def _is_title(self, rows: Sequence[TextRow]) -> bool:
        usual = self._plan.usual
        stroke = median(row.stroke for row in rows)
        rise = median(row.height for row in rows) / usual.height
        large = rise >= TITLE_HEIGHT or (
            rise >= TITLE_RISE and stroke >= TITLE_STROKE * usual.stroke
        )
        upper = min(row.rect.y0 for row in rows) < TITLE_DEPTH * self._plan.height
        strong = stroke >= 0.85 * self._widest_stroke or rise >= TITLE_TOWERS
        return large and upper and strong

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

    def _joined(self, rows: Sequence[TextRow]) -> str:
        return self._literal(join_lines([row.text for row in rows]))

    def _literal(self, text: str) -> str:
        """Words as they are, whatever they look like."""
        return text if self._plain else escape_markdown(text)


def _piece(label: str, rows: Iterable[TextRow], content: str) -> Piece:
    return Piece(label, (around(row.rect for row in rows),), harmless(content))


def _notes(rows: Sequence[TextRow]) -> list[list[TextRow]]:
    """Each footnote's rows: one begins with a mark, and at the left edge."""
    notes: list[list[TextRow]] = []
    left = min(row.rect.x0 for row in rows)
    for row in rows:
        at_edge = row.rect.x0 - left < 1.5 * row.height
        if not notes or (at_edge and begins_note(row.text, sure=True)):
            notes.append([])
        notes[-1].append(row)
    return notes


def _is_prose(text: str) -> bool:
    words = [word for word in text.split() if len(word) > 2 and word.isalpha()]
    return len(words) >= PROSE_WORDS and letters(text) > 0.7 * len(text.replace(" ", ""))
