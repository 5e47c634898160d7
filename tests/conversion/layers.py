"""Text layers made by hand: lines on a page of 600 × 800 points."""

from __future__ import annotations

from desktop.model.document import TextLayer, TextLine
from desktop.model.geometry import Box

WIDE, HIGH = 600.0, 800.0
SIZE = 10.0


def line(
    text: str, x: float, y: float, *, size: float = SIZE, advance: float = 0.0, bold: bool = False
) -> TextLine:
    """A line that begins at ``x``, ``y`` points from the page's upper left corner.

    Characters are ``advance`` points wide, else as in a usual font: half a size on the average.
    """
    edges = []
    at = x
    for c in text:
        width = advance or size * (0.28 if c in "iljtf.,:;! " else 0.8 if c in "mwMW" else 0.5)
        edges.append((at / WIDE, (at + width) / WIDE))
        at += width
    box = Box(x / WIDE, y / HIGH, at / WIDE, (y + 1.2 * size) / HIGH)
    return TextLine(text, box, size / HIGH, bold, tuple(edges))


def lines(
    *texts: str, x: float = 60, y: float = 100, pitch: float = 14, advance: float = 0.0
) -> list[TextLine]:
    """Lines one below the other; blanks at the beginning of a text indent it."""
    return [
        line(
            text.lstrip(),
            x + (advance or 5) * (len(text) - len(text.lstrip())),
            y + pitch * i,
            advance=advance,
        )
        for i, text in enumerate(texts)
        if text.strip()
    ]


def layer(*parts: TextLine | list[TextLine]) -> TextLayer:
    """A layer of these lines."""
    every: list[TextLine] = []
    for part in parts:
        every += part if isinstance(part, list) else [part]
    return TextLayer(tuple(every))


def box(x0: float, y0: float, x1: float, y1: float) -> Box:
    """A box given in points."""
    return Box(x0 / WIDE, y0 / HIGH, x1 / WIDE, y1 / HIGH)
