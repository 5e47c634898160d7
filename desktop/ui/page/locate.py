"""Finding a thing on the page that the person describes in words, where the server can do that."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QProgressBar, QPushButton, QWidget

from desktop.errors import KnownError
from desktop.model.cancel import CancelToken
from desktop.model.geometry import Box
from desktop.model.states import JobId
from desktop.ui.bridge import Bridge
from desktop.ui.said import complaint, said


class LocateBar(QWidget):
    """A field for the words, and what became of them. Asks in the background; can be stopped."""

    #: Where it is: a tuple of ``Box``, empty for nowhere.
    found = Signal(object)
    closed = Signal()
    #: Whether the server of the document that is looked at can do that.
    able = Signal(bool)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._under_way: CancelToken | None = None
        self._place: tuple[JobId, int] | None = None
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find on the page: words, or what it is"))
        self.field.setAccessibleName(self.tr("Find on the page"))
        self.field.setClearButtonEnabled(True)
        self.go = QPushButton(self.tr("&Locate"))
        self.stop = QPushButton(self.tr("&Stop"))
        self.close_button = QPushButton(self.tr("&Close"))
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setMaximumWidth(60)
        self._busy.setTextVisible(False)
        self._busy.setAccessibleName(self.tr("Looking for it"))
        self.answer = QLabel()
        self.answer.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 4, 6, 4)
        row.addWidget(self.field, 1)
        for part in (self._busy, self.answer, self.go, self.stop, self.close_button):
            row.addWidget(part)
        self.field.returnPressed.connect(self.ask)
        self.field.textChanged.connect(lambda text: self.go.setEnabled(bool(text.strip())))
        self.go.clicked.connect(self.ask)
        self.stop.clicked.connect(self.give_up)
        self.close_button.clicked.connect(self.leave)
        self.go.setEnabled(False)
        self._settle("")
        self.hide()

    def open(self) -> None:
        """Let the person write."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def look_at(self, job: JobId | None, page: int) -> None:
        """Another page: what was found on the last one is gone."""
        place = None if job is None else (job, page)
        if self._place is None or place is None or place[0] != self._place[0]:
            self._ask_whether_it_can(job)
        if place != self._place:
            self._place = place
            self.give_up()
            self.found.emit(())

    def _ask_whether_it_can(self, job: JobId | None) -> None:
        self.able.emit(False)
        if job is not None:
            self._bridge.tasks.run(
                lambda cancel: self._bridge.service.can_locate(job, cancel=cancel),
                done=self.able.emit,
                # What is wrong with a server is told by those who need it.
                failed=lambda _: None,
                key="can locate",
                owner=self,
            )

    def ask(self) -> None:
        """Ask the server where it is."""
        words = self.field.text().strip()
        if not words or self._place is None:
            return
        job, page = self._place
        self.found.emit(())
        self._under_way = self._bridge.tasks.run(
            lambda cancel: self._bridge.service.locate(job, page, words, cancel=cancel),
            done=self._take,
            failed=self._refused,
            key="locate",
            owner=self,
        )
        self._settle("")

    def give_up(self) -> None:
        """Stop asking."""
        if self._under_way is not None:
            self._under_way.cancel()
            self._under_way = None
        self._settle("")

    def leave(self) -> None:
        """Stop, and show nothing that was found."""
        self.give_up()
        self.hide()
        self.found.emit(())
        self.closed.emit()

    def _take(self, boxes: tuple[Box, ...]) -> None:
        self._under_way = None
        self._settle(self.tr("%n place(s)", "", len(boxes)) if boxes else self.tr("Not found"))
        self.found.emit(boxes)

    def _refused(self, error: KnownError) -> None:
        self._under_way = None
        self._settle(said(error.what))
        self.answer.setToolTip(complaint(error))

    def _settle(self, answer: str) -> None:
        busy = self._under_way is not None
        self.answer.setText(answer)
        self.answer.setToolTip("")
        self.answer.setVisible(bool(answer))
        self._busy.setVisible(busy)
        self.stop.setVisible(busy)
        self.go.setVisible(not busy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape stops, and closes what is stopped."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._under_way is not None:
            self.give_up()
        else:
            self.leave()
