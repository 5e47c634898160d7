"""The sheet of all shortcuts, searchable."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.dialogs.parts import plain_buttons
from desktop.ui.mnemonics import bare


class HasActions(Protocol):
    """Knows every action of the window; each has a property "menu"."""

    def all(self) -> Sequence[QAction]:
        """The actions, in the order of the menus."""


class ShortcutSheet(QDialog):
    """Every action that has a key, grouped by menu; what is typed narrows them down."""

    def __init__(self, actions: HasActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard Shortcuts"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search actions and keys"))
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(self.tr("Shortcuts"))
        self.tree.setColumnCount(2)
        self.tree.setHeaderLabels([self.tr("Action"), self.tr("Keys")])
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.setAlternatingRowColors(True)
        header = self.tree.header()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(False)
        self._nothing = QLabel(self.tr("No shortcut is called that."))
        self._nothing.hide()
        buttons = plain_buttons(QDialogButtonBox(QDialogButtonBox.StandardButton.Close))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for part in (self.search, self.tree, self._nothing, buttons):
            layout.addWidget(part)
        self._rows: list[tuple[QTreeWidgetItem, QTreeWidgetItem]] = []
        self._fill(actions.all())
        self.resize(560, 600)
        self.search.setFocus()

    def _titles(self) -> dict[str, str]:
        return {
            "file": self.tr("File"),
            "edit": self.tr("Edit"),
            "view": self.tr("View"),
            "page": self.tr("Page"),
            "queue": self.tr("Queue"),
            "help": self.tr("Help"),
        }

    def _fill(self, actions: Iterable[QAction]) -> None:
        groups: dict[str, QTreeWidgetItem] = {}
        for action in actions:
            keys = shown_keys(action)
            if not keys:
                continue
            menu = str(action.property("menu"))
            if menu not in groups:
                groups[menu] = self._group(self._titles().get(menu, menu))
            item = QTreeWidgetItem(groups[menu], [plain_text(action), keys])
            self._rows.append((groups[menu], item))
        self.tree.expandAll()

    def _group(self, title: str) -> QTreeWidgetItem:
        group = QTreeWidgetItem(self.tree, [title])
        group.setFirstColumnSpanned(True)
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = self.tree.font()
        font.setBold(True)
        group.setFont(0, font)
        return group

    def shown(self) -> tuple[str, ...]:
        """The actions that are not hidden by the search."""
        return tuple(item.text(0) for _, item in self._rows if not item.isHidden())

    def _narrow(self, text: str) -> None:
        words = text.casefold().split()
        full = set()
        for group, item in self._rows:
            there = f"{group.text(0)} {item.text(0)} {item.text(1)}".casefold()
            found = all(word in there for word in words)
            item.setHidden(not found)
            if found:
                full.add(group.text(0))
        for group, _ in self._rows:
            group.setHidden(group.text(0) not in full)
        self._nothing.setVisible(not full)


def plain_text(action: QAction) -> str:
    """An action's text without the mark of its key in the menu and the dots behind it."""
    return bare(action.text())


def shown_keys(action: QAction) -> str:
    """An action's keys as people know them; several are divided by a comma."""
    native = QKeySequence.SequenceFormat.NativeText
    keys = [key.toString(native) for key in action.shortcuts()]
    return ", ".join(key for key in keys if key)
