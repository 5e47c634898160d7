"""Listings: lines whose breaks and indentation are part of what they say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import sub
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
    return _even_step(list(pieces), enough=12, told_by=4) > 0


def _even_step(pieces: Sequence[Piece], *, enough: int, told_by: int) -> float:
    """The width by which all characters advance; 0 where they do not, or where it can't be told.

    It takes ``enough`` steps, ``told_by`` of them by characters that are narrow or wide in fonts
    that are not monospaced, narrow ones among them.
    """
    steps: list[float] = []
    narrow = wide = 0
    for piece in pieces:
        lefts = [left for left, _ in piece.edges]
        steps += map(sub, lefts[1:], lefts)
        narrow += sum(map(_NARROW.__contains__, piece.text[:-1]))
        wide += sum(map(_WIDE.__contains__, piece.text[:-1]))
    if len(steps) < enough or narrow < 2 or narrow + wide < told_by:
        return 0.0
    usual = median(steps)
    return usual if usual > 0 and _fits(steps, usual) else 0.0


def _fits(steps: Sequence[float], usual: float) -> bool:
    """Whether all steps are one or more times ``usual``: words may be placed one by one.

    Edges are those of the ink in some fonts, a tenth beside the place of the character.
    """
    odd, most = 0, 0.06 * len(steps)
    for step in steps:
        if step <= 0.5 * usual or abs(step / usual - round(step / usual)) >= 0.12:
            odd += 1
            if odd > most:
                return False
    return True


def listing_runs(rows: Sequence[Row]) -> list[tuple[bool, list[Row]]]:
    """The rows of a block in runs of listing (true) and of prose (false).

    Short rows that can't be told go with the listing beside them if they fit its width. One row
    alone in the middle of a paragraph is no listing but a name that fills a line.
    """
    steps = [_even_step(row.pieces, enough=8, told_by=3) for row in rows]
    for order in (range(1, len(rows)), range(len(rows) - 2, -1, -1)):
        for at in order:
            beside = steps[at - order.step]
            if not steps[at] and beside and _may_be(rows[at], beside):
                steps[at] = beside
    runs: list[tuple[bool, list[Row]]] = []
    for at, row in enumerate(rows):
        listing = steps[at] > 0 and not _is_name(rows, steps, at)
        if runs and runs[-1][0] == listing:
            runs[-1][1].append(row)
        else:
            runs.append((listing, [row]))
    return runs


def _is_name(rows: Sequence[Row], steps: Sequence[float], at: int) -> bool:
    """Whether a row, alone among prose, is a name or an address that fills a line of it."""
    row = rows[at]
    if any(steps[n] for n in (at - 1, at + 1) if 0 <= n < len(rows)):
        return False
    if " " not in row.text or "://" in row.text:
        return True
    if at == 0:
        return False
    before = rows[at - 1]
    return row.middle - before.middle <= 1.6 * row.size and not before.text.endswith((":", "："))


def _may_be(row: Row, step: float) -> bool:
    """Whether a row has nothing against being set with this step."""
    steps = [
        after - left for piece in row.pieces for (left, _), (after, _) in pairwise(piece.edges)
    ]
    if not steps:
        return not row.text[0].isalpha()
    return _fits(steps, step) and row.x1 - row.x0 > 0.6 * step * len(row.text)


def goes_on(listing: Sequence[Row], rows: Sequence[Row], *, sure: bool) -> bool:
    """Whether a listing goes on in the rows of the next block, close below it in the same size.

    ``sure`` says that these are known to be a listing; else they must fit its width.
    """
    above, below = listing[-1], rows[0]
    return (
        abs(above.size - below.size) < 0.03 * above.size
        and 0 < below.middle - above.middle < 2.7 * above.size
        and min(below.x1, max(r.x1 for r in listing)) > max(below.x0, min(r.x0 for r in listing))
        and (sure or all(_may_be(row, _advance(listing)) for row in rows))
    )


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
