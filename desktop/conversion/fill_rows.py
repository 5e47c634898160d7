"""Pieces of text side by side make rows, rows one above the other make columns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from desktop.conversion.fill_pieces import Piece, gap_between, runs_leftwards, split_at_gaps

#: A blank between two pieces, in em, from which on it is a space.
_SPACE = 0.12
#: A blank, in em, that separates authors side by side: nearly twice a space.
_PART_GAP = 0.6
#: A letter this many times as tall as the text beside it is an initial over several lines.
_INITIAL = 1.7


_CJK = "[\u3001-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff5e]"
_STRETCHED = re.compile(f"(?<={_CJK}) (?={_CJK})")
_TOGETHER = re.compile(f"{_CJK}(?={_CJK})")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a block as it is read: its pieces in order, its text, its extent."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    em: float
    bold: bool
    pieces: tuple[Piece, ...]

    @property
    def middle(self) -> float:
        """The height on the page at which the row runs."""
        return (self.y0 + self.y1) / 2


def rows_of(pieces: Iterable[Piece]) -> list[Row]:
    """The rows of one block, top to bottom, each read in the direction of its script.

    Pieces at one height make a row; small ones (footnote marks, exponents) belong to the row they
    overlap. A large initial goes before the first row beside it, and is joined to its word.
    """
    pieces = list(pieces)
    initial = _initial(pieces)
    if initial is not None:
        pieces.remove(initial)
    groups: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: (p.middle, p.x0)):
        group = next((g for g in groups[:-4:-1] if _beside(piece, g)), None)
        if group is None:
            groups.append([piece])
        else:
            group.append(piece)
    rows = [_row(group) for group in groups]
    rows.sort(key=lambda row: row.middle)
    if initial is not None:
        _put_before(initial, rows)
    return rows


def block_rows(pieces: Sequence[Piece]) -> list[Row]:
    """The rows of one block in reading order, column by column where it has columns.

    Rows of further columns are moved under the first one, so that indents can be compared; their
    heights stay, so a row that stands higher than the one before begins a column.
    """
    columns = [rows_of(column) for column in columns_of(pieces)]
    left = min((row.x0 for row in columns[0]), default=0.0)
    found: list[Row] = []
    for rows in columns:
        shift = left - min((row.x0 for row in rows), default=left)
        found += (replace(row, x0=row.x0 + shift, x1=row.x1 + shift) for row in rows)
    return found


def _beside(piece: Piece, group: Sequence[Piece]) -> bool:
    tallest = max(group, key=lambda p: p.height)
    shared = min(piece.y1, tallest.y1) - max(piece.y0, tallest.y0)
    if shared < 0.5 * min(piece.height, tallest.height):
        return False
    # Boxes with generous leading overlap the next line's: what stands below can't be beside.
    far = abs(piece.middle - tallest.middle) > 0.6 * max(piece.size, tallest.size)
    # An index under an exponent makes the two halves of its line overlap a little.
    return not far and all(
        -gap_between((piece.x0, piece.x1), (p.x0, p.x1))
        < max(0.5 * min(piece.x1 - piece.x0, p.x1 - p.x0), 0.5 * p.em)
        or min(piece.x1 - piece.x0, p.x1 - p.x0) < 0.5 * p.em
        for p in group
    )


def _row(group: list[Piece]) -> Row:
    leftwards = runs_leftwards("".join(p.text for p in group))
    group.sort(key=lambda p: -p.x1 if leftwards else p.x0)
    text = group[0].text
    for before, piece in pairwise(group):
        gap = gap_between((before.x0, before.x1), (piece.x0, piece.x1))
        wide = _SPACE if not _unspaced(before.text[-1], piece.text[0]) else 0.6
        text += (" " if gap > wide * min(before.em, piece.em) else "") + piece.text
    main = max(group, key=lambda p: len(p.text))
    return Row(
        text=_unstretched(text),
        x0=min(p.x0 for p in group),
        y0=min(p.y0 for p in group),
        x1=max(p.x1 for p in group),
        y1=max(p.y1 for p in group),
        size=main.size,
        em=main.em,
        bold=all(p.bold for p in group),
        pieces=tuple(group),
    )


def _unstretched(text: str) -> str:
    """A line without the blanks between all characters that justified CJK text may have."""
    stretched = len(_STRETCHED.findall(text))
    if stretched >= 3 and stretched > len(_TOGETHER.findall(text)):
        return _STRETCHED.sub("", text)
    return text


def _unspaced(one: str, other: str) -> bool:
    return all(unicodedata.east_asian_width(c) in "WF" for c in (one, other))


def _initial(pieces: Sequence[Piece]) -> Piece | None:
    """The large first letter of a paragraph, if there is one."""
    if len(pieces) < 3:
        return None
    size = median(p.size for p in pieces)
    for piece in pieces:
        # Its box reaches below its baseline, where the line under it begins.
        bottom = piece.y0 + 0.8 * piece.height
        beside = [p for p in pieces if p is not piece and piece.y0 < p.middle < bottom]
        if (
            len(piece.text) <= 2
            and piece.text.strip("\"'“„«").isalpha()
            and piece.size > _INITIAL * size
            and len(beside) >= 2
            and all(p.x0 > piece.x0 for p in beside)
        ):
            return piece
    return None


def _put_before(initial: Piece, rows: list[Row]) -> None:
    at = next(i for i, row in enumerate(rows) if initial.y0 < row.middle < initial.y1)
    row = rows[at]
    rows[at] = replace(
        row,
        text=initial.text + row.text,
        x0=initial.x0,
        pieces=(initial, *row.pieces),
    )


def columns_of(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces of one block by columns, left to right: one list unless it is clearly two or more.

    Layout models fuse columns. A gutter is believed where no line crosses it, both sides have at
    least three lines at the same heights and a quarter of the width, and the lines fill them.
    """
    parts = [part for piece in pieces for part in split_at_gaps(piece, 1.2)]
    if len(parts) < 6:
        return [list(pieces)]
    leftwards = sum(runs_leftwards(p.text) for p in parts) * 2 > len(parts)
    x0, x1 = min(p.x0 for p in parts), max(p.x1 for p in parts)
    parts.sort(key=lambda p: p.x0)
    reach = parts[0].x1
    for i, part in enumerate(parts[1:], start=1):
        if part.x0 - reach > 0.8 * part.em:
            left, right = parts[:i], parts[i:]
            if _is_gutter(left, right, x0, x1):
                sides = [*columns_of(left), *columns_of(right)]
                return sides[::-1] if leftwards else sides
        reach = max(reach, part.x1)
    return [list(pieces)]


