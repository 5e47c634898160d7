"""Every action of the window: what feeds the menus and the sheet of shortcuts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

Shortcut = QKeySequence.StandardKey | str | None


class Actions(QObject):
    """The actions of a window, in its menus "file", "edit", "view", "page", "queue" and "help".

    Rooms of the window hand theirs over with ``adopt``; each has an object name, which is unique,
    and a property "menu".
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._actions: dict[str, QAction] = {}
        self._menus: dict[str, QMenu] = {}
        for name, title in (
            ("file", self.tr("&File")),
            ("edit", self.tr("&Edit")),
            ("view", self.tr("&View")),
            ("page", self.tr("&Page")),
            ("queue", self.tr("&Queue")),
            ("help", self.tr("&Help")),
        ):
            self._menus[name] = window.menuBar().addMenu(title)
            self._menus[name].setObjectName(f"menu-{name}")

    def add(
        self,
        name: str,
        text: str,
        shortcut: Shortcut,
        slot: Callable[[], object],
        *,
        menu: str,
        more: Sequence[str] = (),
    ) -> QAction:
        """A new action; ``more`` are further shortcuts for it."""
        action = QAction(text, self._window)
        action.setObjectName(name)
        action.setProperty("menu", menu)
        keys = [QKeySequence(key) for key in ([] if shortcut is None else [shortcut])]
        action.setShortcuts([*keys, *(QKeySequence(key) for key in more)])
        action.triggered.connect(lambda: slot())
        self._take(action)
        return action

    def adopt(self, actions: Iterable[QAction]) -> None:
        """Take over the actions of a room: a group of its own in each menu."""
        groups: defaultdict[str, list[QAction]] = defaultdict(list)
        for action in actions:
            groups[str(action.property("menu"))].append(action)
        for menu, group in groups.items():
            self.separate(menu)
            for action in group:
                self._take(action)
            self.separate(menu)

    def _take(self, action: QAction) -> None:
        name = action.objectName()
        if not name or name in self._actions:
            raise ValueError(f"an action needs a name of its own: {name!r}")
        self._actions[name] = action
        self._menus[str(action.property("menu"))].addAction(action)

    def separate(self, menu: str) -> None:
        """Begin a new group in a menu."""
        present = self._menus[menu].actions()
        if present and not present[-1].isSeparator():
            self._menus[menu].addSeparator()

    def menu(self, name: str) -> QMenu:
        """One of the menus."""
        return self._menus[name]

    def all(self) -> tuple[QAction, ...]:
        """Every action, in the order of the menus."""
        return tuple(
            action
            for menu in self._menus.values()
            for action in menu.actions()
            if self._actions.get(action.objectName()) is action
        )

    def action(self, name: str) -> QAction:
        """One action by its object name. Raises ``KeyError``."""
        return self._actions[name]

    def clashes(self) -> tuple[str, ...]:
        """Shortcuts that more than one action has."""
        users: defaultdict[str, list[str]] = defaultdict(list)
        for name, action in self._actions.items():
            for key in action.shortcuts():
                users[key.toString()].append(name)
        return tuple(
            f"{key}: {', '.join(names)}" for key, names in users.items() if key and len(names) > 1
        )
