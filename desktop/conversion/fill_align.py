"""Two sequences that say the same, with errors: which items are the same ones.

``difflib`` takes quadratic or cubic time on repetitive input. Here runs of items that occur once in
both sequences are found by hashing (the idea of patience diff), the longest rising chain of them is
kept, and the gaps between are looked at again with shorter runs: near-linear on all input.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Sequence

#: Lengths of the runs that are looked for, one after the other.
_RUNS = (12, 6, 3, 2, 1)
#: The largest gap, in pairs of items, that is aligned pair by pair.
_SMALL = 4096


def aligned(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Pairs (i, j) with ``a[i] == b[j]``, both rising: the items that are the same in both."""
    pairs: list[tuple[int, int]] = []
    gaps = [(0, len(a), 0, len(b), 0)]
    while gaps:
        a0, a1, b0, b1, level = gaps.pop()
        while a0 < a1 and b0 < b1 and a[a0] == b[b0]:
            pairs.append((a0, b0))
            a0, b0 = a0 + 1, b0 + 1
        while a0 < a1 and b0 < b1 and a[a1 - 1] == b[b1 - 1]:
            a1, b1 = a1 - 1, b1 - 1
            pairs.append((a1, b1))
        if (a1 - a0) * (b1 - b0) <= _SMALL:
            pairs += _longest_common(a, b, a0, a1, b0, b1)
            continue
        if level == len(_RUNS):
            continue
        at_a, at_b = a0, b0
        for i, j, length in _anchors(a, b, a0, a1, b0, b1, _RUNS[level]):
            gaps.append((at_a, i, at_b, j, level + 1))
            pairs += zip(range(i, i + length), range(j, j + length), strict=True)
            at_a, at_b = i + length, j + length
        gaps.append((at_a, a1, at_b, b1, level + 1))
    pairs.sort()
    return pairs


def _anchors(
    a: Sequence[Hashable], b: Sequence[Hashable], a0: int, a1: int, b0: int, b1: int, run: int
) -> list[tuple[int, int, int]]:
    """Runs (start in a, start in b, length) that occur once in both, in a rising chain."""
    once_a, once_b = _unique_runs(a, a0, a1, run), _unique_runs(b, b0, b1, run)
    meetings = sorted((i, once_b[key]) for key, i in once_a.items() if key in once_b)
    anchors: list[tuple[int, int, int]] = []
    for i, j in _rising(meetings):
        if anchors:
            last_i, last_j, length = anchors[-1]
            if i - last_i == j - last_j and i <= last_i + length:
                anchors[-1] = (last_i, last_j, i - last_i + run)
                continue
            if i < last_i + length or j < last_j + length:
                continue
        anchors.append((i, j, run))
    return anchors


def _unique_runs(items: Sequence[Hashable], start: int, end: int, run: int) -> dict[Hashable, int]:
    places: dict[Hashable, int] = {}
    twice: set[Hashable] = set()
    for i in range(start, end - run + 1):
        key = tuple(items[i : i + run])
        if key in places:
            twice.add(key)
        places[key] = i
    return {key: i for key, i in places.items() if key not in twice}


def _rising(meetings: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest chain of meetings in which both numbers rise (patience sorting)."""
    tops: list[int] = []
    ends: list[int] = []
    back: list[int] = []
    for at, (_, j) in enumerate(meetings):
        pile = bisect_left(tops, j)
        back.append(ends[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(j)
            ends.append(at)
        else:
            tops[pile], ends[pile] = j, at
    chain = []
    at = ends[-1] if ends else -1
    while at >= 0:
        chain.append(meetings[at])
        at = back[at]
    return chain[::-1]


def _longest_common(
    a: Sequence[Hashable], b: Sequence[Hashable], a0: int, a1: int, b0: int, b1: int
) -> list[tuple[int, int]]:
    """The longest common subsequence of two short stretches, by the textbook table."""
    rows, columns = a1 - a0, b1 - b0
    best = [[0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        here, below = best[i], best[i + 1]
        item = a[a0 + i]
        for j in range(columns - 1, -1, -1):
            here[j] = below[j + 1] + 1 if item == b[b0 + j] else max(below[j], here[j + 1])
    pairs = []
    i = j = 0
    while i < rows and j < columns:
        if a[a0 + i] == b[b0 + j] and best[i][j] == best[i + 1][j + 1] + 1:
            pairs.append((a0 + i, b0 + j))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs
