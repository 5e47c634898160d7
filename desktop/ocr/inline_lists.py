"""Items of a list that a model has glued together on one line."""

from __future__ import annotations

import re

_GLUE = re.compile(r"(?<=[^\W\d_A-Z]|[.;:!?)])- (?=[A-ZÀ-ÖØ-Þ][^\W\d_A-Z])")
_DOT_GLUE = re.compile(r"[•●▪‣]")
_LAST_WORD = re.compile(r"[^\W\d_]+\Z")
#: Prefixes that stand before a capital with a hyphen: no item ends with them.
_PREFIXES = frozenset(
    {
        *(
            "all",
            "anti",
            "co",
            "cross",
            "e",
            "ex",
            "extra",
            "inter",
            "intra",
            "mid",
            "mini",
            "multi",
        ),
        *(
            "neo",
            "non",
            "nord",
            "ost",
            "pan",
            "post",
            "pre",
            "pro",
            "pseudo",
            "quasi",
            "re",
            "semi",
        ),
        *("sub", "süd", "trans", "ultra", "un", "west", "x"),
    }
)
#: An item that is cut off another one has at least so many words.
_FEWEST_WORDS = 4
#: How far around a seam one looks for them, in characters.
_LOOK = 200


def split_glued(item: str) -> list[str]:
    """The items of a list that a model has written as one (``…offers- Shortly after…``).

    Split only where a lower-case word is followed by ``- `` and a capitalised one, and both sides
    are long enough to be items; so neither ``- -`` nor ``high- quality`` nor ``Self- Correction``
    nor ``non- English`` is ever split.
    """
    if item.isascii() and "- " not in item:
        return [item]
    if _DOT_GLUE.search(item):
        return [text for part in _DOT_GLUE.split(item) if (text := part.strip())]
    out: list[str] = []
    start = 0
    for match in _GLUE.finditer(item):
        left = item[max(start, match.start() - _LOOK) : match.start()]
        last = _LAST_WORD.search(left)
        if last is not None and (not last.group().islower() or last.group() in _PREFIXES):
            continue
        if _few_words(left) or _few_words(item[match.end() : match.end() + _LOOK]):
            continue
        out.append(item[start : match.start()])
        start = match.end()
    out.append(item[start:])
    return out


def _few_words(text: str) -> bool:
    return len(text.split(maxsplit=_FEWEST_WORDS)) < _FEWEST_WORDS
