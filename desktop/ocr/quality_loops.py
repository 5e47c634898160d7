"""Loops in the words of a reply: verbatim ones, drifting ones, counters, endless fill.

Four signs, all found in linear time. Each asks for more of a reply that ended by itself than of one
that was cut in the middle of the loop, because honest pages repeat themselves too: forms, sheets of
labels, tables full of the same answer, columns of zeros.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from desktop.ocr.quality_visible import Visible

#: Characters of a window; the signs below are shares of windows that were seen before.
_WINDOW = 24
#: Replies are read so far (in characters); no server's limit allows as many.
_FARTHEST = 300_000
_CHUNK = 200


@dataclass(frozen=True, slots=True)
class Loop:
    """``first`` and ``second`` are where the first and the second round begin in the reply, ``end``
    is where the last one ends; ``what`` says it in half a sentence. A loop that is not ``certain``
    is none if each round has a place of its own on the page.
    """

    first: int
    second: int
    end: int
    what: str
    rounds: int = 0
    certain: bool = True


def text_loops(raw: str, shown: Visible, *, open_end: bool) -> Iterator[Loop]:
    """The loops in a reply's words; ``open_end`` says that it did not end by itself."""
    text = shown.text[:_FARTHEST]
    distances = _distances(text)
    for loop in (
        *_verbatim(text, distances, open_end),
        *_drifting(text, distances, open_end),
        *_counting(text, open_end),
    ):
        first, second, end = (
            shown.raw_offset(offset) for offset in (loop.first, loop.second, loop.end - 1)
        )
        yield replace(loop, first=first, second=second, end=end + 1)
    yield from _fill(raw, open_end)


def _distances(text: str) -> list[int]:
    """For each window how far back the same window stood last; 0 if it is new."""
    last: dict[str, int] = {}
    distances = []
    for at in range(len(text) - _WINDOW + 1):
        window = text[at : at + _WINDOW]
        before = last.get(window, at)
        distances.append(at - before)
        last[window] = at
    return distances


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def _excerpt(unit: str) -> str:
    words = " ".join(unit.split())
    return f"“{words[:40]}…”" if len(words) > 40 else f"“{words}”"


# --- verbatim ------------------------------------------------------------------------------------


def _verbatim(text: str, distances: Sequence[int], open_end: bool) -> Iterator[Loop]:
    """Stretches in which the text repeats itself to the letter with one period."""
    begin, count = 0, len(distances)
    while begin < count:
        period = distances[begin]
        end = begin + 1
        while end < count and distances[end] == period:
            end += 1
        if period and end - begin >= period:
            first, last = begin - period, end - 1 + _WINDOW
            at_end = last >= len(text) - max(2 * period, 40)
            unit = text[first:begin]
            rounds = round((last - first) / period)
            if _is_loop(unit, last - first, open_end and at_end):
                what = f"{_excerpt(unit)} {rounds} times over"
                yield Loop(first, begin, last, what, rounds, open_end and at_end)
        begin = end


def _is_loop(unit: str, length: int, unfinished: bool) -> bool:
    """Whether ``length`` characters made of one ``unit`` are too many for a page."""
    rounds = length / len(unit)
    letters = _letters(unit[:2000])
    if unfinished:
        return rounds >= 4 and length >= (600 if letters >= 8 else 2000)
    if letters == 0:
        return length >= 8000
    if letters < 8 or len(unit) < 20:
        return length >= 3000
    return length >= 1500 and rounds >= 8


# --- drifting ------------------------------------------------------------------------------------


