"""Rows of a column into paragraphs, list items and the headings between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise
from statistics import median

from desktop.builtin.geometry import Rect, around
from desktop.builtin.headings import begins_heading, stands_out
from desktop.builtin.texts import Mark, TextRow, list_mark
from desktop.text import join_lines

#: What ends a sentence, or announces what follows.
_ENDS = tuple(".!?:;。！？：；”\"')]")


class Form(Enum):
    """What a run of rows is."""

    PARAGRAPH = auto()
    ITEM = auto()
    HEADING = auto()


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of rows that belong together; ``mark`` is what a list item begins with."""

    form: Form
    rows: tuple[TextRow, ...]
    mark: Mark | None = None

    @property
    def rect(self) -> Rect:
        """Around all rows."""
        return around(row.rect for row in self.rows)

    @property
    def text(self) -> str:
        """The words, without the mark of a list item."""
        texts = [row.text for row in self.rows]
        if self.mark is not None:
            texts[0] = self.mark.rest
        return join_lines(texts)


@dataclass(frozen=True, slots=True)
class _Shape:
    """The measures of a column of rows, in pixels."""

    left: float
    right: float
    height: float
    gap: float
    hanging: bool
    centred: bool


def passages(rows: Sequence[TextRow], usual_height: float) -> list[Passage]:
    """Paragraphs, items and headings in ``rows``, from top to bottom.

    ``usual_height`` is the height of the page's text in pixels.
    """
    if not rows:
        return []
    shape = _shape(rows)
    runs: list[Passage] = []
    for index, row in enumerate(rows):
        previous = rows[index - 1] if index else None
        after = rows[index + 1] if index + 1 < len(rows) else None
        if _is_heading(row, previous, after, shape, usual_height):
            runs.append(Passage(Form.HEADING, (row,)))
            continue
        mark = _mark(row, previous, runs, shape)
        if mark is not None:
            runs.append(Passage(Form.ITEM, (row,), mark))
        elif previous is None or runs[-1].form is Form.HEADING or _breaks(previous, row, shape):
            runs.append(Passage(Form.PARAGRAPH, (row,)))
        else:
            last = runs.pop()
            runs.append(Passage(last.form, (*last.rows, row), last.mark))
    return runs


def _shape(rows: Sequence[TextRow]) -> _Shape:
    left, right = min(row.rect.x0 for row in rows), max(row.rect.x1 for row in rows)
    height = median(row.height for row in rows)
    gaps = [b.rect.y0 - a.rect.y1 for a, b in pairwise(rows)]
    indented = [row.rect.x0 - left > 0.7 * height for row in rows]
    return _Shape(
        left,
        right,
        height,
        median(gaps) if gaps else 0.0,
        hanging=len(rows) >= 3 and 2 * sum(indented) > len(rows),
        centred=_centred(rows, left, right, height),
    )


def _centred(rows: Sequence[TextRow], left: float, right: float, height: float) -> bool:
    """Whether the rows are set about a middle line, ragged on both sides."""
    middle = (left + right) / 2
    ragged = [row for row in rows if row.rect.x0 - left > height]
    return (
        len(rows) > 1
        and len(ragged) * 2 >= len(rows)
        and all(abs(row.rect.centre_x - middle) < 0.8 * height for row in rows)
    )


def _breaks(previous: TextRow, row: TextRow, shape: _Shape) -> bool:
    """Whether a new paragraph begins with ``row``."""
    gap = row.rect.y0 - previous.rect.y1
    if gap > shape.gap + 0.5 * shape.height:
        return True
    if shape.centred:
        return False
    indent = row.rect.x0 - previous.rect.x0
    if shape.hanging:
        # References and glossaries: each entry begins at the left edge.
        return row.rect.x0 - shape.left < 0.5 * shape.height and (
            indent < -0.7 * shape.height or previous.text.endswith(_ENDS)
        )
    at_edge = previous.rect.x0 - shape.left < 0.6 * shape.height
    if at_edge and 0.7 * shape.height < indent < 5 * shape.height:
        return True
    short = shape.right - previous.rect.x1 > 0.2 * (shape.right - shape.left)
    return short and previous.text.endswith(_ENDS) and not row.text[:1].islower()


def _mark(
    row: TextRow, previous: TextRow | None, runs: Sequence[Passage], shape: _Shape
) -> Mark | None:
    """The mark of the list item that begins with ``row``; ``None`` if none does."""
    mark = list_mark(row.text)
    if mark is None or previous is None or runs[-1].form is not Form.PARAGRAPH:
        return mark
    if mark.markdown == "-" and mark.rest != row.text:
        return mark
    # A number or a letter can also begin a row in the middle of a sentence.
    return mark if previous.text.endswith(_ENDS) or _breaks(previous, row, shape) else None


def _is_heading(
    row: TextRow,
    previous: TextRow | None,
    after: TextRow | None,
    shape: _Shape,
    usual_height: float,
) -> bool:
    apart_above = previous is None or (
        row.rect.y0 - previous.rect.y1 > shape.gap + 0.3 * shape.height
    )
    if not apart_above:
        return False
    if stands_out(row, max(shape.height, usual_height)):
        return True
    if not begins_heading(row.text):
        return False
    if after is None:
        return previous is None
    apart_below = after.rect.y0 - row.rect.y1 > shape.gap + 0.25 * shape.height
    short = row.rect.width < 0.7 * (shape.right - shape.left)
    return apart_below and short and list_mark(after.text) is None
