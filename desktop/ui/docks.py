"""The panels at the window's bottom, which can be closed, moved and torn off."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from desktop.ui.actions import Actions


class Docks:
    """Docks in one stack of tabs, hidden until somebody wants one, by name."""

    def __init__(self, window: QMainWindow, actions: Actions) -> None:
        self._window = window
        self._actions = actions
        self._docks: dict[str, QDockWidget] = {}

    def add(self, name: str, title: str, shortcut: str, panel: QWidget) -> None:
        """A new dock with its action in the menu "view"."""
        dock = QDockWidget(title, self._window)
        dock.setObjectName(f"dock-{name}")
        dock.setWidget(panel)
        dock.setAllowedAreas(Qt.DockWidgetArea.AllDockWidgetAreas)
        self._window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
        for other in self._docks.values():
            self._window.tabifyDockWidget(other, dock)
            break
        dock.hide()
        self._docks[name] = dock
        action = self._actions.add(
            f"show-{name}", title, shortcut, lambda: self._toggle(name), menu="view"
        )
        action.setCheckable(True)
        dock.visibilityChanged.connect(lambda _: action.setChecked(not dock.isHidden()))

    def show(self, name: str) -> None:
        """Bring a dock to the front."""
        dock = self._docks[name]
        dock.show()
        dock.raise_()

    def is_shown(self, name: str) -> bool:
        """Whether a dock is open, if perhaps behind another."""
        return not self._docks[name].isHidden()

    def _toggle(self, name: str) -> None:
        dock = self._docks[name]
        if dock.isHidden() or not _in_front(dock):
            self.show(name)
            dock.setFocus()
        else:
            dock.hide()

    def visible(self) -> Sequence[QWidget]:
        """The panels that can be seen."""
        return [dock.widget() for dock in self._docks.values() if _in_front(dock)]


def _in_front(dock: QDockWidget) -> bool:
    """Whether a dock is shown and not covered by another tab."""
    return dock.isVisible() and not dock.visibleRegion().isEmpty()
