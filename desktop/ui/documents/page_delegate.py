"""Draws a page's tile: its picture, its number, and signs for its state."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.model.states import PageState
from desktop.ui.documents.drawing import ground, ink, small
from desktop.ui.documents.page_model import PageRole
from desktop.ui.panels.icons import Icons, Sign

#: Around a picture, the picture's greatest height, and the size of signs, in logical pixels.
_PAD, PICTURE, _SIGN = 6, 132, 14
#: Width by height of a page without a picture.
_SHAPE = 0.707

_SIGNS = {
    PageState.QUEUED: Sign.WAITING,
    PageState.RUNNING: Sign.RUNNING,
    PageState.DONE: Sign.DONE,
    PageState.BLANK: Sign.DONE,
    PageState.FAILED: Sign.FAILED,
    PageState.CANCELLED: Sign.CANCELLED,
}


class PageDelegate(QStyledItemDelegate):
    """For the rows of a ``PageModel``; all tiles are equally large."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self._icons = Icons()
        #: How wide a tile is; the view sets it so that its width is filled.
        self.width = 100

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """The same for every page."""
        return self.size()

    def size(self) -> QSize:
        """A tile's size."""
        line = max(QFontMetrics(small(self._view.font())).height(), _SIGN)
        return QSize(self.width, PICTURE + line + 3 * _PAD)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the tile."""
        full = QStyleOptionViewItem(option)
        self.initStyleOption(full, index)
        painter.save()
        ground(painter, full, self._view)
        inside = full.rect.adjusted(_PAD, _PAD, -_PAD, -_PAD)
        room = QRect(inside.left(), inside.top(), inside.width(), PICTURE)
        self._draw_picture(painter, full, index, room)
        line = inside.adjusted(0, PICTURE + _PAD // 2, 0, 0)
        self._draw_line(painter, full, index, line)
        painter.restore()

    def _draw_picture(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        room: QRect,
    ) -> None:
        picture = index.data(PageRole.PICTURE)
        running = _state(index) is PageState.RUNNING
        role = QPalette.ColorRole
        if isinstance(picture, QPixmap) and not picture.isNull():
            sheet = _fitted(picture.width() / picture.height(), room)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(sheet, picture)
        else:
            sheet = _fitted(_SHAPE, room)
            painter.fillRect(sheet, option.palette.color(role.AlternateBase))
            if index.data(PageRole.TROUBLE):
                place = QRect(0, 0, 2 * _SIGN, 2 * _SIGN)
                place.moveCenter(sheet.center())
                self._icons.icon(Sign.WARNING, option.palette).paint(painter, place)
        pen = QPen(option.palette.color(role.Accent if running else role.Mid), 2 if running else 1)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(sheet.adjusted(0, 0, -1, -1))

    def _draw_line(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        line: QRect,
    ) -> None:
        """The sign of its state, its number, and a pen if a person changed its text."""
        font = small(option.font)
        metrics = QFontMetrics(font)
        edited = bool(index.data(PageRole.EDITED))
        number = option.text
        wide = _SIGN + 4 + metrics.horizontalAdvance(number) + (_SIGN + 4 if edited else 0)
        start = line.left() + max(0, (line.width() - wide) // 2)
        top = line.center().y() - _SIGN // 2
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        tone = ink(option) if selected else None
        icon = self._icons.icon(_sign(index), option.palette, tone=tone)
        icon.paint(painter, QRect(start, top, _SIGN, _SIGN))
        painter.setFont(font)
        painter.setPen(ink(option))
        text = QRect(start + _SIGN + 4, line.top(), line.width(), line.height())
        painter.drawText(text, int(Qt.AlignmentFlag.AlignVCenter), number)
        if edited:
            place = QRectF(start + wide - _SIGN, top, _SIGN, _SIGN)
            _draw_pen(painter, place, ink(option, dim=True))


def _state(index: QModelIndex | QPersistentModelIndex) -> PageState:
    # On its way through Qt it becomes a plain text.
    return PageState(index.data(PageRole.STATE))


def _sign(index: QModelIndex | QPersistentModelIndex) -> Sign:
    state = _state(index)
    if state is not PageState.FAILED and index.data(PageRole.DOUBTFUL):
        return Sign.WARNING
    return _SIGNS[state]


def _fitted(shape: float, room: QRect) -> QRect:
    """The largest rectangle of a shape (width by height) in the middle of a room, at its foot."""
    high = min(room.height(), round(room.width() / shape))
    wide = min(room.width(), round(high * shape))
    left = room.left() + (room.width() - wide) // 2
    return QRect(left, room.bottom() + 1 - high, wide, high)


def _draw_pen(painter: QPainter, place: QRectF, colour: QColor) -> None:
    """A small pen, drawn on a grid of 16."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(place.topLeft())
    painter.scale(place.width() / 16, place.height() / 16)
    painter.setPen(QPen(colour, 1.5))
    points = ((3, 13), (4, 9.5), (11, 2.5), (13.5, 5), (6.5, 12))
    painter.drawPolygon(QPolygonF([QPointF(*point) for point in points]))
    painter.restore()
