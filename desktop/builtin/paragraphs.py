"""Rows of a column into paragraphs, list items and the headings between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise
from statistics import median

from desktop.builtin.blocks import Usual
from desktop.builtin.geometry import Rect, around
from desktop.builtin.headings import begins_heading, stands_out
from desktop.builtin.texts import Mark, TextRow, begins_note, contents_entry, list_mark
from desktop.text import join_lines

#: What ends a sentence, or announces what follows.
_ENDS = tuple(".!?:;。！？：；”\"')]")


#: A bold row is a heading if it is at most this many times as wide as high.
WIDEST_HEADING = 40


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
    """The measures of a column of rows, in pixels.

    ``gap`` is between rows, ``step`` from one row's middle to the next within a paragraph;
    ``verse`` says that rows don't run on,
    ``noted`` that several begin with the mark of a note.
    """

    left: float
    right: float
    height: float
    gap: float
    step: float
    hanging: bool
    centred: bool
    verse: bool
    noted: bool


def passages(rows: Sequence[TextRow], usual: Usual) -> list[Passage]:
    """Paragraphs, items and headings in ``rows``, from top to bottom.

    Rows without words (before a page is read) are parted by where they stand alone.
    """
    if not rows:
        return []
    entries = [contents_entry(row) for row in rows]
    if len(rows) > 2 and sum(entry is not None for entry in entries) > 0.6 * len(rows):
        return [
            Passage(Form.ITEM, (row,), Mark("-", entry or row.text))
            for row, entry in zip(rows, entries, strict=True)
        ]
    shape = _shape(rows, usual)
    if shape.verse:
        return [Passage(Form.PARAGRAPH, (row,)) for row in rows]
    runs: list[Passage] = []
    for index, row in enumerate(rows):
        previous = rows[index - 1] if index else None
        after = rows[index + 1] if index + 1 < len(rows) else None
        if _is_heading(row, previous, after, shape, usual):
            runs.append(Passage(Form.HEADING, (row,)))
            continue
        mark = _mark(row, previous, runs, shape)
        if mark is not None:
            runs.append(Passage(Form.ITEM, (row,), mark))
        elif (
            previous is None
            or runs[-1].form is Form.HEADING
            or (_breaks(previous, row, shape) and not _under_item(previous, row, runs, shape))
        ):
            runs.append(Passage(Form.PARAGRAPH, (row,)))
        else:
            last = runs.pop()
            runs.append(Passage(last.form, (*last.rows, row), last.mark))
    return runs


def _shape(rows: Sequence[TextRow], usual: Usual) -> _Shape:
    left, right = min(row.rect.x0 for row in rows), max(row.rect.x1 for row in rows)
    height = median(row.height for row in rows)
    gaps = [b.rect.y0 - a.rect.y1 for a, b in pairwise(rows)]
    steps = [b.rect.centre_y - a.rect.centre_y for a, b in pairwise(rows)]
    centred = _centred(rows, left, right, height)
    short = [row for row in rows if row.rect.width < 0.85 * (right - left)]
    return _Shape(
        left,
        right,
        height,
        median(gaps) if gaps else 0.0,
        _step(steps, height, usual),
        hanging=_hanging(rows, left, height),
        centred=centred,
        # Names and addresses on a title page: each row is a thing of its own.
        verse=centred and 2 * len(short) >= len(rows),
        # Affiliations, notes: two such rows are no accident.
        noted=sum(begins_note(row.text, sure=False) for row in rows) >= 2,
    )


def _hanging(rows: Sequence[TextRow], left: float, height: float) -> bool:
    """Whether entries begin at the left edge and go on indented, as in lists of references."""
    inner = [row for row in rows if row.rect.x0 - left > 0.7 * height]
    outer = [row for row in rows if row.rect.x0 - left <= 0.7 * height]
    if len(rows) < 3 or 5 * len(inner) < 2 * len(rows):
        return False
    if 2 * len(inner) > len(rows):
        return True
    # As many rows here as there: those that begin something show which.
    return _openings(outer) > 0.8 and _openings(inner) < 0.6


def _openings(rows: Sequence[TextRow]) -> float:
    """Which share of the rows begins with anything but a small letter."""
    return sum(not row.text[:1].islower() for row in rows) / len(rows)


def _step(steps: Sequence[float], height: float, usual: Usual) -> float:
    """From row to row within a paragraph; if each has but one row, as elsewhere on the page."""
    own = sorted(steps)[len(steps) // 4] if steps else 0.0
    as_usual = usual.step > 0 and abs(height - usual.height) < 0.15 * usual.height
    return min(own, usual.step) if as_usual and own < 1.6 * usual.step else own


def _centred(rows: Sequence[TextRow], left: float, right: float, height: float) -> bool:
    """Whether the rows are set about a middle line, ragged on both sides."""
    middle = (left + right) / 2
    ragged = [
        row for row in rows if row.rect.x0 - left > height and right - row.rect.x1 > 0.5 * height
    ]
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
    if shape.noted and begins_note(row.text, sure=False):
        return True
    step = row.rect.centre_y - previous.rect.centre_y
    if step > 1.15 * shape.step and previous.text.endswith(_ENDS):
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


def _under_item(previous: TextRow, row: TextRow, runs: Sequence[Passage], shape: _Shape) -> bool:
    """Whether a row goes on with a list item: directly below it and indented like its words."""
    indent = row.rect.x0 - runs[-1].rows[0].rect.x0
    close = row.rect.y0 - previous.rect.y1 <= shape.gap + 0.5 * shape.height
    return runs[-1].form is Form.ITEM and close and 0.3 < indent / shape.height < 4


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
    usual: Usual,
) -> bool:
    apart_above = previous is None or (
        row.rect.y0 - previous.rect.y1 > shape.gap + 0.3 * shape.height
    )
    if not apart_above:
        return False
    if stands_out(row, usual) and row.rect.width < WIDEST_HEADING * row.height:
        return True
    if not begins_heading(row.text):
        return False
    if after is None:
        return previous is None
    apart_below = after.rect.y0 - row.rect.y1 > shape.gap + 0.25 * shape.height
    short = row.rect.width < 0.7 * (shape.right - shape.left)
    return apart_below and short and list_mark(after.text) is None
