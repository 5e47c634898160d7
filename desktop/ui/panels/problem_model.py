"""The problems as an item model, and how a row is drawn."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.bridge import Bridge
from desktop.ui.panels import problem_words
from desktop.ui.panels.icons import Icons, Sign
from desktop.ui.panels.problems import Entry, Problems
from desktop.ui.panels.steps import Removal, steps

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_ROLE = Qt.ItemDataRole
#: The second paragraph of a row: what it means and what to do; and the small line under it.
ADVICE_ROLE, FOOTNOTE_ROLE = int(_ROLE.UserRole), int(_ROLE.UserRole) + 1


class ProblemModel(QAbstractListModel):
    """Rows of ``Problems``, newest first."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._problems = Problems.of(bridge)
        self._rows: list[Entry] = list(self._problems.entries())
        self._problems.changed.connect(self.refresh)

    def entry(self, index: Index) -> Entry | None:
        """The problem of a row."""
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = _NONE) -> int:
        """Problems."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        """A problem's texts."""
        entry = self.entry(index)
        if entry is None:
            return None
        if role == _ROLE.DisplayRole:
            return entry.reason.what
        if role == ADVICE_ROLE:
            meaning = problem_words.meaning(entry, problem_words.state_of(self._bridge, entry))
            return f"{meaning} {entry.reason.advice}".strip()
        if role == FOOTNOTE_ROLE:
            return problem_words.footnote(entry)
        if role == _ROLE.AccessibleTextRole:
            roles = (_ROLE.DisplayRole, ADVICE_ROLE, FOOTNOTE_ROLE)
            return " ".join(str(self.data(index, role)) for role in roles)
        return None

    def refresh(self) -> None:
        """Take over what has changed."""
        wanted = list(self._problems.entries())
        old = [entry.number for entry in self._rows]
        for step in steps(old, [entry.number for entry in wanted]):
            if isinstance(step, Removal):
                self.beginRemoveRows(QModelIndex(), step.first, step.last)
                del self._rows[step.first : step.last + 1]
                self.endRemoveRows()
            else:
                new = wanted[step.first : step.last + 1]
                self.beginInsertRows(QModelIndex(), step.at, step.at + len(new) - 1)
                self._rows[step.at : step.at] = new
                self.endInsertRows()
        self._rows = wanted
        if wanted:
            self.dataChanged.emit(self.index(0), self.index(len(wanted) - 1))


class ProblemDelegate(QStyledItemDelegate):
    """Draws what happened in bold, what it means and what to do, and a small line under that."""

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
        roles = (_ROLE.DisplayRole, ADVICE_ROLE, FOOTNOTE_ROLE)
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
        icon = self._icons.icon(Sign.WARNING, full.palette, plain=selected)
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