def side_by_side(pieces: Sequence[Piece]) -> list[list[Row]]:
    """The columns of a block such as the authors of a paper with their addresses; else nothing.

    Two to six lines of the same number of short parts with wide gaps between, the parts of each
    column one below the other, hardly a digit among them, few that go on in lower case.
    """
    lines = rows_of(part for piece in pieces for part in split_at_gaps(piece, _PART_GAP))
    split = [_parts(line) for line in lines]
    count = len(split[0]) if split else 0
    if not 2 <= len(lines) <= 6 or count < 2 or any(len(parts) != count for parts in split):
        return []
    text = "".join(line.text for line in lines)
    if sum(c.isdigit() for c in text) > 0.2 * len(text):
        return []
    columns = [[parts[n] for parts in split] for n in range(count)]
    texts = [row.text for rows in columns for row in rows]
    short = all(len(text) <= 60 for text in texts)
    fresh = sum(not text[0].islower() for text in texts) >= 0.6 * len(texts)
    return columns if short and fresh and all(map(_in_line, columns)) else []


def _in_line(rows: Sequence[Row]) -> bool:
    """Whether rows begin at one place, or have their middles there."""
    em = max(row.em for row in rows)
    lefts = [row.x0 for row in rows]
    middles = [(row.x0 + row.x1) / 2 for row in rows]
    return max(lefts) - min(lefts) < em or max(middles) - min(middles) < 2.0 * em


def _parts(line: Row) -> list[Row]:
    groups = [[line.pieces[0]]]
    for before, piece in pairwise(line.pieces):
        gap = gap_between((before.x0, before.x1), (piece.x0, piece.x1))
        if gap > _PART_GAP * piece.em:
            groups.append([])
        groups[-1].append(piece)
    return [_row(group) for group in groups]


def _is_gutter(left: Sequence[Piece], right: Sequence[Piece], x0: float, x1: float) -> bool:
    for side in (left, right):
        start, end = min(p.x0 for p in side), max(p.x1 for p in side)
        filled = sum(p.x1 - p.x0 for p in side) / (len(side) * (end - start))
        if len(side) < 3 or end - start < 0.25 * (x1 - x0) or filled < 0.6:
            return False
    top = max(min(p.y0 for p in left), min(p.y0 for p in right))
    bottom = min(max(p.y1 for p in left), max(p.y1 for p in right))
    return bottom - top > 1.5 * median(p.height for p in (*left, *right))
