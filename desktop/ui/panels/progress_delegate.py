"""Draws a share as a bar behind its numbers."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)


class ProgressDelegate(QStyledItemDelegate):
    """For cells that have a share from 0 to 1 in ``role``; others are drawn as usual."""

    def __init__(self, role: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._role = role
        self._view = parent

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """With room for the bar under the text."""
        return super().sizeHint(option, index) + QSize(0, 6)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the cell: its ground, the bar, the numbers."""
        share = index.data(self._role)
        if not isinstance(share, float):
            super().paint(painter, option, index)
            return
        full = QStyleOptionViewItem(option)
        self.initStyleOption(full, index)
        text, full.text = full.text, ""
        style = self._view.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, full, painter, self._view)
        selected = bool(full.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole
        ink = full.palette.color(role.HighlightedText if selected else role.Text)
        rect = full.rect.adjusted(6, 0, -6, 0)
        bar = QRect(rect.left(), rect.bottom() - 4, rect.width(), 3)
        painter.save()
        faint = full.palette.color(role.HighlightedText if selected else role.Mid)
        faint.setAlphaF(0.45)
        painter.fillRect(bar, faint)
        bar.setWidth(round(bar.width() * min(1.0, max(0.0, share))))
        painter.fillRect(bar, ink if selected else full.palette.color(role.Accent))
        painter.setPen(ink)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect.adjusted(0, 0, 0, -3), int(flags), text)
        painter.restore()
