"""What went wrong, newest first, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QListView,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.bridge import Bridge
from desktop.ui.panels import problem_words
from desktop.ui.panels.buttons import ButtonRow, SignButton, action
from desktop.ui.panels.icons import Sign
from desktop.ui.panels.paragraphs import ParagraphDelegate
from desktop.ui.panels.problem_deeds import Deeds
from desktop.ui.panels.problem_model import ProblemModel
from desktop.ui.panels.problems import Entry, Problems


class ProblemsPanel(QWidget):
    """The list of problems with buttons for the current one.

    ``count_changed`` carries how many there are, ``add_again`` paths to be added once more.
    """

    count_changed = Signal(int)
    add_again = Signal(object)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problems = Problems.of(bridge)
        self._deeds = Deeds(bridge, self)
        self._deeds.add_again.connect(self.add_again)
        self._count = -1
        self._make_actions()
        self._make_view(bridge)
        self._lay_out()
        self._problems.changed.connect(self._refresh)
        self._refresh()

    def _make_actions(self) -> None:
        self.again = action(
            self, "problem-try-again", self.tr("&Try Again"), self._try_again, menu="help"
        )
        self.show_document = action(
            self, "problem-show", self.tr("Show &Document of Problem"), self._show, menu="help"
        )
        self.copy = action(
            self, "problem-copy", self.tr("Copy &Details of Problem"), self._copy, menu="help"
        )
        self.dismiss = action(
            self, "problem-dismiss", self.tr("D&ismiss Problem"), self._dismiss, menu="help"
        )
        self.dismiss_all = action(
            self,
            "problems-dismiss",
            self.tr("Dismiss All &Problems"),
            self._problems.dismiss_all,
            menu="help",
        )

    def actions(self) -> list[QAction]:
        """What can be done here, for the window's menus."""
        return [self.dismiss_all]

    def _make_view(self, bridge: Bridge) -> None:
        self.model = ProblemModel(bridge, self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(ParagraphDelegate(self.view))
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setAlternatingRowColors(True)
        self.view.setAccessibleName(self.tr("Problems, newest first"))
        self.view.activated.connect(lambda _: self.show_document.trigger())
        self.view.selectionModel().currentChanged.connect(lambda *_: self._enable())

    def _lay_out(self) -> None:
        self.heading = QLabel()
        self.empty = QLabel(self.tr("No problems."))
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        buttons = (
            SignButton.of(self.again, Sign.AGAIN, self.tr("Try Again")),
            SignButton.of(self.show_document, Sign.NEXT, self.tr("Show Document")),
            SignButton.of(self.copy, Sign.COPY, self.tr("Copy Details")),
            SignButton.of(self.dismiss, Sign.CLOSE, self.tr("Dismiss")),
            SignButton.of(self.dismiss_all, Sign.CLOSE, self.tr("Dismiss All")),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(ButtonRow([self.heading], buttons))
        column.addWidget(self.view, 1)
        column.addWidget(self.empty, 1)
        self.setFocusProxy(self.view)

    def _refresh(self) -> None:
        count = self.model.rowCount()
        self.heading.setText(self.tr("%n problem(s)", "", count))
        self.heading.setVisible(bool(count))
        self.view.setVisible(bool(count))
        self.empty.setVisible(not count)
        if count and not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.model.index(0))
        self._enable()
        if count != self._count:
            self._count = count
            self.count_changed.emit(count)

    def _enable(self) -> None:
        entry = self._current()
        self.again.setEnabled(entry is not None and problem_words.can_try_again(entry))
        self.show_document.setEnabled(entry is not None and self._deeds.can_show(entry))
        self.copy.setEnabled(entry is not None)
        self.dismiss.setEnabled(entry is not None)
        self.dismiss_all.setEnabled(bool(self.model.rowCount()))

    def _current(self) -> Entry | None:
        return self.model.entry(self.view.currentIndex())

    def show_entry(self, number: int) -> None:
        """Make one of the problems the current one."""
        for row in range(self.model.rowCount()):
            index = self.model.index(row)
            entry = self.model.entry(index)
            if entry is not None and entry.number == number:
                self.view.setCurrentIndex(index)
                return
        self.view.setCurrentIndex(QModelIndex())

    def _try_again(self) -> None:
        if (entry := self._current()) is not None:
            self._deeds.try_again(entry)

    def _show(self) -> None:
        if (entry := self._current()) is not None:
            self._deeds.show(entry)

    def _copy(self) -> None:
        if (entry := self._current()) is not None:
            self._deeds.copy(entry)

    def _dismiss(self) -> None:
        if (entry := self._current()) is not None:
            self._problems.dismiss(entry.number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete dismisses, Ctrl+C copies the report."""
        if event.matches(QKeySequence.StandardKey.Delete):
            self.dismiss.trigger()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy.trigger()
        else:
            super().keyPressEvent(event)
