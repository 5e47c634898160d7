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
    and a property "menu". Those of which there are many stand in a menu of their own: see ``fold``.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._actions: dict[str, QAction] = {}
        self._menus: dict[str, QMenu] = {}
        #: The beginning of a name: the menu for all whose names begin so.
        self._folds: dict[str, QMenu] = {}
        #: The separator over what stays at a menu's bottom.
        self._bottoms: dict[str, QAction] = {}
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
        last: bool = False,
    ) -> QAction:
        """A new action; ``more`` are further shortcuts for it, ``last`` keeps it at the bottom."""
        action = QAction(text, self._window)
        action.setObjectName(name)
        action.setProperty("menu", menu)
        keys = [QKeySequence(key) for key in ([] if shortcut is None else [shortcut])]
        action.setShortcuts([*keys, *(QKeySequence(key) for key in more)])
        action.triggered.connect(lambda: slot())
        self._take(action, last=last)
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

    def _take(self, action: QAction, *, last: bool = False) -> None:
        name = action.objectName()
        if not name or name in self._actions:
            raise ValueError(f"an action needs a name of its own: {name!r}")
        self._actions[name] = action
        fold = next((fold for start, fold in self._folds.items() if name.startswith(start)), None)
        name = str(action.property("menu"))
        menu = self._menus[name]
        if fold is not None:
            if fold.isEmpty():
                self._insert(name, fold.menuAction())
            fold.addAction(action)
            return
        if not last:
            self._insert(name, action)
            return
        if name not in self._bottoms:
            self._bottoms[name] = menu.addSeparator()
        menu.addAction(action)

    def _insert(self, menu: str, action: QAction) -> None:
        """Put an action at a menu's end, or over what stays at its bottom."""
        bottom = self._bottoms.get(menu)
        if bottom is None:
            self._menus[menu].addAction(action)
        else:
            self._menus[menu].insertAction(bottom, action)

    def fold(self, start: str, title: str) -> None:
        """Put the actions whose names begin so into a menu of their own, where the first stands."""
        self._folds[start] = QMenu(title, self._window)

    def submenu(self, menu: str, child: QMenu) -> None:
        """Put a menu into a menu."""
        self._insert(menu, child.menuAction())

    def separate(self, menu: str) -> None:
        """Begin a new group in a menu."""
        present = self._menus[menu].actions()
        bottom = self._bottoms.get(menu)
        place = present.index(bottom) if bottom is not None else len(present)
        if place and not present[place - 1].isSeparator():
            separator = QAction(self)
            separator.setSeparator(True)
            self._insert(menu, separator)

    def menu(self, name: str) -> QMenu:
        """One of the menus."""
        return self._menus[name]

    def all(self) -> tuple[QAction, ...]:
        """Every action, in the order of the menus."""
        folds = {fold.menuAction(): fold for fold in self._folds.values()}
        listed = [
            each
            for menu in self._menus.values()
            for action in menu.actions()
            for each in (folds[action].actions() if action in folds else [action])
        ]
        return tuple(each for each in listed if self._actions.get(each.objectName()) is each)

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
