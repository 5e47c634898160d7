"""Lines around boxes and badges on them, made once for a zoom and then drawn straight on pixels.

Qt's own dashed lines take a tenth of a millisecond each, which two hundred boxes make a frame that
comes too late. Boxes are upright, so their lines are filled rectangles, and dashes are tiles.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle
from typing import TypeVar

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap

_Key = TypeVar("_Key")
_Line = Qt.PenStyle
#: On, off, on, off … in widths of the line.
_DASHES = {
    _Line.DashLine: (4, 2),
    _Line.DotLine: (1, 1),
    _Line.DashDotLine: (4, 2, 1, 2),
}
#: Tiles are about so many pixels long: many short ones would be slow again.
_TILE = 240
#: How many tiles and badges are kept.
_KEPT = 1_000
_WHITE = QColor(255, 255, 255, 140)


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle in pixels, and the line around it."""

    rect: QRect
    tint: QColor
    style: Qt.PenStyle


@dataclass(frozen=True, slots=True)
class _Fill:
    rects: list[QRect]
    tint: QColor


@dataclass(frozen=True, slots=True)
class _Tiles:
    rect: QRect
    tile: QPixmap


class Strokes:
    """Tiles and badges, kept once they are drawn."""

    def __init__(self) -> None:
        self._tiles: OrderedDict[tuple[int, Qt.PenStyle, int, bool], QPixmap] = OrderedDict()
        self._badges: OrderedDict[tuple[int, int, float], QPixmap] = OrderedDict()

    def tile(self, tint: QColor, style: Qt.PenStyle, width: int, upright: bool) -> QPixmap:
        """A piece of a dashed line."""
        key = (tint.rgba(), style, width, upright)
        if key not in self._tiles:
            _keep(self._tiles, key, _tile(tint, style, width, upright))
        return self._tiles[key]

    def badge(self, number: int, tint: QColor, ratio: float) -> QPixmap:
        """A number on a coloured ground; ``ratio`` pixels a window unit."""
        key = (number, tint.rgba(), ratio)
        if key not in self._badges:
            _keep(self._badges, key, _badge(str(number), tint, ratio))
        return self._badges[key]


class Sketch:
    """What is to be drawn, in the order in which it was added, in whole pixels."""

    def __init__(self, strokes: Strokes) -> None:
        self._strokes = strokes
        self._parts: list[_Fill | _Tiles] = []

    def fill(self, rects: list[QRect], tint: QColor) -> None:
        """Filled rectangles; one call for many of them costs a tenth of as many calls."""
        if rects:
            self._parts.append(_Fill(rects, tint))

    def frames(self, frames: Sequence[Frame], width: int, ground: int = 0) -> None:
        """Lines of ``width`` pixels around rectangles: boxes are tight, and words lie close by.

        On lighter ground of ``ground`` pixels, so that they stand out from dark pictures too.
        """
        if ground:
            outside = width + (ground - width) // 2
            lighter = [edge for each in frames for edge, _ in edges(each.rect, ground, outside)]
            self.fill(lighter, _WHITE)
        solid: dict[int, list[QRect]] = {}
        for each in frames:
            for edge, upright in edges(each.rect, width, width):
                if each.style is _Line.SolidLine:
                    solid.setdefault(each.tint.rgba(), []).append(edge)
                else:
                    tile = self._strokes.tile(each.tint, each.style, width, upright)
                    self._parts.append(_Tiles(edge, tile))
        for rgba, rects in solid.items():
            self.fill(rects, QColor.fromRgba(rgba))

    def badge(self, corner: QPoint, number: int, tint: QColor, ratio: float) -> None:
        """A number at the corner of a box; ``ratio`` pixels a window unit."""
        badge = self._strokes.badge(number, tint, ratio)
        at = corner - QPoint(round(5 * ratio), round(9 * ratio))
        self._parts.append(_Tiles(QRect(at, badge.size()), badge))

    def draw(self, painter: QPainter) -> None:
        """Draw it all with a painter whose unit is a pixel."""
        painter.setPen(Qt.PenStyle.NoPen)
        for part in self._parts:
            if isinstance(part, _Tiles):
                painter.drawTiledPixmap(part.rect, part.tile)
            else:
                painter.setBrush(part.tint)
                painter.drawRects(part.rects)


def edges(rect: QRect, width: int, outside: int) -> tuple[tuple[QRect, bool], ...]:
    """The four edges of a rectangle, ``width`` wide, and whether each is upright.

    ``outside`` pixels of the width lie outside of the rectangle, the others inside.
    """
    left, top = rect.left() - outside, rect.top() - outside
    # The last pixel of a QRect is the one before its end.
    right = rect.left() + rect.width() - width + outside
    bottom = rect.top() + rect.height() - width + outside
    across, down = max(0, right - left + width), max(0, bottom - top - width)
    return (
        (QRect(left, top, across, width), False),
        (QRect(left, bottom, across, width), False),
        (QRect(left, top + width, width, down), True),
        (QRect(right, top + width, width, down), True),
    )


def _tile(tint: QColor, style: Qt.PenStyle, width: int, upright: bool) -> QPixmap:
    dashes = [length * width for length in _DASHES[style]]
    length = sum(dashes) * max(1, _TILE // sum(dashes))
    tile = QPixmap(width, length) if upright else QPixmap(length, width)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    place, on = 0, True
    for dash in cycle(dashes):
        if place >= length:
            break
        if on:
            dashed = QRect(0, place, width, dash) if upright else QRect(place, 0, dash, width)
            painter.fillRect(dashed, tint)
        place, on = place + dash, not on
    painter.end()
    return tile


def _badge(text: str, tint: QColor, ratio: float) -> QPixmap:
    font = QFont()
    font.setPixelSize(round(12 * ratio))
    font.setBold(True)
    height = round(18 * ratio)
    width = max(height, QFontMetrics(font).horizontalAdvance(text) + round(8 * ratio))
    pixmap = QPixmap(width + 2, height + 2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    painter.setPen(QPen(_WHITE, 1.5 * ratio))
    painter.setBrush(tint)
    ground = QRectF(1, 1, width, height)
    painter.drawRoundedRect(ground, height / 2, height / 2)
    painter.setPen(Qt.GlobalColor.white)
    painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return pixmap


def _keep(kept: OrderedDict[_Key, QPixmap], key: _Key, pixmap: QPixmap) -> None:
    kept[key] = pixmap
    if len(kept) > _KEPT:
        kept.popitem(last=False)
