"""What tags look like, in all dialects and in all the ways in which they are broken."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from desktop.model.geometry import Box
from desktop.ocr.parse_boxes import Oddity

#: Where the inside of a ref ends for want of a closing tag, in characters.
LONGEST_LABEL = 40
#: Junk between two tags that belong together may be this long.
LONGEST_JUNK = 80

MARK = re.compile(
    r"""
      <[|｜]\ ?(?P<close>/?)(?P<kind>ref|det)\ ?[|｜]>
    | (?P<page><PAGE>|<---\ ?Page\ Split\ ?--->)
    | ^[ \t]{0,8}(?:
          (?P<divider>-{3,9}\ ?[Pp]age\ \d{1,6}\ ?-{3,9}[ \t]*$)
        | (?P<label>[A-Za-z][A-Za-z_-]{0,39}(?:\ [a-z]{1,20})?)[ \t]{0,2}(?=\[)
      )
    """,
    re.VERBOSE | re.MULTILINE,
)
QUAD = r"\[[^\[\]\n]{0,80}\]"
#: ``[[1, 2, 3, 4], [5, 6, 7, 8]]``; the last bracket is sometimes forgotten.
DOUBLE = re.compile(rf"\[{QUAD}(?:[ ,]{{0,3}}{QUAD})*\]?")
SINGLE = re.compile(r"\[\s?-?\d{1,5}(?:[ ,]{1,3}-?\d{1,5}){3}\s?\]")
NEXT_LABEL = re.compile(r"[ \t]{0,2}(?P<label>[A-Za-z][A-Za-z_-]{0,39})[ \t]{0,2}(?=\[\[)")
#: A box between a closed ref and the content, its own tags lost.
BARE = re.compile(r"[ \t]{0,4}(\[{1,2}\s?\d[^\[\]\n]{0,80}\]{1,2})")
#: What opens a det that is never closed: a box, or some junk in brackets, but no formula.
BRACKETED = re.compile(r"\s{0,4}(\[{1,2}[^\[\]\n\\]{0,60}\]{1,3})")
UNFINISHED = re.compile(r"\s{0,4}(?:\[{0,2}[-\d., \t]{0,60}|\[{1,2}[^\[\]\n\\]{0,60})\Z")
NAMED_BOX = re.compile(r"\s{0,4}([A-Za-z][A-Za-z_ -]{0,39}?)\s{0,3}(\[[^\n]*)?\Z")
NAMED_START = re.compile(r"\s{0,4}([A-Za-z][A-Za-z_-]{0,39})\s{0,3}(\[{1,2}[^\[\]\n]{0,80}\]{1,2})")
CJK = re.compile("[\u2e80-\u9fff\uac00-\ud7af]")


class Segment(NamedTuple):
    """One region of a reply.

    ``words`` is what its tag says: a label, or the text itself in the modes that put it there; it
    is empty for text without a tag. ``start`` is where the tag begins, ``body_start`` and
    ``body_end`` enclose the content. ``cut`` says that the reply breaks off inside the tag.
    ``glued`` are labels of tags that were opened and left at once.
    """

    words: str
    start: int
    body_start: int
    body_end: int
    boxes: tuple[Box, ...] = ()
    odd: tuple[Oddity, ...] = ()
    tagged: bool = True
    cut: bool = False
    glued: tuple[str, ...] = ()


@dataclass(slots=True)
class Tag:
    """A tag as it is being read; ``after`` is the offset behind it, ``used`` the marks it took."""

    words: str
    start: int
    after: int
    used: int
    payload: str | None = None
    cut: bool = False
    glued: tuple[str, ...] = ()
