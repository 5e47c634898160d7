"""The small signs on the page's tool bar, drawn as lines on a grid of 16."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPainterPath, QPalette, QPen, QPixmap

_SIZES = (16, 24, 32, 48)
Point = tuple[float, float]

#: Sign: lines through points, and rectangles (left, top, width, height).
_LINES: dict[str, tuple[tuple[Point, ...], ...]] = {
    "back": (((10, 3.5), (5.5, 8), (10, 12.5)),),
    "on": (((6, 3.5), (10.5, 8), (6, 12.5)),),
    "in": (((3, 8), (13, 8)), ((8, 3), (8, 13))),
    "out": (((3, 8), (13, 8)),),
    "width": (
        ((2, 2.5), (2, 13.5)),
        ((14, 2.5), (14, 13.5)),
        ((4.5, 8), (11.5, 8)),
        ((6.5, 6), (4.5, 8), (6.5, 10)),
        ((9.5, 6), (11.5, 8), (9.5, 10)),
    ),
    "page": (
        ((2, 5), (2, 2), (5, 2)),
        ((11, 2), (14, 2), (14, 5)),
        ((14, 11), (14, 14), (11, 14)),
        ((5, 14), (2, 14), (2, 11)),
    ),
    "boxes": (),
    "numbers": (((8.5, 4), (14, 4)), ((8.5, 12), (14, 12)), ((4, 7), (4, 9))),
    "locate": (((8, 1), (8, 4)), ((8, 12), (8, 15)), ((1, 8), (4, 8)), ((12, 8), (15, 8))),
    "close": (((4, 4), (12, 12)), ((12, 4), (4, 12))),
}
_RECTANGLES: dict[str, tuple[tuple[float, float, float, float], ...]] = {
    "page": ((5, 4.5, 6, 7),),
    "boxes": ((2, 2, 12, 4), (2, 8.5, 5, 5.5), (9, 8.5, 5, 5.5)),
}
_RINGS: dict[str, tuple[float, float, float]] = {"locate": (8, 8, 4.2)}
_DIGITS: dict[str, tuple[tuple[str, float], ...]] = {"numbers": (("1", 0.5), ("2", 8.5))}


def sign(name: str, colours: QPalette) -> QIcon:
    """A sign in the colour of a palette's buttons."""
    tone = colours.color(QPalette.ColorRole.ButtonText)
    faint = QColor(tone)
    faint.setAlphaF(0.35)
    icon = QIcon()
    for size in _SIZES:
        icon.addPixmap(_drawn(name, tone, size), QIcon.Mode.Normal)
        icon.addPixmap(_drawn(name, faint, size), QIcon.Mode.Disabled)
    return icon


def _drawn(name: str, tone: QColor, size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / 16, size / 16)
    pen = QPen(tone, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    for points in _LINES[name]:
        path = QPainterPath(QPointF(*points[0]))
        for point in points[1:]:
            path.lineTo(QPointF(*point))
        painter.drawPath(path)
    for rectangle in _RECTANGLES.get(name, ()):
        painter.drawRect(QRectF(*rectangle))
    if name in _RINGS:
        x, y, radius = _RINGS[name]
        painter.drawEllipse(QPointF(x, y), radius, radius)
    font = QFont()
    font.setPixelSize(8)
    font.setBold(True)
    painter.setFont(font)
    for digit, top in _DIGITS.get(name, ()):
        painter.drawText(QRectF(0.5, top - 1, 7, 9), Qt.AlignmentFlag.AlignCenter, digit)
    painter.end()
    return pixmap