def _drifting(text: str, distances: Sequence[int], open_end: bool) -> Iterator[Loop]:
    """From where on nearly nothing is new, although no two rounds are the same to the letter."""
    if len(distances) < 3000:
        return
    known = [sum(map(bool, distances[at : at + _CHUNK])) for at in range(0, len(distances), _CHUNK)]
    begin = _stale_from(known, len(distances), 0.7 if open_end else 0.8)
    if begin is None:
        return
    at = begin * _CHUNK
    # From the last new window of that chunk on, rather than from its beginning.
    at += max((i + 1 for i, far in enumerate(distances[at : at + _CHUNK]) if not far), default=0)
    stale = text[at:]
    wordy = _letters(stale[:20_000]) >= 0.2 * len(stale[:20_000])
    enough = (1500 if open_end else 4000) if wordy else 20_000
    squeezed = len(text) > 5000 and len(
        zlib.compress(text.encode("utf-8", "replace"))
    ) < 0.05 * len(text)
    if len(stale) >= enough or (squeezed and wordy):
        what = "nearly nothing new from here on"
        yield Loop(max(0, at - _CHUNK), at, len(text), what, certain=False)


def _stale_from(known: Sequence[int], windows: int, share: float) -> int | None:
    """The first chunk from which on at least ``share`` of all windows were seen before."""
    best, seen, total = None, 0, 0
    for chunk in range(len(known) - 1, -1, -1):
        size = min(_CHUNK, windows - chunk * _CHUNK)
        seen, total = seen + known[chunk], total + size
        if seen >= share * total and known[chunk] >= 0.5 * size:
            best = chunk
    return best


# --- counters ------------------------------------------------------------------------------------

_NUMBER = re.compile(r"\d{1,9}")
#: How many numbers one round of a counting loop may have.
_SLOTS = 4


def _counting(text: str, open_end: bool) -> Iterator[Loop]:
    """Rounds that differ in nothing but a number that grows by one (``347 348 349``)."""
    numbers = list(_NUMBER.finditer(text))
    if len(numbers) < 30:
        return
    values = [int(number.group()) for number in numbers]
    between = ["", *(text[one.end() : two.start()] for one, two in pairwise(numbers))]
    for slots in range(1, _SLOTS + 1):
        for begin, end in _counting_runs(values, between, slots):
            rounds = (end - begin) // slots
            first, last = numbers[begin].start(), numbers[end - 1].end()
            tail = open_end and last >= len(text) - 200
            worded = _letters("".join(between[begin + 1 : begin + 1 + slots])) >= 3
            if rounds >= (150 if worded or tail else 400):
                second = numbers[begin + slots].start()
                low = next(at for at in range(begin, end) if values[at + slots] != values[at])
                high = low + (end - 1 - low) // slots * slots
                what = f"it counts from {values[low]} to {values[high]}"
                yield Loop(first, second, last, what)


def _counting_runs(
    values: Sequence[int], between: Sequence[str], slots: int
) -> Iterator[tuple[int, int]]:
    """Ranges of numbers that are those of the round before, or one more; some are one more."""
    begin, grown = 0, 0
    count = len(values)
    for at in range(slots, count + 1):
        step = values[at] - values[at - slots] if at < count else -1
        same = at < count and (at - slots < begin + 1 or between[at] == between[at - slots])
        if step in (0, 1) and same:
            grown += step
            continue
        if grown * slots >= 0.8 * (at - begin - slots) and at - begin > 2 * slots:
            yield begin, at
        begin, grown = at - slots + 1, 0


# --- endless fill --------------------------------------------------------------------------------

_FILL = re.compile(r"[\s.·…_\-=*~|\\]{400,}")
_EMPTY_CELLS = re.compile(r"(?:<td[^<>]{0,40}>\s{0,4}</td>\s{0,4})+")


def _fill(raw: str, open_end: bool) -> Iterator[Loop]:
    """Rows of dots, blanks or empty cells longer than any page is wide."""
    for run in _FILL.finditer(raw):
        tail = open_end and run.end() >= len(raw) - 40
        if (tail or len(run.group()) >= 2000) and not run.group().isspace():
            yield Loop(
                run.start(), run.start() + 100, run.end(), "a row of fill characters without end"
            )
    for run in _EMPTY_CELLS.finditer(raw):
        cells = run.group().count("<td")
        tail = open_end and run.end() >= len(raw) - 40
        if cells >= (400 if tail else 3000):
            yield Loop(run.start(), run.start() + 200, run.end(), "empty cells without end")
