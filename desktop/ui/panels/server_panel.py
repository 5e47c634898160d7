"""The servers one by one: how they are and were, and what they log."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListView,
    QSplitter,
    QTabWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop.errors import KnownError
from desktop.model.endpoint import BUILTIN
from desktop.model.status import ServerState, ServerStatus
from desktop.ui.bridge import Bridge
from desktop.ui.panels import server_words
from desktop.ui.panels.buttons import SignButton, action
from desktop.ui.panels.icons import Sign
from desktop.ui.panels.log_view import LogView
from desktop.ui.panels.paragraphs import ParagraphDelegate
from desktop.ui.panels.server_models import HistoryColumn, HistoryModel, ServerModel
from desktop.ui.panels.servers import Servers

#: How often the log is read while it is seen, in milliseconds.
READ = 1_000


class ServerPanel(QWidget):
    """A card for each server; of the current one the log and the history.

    The built-in engine can be started in advance, and stopped before it stops by itself.

    ``notice`` carries a sentence for the status line.
    """

    notice = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._servers = Servers.of(bridge)
        self._address = ""
        self._picked = False
        self._reading = QTimer(self)
        self._reading.setInterval(READ)
        self._reading.timeout.connect(self._read_log)
        self.copy = action(
            self, "copy-server-details", self.tr("Copy &Server Details"), self._copy, menu="help"
        )
        self.start = action(
            self, "start-engine", self.tr("Start the Built-In Engine"), self._start_engine
        )
        self.stop = action(
            self, "stop-engine", self.tr("Stop the Built-In Engine"), self._stop_engine
        )
        self._make_views()
        self._lay_out()
        self._servers.changed.connect(self._refresh)
        self._refresh()

    def actions(self) -> list[QAction]:
        """What can be done here, for the window's menus."""
        return [self.copy]

    @Slot(object)
    def take(self, statuses: Sequence[ServerStatus]) -> None:
        """Show these statuses."""
        self._servers.take(statuses)

    def _make_views(self) -> None:
        self.model = ServerModel(self._servers, self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(ParagraphDelegate(self.view))
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setAccessibleName(self.tr("Servers"))
        self.view.selectionModel().currentChanged.connect(self._choose)
        # Until the person picks one, the first is shown: the one to speak of may come late.
        self.view.pressed.connect(self._pick)
        self.view.activated.connect(self._pick)
        self.log = LogView()
        self.history_model = HistoryModel(self)
        self.history = QTreeView()
        self.history.setModel(self.history_model)
        self.history.setRootIsDecorated(False)
        self.history.setUniformRowHeights(True)
        self.history.setAllColumnsShowFocus(True)
        self.history.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.history.setAccessibleName(self.tr("History of the server"))
        character = self.fontMetrics().averageCharWidth()
        self.history.setColumnWidth(HistoryColumn.WHEN, 20 * character)
        self.history.setColumnWidth(HistoryColumn.STATE, 30 * character)

    def _lay_out(self) -> None:
        self.empty = QLabel(self.tr("No server was used yet."))
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.log, self.tr("&Log"))
        self.tabs.addTab(self.history, self.tr("Histor&y"))
        self.tabs.currentChanged.connect(lambda _: self._follow())
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view, 1)
        row = QHBoxLayout()
        self.engine_buttons = (
            SignButton.of(self.start, Sign.RUNNING, self.tr("Start")),
            SignButton.of(self.stop, Sign.STOPPED, self.tr("Stop")),
        )
        for button in self.engine_buttons:
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(SignButton.of(self.copy, Sign.COPY, self.tr("Copy Details")))
        column.addLayout(row)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(left)
        self.split.addWidget(self.tabs)
        self.split.setStretchFactor(1, 1)
        self.split.setSizes([360, 560])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(6, 6, 6, 6)
        whole.addWidget(self.split, 1)
        whole.addWidget(self.empty, 1)
        self.setFocusProxy(self.view)

    # What is shown.

    def _refresh(self) -> None:
        some = bool(self.model.rowCount())
        self.split.setVisible(some)
        self.empty.setVisible(not some)
        if some and not (self._picked and self.view.currentIndex().isValid()):
            self.view.setCurrentIndex(self.model.index(0))
        status = self._current()
        self.copy.setEnabled(status is not None)
        self._show_current(status)

    def _show_current(self, status: ServerStatus | None) -> None:
        self.history_model.show_history(status.history if status is not None else ())
        engine = status if status is not None and status.address == BUILTIN else None
        for button in self.engine_buttons:
            button.setVisible(engine is not None)
        self.start.setEnabled(engine is not None and engine.state in server_words.AWAY)
        # While it reads, the next page would only start it again.
        self.stop.setEnabled(engine is not None and engine.state is ServerState.READY)

    def _pick(self) -> None:
        self._picked = True

    def _choose(self, current: QModelIndex) -> None:
        status = self.model.status(current)
        address = status.address if status is not None else ""
        if address != self._address:
            self._address = address
            self._take_log(address, "")
            self._read_log()
        self._show_current(status)

    def _current(self) -> ServerStatus | None:
        return self.model.status(self.view.currentIndex())

    # The built-in engine.

    def _start_engine(self) -> None:
        self.start.setEnabled(False)
        self._bridge.tasks.run(
            lambda cancel: self._bridge.service.start_engine(cancel=cancel),
            done=lambda _: self._changed(self.tr("The built-in engine is ready.")),
            failed=self._refused,
            owner=self,
        )

    def _stop_engine(self) -> None:
        self.stop.setEnabled(False)
        self._bridge.tasks.run(
            lambda _: self._bridge.service.stop_engine(),
            done=lambda _: self._changed(self.tr("The built-in engine was stopped.")),
            failed=self._refused,
            owner=self,
        )

    def _changed(self, news: str) -> None:
        self.notice.emit(news)
        self._servers.ask()

    def _refused(self, error: KnownError) -> None:
        self._bridge.report(error)
        self._refresh()

    # The log.

    def _read_log(self) -> None:
        address = self._address
        if address:
            self._bridge.tasks.run(
                lambda _: self._bridge.service.log_tail(address),
                done=lambda log: self._take_log(address, log),
                key="server log",
                owner=self,
            )

    def _take_log(self, address: str, log: str) -> None:
        if address == self._address:
            self.log.show_log(log)

    def _follow(self) -> None:
        """Read the log while it is seen."""
        if self.isVisible() and self.tabs.currentWidget() is self.log:
            self._read_log()
            self._reading.start()
        else:
            self._reading.stop()

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the log."""
        super().showEvent(event)
        self._follow()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody sees it."""
        super().hideEvent(event)
        self._follow()

    def _copy(self) -> None:
        status = self._current()
        if status is not None:
            text = server_words.details(status, self.log.text.toPlainText())
            QGuiApplication.clipboard().setText(text)
            self.notice.emit(self.tr("The server's details are on the clipboard."))
