"""The words of a reply without its tags, boxes, HTML and fill characters, and where they stood.

Loops are looked for in these words: markup repeats itself on every honest page, and so do the dots
of a table of contents and the blanks of a form.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.ocr.parse_labels import known_label
from desktop.ocr.parse_tags import Segment

_NOISE = re.compile(r"<[^<>\n]{1,200}>|[\s.·…_\-=*~|]{6,}")


@dataclass(frozen=True, slots=True)
class Visible:
    """``text`` with, for each piece of it, where it begins in ``text`` and where in the reply."""

    text: str
    offsets: tuple[int, ...]
    raw_offsets: tuple[int, ...]

    def raw_offset(self, offset: int) -> int:
        """Where in the reply the character at ``offset`` of ``text`` stands."""
        piece = bisect_right(self.offsets, offset) - 1
        if piece < 0:
            return 0
        return self.raw_offsets[piece] + offset - self.offsets[piece]


def visible(raw: str, segments: Sequence[Segment]) -> Visible:
    """The words of the reply ``raw``, whose regions are ``segments``."""
    pieces: list[str] = []
    offsets: list[int] = []
    raw_offsets: list[int] = []
    length = 0

    def add(begin: int, end: int) -> None:
        nonlocal length
        if begin < end:
            pieces.append(raw[begin:end])
            offsets.append(length)
            raw_offsets.append(begin)
            length += end - begin

    def gap(at: int) -> None:
        nonlocal length
        if pieces and pieces[-1] != " ":
            pieces.append(" ")
            offsets.append(length)
            raw_offsets.append(at)
            length += 1

    for segment in segments:
        gap(segment.start)
        if segment.tagged and segment.words and known_label(segment.words) is None:
            # The words may be inside the tag itself.
            at = raw.find(segment.words, segment.start, segment.body_start)
            if at >= 0:
                add(at, at + len(segment.words))
                gap(segment.body_start)
        at = segment.body_start
        for noise in _NOISE.finditer(raw, segment.body_start, segment.body_end):
            add(at, noise.start())
            gap(noise.start())
            at = noise.end()
        add(at, segment.body_end)
    return Visible("".join(pieces), tuple(offsets), tuple(raw_offsets))
