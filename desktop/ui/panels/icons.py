"""Small signs for states and actions: each has its own shape, so that none needs its colour."""

from __future__ import annotations

import math
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPalette, QPen, QPixmap, QPolygonF

from desktop.ui.theme import is_dark


class Sign(Enum):
    """What a sign says."""

    WAITING = auto()
    RUNNING = auto()
    PAUSED = auto()
    DONE = auto()
    FAILED = auto()
    CANCELLED = auto()
    WARNING = auto()
    STARTING = auto()
    READY = auto()
    STOPPED = auto()
    AGAIN = auto()
    CLOSE = auto()
    COPY = auto()
    NEXT = auto()


#: Sign: (on light ground, on dark ground); the others take the text's colour.
_COLOURS = {
    Sign.RUNNING: ("#1d57b8", "#82b1ff"),
    Sign.STARTING: ("#1d57b8", "#82b1ff"),
    Sign.DONE: ("#1b7a43", "#6fd69a"),
    Sign.READY: ("#1b7a43", "#6fd69a"),
    Sign.WARNING: ("#8a5a00", "#ffb951"),
    Sign.FAILED: ("#b3261e", "#ff8a80"),
}
_SIZES = (16, 24, 32, 48)


def tint(sign: Sign, colours: QPalette) -> QColor:
    """The colour of a sign on the ground of a palette."""
    if sign in _COLOURS:
        return QColor(_COLOURS[sign][int(is_dark(colours))])
    return colours.color(QPalette.ColorRole.ButtonText)


class Icons:
    """Draws signs and keeps them; belongs to a widget or a model and goes with it."""

    def __init__(self) -> None:
        self._made: dict[tuple[Sign, int], QIcon] = {}

    def icon(self, sign: Sign, colours: QPalette, *, tone: QColor | None = None) -> QIcon:
        """The icon of a sign, in its own colour or in ``tone``."""
        tone = tone or tint(sign, colours)
        selected = colours.color(QPalette.ColorRole.HighlightedText)
        key = (sign, tone.rgba())
        if key not in self._made:
            icon = QIcon()
            faint = QColor(tone)
            faint.setAlphaF(0.4)
            for size in _SIZES:
                icon.addPixmap(_drawn(sign, tone, size), QIcon.Mode.Normal)
                icon.addPixmap(_drawn(sign, faint, size), QIcon.Mode.Disabled)
                icon.addPixmap(_drawn(sign, selected, size), QIcon.Mode.Selected)
            self._made[key] = icon
        return self._made[key]


def _drawn(sign: Sign, colour: QColor, size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / 16, size / 16)
    paint(painter, sign, colour)
    painter.end()
    return pixmap


def paint(painter: QPainter, sign: Sign, colour: QColor) -> None:
    """Draw a sign into a square of 16 by 16."""
    pen = QPen(colour, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    filled = sign in (Sign.RUNNING, Sign.PAUSED, Sign.READY, Sign.STOPPED)
    if filled:
        painter.setBrush(colour)
    painter.drawPath(_PATHS[sign]())
    if sign is Sign.STARTING:
        painter.setBrush(colour)
        painter.drawPie(QRectF(3, 3, 10, 10), 90 * 16, -180 * 16)
    elif sign is Sign.WARNING:
        painter.setBrush(colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(QPointF(8, 11.4), 0.95, 0.95)
    elif sign is Sign.AGAIN:
        painter.setBrush(colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPolygon(QPolygonF([QPointF(9, 0.5), QPointF(9, 6.5), QPointF(13, 3.4)]))


def _polyline(*points: tuple[float, float], closed: bool = False) -> QPainterPath:
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(QPointF(*point))
    if closed:
        path.closeSubpath()
    return path


def _ring() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QRectF(3, 3, 10, 10))
    return path


def _bars() -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF(4, 4, 2, 8))
    path.addRect(QRectF(10, 4, 2, 8))
    return path


def _square() -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF(4, 4, 8, 8))
    return path


def _cross() -> QPainterPath:
    path = _polyline((4, 4), (12, 12))
    path.addPath(_polyline((12, 4), (4, 12)))
    return path


def _triangle() -> QPainterPath:
    path = _polyline((8, 2), (14.4, 13.6), (1.6, 13.6), closed=True)
    path.addPath(_polyline((8, 6.4), (8, 9)))
    return path


def _forbidden() -> QPainterPath:
    path = _ring()
    inner = 5 * math.sqrt(0.5)
    path.addPath(_polyline((8 - inner, 8 + inner), (8 + inner, 8 - inner)))
    return path


def _arc() -> QPainterPath:
    path = QPainterPath()
    path.arcMoveTo(QRectF(3, 3.4, 10, 10), 80)
    path.arcTo(QRectF(3, 3.4, 10, 10), 80, 290)
    return path


def _sheets() -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF(2.5, 2.5, 7, 8))
    path.addPath(_polyline((12.5, 5.5), (13.5, 5.5), (13.5, 13.5), (6, 13.5), (6, 12.8)))
    return path


def _arrow() -> QPainterPath:
    path = _polyline((2.5, 8), (13, 8))
    path.addPath(_polyline((9, 4), (13, 8), (9, 12)))
    return path


_PATHS = {
    Sign.WAITING: _ring,
    Sign.RUNNING: lambda: _polyline((5, 3.4), (12.4, 8), (5, 12.6), closed=True),
    Sign.PAUSED: _bars,
    Sign.DONE: lambda: _polyline((3, 8.6), (6.6, 12), (13, 4.4)),
    Sign.FAILED: _cross,
    Sign.CLOSE: _cross,
    Sign.CANCELLED: _forbidden,
    Sign.WARNING: _triangle,
    Sign.STARTING: _ring,
    Sign.READY: _ring,
    Sign.STOPPED: _square,
    Sign.AGAIN: _arc,
    Sign.COPY: _sheets,
    Sign.NEXT: _arrow,
}
