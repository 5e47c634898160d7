"""Finding a text in results: as a person reads it, not as it is written in Markdown."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable

from desktop.model.blocks import PageResult
from desktop.model.cancel import CancelToken
from desktop.model.find import Hit

#: Marks of Markdown that a reader does not see; where the text that is looked for has one of them
#: itself, it must be there.
_MARKS = "*_`~"
#: What may lie unseen between two letters: possessive and short, so that the time is linear.
_UNSEEN = r"(?:[*_`~]|\\(?=[^\w\s])|</?(?:b|i|u|em|strong|sub|sup)>){0,8}+"
#: What may stand for a blank: also the border between two cells of a table.
_BLANK = r"(?:\s|<[^<>]{0,400}>|\|){1,60}+"
_TAG = r"<[a-zA-Z/!][^<>]{0,400}>"
_ENTITY = r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});"
#: How these characters may be written too.
_WRITTEN = {"&": "&(?:amp;)?", "<": "(?:<|&lt;)", ">": "(?:>|&gt;)", '"': '(?:"|&quot;)'}

_SEEN = re.compile(f"{_TAG}|[{_MARKS}\\\\|#]+|\\s+")
#: How many characters of context there are on each side.
_AROUND = 40


def find(
    results: Iterable[PageResult], text: str, *, case: bool, cancel: CancelToken
) -> tuple[Hit, ...]:
    """Every place where ``text`` stands, in the order of the results; none for an empty text.

    Blanks of any kind and number stand for each other, and marks of Markdown between the letters
    do not matter. Without ``case``, capitals and small letters are the same. Raises ``Cancelled``.
    """
    pattern = _pattern(text, case=case)
    if pattern is None:
        return ()
    hits: list[Hit] = []
    for result in results:
        cancel.raise_if_cancelled()
        for number, block in enumerate(result.blocks):
            source = block.markdown
            for match in pattern.finditer(source):
                if match["hit"]:
                    start, end = match.span("hit")
                    context = _context(source, start, end)
                    hits.append(Hit(result.page, number, start, end, context))
    return tuple(hits)


def _pattern(text: str, *, case: bool) -> re.Pattern[str] | None:
    words = unicodedata.normalize("NFC", text).split()
    if not words:
        return None
    blank = _BLANK.replace(r"|\|", "") if "|" in text else _BLANK
    hit = (_UNSEEN + blank).join(_word(word, first=not place) for place, word in enumerate(words))
    # Tags come first, so that nothing is found inside them; characters that are written by name
    # come last, so that nothing is found inside their names.
    return re.compile(f"{_TAG}|(?P<hit>{hit})|{_ENTITY}", 0 if case else re.IGNORECASE)


def _word(word: str, *, first: bool) -> str:
    parts = []
    for place, char in enumerate(word):
        if char in _MARKS:
            parts.append(r"\\?" + re.escape(char))
            continue
        # What comes before the first letter does not belong to what was found.
        if place or not first:
            parts.append(_UNSEEN)
        parts.append(_WRITTEN.get(char, re.escape(char)))
    return "".join(parts)


def _context(source: str, start: int, end: int) -> str:
    before = _plain(source[max(0, start - 4 * _AROUND) : start])
    after = _plain(source[end : end + 4 * _AROUND])
    if len(before) > _AROUND:
        before = "…" + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + "…"
    return " ".join(f"{before}{_plain(source[start:end])}{after}".split())


def _plain(source: str) -> str:
    """The words of a piece of Markdown; the ends of the piece may cut through a tag."""
    whole = re.sub(r"^[^<>]*>|<[^<>]*$", "", source) if "<" in source or ">" in source else source
    return html.unescape(_SEEN.sub(lambda mark: "" if mark[0][0] in _MARKS else " ", whole))
