"""The numbers in a reply that say where a region lies.

Servers count 0–999 along each axis of the original page. The numbers come from a model, so each of
these has been seen: a missing comma, a word among them, numbers beyond the page, negative ones,
corners in the wrong order, boxes without area, and payloads that are no boxes at all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import lru_cache

from desktop.model.geometry import THOUSANDTHS, Box

_SHORT = 100
#: What nearly all payloads look like.
_USUAL = re.compile(r"\s?\[{1,2}(\d{1,3}), ?(\d{1,3}), ?(\d{1,3}), ?(\d{1,3})\]{1,2}\s?")
#: A minus right after a digit is a dash between two numbers.
_NUMBER = re.compile(r"(?<![\d.])-?\d+(?:\.\d+)?")
_LETTER = re.compile(r"[^\W\d_]")
#: Some models count to 1000, which is still the page's edge.
_EDGE = 1000.0
#: How near to all four edges a box must reach to count as the whole page, in page units.
_WHOLE = 0.003


class Oddity(StrEnum):
    """What was wrong with a box, as the second half of a sentence about several."""

    CLIPPED = "reached beyond the page and were clipped"
    SWAPPED = "had their corners in the wrong order and were turned round"
    WORDS = "had words among their numbers"
    NO_AREA = "had no area and were dropped"
    UNREADABLE = "could not be read and were dropped"
    WHOLE_PAGE = "claimed the whole page"


def read_boxes(payload: str) -> tuple[tuple[Box, ...], tuple[Oddity, ...]]:
    """The boxes that a payload such as ``[[1, 2, 3, 4], [5, 6, 7, 8]]`` means, and what was odd.

    Numbers are 0–999 per axis (or 0–1 if they are all fractions); the boxes are in page units.
    """
    # A looping model says the same box again and again.
    return _remembered(payload) if len(payload) <= _SHORT else _read(payload)


def _read(payload: str) -> tuple[tuple[Box, ...], tuple[Oddity, ...]]:
    if usual := _USUAL.fullmatch(payload):
        x0, y0, x1, y1 = (int(number) / THOUSANDTHS for number in usual.groups())
        if x0 < x1 and y0 < y1:
            return (Box(x0, y0, x1, y1),), ()
    groups = [numbers for part in payload.split("]") if (numbers := _numbers(part))]
    quadruples: list[Sequence[float]] = []
    loose: list[float] = []
    for group in groups:
        if len(group) % 4 == 0:
            quadruples += (group[i : i + 4] for i in range(0, len(group), 4))
        else:
            loose += group
    if len(loose) == 8 and all(len(group) == 2 for group in groups):
        # Four corners, as some layout models give them.
        quadruples.append((min(loose[::2]), min(loose[1::2]), max(loose[::2]), max(loose[1::2])))
        loose = []
    odd: list[Oddity] = []
    if loose and len(loose) % 4 == 0:
        quadruples += (loose[i : i + 4] for i in range(0, len(loose), 4))
    elif loose or not quadruples:
        odd.append(Oddity.UNREADABLE)
    scale = _scale(quadruples, payload)
    boxes = [box for quadruple in quadruples if (box := _box(quadruple, scale, odd)) is not None]
    if boxes and _LETTER.search(payload):
        odd.append(Oddity.WORDS)
    return tuple(boxes), tuple(odd)


_remembered = lru_cache(maxsize=2048)(_read)


def _numbers(text: str) -> list[float]:
    return [float(number) for number in _NUMBER.findall(text)]


def _scale(quadruples: Iterable[Sequence[float]], payload: str) -> float:
    fractions = "." in payload and all(-1 <= v <= 1 for four in quadruples for v in four)
    return 1.0 if fractions else float(THOUSANDTHS)


def _box(four: Sequence[float], scale: float, odd: list[Oddity]) -> Box | None:
    x0, y0, x1, y1 = four
    box = Box.clipped(x0 / scale, y0 / scale, x1 / scale, y1 / scale)
    if box is None:
        odd.append(Oddity.NO_AREA)
        return None
    if min(four) < 0 or max(four) > (_EDGE if scale > 1 else 1.0):
        odd.append(Oddity.CLIPPED)
    if x0 > x1 or y0 > y1:
        odd.append(Oddity.SWAPPED)
    return box


def is_whole_page(box: Box) -> bool:
    """Whether a box covers the page from edge to edge."""
    return min(box.x0, box.y0) <= _WHOLE and min(box.x1, box.y1) >= 1 - _WHOLE


def describe(oddities: Iterable[Oddity]) -> str:
    """One sentence for people that says how many boxes were odd, and how."""
    counts = Counter(oddities)
    parts = [f"{counts[kind]} {kind.value}" for kind in Oddity if counts[kind]]
    return f"Of this page's boxes, {', '.join(parts)}." if parts else ""
