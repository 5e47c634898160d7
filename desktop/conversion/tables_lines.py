"""Which row of a table each printed line of it belongs to, by content first and place second."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from statistics import median

from desktop.conversion.fill_agree import bare, runs
from desktop.conversion.fill_pieces import Piece, atoms, runs_leftwards
from desktop.conversion.tables_html import Cell

#: What it costs to pass over a row that has text, and to put two lines into one row.
_SKIP = 0.12
_STAY = 0.06
#: Rows farther than this from a line's proportional place are not looked at.
_BAND = 120


@lru_cache(maxsize=4096)
def key(word: str) -> str:
    """A word for comparing: letters and digits, or the signs themselves where it has none."""
    return bare(word) or word


def printed_lines(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """The words of a table by printed lines, top to bottom, each in the order of its columns.

    Where the script runs leftwards, the page is mirrored, so that the first column is at the left.
    """
    words = [piece.part(*cut) for piece in pieces for cut in atoms(piece)]
    if runs_leftwards("".join(word.text for word in words)):
        words = [replace(word, x0=1.0 - word.x1, x1=1.0 - word.x0) for word in words]
    words.sort(key=lambda word: word.middle)
    lines: list[list[Piece]] = []
    for word in words:
        if lines and word.middle - median(w.middle for w in lines[-1][-9:]) < 0.45 * word.size:
            lines[-1].append(word)
        else:
            lines.append([word])
    for line in lines:
        line.sort(key=lambda word: word.x0)
    return lines


def rows_of_lines(rows: Sequence[Sequence[Cell]], lines: Sequence[Sequence[Piece]]) -> list[int]:
    """For each printed line the number of the row it belongs to; numbers never fall."""
    if not rows:
        return []
    if not any(cell.text for row in rows for cell in row):
        return _by_place(len(rows), lines)
    return _by_content(rows, lines)


def _by_place(count: int, lines: Sequence[Sequence[Piece]]) -> list[int]:
    """Rows of a table without any text: the widest blanks between lines divide the rows."""
    middles = [median(word.middle for word in line) for line in lines]
    gaps = sorted(range(1, len(lines)), key=lambda i: middles[i - 1] - middles[i])
    first_lines = set(gaps[: count - 1])
    row, found = 0, []
    for i in range(len(lines)):
        row += i in first_lines
        found.append(row)
    return found


def _by_content(rows: Sequence[Sequence[Cell]], lines: Sequence[Sequence[Piece]]) -> list[int]:
    scores = _scores(rows, lines)
    filled = [0]
    for row in rows:
        filled.append(filled[-1] + any(cell.text for cell in row))
    count = len(rows)
    nothing = float("-inf")
    best = [-_SKIP * filled[r] for r in range(count)]
    choices: list[list[int]] = []
    before_low = 0
    for k, score in enumerate(scores):
        centre = k * count // max(1, len(lines))
        low, high = max(0, centre - _BAND - count // 4), min(count, centre + _BAND + count // 4)
        fresh, choice = [nothing] * count, [0] * count
        lead, lead_row = nothing, 0
        for r in range(before_low, high):
            if k == 0:
                # The first line may open any row, at the cost of those that it passes over.
                value, came = best[r], r
            else:
                value, came = best[r] - _STAY, r
                if lead - _SKIP * filled[r] > value:
                    value, came = lead - _SKIP * filled[r], lead_row
                if best[r] + _SKIP * filled[r + 1] > lead:
                    lead, lead_row = best[r] + _SKIP * filled[r + 1], r
            if r >= low:
                fresh[r], choice[r] = value + score.get(r, 0.0), came
        best, before_low = fresh, low
        choices.append(choice)
    if not choices:
        return []
    at = max(range(count), key=lambda r: best[r] - _SKIP * (filled[count] - filled[r + 1]))
    found = [at]
    for choice in choices[:0:-1]:
        at = choice[at]
        found.append(at)
    return found[::-1]


def _scores(
    rows: Sequence[Sequence[Cell]], lines: Sequence[Sequence[Piece]]
) -> list[dict[int, float]]:
    """How much of each line's text (0–1) each row has, for the rows that have any."""
    words_of: defaultdict[str, set[int]] = defaultdict(set)
    runs_of: defaultdict[str, set[int]] = defaultdict(set)
    for number, row in enumerate(rows):
        for cell in row:
            # A cell over several rows may have its text beside any of them.
            reach = range(number, min(number + cell.rowspan, len(rows), number + 50))
            for word in cell.text.split():
                words_of[key(word)].update(reach)
            for run in runs(bare(cell.text)):
                runs_of[run].update(reach)
    scores: list[dict[int, float]] = []
    for line in lines:
        keys = [key(word.text) for word in line]
        total = sum(map(len, keys)) or 1
        score: defaultdict[int, float] = defaultdict(float)
        for word in keys:
            for row_number, likeness in _likeness(word, words_of, runs_of).items():
                score[row_number] += likeness * len(word) / total
        scores.append(dict(score))
    return scores


def _likeness(
    word: str, words_of: Mapping[str, set[int]], runs_of: Mapping[str, set[int]]
) -> dict[int, float]:
    """How well (0–1) each row can have the word: as it is, or with a few letters read wrongly."""
    exact = words_of.get(word)
    if exact:
        return dict.fromkeys(exact, 1.0)
    own = runs(word)
    found = Counter(row for run in own for row in runs_of.get(run, ()))
    return {row: 0.7 * n / len(own) for row, n in found.items() if 2 * n >= len(own)}
