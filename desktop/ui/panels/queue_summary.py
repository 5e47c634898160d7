"""The queue in one line, for the status bar."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QWidget

from desktop.ui.bridge import Bridge
from desktop.ui.panels import outcome, words
from desktop.ui.panels.work import Totals, Work

#: How long the sentence about a batch that has ended stays, in milliseconds.
OUTCOME_STAYS = 60_000


class QueueSummary(QWidget):
    """How far the batch is and how long it takes still; hidden when there is nothing to say.

    ``wanted``: the person clicked it, or pressed Enter on it, to see the queue.
    """

    wanted = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = Work.of(bridge)
        self._label = QLabel()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(120)
        self._bar.setMaximumHeight(8)
        self._bar.setAccessibleName(self.tr("Progress of the queue"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(self.tr("Show the queue"))
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 4, 0)
        row.addWidget(self._bar)
        row.addWidget(self._label)
        self._leave = QTimer(self)
        self._leave.setSingleShot(True)
        self._leave.setInterval(OUTCOME_STAYS)
        self._leave.timeout.connect(self.hide)
        self._work.ended.connect(lambda _: self._leave.start())
        self._work.changed.connect(self._show_now)
        self._show_now()

    @property
    def text(self) -> str:
        """What it says."""
        return self._label.text()

    def _show_now(self) -> None:
        totals = self._work.totals()
        if totals.unfinished:
            self._bar.setRange(0, max(1, totals.total))
            self._bar.setValue(totals.done)
            text = line(totals)
        elif not self._leave.isActive():
            text = ""
        else:
            text = outcome.sentence(self._work.outcome) if self._work.outcome else ""
        self._bar.setVisible(bool(totals.unfinished))
        self._label.setText(text)
        self.setAccessibleName(self.tr("Queue: {text}").format(text=text) if text else "")
        self.setVisible(bool(text))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click shows the queue."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self.wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space are a click."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.wanted.emit()
        else:
            super().keyPressEvent(event)


def line(totals: Totals) -> str:
    """The batch in one line: how far it is, then how long it takes still."""
    parts = [
        QCoreApplication.translate("QueueSummary", "{done} of %n page(s)", "", totals.total).format(
            done=totals.done
        )
    ]
    if totals.failed:
        parts.append(QCoreApplication.translate("QueueSummary", "%n failed", "", totals.failed))
    if totals.paused:
        parts.append(QCoreApplication.translate("QueueSummary", "paused"))
    elif totals.left is not None:
        parts.append(words.time_left(totals.left))
    return " · ".join(parts)
