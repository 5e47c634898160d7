"""Rows of more than one line: a headline, a paragraph, and a small line under it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.panels.icons import Icons, Sign

Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole
#: The paragraph of a row, the small line under it, and its ``Sign``.
BODY_ROLE, FOOTNOTE_ROLE, SIGN_ROLE = (int(_ROLE.UserRole) + number for number in range(3))


class ParagraphDelegate(QStyledItemDelegate):
    """Draws a row's text in bold, its body under it, and a small line under that."""

    MARGIN, ICON, GAP = 8, 16, 3

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._icons = Icons()

    def _texts(self, index: Index) -> list[tuple[str, QFont]]:
        bold = QFont(self._view.font())
        bold.setBold(True)
        small = QFont(self._view.font())
        small.setPointSizeF(small.pointSizeF() * 0.9)
        fonts = (bold, self._view.font(), small)
        roles = (_ROLE.DisplayRole, BODY_ROLE, FOOTNOTE_ROLE)
        return [(str(index.data(role)), font) for role, font in zip(roles, fonts, strict=True)]

    def _heights(self, texts: list[tuple[str, QFont]], width: int) -> list[int]:
        room = QRect(0, 0, width, 100_000)
        flags = int(Qt.TextFlag.TextWordWrap)
        return [
            QFontMetrics(font).boundingRect(room, flags, text).height() if text else 0
            for text, font in texts
        ]

    def _width(self) -> int:
        return max(120, self._view.viewport().width() - self.ICON - 3 * self.MARGIN)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its texts are in the view's width."""
        heights = self._heights(self._texts(index), self._width())
        height = sum(heights) + 2 * self.MARGIN + self.GAP * sum(1 for h in heights[1:] if h)
        return QSize(self._width(), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row's ground, the sign and the texts."""
        full = QStyleOptionViewItem(option)
        self.initStyleOption(full, index)
        full.text = ""
        style = self._view.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, full, painter, self._view)
        role = QPalette.ColorRole
        selected = bool(full.state & QStyle.StateFlag.State_Selected)
        ink = full.palette.color(role.HighlightedText if selected else role.Text)
        dim = ink if selected else full.palette.color(role.PlaceholderText)
        left, top = full.rect.left() + self.MARGIN, full.rect.top() + self.MARGIN
        sign = index.data(SIGN_ROLE)
        if isinstance(sign, Sign):
            icon = self._icons.icon(sign, full.palette, tone=ink if selected else None)
            icon.paint(painter, left, top, self.ICON, self.ICON)
        left += self.ICON + self.MARGIN
        texts = self._texts(index)
        painter.save()
        for (text, font), height, colour in zip(
            texts, self._heights(texts, self._width()), (ink, ink, dim), strict=True
        ):
            if not text:
                continue
            painter.setFont(font)
            painter.setPen(colour)
            room = QRect(left, top, self._width(), height)
            painter.drawText(room, int(Qt.TextFlag.TextWordWrap), text)
            top += height + self.GAP
        painter.restore()
