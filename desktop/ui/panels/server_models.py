"""The servers, and the history of one, as item models."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QGuiApplication

from desktop.model.status import ServerStatus, StateChange
from desktop.ui.panels import server_words
from desktop.ui.panels.icons import Icons
from desktop.ui.panels.paragraphs import BODY_ROLE, FOOTNOTE_ROLE, SIGN_ROLE
from desktop.ui.panels.problem_words import when
from desktop.ui.panels.servers import Servers
from desktop.ui.panels.steps import Removal, steps
from desktop.ui.said import said

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_ROLE = Qt.ItemDataRole


class ServerModel(QAbstractListModel):
    """A card for each server."""

    def __init__(self, servers: Servers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._servers = servers
        self._rows = list(servers.statuses())
        servers.changed.connect(self.refresh)

    def status(self, index: Index) -> ServerStatus | None:
        """The server of a row."""
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = _NONE) -> int:
        """Servers."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        """A card's texts and sign."""
        status = self.status(index)
        if status is None:
            return None
        if role == _ROLE.DisplayRole:
            return f"{server_words.name(status)} · {server_words.state(status.state)}"
        if role == BODY_ROLE:
            return "\n".join(p for p in (server_words.figures(status), said(status.note)) if p)
        if role == FOOTNOTE_ROLE:
            return f"{server_words.kind(status)} · {server_words.since(status)}"
        if role == SIGN_ROLE:
            return server_words.SIGNS[status.state]
        if role == _ROLE.AccessibleTextRole:
            roles = (_ROLE.DisplayRole, BODY_ROLE, FOOTNOTE_ROLE)
            return ", ".join(text for r in roles if (text := str(self.data(index, r))))
        return None

    def refresh(self) -> None:
        """Take over what has changed."""
        wanted = list(self._servers.statuses())
        old = [status.address for status in self._rows]
        for step in steps(old, [status.address for status in wanted]):
            if isinstance(step, Removal):
                self.beginRemoveRows(QModelIndex(), step.first, step.last)
                del self._rows[step.first : step.last + 1]
                self.endRemoveRows()
            else:
                new = wanted[step.first : step.last + 1]
                self.beginInsertRows(QModelIndex(), step.first, step.last)
                self._rows[step.first : step.first] = new
                self.endInsertRows()
        self._rows = wanted
        if wanted:
            self.dataChanged.emit(self.index(0), self.index(len(wanted) - 1))


class HistoryColumn(IntEnum):
    """The columns of a history."""

    WHEN = 0
    STATE = 1
    NOTE = 2


class HistoryModel(QAbstractTableModel):
    """The states that a server was in, newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[StateChange] = []
        self._icons = Icons()

    def show_history(self, history: tuple[StateChange, ...]) -> None:
        """Show another history, or what was added to it."""
        rows = list(reversed(history))
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def rowCount(self, parent: Index = _NONE) -> int:
        """Changes."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NONE) -> int:
        """Always the same."""
        return 0 if parent.isValid() else len(HistoryColumn)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> Any:
        """The columns' names."""
        if orientation is not Qt.Orientation.Horizontal or role != _ROLE.DisplayRole:
            return None
        names = {
            HistoryColumn.WHEN: self.tr("Since"),
            HistoryColumn.STATE: self.tr("State"),
            HistoryColumn.NOTE: self.tr("Note"),
        }
        return names[HistoryColumn(section)]

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        """A cell's text and sign."""
        if not index.isValid():
            return None
        change, column = self._rows[index.row()], HistoryColumn(index.column())
        if role == _ROLE.DecorationRole and column is HistoryColumn.STATE:
            sign = server_words.SIGNS[change.state]
            return self._icons.icon(sign, QGuiApplication.palette())
        if role == _ROLE.ToolTipRole:
            return said(change.note) or None
        if role not in (_ROLE.DisplayRole, _ROLE.AccessibleTextRole):
            return None
        if column is HistoryColumn.WHEN:
            return when(change.at, seconds=True)
        if column is HistoryColumn.STATE:
            return server_words.state(change.state)
        return said(change.note)
