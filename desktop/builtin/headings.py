"""Which rows are headings, and of which level."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop.builtin.blocks import Usual
from desktop.builtin.sighting import BOLD
from desktop.builtin.texts import TextRow, letters

#: The heading of the document itself is this much taller than the page's usual text.
TITLE_HEIGHT = 1.3
#: Or it has strokes this much wider and is at least a little taller.
TITLE_STROKE = 1.8
TITLE_RISE = 1.12
#: So much taller it is the title although the section headings are bolder, as TeX sets them.
TITLE_TOWERS = 1.5
LONGEST = 120

_NUMBERED = re.compile(
    r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,4}|[A-Z](?:\.\d{1,2}){1,4})(?P<dot>\.?)\s+(?=[^\W\d])"
)
_OTHER_NUMBER = re.compile(
    r"(?:[IVX]{1,5}|[A-Z])\.\s+(?=[^\W\d])|(?:Appendix|Chapter|Part|Section|Kapitel|Anhang|Chapitre)"
    r"\s+[\dA-Z]|第\s*[\d一二三四五六七八九十百]+\s*[章节節部]"
)
_WELL_KNOWN = re.compile(
    r"(?:abstract|introduction|conclusions?|references|bibliography|acknowledge?ments?|keywords|"
    r"contents|table of contents|index terms|ccs concepts|appendix|discussion|results|methods|"
    r"zusammenfassung|einleitung|literatur(?:verzeichnis)?|inhalt(?:sverzeichnis)?|résumé|"
    r"摘要|参考文献|目录|目次|致谢|引言)\s*[.:]?",
    re.IGNORECASE,
)
SENTENCE_END = (".", ",", ";", ":", "。", "，", "；")


def could_be_heading(text: str) -> bool:
    """Whether a text that the layout takes for a heading can be one."""
    return 1 < len(text) <= LONGEST and letters(text) >= max(1, len(text) // 4)


def begins_heading(text: str) -> bool:
    """Whether the words alone say that this row is a heading: a section's number, a known one."""
    if len(text) > LONGEST or text.endswith(SENTENCE_END) or letters(text) * 2 < len(text):
        return _WELL_KNOWN.fullmatch(text) is not None
    return bool(_NUMBERED.match(text) or _OTHER_NUMBER.match(text) or _WELL_KNOWN.fullmatch(text))


def stands_out(row: TextRow, usual: Usual) -> bool:
    """Whether a row is bold or large enough to be a heading among text as ``usual``."""
    return (
        usual.stroke > 0
        and row.stroke >= BOLD * usual.stroke
        and could_be_heading(row.text)
        and not row.text.endswith(SENTENCE_END)
        and letters(row.text) >= 3
    )


def depth(text: str) -> int:
    """How deep the heading lies by its number: 1 for none or ``3``, 2 for ``3.1``, at most 4."""
    found = _NUMBERED.match(text)
    return min(4, found["number"].count(".") + 1) if found else 1


def split_headings(rows: Sequence[TextRow]) -> list[list[TextRow]]:
    """Rows that the layout took for one heading, as the headings that they are.

    A new one begins where a row has a number of its own or is clearly of another size.
    """
    groups: list[list[TextRow]] = []
    for row in rows:
        if groups:
            last = groups[-1][-1]
            numbered = _NUMBERED.match(row.text) and _NUMBERED.match(groups[-1][0].text)
            other_size = max(row.height, last.height) > 1.35 * min(row.height, last.height)
            if not numbered and not other_size:
                groups[-1].append(row)
                continue
        groups.append([row])
    return groups
