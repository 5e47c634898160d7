"""The rows of a block become paragraphs, lists and headings in Markdown."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from desktop.conversion.fill_rows import Row
from desktop.text import escape_markdown, join_lines

_BULLET = re.compile(r"([•◦▪▫‣⁃●○■□◆◇►▸▶✓✔❖➢➤➔\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf02d])\s*(?=\S|\Z)")
_DASH = re.compile(r"([-–—*·∙∗+])\s+(?=\S)")
_NUMBER = re.compile(r"(\d{1,3}[.)])\s+(?=\S)")
_LETTER = re.compile(
    r"(\(?(?:[a-zA-Z]|[ivxl]{1,6}|\d{1,3})\)|[a-zA-Z][.]|[ivx]{2,5}[.]|\[[\w+.\-]{1,12}\])\s+(?=\S)"
)
#: The end of a sentence, with closing marks and a footnote's number.
_TERMINAL = re.compile(r"[.!?:;。！？：؟۔।…][)\]\"'”’»]*(?:\d{1,3})?\Z")


@dataclass(slots=True)
class _Unit:
    """A paragraph, or an item with its marker and the place where the marker stands."""

    rows: list[Row]
    marker: str = ""
    x0: float = 0.0
    more: list[list[Row]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Shape:
    """What the lines of a block have in common. Coordinates in page units."""

    left: float
    right: float
    em: float
    size: float
    pitch: float
    broken_lines: bool
    hanging: bool
    centred: bool

    def indented(self, row: Row) -> bool:
        """Whether the row begins clearly right of the others."""
        return row.x0 - self.left > 0.7 * self.em

    def short(self, row: Row) -> bool:
        """Whether the row ends clearly before the others."""
        return self.right - row.x1 > max(2.0 * self.em, 0.08 * (self.right - self.left))


def prose(rows: Sequence[Row], *, listed: bool, vocabulary: Collection[str] = ()) -> str:
    """Markdown of a block of running text: paragraphs with blank lines between, items as items.

    ``listed`` says that the block is known to be a list. In other blocks a bullet makes an item,
    while numbers, letters and dashes do so only where two or more lines begin with them in order.
    Items with letters or in brackets, which Markdown has no lists for, become paragraphs that keep
    their marks.
    """
    if not rows:
        return ""
    shape = _shape(rows)
    return _written(_units(rows, shape, _marks(rows, shape, listed)), shape, vocabulary)


def lines(rows: Sequence[Row]) -> str:
    """Markdown of rows whose breaks stay, such as an address."""
    return "  \n".join(escape_markdown(row.text) for row in rows)


def heading(rows: Sequence[Row], level: int, *, vocabulary: Collection[str] = ()) -> str:
    """Markdown of a heading of ``level`` 1–6: all of its rows in one line."""
    text = escape_markdown(_joined(rows, vocabulary), begins_line=False)
    # A row of # at the end of a heading would be taken for its end mark.
    text = re.sub(r"(?<=\s)(#+)\Z", r"\\\1", text)
    return f"{'#' * level} {text}"


def _joined(rows: Sequence[Row], vocabulary: Collection[str]) -> str:
    return join_lines([row.text for row in rows], vocabulary=vocabulary)


def _shape(rows: Sequence[Row]) -> _Shape:
    em = median(row.em for row in rows)
    lefts = sorted(row.x0 for row in rows)
    left = lefts[len(lefts) // 10] if len(lefts) >= 10 else lefts[0]
    rights = sorted(row.x1 for row in rows)
    right = rights[-1 - len(rights) // 10] if len(rights) >= 10 else rights[-1]
    pitches = [b.middle - a.middle for a, b in pairwise(rows) if b.middle > a.middle]
    inner = rows[:-1]
    full = sum(right - row.x1 <= 1.5 * em for row in inner)
    broken = sum(_broken_off(rows, i) for i in range(1, len(rows)))
    middles = [(row.x0 + row.x1) / 2 for row in rows]
    centred = (
        len(rows) > 1
        and max(middles) - min(middles) < em
        and max(lefts) - min(lefts) > 1.5 * em
        and full <= len(inner) // 2
    )
    return _Shape(
        left=left,
        right=right,
        em=em,
        size=median(row.size for row in rows),
        pitch=median(pitches) if len(pitches) >= 2 else 0.0,
        broken_lines=not centred and 2 * broken >= len(rows) > 3,
        hanging=not centred and _hanging(rows, left, right, em),
        centred=centred,
    )


def _hanging(rows: Sequence[Row], left: float, right: float, em: float) -> bool:
    """Whether paragraphs begin at the left and go on indented, rather than the other way round.

    Both look alike; what tells them apart is before which kind of line paragraphs come to an end.
    One line at the left with indented ones under it is an entry of a bibliography.
    """
    if len(rows) > 1 and not _broken_off(rows, 1):
        indents = [row.x0 - left for row in rows[1:]]
        if min(indents) > 0.7 * em and max(indents) - min(indents) < 0.5 * em:
            return rows[0].x0 - left < 0.3 * em
    hung = led = 0
    for before, row in pairwise(rows):
        ended = right - before.x1 > 2.0 * em or bool(_TERMINAL.search(before.text))
        was_in, is_in = (r.x0 - left > 0.7 * em for r in (before, row))
        hung += ended and was_in and not is_in
        led += ended and is_in and not was_in
    return hung > led


def _marks(rows: Sequence[Row], shape: _Shape, listed: bool) -> dict[int, str]:
    """The rows that begin an item, with their markers as they are printed."""
    marks: dict[int, str] = {}
    for pattern in (_BULLET, _DASH, _NUMBER, _LETTER):
        found = {
            i: match.group(1)
            for i, row in enumerate(rows)
            if i not in marks and (match := pattern.match(row.text))
        }
        if pattern is not _BULLET:
            if pattern is not _NUMBER and not listed:
                found = {i: mark for i, mark in found.items() if _may_begin(rows, i, marks, shape)}
            starts = [rows[i].x0 for i in found]
            alike = len(found) >= 2 and (listed or max(starts) - min(starts) < 1.5 * shape.em)
            ordered = pattern is not _NUMBER or _consecutive(list(found.values()))
            if not (listed or (alike and ordered)):
                continue
        marks |= found
    return marks


def _may_begin(rows: Sequence[Row], i: int, marks: dict[int, str], shape: _Shape) -> bool:
    """Whether the text before row ``i`` may end there."""
    before, row = rows[i - 1], rows[i]
    return (
        i == 0
        or shape.short(before)
        or bool(_TERMINAL.search(before.text))
        or before.text.endswith(",")
        or i in marks
        or before.x0 - row.x0 > 0.7 * shape.em
        or _gap(before, row, shape)
    )


def _consecutive(marks: Sequence[str]) -> bool:
    numbers = [int(re.sub(r"\D", "", mark)) for mark in marks]
    return all(b == a + 1 for a, b in pairwise(numbers))


def _gap(before: Row, row: Row, shape: _Shape) -> bool:
    step = row.middle - before.middle
    usual = shape.pitch * 1.4 if shape.pitch else shape.size * 1.9
    return step > max(usual, shape.size * 1.25)


def _units(rows: Sequence[Row], shape: _Shape, marks: dict[int, str]) -> list[_Unit]:
    units: list[_Unit] = []
    for i, row in enumerate(rows):
        before = rows[i - 1] if i else None
        item = units[-1] if units and units[-1].marker else None
        if i in marks:
            units.append(_Unit([row], marks[i], row.x0))
        elif before is None:
            units.append(_Unit([row]))
        elif item is not None:
            inside = row.x0 - item.x0 > 0.5 * shape.em
            if not _gap(before, row, shape) and (inside or not _leaves(before, row, item, shape)):
                (item.more[-1] if item.more else item.rows).append(row)
            elif inside:
                item.more.append([row])
            else:
                units.append(_Unit([row]))
        elif _begins(rows, i, shape):
            units.append(_Unit([row]))
        else:
            units[-1].rows.append(row)
    return units


def _leaves(before: Row, row: Row, item: _Unit, shape: _Shape) -> bool:
    """Whether a row at the left of its item's marker is no longer the item's."""
    hanging = len(item.rows) > 1 and item.rows[1].x0 - item.x0 > 0.5 * shape.em
    return hanging or (shape.short(before) and bool(_TERMINAL.search(before.text)))


def _begins(rows: Sequence[Row], i: int, shape: _Shape) -> bool:
    """Whether row ``i`` begins a paragraph, where no marker says so."""
    before, row = rows[i - 1], rows[i]
    if _gap(before, row, shape):
        return True
    if shape.centred:
        return False
    if shape.hanging:
        return not shape.indented(row) and (i < 2 or shape.indented(before) or shape.short(before))
    ended = shape.short(before) or bool(_TERMINAL.search(before.text))
    if row.middle < before.middle:
        # The next column: the paragraph goes on unless it had come to its end.
        return ended and (shape.indented(row) or shape.short(before))
    if shape.indented(row) and not shape.indented(before):
        return ended
    if shape.indented(before) and not shape.indented(row):
        return ended and i >= 2 and shape.indented(rows[i - 2])
    return _broken_off(rows, i) and (
        shape.broken_lines or (bool(_TERMINAL.search(before.text)) and not row.text[0].islower())
    )


def _broken_off(rows: Sequence[Row], i: int) -> bool:
    """Whether row ``i``'s first word would have had room at the end of the row before it.

    Then somebody ended the line there. The rows around say how far lines reach, so that text beside
    a picture is not measured by the full lines under it.
    """
    before, row = rows[i - 1], rows[i]
    reach = max(near.x1 for near in rows[max(0, i - 3) : i + 3])
    word = row.text.split(maxsplit=1)[0]
    width = (row.x1 - row.x0) * len(word) / len(row.text)
    return reach - before.x1 > width + 2.0 * row.em


def _written(units: Sequence[_Unit], shape: _Shape, vocabulary: Collection[str]) -> str:
    """Markdown of the units; levels of a list by where its markers stand."""
    lines: list[str] = []
    levels: list[tuple[float, str, int]] = []  # marker's place, indentation of content, number
    for unit in units:
        mark = _markdown_marker(unit.marker, levels, unit.x0, shape.em)
        text = _joined(unit.rows, vocabulary)
        if not mark:
            levels.clear()
            lines += ["", escape_markdown(text)] if lines else [escape_markdown(text)]
            lines += [f"\n{escape_markdown(_joined(rows, vocabulary))}" for rows in unit.more]
            continue
        if not levels and lines:
            lines.append("")
        while levels and unit.x0 - levels[-1][0] <= 0.6 * shape.em:
            levels.pop()
        indent = levels[-1][1] if levels else ""
        number = int(mark[:-1]) if mark[:-1].isdigit() else 0
        levels.append((unit.x0, indent + " " * (len(mark) + 1), number))
        lines.append(f"{indent}{mark} {escape_markdown(text[len(unit.marker) :].strip())}".rstrip())
        inner = levels[-1][1]
        for rows in unit.more:
            lines += ["", inner + escape_markdown(_joined(rows, vocabulary)), ""]
    return re.sub("\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def _markdown_marker(
    marker: str, levels: Sequence[tuple[float, str, int]], x0: float, em: float
) -> str:
    """The marker in Markdown; empty where the item must be a paragraph with its mark in its text.

    Markdown counts by itself: a number that does not follow the one before would be changed.
    """
    if not marker:
        return ""
    if _BULLET.fullmatch(marker) or _DASH.match(f"{marker} x"):
        return "-"
    if not _NUMBER.match(f"{marker} x"):
        return ""
    same = next((level for level in reversed(levels) if abs(level[0] - x0) <= 1.5 * em), None)
    if same is not None and same[2] and int(marker[:-1]) != same[2] + 1:
        return ""
    return marker
