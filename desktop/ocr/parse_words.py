"""Replies whose tags hold the words themselves (``OCR this image``, ``Locate …``), tags stripped.

    words[[x1, y1, x2, y2]]

With their tokens such replies are read by ``parse_scan``; without them nothing marks where the
words begin but the end of the box before them.
"""

from __future__ import annotations

import re

from desktop.ocr.parse_boxes import read_boxes
from desktop.ocr.parse_tags import Segment

_QUAD = r"\[[^\[\]\n]{1,80}\]"
_BOX = re.compile(rf"\[{_QUAD}(?:[ ,]{{0,3}}{_QUAD})*\]?")
#: A box that the reply breaks off in.
_CUT_BOX = re.compile(r"\[{1,2}[-\d., \t]{0,60}\Z")


def scan_words(text: str) -> list[Segment]:
    """Each box with the words before it; what follows the last box is a region without a tag."""
    segments: list[Segment] = []
    at = 0
    for match in _BOX.finditer(text):
        boxes, odd = read_boxes(match.group())
        if not boxes and not odd:
            continue
        words = " ".join(text[at : match.start()].split())
        end = match.end()
        segments.append(Segment(words, at, end, end, boxes, odd))
        at = end
    cut = _CUT_BOX.search(text, max(at, len(text) - 100))
    end = cut.start() if cut else len(text)
    if text[at:end].strip():
        segments.append(Segment("", at, at, end, tagged=False))
    return segments
