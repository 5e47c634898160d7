"""What fills the window once the core is there: panels, docks, status line, and their wires."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QSplitter

from desktop.model.states import JobId
from desktop.ui.bridge import Bridge
from desktop.ui.intake import Intake
from desktop.ui.status import StatusLine
from desktop.ui.window import MainWindow

Keys = QKeySequence.StandardKey


class Workspace(QObject):
    """The living part of a window."""

    def __init__(self, window: MainWindow, bridge: Bridge, *, pasted: Path) -> None:
        super().__init__(window)
        self.window = window
        self.bridge = bridge
        self.status = StatusLine(window.statusBar())
        self.status.attach(bridge)
        self.intake = Intake(bridge, window.session, pasted, window)
        self.intake.notice.connect(self.status.tell)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        for name in ("Documents", "Page", "Text"):
            self.split.addWidget(QLabel(name))
        bridge.library.reset.connect(self._settle)
        bridge.library.added.connect(self._settle)
        bridge.library.removed.connect(self._settle)
        bridge.library.refresh()

    def _settle(self, _: JobId | None = None) -> None:
        full = bool(self.bridge.library.jobs())
        self.window.show_part(self.split if full else self.window.empty)
        self.window.session.keep("library", "full" if full else "")

    def may_leave(self) -> bool:
        return True

    def remember(self) -> None:
        pass
