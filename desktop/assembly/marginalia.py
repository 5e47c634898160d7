"""Which items of which pages are running headers, footers and page numbers.

Labelled ones are believed. Others are found by what makes them so: the same line at the same
height near the edge of many pages, or a number there that counts with the pages.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from desktop.assembly.items import Item
from desktop.model.blocks import MARGINALIA, Label

#: How far from the edge a running line may reach, as a share of the page's height.
EDGE = 0.12
#: A bare number may stand this far from it if nothing stands between: papers have wide margins.
NUMBER_EDGE = 0.2
#: How much the height of a running line may vary from page to page.
JITTER = 0.015
#: On how many pages a line must stand before it is called running; headings need more.
PAGES, HEADING_PAGES = 3, 4
#: From the first to the last such page, the share that must have it: every second page is enough.
DENSITY = 0.4
LONGEST = 120
#: Models take a lonely number at the foot of a page for a footnote, too.
_CANDIDATES = frozenset(
    {Label.TEXT, Label.TITLE, Label.SUB_TITLE, Label.ASIDE_TEXT, Label.FOOTNOTE}
)
_NUMBER = re.compile(r"\d{1,5}")
_ROMAN = re.compile(r"[ivxl]{1,8}")
_MARKS = re.compile(r"[\s*_\\#|·•–—-]+")
#: What may stand around a page's number: ``Page 3 of 10``, ``- 3 -``, ``3 / 10``, ``第 3 页``.
_BARE = re.compile(r"(?:page|seite|p\.|s\.|第)?#(?:(?:of|von|/|de|sur)#)?(?:页|頁|頁目)?", re.I)


@dataclass(frozen=True, slots=True)
class _Line:
    item: Item
    page: int
    top: bool
    words: str
    key: str
    numbers: tuple[int, ...]
    height: float | None


def mark_marginalia(pages: Sequence[Sequence[Item]]) -> None:
    """Set ``marginal`` on every item that runs along the edge of its page."""
    groups: dict[tuple[bool, str], list[_Line]] = defaultdict(list)
    for items in pages:
        for item in items:
            item.marginal = item.label in MARGINALIA
        for line in _lines(items):
            groups[line.top, line.key].append(line)
    for (_, key), lines in groups.items():
        if len(lines) < PAGES:
            continue
        for run in _runs(key, lines):
            _mark(run)


def _lines(items: Sequence[Item]) -> list[_Line]:
    """The short lines nearest to the edges of one page."""
    body = [item for item in items if not item.marginal]
    found = []
    for item, top in _outermost(body):
        text = item.text
        if item.label not in _CANDIDATES or len(text) > LONGEST or "\n" in text:
            continue
        words = _MARKS.sub("", text).casefold()
        if not words:
            continue
        numbers = tuple(int(number) for number in _NUMBER.findall(words))
        key = _NUMBER.sub("#", words)
        if _ROMAN.fullmatch(words):
            key, numbers = "#", ()
        height = (item.box.y0 + item.box.y1) / 2 if item.box else None
        found.append(_Line(item, item.source.page, top, words, key, numbers, height))
    return found


def _outermost(items: Sequence[Item]) -> Iterable[tuple[Item, bool]]:
    """Up to three items in each edge of the page; without boxes the first and the last one."""
    boxed = [(item, item.box) for item in items if item.box is not None]
    if not boxed:
        ends = [(items[0], True), (items[-1], False)] if len(items) > 1 else []
        yield from ends
        return
    upper = [(box.y0, n, item) for n, (item, box) in enumerate(boxed) if box.y1 <= EDGE]
    lower = [(-box.y1, n, item) for n, (item, box) in enumerate(boxed) if box.y0 >= 1 - EDGE]
    for edge, top in ((upper, True), (lower, False)):
        for _, _, item in sorted(edge)[:3]:
            yield item, top
    first = min(boxed, key=lambda pair: pair[1].y0)
    last = max(boxed, key=lambda pair: pair[1].y1)
    if not upper and first[1].y1 <= NUMBER_EDGE and _is_number(first[0]):
        yield first[0], True
    if not lower and last[1].y0 >= 1 - NUMBER_EDGE and _is_number(last[0]):
        yield last[0], False


def _is_number(item: Item) -> bool:
    words = _MARKS.sub("", item.text).casefold()
    return _BARE.fullmatch(_NUMBER.sub("#", words)) is not None


def _runs(key: str, lines: list[_Line]) -> Iterable[list[_Line]]:
    """Lines of one pattern, sorted into those that really are the same running line."""
    if "#" not in key:
        yield lines
        return
    if _BARE.fullmatch(key) and not any(line.numbers for line in lines):
        yield lines
        return
    # A number that counts with the pages: the same distance to the page's own number.
    counting: dict[tuple[int, int], list[_Line]] = defaultdict(list)
    same: dict[str, list[_Line]] = defaultdict(list)
    for line in lines:
        same[line.words].append(line)
        if line.item.heading and not _BARE.fullmatch(key):
            # "Example 3" over the third slide counts too, and is no running header.
            continue
        for place, number in enumerate(line.numbers):
            counting[place, number - line.page].append(line)
    yield from counting.values()
    yield from same.values()


def _mark(lines: list[_Line]) -> None:
    heights = [line.height for line in lines if line.height is not None]
    if heights:
        middle = median(heights)
        lines = [
            line for line in lines if line.height is None or abs(line.height - middle) <= JITTER
        ]
    pages = sorted({line.page for line in lines})
    headings = [line for line in lines if line.item.heading]
    if len(pages) < (HEADING_PAGES if len(headings) * 2 > len(lines) else PAGES):
        return
    if len(pages) / (pages[-1] - pages[0] + 1) < DENSITY:
        return
    for line in lines:
        line.item.marginal = True
    if headings:
        # The words of a heading stay in the document once, where they first stood.
        headings[0].item.marginal = False
