"""The problems as an item model."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.ui.bridge import Bridge
from desktop.ui.panels import problem_words
from desktop.ui.panels.icons import Sign
from desktop.ui.panels.paragraphs import BODY_ROLE, FOOTNOTE_ROLE, SIGN_ROLE
from desktop.ui.panels.problems import Entry, Problems
from desktop.ui.panels.steps import Removal, steps
from desktop.ui.said import in_a_row, said

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_ROLE = Qt.ItemDataRole


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
            return said(entry.reason.what)
        if role == BODY_ROLE:
            meaning = problem_words.meaning(entry, problem_words.state_of(self._bridge, entry))
            return in_a_row(meaning, said(entry.reason.advice))
        if role == SIGN_ROLE:
            return Sign.WARNING
        if role == FOOTNOTE_ROLE:
            return problem_words.footnote(entry)
        if role == _ROLE.AccessibleTextRole:
            roles = (_ROLE.DisplayRole, BODY_ROLE, FOOTNOTE_ROLE)
            return in_a_row(*(str(self.data(index, role)) for role in roles))
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
                self.beginInsertRows(QModelIndex(), step.first, step.last)
                self._rows[step.first : step.first] = new
                self.endInsertRows()
        self._rows = wanted
        if wanted:
            self.dataChanged.emit(self.index(0), self.index(len(wanted) - 1))
