"""The official dialect: labelled boxes, each followed by its content.

``<|ref|>LABEL<|/ref|><|det|>[[x1, y1, x2, y2]]<|/det|>``, a line break, the content. Boxes are
0–999 of the page's width and height.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.builtin.geometry import Rect

THOUSANDTHS = 999

#: What a reader of any of the dialects would take for a mark: tags, page marks, bare boxes.
_LOOKS_LIKE_MARK = re.compile(r"<(?=[|｜])|(?<=[|｜])>|<(?=PAGE>)|<(?=-+ ?Page)|\[(?=\[\s*\d)")


@dataclass(frozen=True, slots=True)
class Piece:
    """One labelled part of a page. ``rects`` in pixels of the page image; never empty."""

    label: str
    rects: tuple[Rect, ...]
    content: str = ""


def harmless(text: str) -> str:
    """The text with a space inside whatever would be taken for a mark of the dialect."""
    return _LOOKS_LIKE_MARK.sub(_with_space, text)


def _with_space(found: re.Match[str]) -> str:
    sign = found.group()
    return f" {sign}" if sign == ">" else f"{sign} "


def written(piece: Piece, width: int, height: int) -> str:
    """A piece in the dialect; its content must be harmless already."""
    content = f"{piece.content}\n" if piece.content else ""
    return f"{_tagged(piece.label, piece.rects, width, height)}\n{content}\n"


def written_words(text: str, rect: Rect, width: int, height: int) -> str:
    """A line of words in place: the text stands inside the tag and nothing follows."""
    return f"{_tagged(harmless(text), (rect,), width, height)}\n"


def _tagged(label: str, rects: Sequence[Rect], width: int, height: int) -> str:
    boxes = ", ".join(_box(rect, width, height) for rect in rects)
    return f"<|ref|>{label}<|/ref|><|det|>[{boxes}]<|/det|>"


def _box(rect: Rect, width: int, height: int) -> str:
    """The rectangle in thousandths, never empty."""
    x0, x1 = _thousandths(rect.x0, rect.x1, width)
    y0, y1 = _thousandths(rect.y0, rect.y1, height)
    return f"[{x0}, {y0}, {x1}, {y1}]"


def _thousandths(start: float, end: float, length: int) -> tuple[int, int]:
    first = min(THOUSANDTHS - 1, max(0, round(start * THOUSANDTHS / length)))
    last = min(THOUSANDTHS, max(first + 1, round(end * THOUSANDTHS / length)))
    return first, last
