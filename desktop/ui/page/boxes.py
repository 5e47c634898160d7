"""Painting the boxes of a page: what each looks like, and nothing of what they mean."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from desktop.model.blocks import Label
from desktop.model.geometry import Box
from desktop.ui.colours import colour, line
from desktop.ui.page.paper import on_page
from desktop.ui.page.shapes import Shape

#: Widths of lines in units of the window, whatever the zoom.
THIN, THICK, HALO = 1.6, 3.2, 1.6
#: Room around the page for lines and badges that stick out, as a share of its longer side.
OUTSIDE = 0.03
_FOUND = QColor("#ffd400")
_PLACE, _PLACE_EDGE = QColor("#ff9500"), QColor("#1a1a1a")
_WHITE = QColor(255, 255, 255, 140)


@dataclass(frozen=True, slots=True)
class Looks:
    """How the boxes of a page are shown.

    ``lit`` is the block that is pointed at (-1: none), ``found`` those with hits of a search,
    ``hidden`` the labels that are not wanted, ``places`` what was located on the page, ``reading``
    says that the page is still being read, and the last block with it.
    """

    lit: int = -1
    found: frozenset[int] = frozenset()
    hidden: frozenset[Label] = frozenset()
    shown: bool = True
    numbers: bool = False
    places: tuple[Box, ...] = ()
    reading: bool = False


class Boxes(QGraphicsItem):
    """All boxes of a page, painted at once; the page's corner is the scene's origin."""

    def __init__(self) -> None:
        super().__init__()
        self.size = QSizeF(595.0, 842.0)
        self.shapes: tuple[Shape, ...] = ()
        self.looks = Looks()

    def set_size(self, size: QSizeF) -> None:
        """The page's size in points."""
        self.prepareGeometryChange()
        self.size = size

    def show_shapes(self, shapes: tuple[Shape, ...]) -> None:
        """Other boxes."""
        if shapes != self.shapes:
            self.shapes = shapes
            self.update()

    def show_looks(self, looks: Looks) -> None:
        """The same boxes with other looks."""
        if looks != self.looks:
            self.looks = looks
            self.update()

    def boundingRect(self) -> QRectF:
        """The page and what sticks out of it."""
        page = QRectF(QPointF(0.0, 0.0), self.size)
        around = max(page.width(), page.height()) * OUTSIDE
        return page.adjusted(-around, -around, around, around)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Boxes in reading order, the lit one above the others, places that were located on top."""
        looks = self.looks
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        lit = None
        for place, shape in enumerate(self.shapes):
            if shape.block == looks.lit:
                lit = shape
            elif self._is_seen(shape):
                newest = looks.reading and place == len(self.shapes) - 1
                self._draw(painter, shape, THIN, 70 if newest else 34 if looks.reading else 16)
        if lit is not None:
            self._draw(painter, lit, THICK, 60)
        if looks.numbers and looks.shown:
            for shape in self.shapes:
                if self._is_seen(shape):
                    self._number(painter, shape)
        for box in looks.places:
            self._place(painter, box)

    def _is_seen(self, shape: Shape) -> bool:
        if shape.block in self.looks.found:
            return True
        return self.looks.shown and shape.label not in self.looks.hidden

    def _draw(self, painter: QPainter, shape: Shape, width: float, fill: int) -> None:
        tint = colour(shape.label, False)
        style = Qt.PenStyle.DotLine if self.looks.reading else line(shape.label)
        under = _cosmetic(_WHITE, width + HALO, Qt.PenStyle.SolidLine)
        over = _cosmetic(tint, width, style)
        inside = _thinned(tint, fill)
        if shape.block in self.looks.found:
            inside = _thinned(_FOUND, 110)
            over.setWidthF(max(width, 2.4))
        for box in shape.boxes:
            rect = on_page(box, self.size)
            painter.setPen(under)
            painter.setBrush(QBrush(inside))
            painter.drawRect(rect)
            painter.setPen(over)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect)

    def _place(self, painter: QPainter, box: Box) -> None:
        """Where something was located: orange between two dark lines, unlike any label's box."""
        rect = on_page(box, self.size)
        painter.setBrush(QBrush(_thinned(_PLACE, 70)))
        painter.setPen(_cosmetic(_PLACE_EDGE, 6.0, Qt.PenStyle.SolidLine))
        painter.drawRect(rect)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(_cosmetic(_PLACE, 3.0, Qt.PenStyle.SolidLine))
        painter.drawRect(rect)

    def _number(self, painter: QPainter, shape: Shape) -> None:
        """The place in the reading order on a badge at the box's corner, of one size always."""
        corner = painter.worldTransform().map(on_page(shape.boxes[0], self.size).topLeft())
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(painter.font())
        font.setPixelSize(12)
        font.setBold(True)
        painter.setFont(font)
        text = str(shape.number)
        width = max(18.0, QFontMetricsF(font).horizontalAdvance(text) + 8.0)
        badge = QRectF(corner.x() - 5.0, corner.y() - 9.0, width, 18.0)
        painter.setPen(QPen(_WHITE, 1.5))
        painter.setBrush(colour(shape.label, False))
        painter.drawRoundedRect(badge, 9.0, 9.0)
        painter.setPen(Qt.GlobalColor.white)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()


def labels_of(shapes: Collection[Shape]) -> dict[Label, int]:
    """How many blocks of each label there are, in the order of ``Label``."""
    counts = dict.fromkeys(Label, 0)
    for shape in shapes:
        counts[shape.label] += 1
    return {label: count for label, count in counts.items() if count}


def _cosmetic(tint: QColor, width: float, style: Qt.PenStyle) -> QPen:
    pen = QPen(tint, width, style)
    pen.setCosmetic(True)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return pen


def _thinned(tint: QColor, alpha: int) -> QColor:
    thin = QColor(tint)
    thin.setAlpha(alpha)
    return thin
