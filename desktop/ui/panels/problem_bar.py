"""A bar at the window's top for the newest problem, which goes by itself after a while."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QEnterEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from desktop.ui.bridge import Bridge
from desktop.ui.panels import problem_words
from desktop.ui.panels.buttons import SignButton
from desktop.ui.panels.icons import Icons, Sign, tint
from desktop.ui.panels.problem_deeds import Deeds
from desktop.ui.panels.problems import Entry, Problems
from desktop.ui.said import in_a_row, said

#: How long the bar stays when nobody is at it, in milliseconds.
STAYS = 15_000


class ProblemBar(QWidget):
    """Says what happened, what it means and what to do. Hidden while there is nothing new.

    It stays while the pointer or the keyboard is in it; Esc closes it from wherever nobody else
    wants that key. ``wanted`` carries the number of the problem whose details are to be shown.
    """

    wanted = Signal(int)
    add_again = Signal(object)

    def __init__(
        self, bridge: Bridge, parent: QWidget | None = None, *, stays: int = STAYS
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._problems = Problems.of(bridge)
        self._deeds = Deeds(bridge, self)
        self._deeds.add_again.connect(self.add_again)
        self._entry: Entry | None = None
        self._icons = Icons()
        self._watched: QWidget | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(stays)
        self._timer.timeout.connect(self._leave)
        self._lay_out()
        self.hide()
        self._problems.came.connect(self.tell)
        self._problems.changed.connect(self._look)

    def _lay_out(self) -> None:
        self._sign = QLabel()
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.again = QPushButton(self.tr("Try Again"))
        self.again.clicked.connect(self._try_again)
        self.show_document = QPushButton(self.tr("Show Document"))
        self.show_document.clicked.connect(self._show_document)
        self.details = QPushButton(self.tr("Details"))
        self.details.clicked.connect(self._want)
        self.close_button = SignButton(Sign.CLOSE, self.tr("Close this message"))
        self.close_button.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 6, 6)
        row.addWidget(self._sign)
        row.addWidget(self.label, 1)
        for button in (self.again, self.show_document, self.details, self.close_button):
            row.addWidget(button)
        self.setAccessibleName(self.tr("Problem"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    # What is shown.

    def tell(self, entry: Entry) -> None:
        """Show a problem."""
        self._entry = entry
        meaning = problem_words.meaning(entry, problem_words.state_of(self._bridge, entry))
        often = self.tr("(%n times)", "", entry.count) if entry.count > 1 else ""
        text = in_a_row(said(entry.reason.what), meaning, said(entry.reason.advice), often)
        self.label.setText(text)
        self.setAccessibleDescription(text)
        self.again.setVisible(problem_words.can_try_again(entry))
        self.show_document.setVisible(self._deeds.can_show(entry))
        self._sign.setPixmap(self._icons.icon(Sign.WARNING, self.palette()).pixmap(20, 20))
        self.show()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def dismiss(self) -> None:
        """Hide the bar; the problem stays in the list."""
        self._timer.stop()
        self._entry = None
        self.hide()

    def _look(self) -> None:
        """A problem that is over, or that was dismissed in the list, is none here."""
        numbers = {entry.number for entry in self._problems.entries()}
        if self._entry is not None and self._entry.number not in numbers:
            self.dismiss()

    @property
    def _attended(self) -> bool:
        focused = QApplication.focusWidget()
        return self.underMouse() or (focused is not None and self.isAncestorOf(focused))

    def _leave(self) -> None:
        if self._attended:
            self._timer.start()
        else:
            self.dismiss()

    # What is done.

    def _want(self) -> None:
        if self._entry is not None:
            self.wanted.emit(self._entry.number)
        self.dismiss()

    def _try_again(self) -> None:
        if self._entry is not None:
            self._deeds.try_again(self._entry)

    def _show_document(self) -> None:
        if self._entry is not None:
            self._deeds.show(self._entry)
        self.dismiss()

    # Qt.

    def showEvent(self, event: QShowEvent) -> None:
        """Watch the window for Esc."""
        super().showEvent(event)
        if self._watched is not self.window():
            self._watched = self.window()
            self._watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc that reaches the window was wanted by nobody else."""
        if (
            watched is self._watched
            and self.isVisible()
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            self.dismiss()
            return True
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """The time begins anew."""
        super().enterEvent(event)
        self._timer.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A tinted ground with a line under it, in light and dark."""
        painter = QPainter(self)
        colour = tint(Sign.WARNING, self.palette())
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
        line = self.rect()
        line.setTop(line.bottom() - 1)
        painter.fillRect(line, colour)
        colour.setAlphaF(0.14)
        painter.fillRect(self.rect(), colour)
