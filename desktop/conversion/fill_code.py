"""Listings: lines whose breaks and indentation are part of what they say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from desktop.conversion.fill_pieces import Piece, gap_between
from desktop.conversion.fill_rows import Row

#: Columns of a listing are rounded to the width of one character; more than these are no indent.
_MOST_COLUMNS = 200
_NARROW, _WIDE = frozenset("iljtf.,:;'|!()[]"), frozenset("mwMWGOQ@%")
_FENCE = re.compile(r"`{3,}")
_LANGUAGE = re.compile(r"\s*```+ *([\w+#.-]*)")


def monospaced(pieces: Iterable[Piece]) -> bool:
    """Whether all characters advance by the same width, narrow and wide ones alike."""
    steps: list[float] = []
    narrow = wide = 0
    for piece in pieces:
        for (left, _), (after, _), c in zip(
            piece.edges, piece.edges[1:], piece.text[:-1], strict=False
        ):
            steps.append(after - left)
            narrow, wide = narrow + (c in _NARROW), wide + (c in _WIDE)
    if len(steps) < 12 or narrow < 2 or narrow + wide < 4:
        return False
    usual = median(steps)
    # Words of a listing may be placed one by one: a gap is then several characters wide.
    even = sum(
        abs(step / usual - round(step / usual)) < 0.06 and step > 0.5 * usual for step in steps
    )
    return usual > 0 and even >= 0.97 * len(steps)


def code(rows: Sequence[Row], recognised: str = "") -> str:
    """A fenced block: one line for each row, indented as printed, blank lines where they are.

    The language is taken from ``recognised`` if that has one.
    """
    step = _advance(rows)
    left = min(row.x0 for row in rows)
    pitch = _pitch(rows)
    lines: list[str] = []
    for at, row in enumerate(rows):
        if at and pitch:
            blank = round((row.middle - rows[at - 1].middle) / pitch) - 1
            lines += [""] * min(max(blank, 0), 2)
        lines.append(_spaced(row, left, step))
    text = "\n".join(lines)
    longest = max((len(ticks) for ticks in _FENCE.findall(text)), default=2)
    language = _LANGUAGE.match(recognised)
    fence = "`" * (longest + 1)
    return f"{fence}{language.group(1) if language else ''}\n{text}\n{fence}"


def _advance(rows: Sequence[Row]) -> float:
    """The width of a character, in page units."""
    steps = [
        after - left
        for row in rows
        for piece in row.pieces
        for (left, _), (after, _) in pairwise(piece.edges)
        if after > left
    ]
    return median(steps) if steps else rows[0].em * 0.5


def _pitch(rows: Sequence[Row]) -> float:
    steps = sorted(b.middle - a.middle for a, b in pairwise(rows) if b.middle > a.middle)
    # The lower quartile: most listings have fewer blank lines than lines.
    return steps[len(steps) // 4] if steps else 0.0


def _spaced(row: Row, left: float, step: float) -> str:
    """The row's text with as many blanks between its pieces as are printed."""
    line = " " * min(round((row.x0 - left) / step), _MOST_COLUMNS)
    before: Piece | None = None
    for piece in row.pieces:
        if before is not None:
            gap = gap_between((before.x0, before.x1), (piece.x0, piece.x1))
            line += " " * min(max(round(gap / step), 0), _MOST_COLUMNS)
        line += _widened(piece, step)
        before = piece
    return line


def _widened(piece: Piece, step: float) -> str:
    """The piece's text; blanks wider than a character become several."""
    out: list[str] = []
    for c, (left, right) in zip(piece.text, piece.edges, strict=True):
        out.append(" " * min(max(round((right - left) / step), 1), 40) if c == " " else c)
    return "".join(out)
