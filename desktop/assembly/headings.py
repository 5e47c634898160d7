"""Heading levels that hold over a whole document, and which heading is its title.

What tells a level, best first: the number in front (``1.2``), the measured size of the letters,
the hashes and the label that the model gave. Levels begin below the title and never jump.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from statistics import median

from desktop.assembly.items import Item
from desktop.assembly.numbering import depth, is_roman
from desktop.model.blocks import Label

DEEPEST = 6
#: Two sizes are the same if they differ by less than this share.
SAME_SIZE = 0.08
#: Longer "headings" are paragraphs that a model mislabelled.
LONGEST = 300
#: Headings that open a part of a document and never name it.
_SECTION_NAMES = frozenset(
    {
        *("abstract", "summary", "introduction", "contents", "references", "bibliography"),
        *("acknowledgements", "acknowledgments", "preface", "foreword", "conclusion"),
        *("conclusions", "appendix", "index", "zusammenfassung", "einleitung", "inhalt"),
        *("inhaltsverzeichnis", "literatur", "vorwort", "résumé", "sommaire", "introducción"),
        *("resumen", "摘要", "目录", "目錄", "引言", "前言", "参考文献"),
    }
)
_NOT_WORDS = re.compile(r"[\W_]+")


def find_title(headings: Sequence[Item], first_page: int) -> Item | None:
    """The document's title among its headings in order: at most one, the first of all.

    ``first_page`` is the first page that has any content; titles stand nowhere else.
    """
    if not headings:
        return None
    first = headings[0]
    if first.source.page != first_page or depth(first.text) is not None:
        return None
    if _opens_part(first):
        return None
    others = [item.size for item in headings[1:] if item.size > 0]
    if first.size > 0 and others:
        return first if first.size >= max(others) * (1 - SAME_SIZE) else None
    if first.label is not Label.TITLE and first.hashes != 1:
        return None
    return first


def set_levels(headings: Sequence[Item], title: Item | None) -> list[int]:
    """The level (1–6) of each heading in order; the title has 1 and all others are below it."""
    rest = [item for item in headings if item is not title]
    ranks = iter(_ranks(rest))
    base = 1 if title is None else 2
    levels: list[int] = []
    open_ranks: list[float] = []
    for item in headings:
        if item is title:
            levels.append(1)
            continue
        rank = next(ranks)
        while open_ranks and open_ranks[-1] >= rank:
            open_ranks.pop()
        open_ranks.append(rank)
        levels.append(min(base + len(open_ranks) - 1, DEEPEST))
    return levels


def _ranks(headings: Sequence[Item]) -> list[float]:
    """How deep each heading is, in no unit but comparable: smaller is higher."""
    roman = sum(is_roman(item.text) for item in headings) > 1
    depths = [depth(item.text, roman_scheme=roman) for item in headings]
    numbered = [(item, d) for item, d in zip(headings, depths, strict=True) if d is not None]
    rank = _beside_numbers(numbered) if numbered else _by_looks(headings)
    return [rank(item) if d is None else d for item, d in zip(headings, depths, strict=True)]


def _style(item: Item) -> tuple[Label, int]:
    return item.label, item.hashes


def _opens_part(item: Item) -> bool:
    return _NOT_WORDS.sub("", item.text).casefold() in _SECTION_NAMES


def _beside_numbers(numbered: Sequence[tuple[Item, int]]) -> Callable[[Item], float]:
    """How to rank the headings that have no number among those that have one."""
    sizes: dict[int, list[float]] = defaultdict(list)
    styles: dict[tuple[Label, int], Counter[int]] = defaultdict(Counter)
    for item, d in numbered:
        styles[_style(item)][d] += 1
        if item.size > 0:
            sizes[d].append(item.size)
    usual = {d: median(sizes[d]) for d in sorted(sizes)}
    top = min(d for _, d in numbered)
    bottom = max(d for _, d in numbered)

    def rank(item: Item) -> float:
        if item.size > 0 and usual:
            nearest = min(usual, key=lambda d: abs(usual[d] - item.size))
            ratio = item.size / usual[nearest]
            if ratio > 1 + SAME_SIZE and nearest == min(usual):
                return top - 1
            if ratio < 1 - SAME_SIZE and nearest == max(usual):
                return top if _opens_part(item) else bottom + 1
            return nearest
        if _opens_part(item):
            return top
        if _style(item) in styles:
            return styles[_style(item)].most_common(1)[0][0]
        return top if item.hashes <= 2 else top + 1

    return rank


def _by_looks(headings: Sequence[Item]) -> Callable[[Item], float]:
    """How to rank headings none of which has a number: by size, else by hashes and label."""
    steps: list[float] = []
    for size in sorted((item.size for item in headings if item.size > 0), reverse=True):
        if not steps or size < steps[-1] * (1 - SAME_SIZE):
            steps.append(size)
    by_style: dict[tuple[Label, int], list[float]] = defaultdict(list)
    for item in headings:
        if item.size > 0:
            by_style[_style(item)].append(item.size)
    usual = {style: median(sizes) for style, sizes in by_style.items()}

    def rank(item: Item) -> float:
        size = item.size or usual.get(_style(item), 0.0)
        if size > 0:
            # The step whose sizes it belongs to: the last one that is not smaller.
            return float(sum(size < step * (1 - SAME_SIZE) for step in steps))
        return float(item.hashes or (1 if item.label is Label.TITLE else 2))

    return rank
