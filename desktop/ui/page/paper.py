"""The sheet: white paper with the page's picture, and a sharper picture of a part of it on top."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from desktop.model.geometry import Box
from desktop.ui.page.pictures import Picture

#: The sheet's shadow in units of the window, whatever the zoom.
SHADOW = 2.0
_SHADE = QColor(0, 0, 0, 46)
_EDGE = QColor(0, 0, 0, 90)


def on_page(box: Box, size: QSizeF) -> QRectF:
    """A box in the scene, whose unit is a point and whose origin is the page's corner."""
    return QRectF(
        box.x0 * size.width(),
        box.y0 * size.height(),
        box.width * size.width(),
        box.height * size.height(),
    )


class Paper(QGraphicsItem):
    """A page without what is drawn on top of it, in points."""

    def __init__(self) -> None:
        super().__init__()
        self.size = QSizeF(595.0, 842.0)
        self.whole: Picture | None = None
        self.part: Picture | None = None

    def set_size(self, size: QSizeF) -> None:
        """Another sheet: nothing on it."""
        self.prepareGeometryChange()
        self.size = size
        self.whole = self.part = None

    def show_whole(self, picture: Picture | None) -> None:
        """A picture of all of the page."""
        self.whole = picture
        self.update()

    def show_part(self, picture: Picture | None) -> None:
        """A sharper picture of a part."""
        self.part = picture
        self.update()

    @property
    def sheet(self) -> QRectF:
        """The page's rectangle in the scene."""
        return QRectF(QPointF(0.0, 0.0), self.size)

    def boundingRect(self) -> QRectF:
        """The sheet and its shadow."""
        around = max(self.size.width(), self.size.height()) * 0.02
        return self.sheet.adjusted(-around, -around, around, around)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Shadow, paper, pictures."""
        sheet = self.sheet
        shadow = SHADOW / painter.worldTransform().m11()
        painter.fillRect(sheet.translated(shadow, shadow), _SHADE)
        painter.fillRect(sheet, Qt.GlobalColor.white)
        for picture in (self.whole, self.part):
            if picture is not None:
                part = picture.wanted.crop
                draw(painter, sheet if part is None else on_page(part, self.size), picture)
        edge = painter.pen()
        edge.setColor(_EDGE)
        edge.setCosmetic(True)
        painter.setPen(edge)
        painter.drawRect(sheet)


def draw(painter: QPainter, target: QRectF, picture: Picture) -> None:
    """Draw a picture into a rectangle: pixel for pixel if it has just that size, else scaled.

    A picture that fits is put on whole pixels of the screen, so that nothing of it is blurred.
    """
    ratio = painter.device().devicePixelRatio()
    place = painter.worldTransform().mapRect(target)
    image = picture.image
    near = (
        abs(place.width() * ratio - image.width()) < 2.0
        and abs(place.height() * ratio - image.height()) < 2.0
    )
    if not near:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(target, image)
        return
    painter.save()
    painter.resetTransform()
    size = QSizeF(image.width() / ratio, image.height() / ratio)
    corner = QPointF(round(place.left() * ratio) / ratio, round(place.top() * ratio) / ratio)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.drawImage(QRectF(corner, size), image)
    painter.restore()
