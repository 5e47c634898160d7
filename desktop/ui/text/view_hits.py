"""Hits of a search in Markdown, said so that they can be found in the text as it reads."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass

from desktop.model.blocks import PageResult
from desktop.model.find import Hit

#: More hits than these are not lit.
MOST = 3_000
_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<!\\)\$\$?(?:\\.|[^$\\])*\$\$?", re.DOTALL), " "),
    (re.compile(r"<[^<>]*>"), ""),
    (re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)"), r"\1"),
    (re.compile(r"^[ ]{0,3}(?:#{1,6}|>|[-+*]|\d{1,9}[.)])[ \t]+", re.MULTILINE), ""),
    (re.compile(r"^[ ]{0,3}(?:```|~~~).*$", re.MULTILINE), ""),
    (re.compile(r"(?<!\\)(?:\*{1,3}|~~|`+|(?<!\w)_{1,3}|_{1,3}(?!\w))"), ""),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)


@dataclass(frozen=True, slots=True)
class Place:
    """The ``nth`` time (from 0) that ``words`` stand in a block, letter case and blanks aside.

    Without words it is somewhere in the block where text can't tell it, as in a formula.
    """

    p: int
    b: int
    words: str
    nth: int


def plain(markdown: str) -> str:
    """About the text that Markdown is shown as; formulas are blanks."""
    for pattern, replacement in _RULES:
        markdown = pattern.sub(replacement, markdown)
    return html.unescape(markdown)


def places(hits: Iterable[Hit], result_of: Callable[[int], PageResult | None]) -> list[Place]:
    """Where the hits stand, in their order. ``result_of`` gives the result of a page (from 0)."""
    found: list[Place] = []
    page, result = -1, None
    for hit in hits:
        if hit.page != page:
            page, result = hit.page, result_of(hit.page)
        if result is None or hit.block >= len(result.blocks):
            found.append(Place(hit.page, hit.block, "", 0))
            continue
        markdown = result.blocks[hit.block].markdown
        words = " ".join(plain(markdown[hit.start : hit.end]).split())
        # A span inside a formula has words of its own, which are shown nowhere.
        shown = bool(words) and _pattern(words).search(plain(markdown)) is not None
        before = plain(markdown[: hit.start])
        nth = len(_pattern(words).findall(before)) if shown else 0
        found.append(Place(hit.page, hit.block, words if shown else "", nth))
    return found


def as_arguments(found: Sequence[Place]) -> list[dict[str, object]]:
    """The places as our script in the page takes them."""
    return [asdict(place) for place in found]


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(map(re.escape, words.split())), re.IGNORECASE)
