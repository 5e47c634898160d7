"""The panels at the window's bottom, which can be closed, moved and torn off."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from desktop.ui.actions import Actions
from desktop.ui.mnemonics import bare

#: How high they are at first, in logical pixels.
HEIGHT = 200


class Docks(QObject):
    """Docks in one stack of tabs, hidden until somebody wants one, by name."""

    #: One was shown, hidden or put elsewhere.
    changed = Signal()

    def __init__(self, window: QMainWindow, actions: Actions) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._docks: dict[str, QDockWidget] = {}
        #: Somebody, or the last session, has made them as high as they are.
        self._sized = False

    def add(self, name: str, title: str, shortcut: str, panel: QWidget) -> None:
        """A new dock with its action in the menu "view"."""
        # The letter of its entry in the menu is none of its tab.
        dock = QDockWidget(bare(title), self._window)
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
        dock.visibilityChanged.connect(self.changed)
        dock.dockLocationChanged.connect(self.changed)
        dock.visibilityChanged.connect(lambda _: action.setChecked(not dock.isHidden()))

    def show(self, name: str) -> None:
        """Bring a dock to the front."""
        dock = self._docks[name]
        first = all(other.isHidden() for other in self._docks.values())
        dock.show()
        dock.raise_()
        if first and not self._sized:
            self._sized = True
            self._window.resizeDocks([dock], [HEIGHT], Qt.Orientation.Vertical)

    def placed(self) -> None:
        """Take note that the docks were put where they were in the last session."""
        self._sized = any(self.is_shown(name) for name in self._docks)

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
