"""The actions of the text panel, for the menus, the panel's own buttons and the keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence


class PanelActions(QObject):
    """Makes actions and keeps them by name, in the order in which they are made."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._actions: dict[str, QAction] = {}

    def add(
        self,
        name: str,
        text: str,
        slot: Callable[[], object],
        *,
        menu: str,
        shortcut: str = "",
        checkable: bool = False,
    ) -> QAction:
        """A new action of the menu ``menu``; see the window's contract for the names."""
        action = QAction(text, self)
        action.setObjectName(name)
        action.setProperty("menu", menu)
        action.setCheckable(checkable)
        action.setShortcut(QKeySequence(shortcut))
        action.triggered.connect(lambda: slot())
        self._actions[name] = action
        return action

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def all(self) -> tuple[QAction, ...]:
        """Every action."""
        return tuple(self._actions.values())
