"""The pages to review as an item model."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QFont, QGuiApplication

from desktop.ui.panels import words
from desktop.ui.panels.icons import Icons, Sign
from desktop.ui.panels.review_entries import Entry, Place
from desktop.ui.panels.review_list import ReviewList
from desktop.ui.panels.steps import Removal, steps

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_ROLE = Qt.ItemDataRole


class Column(IntEnum):
    """The columns of the list."""

    PAGE = 0
    WHY = 1
    DOCUMENT = 2
    REVIEWED = 3


class ReviewModel(QAbstractTableModel):
    """Rows of a ``ReviewList``: those to review and, if ``with_reviewed``, the reviewed ones."""

    def __init__(self, listed: ReviewList, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listed = listed
        self._icons = Icons()
        self._with_reviewed = False
        self._rows = self._wanted()
        listed.changed.connect(self.refresh)

    @property
    def with_reviewed(self) -> bool:
        """Whether pages stay in the list when they are reviewed."""
        return self._with_reviewed

    @with_reviewed.setter
    def with_reviewed(self, shown: bool) -> None:
        self._with_reviewed = shown
        self.refresh()

    def _wanted(self) -> list[Entry]:
        listed = self._listed.entries()
        return [entry for entry in listed if self._with_reviewed or not entry.reviewed]

    def entry(self, index: Index) -> Entry | None:
        """The page of a row."""
        return self._rows[index.row()] if index.isValid() else None

    def row_of(self, place: Place) -> QModelIndex:
        """The first cell of a page; invalid if it is not shown."""
        rows = (row for row, entry in enumerate(self._rows) if entry.place == place)
        row = next(rows, None)
        return QModelIndex() if row is None else self.index(row, 0)

    def rowCount(self, parent: Index = _NONE) -> int:
        """Pages."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NONE) -> int:
        """Always the same."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> Any:
        """The columns' names."""
        if orientation is not Qt.Orientation.Horizontal or role != _ROLE.DisplayRole:
            return None
        names = {
            Column.PAGE: self.tr("Page"),
            Column.WHY: self.tr("Why"),
            Column.DOCUMENT: self.tr("Document"),
            Column.REVIEWED: self.tr("Reviewed"),
        }
        return names[Column(section)]

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        """A cell's text and sign."""
        entry = self.entry(index)
        if entry is None:
            return None
        column = Column(index.column())
        if role in (_ROLE.DisplayRole, _ROLE.AccessibleTextRole):
            return self._text(entry, column)
        if role == _ROLE.ToolTipRole:
            return entry.details or entry.why
        if role == _ROLE.DecorationRole and column is Column.PAGE:
            sign = Sign.FAILED if entry.failed else Sign.WARNING
            return self._icons.icon(sign, QGuiApplication.palette())
        if role == _ROLE.DecorationRole and column is Column.REVIEWED and entry.reviewed:
            return self._icons.icon(Sign.DONE, QGuiApplication.palette())
        if role == _ROLE.FontRole and entry.reviewed:
            font = QFont()
            font.setItalic(True)
            return font
        return None

    def _text(self, entry: Entry, column: Column) -> str:
        if column is Column.PAGE:
            return words.page_name(entry.page)
        if column is Column.WHY:
            return entry.why
        if column is Column.DOCUMENT:
            return entry.document
        return self.tr("Reviewed") if entry.reviewed else ""

    def refresh(self) -> None:
        """Take over what has changed."""
        wanted = self._wanted()
        old = [entry.place for entry in self._rows]
        for step in steps(old, [entry.place for entry in wanted]):
            if isinstance(step, Removal):
                self.beginRemoveRows(QModelIndex(), step.first, step.last)
                del self._rows[step.first : step.last + 1]
                self.endRemoveRows()
            else:
                new = wanted[step.first : step.last + 1]
                self.beginInsertRows(QModelIndex(), step.first, step.last)
                self._rows[step.first : step.first] = new
                self.endInsertRows()
        rows = [
            row
            for row, entry in enumerate(wanted)
            if entry is not self._rows[row] and entry != self._rows[row]
        ]
        self._rows = wanted
        if rows:
            last = self.index(rows[-1], len(Column) - 1)
            self.dataChanged.emit(self.index(rows[0], 0), last)
