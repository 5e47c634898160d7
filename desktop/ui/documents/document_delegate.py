"""Draws a document's row: its name, a line about its state, a bar, and how much is to review."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.ui.documents.document_model import DocumentRole
from desktop.ui.documents.drawing import ground, ink, small
from desktop.ui.panels.icons import Icons, Sign

#: Around the row's content, and the size of signs, in logical pixels.
_PAD, _SIGN = 6, 14
_BAR = 3


class DocumentDelegate(QStyledItemDelegate):
    """For the rows of a ``DocumentModel``; all are equally high."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self._icons = Icons()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Two lines of text, the second one smaller, and the bar."""
        font = self._view.font()
        high = QFontMetrics(font).height() + QFontMetrics(small(font)).height()
        return QSize(120, high + _BAR + 3 * _PAD)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the row."""
        full = QStyleOptionViewItem(option)
        self.initStyleOption(full, index)
        painter.save()
        ground(painter, full, self._view)
        self._draw_edge(painter, full, index)
        inside = full.rect.adjusted(_PAD + 2, _PAD, -_PAD - 2, -_PAD)
        metrics = QFontMetrics(full.font)
        upper = QRect(inside.left(), inside.top(), inside.width(), metrics.height())
        upper.setWidth(upper.width() - self._draw_review(painter, full, index, upper))
        painter.setFont(full.font)
        painter.setPen(ink(full))
        name = metrics.elidedText(full.text, Qt.TextElideMode.ElideMiddle, upper.width())
        painter.drawText(upper, _flags(full), name)
        lower = QRect(inside.left(), upper.bottom() + 3, inside.width(), 0)
        self._draw_line(painter, full, index, lower)
        self._draw_bar(painter, full, index)
        painter.restore()

    def _draw_edge(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """A line between what is worked on and what is finished."""
        above = index.sibling(index.row() - 1, 0)
        if not above.isValid() or not above.data(DocumentRole.UNFINISHED):
            return
        if not index.data(DocumentRole.UNFINISHED):
            painter.setPen(option.palette.color(QPalette.ColorRole.Mid))
            painter.drawLine(option.rect.topLeft(), option.rect.topRight())

    def _draw_review(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        line: QRect,
    ) -> int:
        """A warning sign and a number at the line's end; how much room they take."""
        count = index.data(DocumentRole.REVIEW)
        if not count:
            return 0
        font = small(option.font)
        metrics = QFontMetrics(font)
        wide = metrics.horizontalAdvance(str(count)) + _SIGN + 4
        place = QRect(line.right() - wide + 1, line.top(), wide, line.height())
        place = QStyle.visualRect(option.direction, line, place)
        self._draw_sign(painter, option, Sign.WARNING, place)
        painter.setFont(font)
        painter.setPen(ink(option))
        place = place.adjusted(_SIGN + 3, 0, 0, 0)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), str(count))
        return wide + _PAD

    def _draw_line(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        line: QRect,
    ) -> None:
        font: QFont = small(option.font)
        metrics = QFontMetrics(font)
        line.setHeight(metrics.height())
        sign = index.data(DocumentRole.SIGN)
        if isinstance(sign, Sign):
            place = QRect(line.left(), line.top(), _SIGN, line.height())
            self._draw_sign(painter, option, sign, QStyle.visualRect(option.direction, line, place))
        rest = line.adjusted(_SIGN + 4, 0, 0, 0)
        rest = QStyle.visualRect(option.direction, line, rest)
        text = str(index.data(DocumentRole.LINE) or "")
        painter.setFont(font)
        painter.setPen(ink(option, dim=True))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(rest, _flags(option), shown)

    def _draw_sign(
        self, painter: QPainter, option: QStyleOptionViewItem, sign: Sign, place: QRect
    ) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        icon = self._icons.icon(sign, option.palette, tone=ink(option) if selected else None)
        top = place.center().y() - _SIGN // 2
        icon.paint(painter, QRect(place.left(), top, _SIGN, _SIGN))

    def _draw_bar(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        share = index.data(DocumentRole.SHARE)
        if not isinstance(share, float):
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole
        rect = option.rect
        bar = QRect(
            rect.left() + _PAD + 2, rect.bottom() - _BAR - 2, rect.width() - 2 * _PAD - 4, _BAR
        )
        faint = ink(option) if selected else option.palette.color(role.Mid)
        faint.setAlphaF(0.45)
        painter.fillRect(bar, faint)
        part = QRect(bar)
        part.setWidth(round(bar.width() * min(1.0, max(0.0, share))))
        part = QStyle.visualRect(option.direction, bar, part)
        painter.fillRect(part, ink(option) if selected else option.palette.color(role.Accent))


def _flags(option: QStyleOptionViewItem) -> int:
    side = Qt.AlignmentFlag.AlignLeft
    return int(QStyle.visualAlignment(option.direction, side) | Qt.AlignmentFlag.AlignVCenter)
