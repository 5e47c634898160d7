"""Page ranges as people write them."""

from __future__ import annotations

import re

from desktop.errors import UsageError

_LAST = ("last", "end")
_ADVICE = "Write pages like 1-3,7,last or 5- or -3, counted from 1."
#: A number, ``last`` or nothing on either side of a hyphen or an en dash.
_RANGE = re.compile(r"(\d*|last|end)\s*[-–]\s*(\d*|last|end)", re.ASCII)


def parse_pages(text: str, count: int) -> tuple[int, ...]:
    """The pages that ``text`` names, counted from 0, in the order of the text, each once.

    ``1-3,7,last`` counts from 1; ``5-`` goes to the end and ``-3`` begins at the first page. No
    text at all means every page. A range may end after the last page (the same range then serves
    documents of several lengths), but a page that is named alone, or that begins a range, must
    exist. Raises ``UsageError`` saying which part is wrong and why.
    """
    if not text.strip():
        return tuple(range(count))
    pages: dict[int, None] = {}
    for part in text.lower().split(","):
        first, last = _ends(part.strip(), count)
        pages.update(dict.fromkeys(range(first - 1, min(last, count))))
    return tuple(pages)


def _ends(part: str, count: int) -> tuple[int, int]:
    """First and last page of one part, counted from 1; the last may lie beyond ``count``."""
    if not part:
        raise UsageError("A page is missing between two commas.", _ADVICE)
    if part in _LAST or re.fullmatch(r"\d+", part, re.ASCII):
        page = _number(part, count)
        return _existing(page, count), page
    match = _RANGE.fullmatch(part)
    if match is None or not (match[1] or match[2]):
        raise UsageError(f"“{part[:40]}” is no page and no range of pages.", _ADVICE)
    first = _number(match[1], count) if match[1] else 1
    last = _number(match[2], count) if match[2] else count
    _existing(first, count)
    if last < first:
        raise UsageError(
            f"The range “{part[:40]}” runs backwards.", f"Write {last}-{first} instead."
        )
    return first, last


def _number(word: str, count: int) -> int:
    if word in _LAST:
        return count
    # More digits than any document has pages; int() refuses thousands of them.
    return int(word) if len(word) < 10 else 10**9


def _existing(page: int, count: int) -> int:
    if page < 1:
        raise UsageError("There is no page 0.", _ADVICE)
    if page > count:
        pages = "1 page" if count == 1 else f"{count} pages"
        raise UsageError(f"The document has {pages}, so there is no page {page}.", _ADVICE)
    return page
