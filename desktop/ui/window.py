"""The one window. It is on the screen before the core is there, and then comes to life."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QMoveEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.actions import Actions
from desktop.ui.drops import Drops
from desktop.ui.empty import EmptyState
from desktop.ui.session import Session

if TYPE_CHECKING:
    from desktop.ui.bridge import Bridge
    from desktop.ui.dialogs.report import ReportDialog
    from desktop.ui.workspace import Workspace

Keys = QKeySequence.StandardKey


class MainWindow(QMainWindow):
    """Menus, an empty middle, and drops; ``attach`` adds the rest.

    ``leaving`` is told once, when the person really wants to close it. What is dropped or opened
    before the core is there waits for it.
    """

    leaving = Signal()
    #: It was painted for the first time.
    appeared = Signal()
    #: It was moved or resized.
    moved = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.workspace: Workspace | None = None
        self.left = False
        self.report: ReportDialog | None = None
        self._painted = False
        self._waiting: list[Path] = []
        self.setWindowTitle("Diptych")
        self.setMinimumSize(720, 480)
        self.commands = Actions(self)
        self.stack = QStackedWidget()
        self.empty = EmptyState()
        self.opening = QLabel(self.tr("Opening the library…"))
        self.opening.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setObjectName("split")
        self.split.setChildrenCollapsible(False)
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.split)
        self.stack.addWidget(self.opening)
        # No flash of an empty window before a full library.
        self.stack.setCurrentWidget(self.opening if session.text("library") else self.empty)
        middle = QWidget()
        self.middle = QVBoxLayout(middle)
        self.middle.setContentsMargins(0, 0, 0, 0)
        self.middle.setSpacing(0)
        self.middle.addWidget(self.stack, 1)
        self.setCentralWidget(middle)
        self.statusBar().setSizeGripEnabled(False)
        self.drops = Drops(self)
        self.drops.dropped.connect(self.add)
        self._add_actions()
        self.empty.open_files.connect(self.commands.action("open").trigger)
        self.empty.open_folder.connect(self.commands.action("open-folder").trigger)
        if not session.place_window(self):
            self.resize(1280, 800)
        self.empty.setFocus()

    def _add_actions(self) -> None:
        add = self.commands.add
        folder = self.tr("Open &Folder…")
        for action in (
            add("open", self.tr("&Open…"), Keys.Open, self._open, menu="file"),
            add("open-folder", folder, "Ctrl+Shift+O", self._open_folder, menu="file"),
        ):
            action.setEnabled(False)
        leave = add("quit", self.tr("&Quit"), "Ctrl+Q", self.close, menu="file", last=True)
        leave.setMenuRole(leave.MenuRole.QuitRole)

    def attach(self, bridge: Bridge, *, pasted: Path) -> None:
        """Bring the window to life; ``pasted`` is the folder for images from the clipboard."""
        # Not at the top: it brings the core along.
        from desktop.ui.workspace import Workspace

        self.workspace = Workspace(self, bridge, pasted=pasted)
        for name in ("open", "open-folder"):
            self.commands.action(name).setEnabled(True)
        self.add(self._waiting)
        self._waiting = []

    def detach(self) -> None:
        """End what the parts of the window have running, before the bridge is closed."""
        if self.workspace is not None:
            self.workspace.close()

    def add(self, paths: Sequence[Path]) -> None:
        """Add documents and folders of documents."""
        if self.workspace is None:
            self._waiting.extend(paths)
        else:
            self.workspace.intake.add(paths)

    def _open(self) -> None:
        if self.workspace is not None:
            self.workspace.intake.choose_files()

    def _open_folder(self) -> None:
        if self.workspace is not None:
            self.workspace.intake.choose_folder()

    def show_report(self, error: BaseException) -> None:
        """Show a mistake of the program itself; one report at a time, the log has them all."""
        # Not at the top: nobody needs it at the start, and few ever.
        from desktop.ui.dialogs.report import ReportDialog

        if self.report is None and not self.left:
            self.report = ReportDialog(error, self)
            self.report.finished.connect(self._report_closed)
            self.report.show()

    def _report_closed(self) -> None:
        self.report = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first time."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.appeared.emit()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Tell of it."""
        super().moveEvent(event)
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell of it."""
        super().resizeEvent(event)
        self.moved.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask once if there is work under way; whoever runs the program does the leaving."""
        event.ignore()
        if self.workspace is None or self.workspace.closing.ask():
            self.leave()

    def leave(self) -> None:
        """Close without asking."""
        if self.left:
            return
        self.left = True
        if self.workspace is not None:
            self.workspace.memory.keep()
        else:
            self.session.keep_window(self)
            self.session.write()
        self.leaving.emit()
