"""The pages that need a person's eyes, and the way from one to the next."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHeaderView,
    QLabel,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop.model.states import JobId
from desktop.ui.bridge import Bridge
from desktop.ui.panels.buttons import ButtonRow, SignButton, action
from desktop.ui.panels.control import Control
from desktop.ui.panels.icons import Sign
from desktop.ui.panels.review_entries import Entry, Place
from desktop.ui.panels.review_list import ReviewList
from desktop.ui.panels.review_model import Column, ReviewModel


class ReviewPanel(QWidget):
    """Failed and doubtful pages of the chosen document, or of all, with the reasons.

    ``count_changed`` carries how many are still to be reviewed, ``notice`` a sentence for the
    status line. Its actions work whether the panel is seen or not.
    """

    count_changed = Signal(int)
    notice = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._control = Control(bridge)
        self.listed = ReviewList(bridge, self)
        self.model = ReviewModel(self.listed, self)
        self._count = -1
        self._make_actions()
        self._make_view()
        self._lay_out()
        self.listed.changed.connect(self._refresh)
        bridge.chosen.connect(self._chosen)
        self._refresh()

    def _make_actions(self) -> None:
        self.next = action(
            self,
            "next-review",
            self.tr("&Next Page to Review"),
            lambda: self._go(1),
            menu="page",
            keys=("F8",),
        )
        self.previous = action(
            self,
            "previous-review",
            self.tr("Pre&vious Page to Review"),
            lambda: self._go(-1),
            menu="page",
            keys=("Shift+F8",),
        )
        self.mark = action(
            self,
            "mark-reviewed",
            self.tr("&Mark as Reviewed"),
            self._mark,
            menu="page",
            keys=("F9", "Ctrl+Return", "Ctrl+Enter"),
        )
        self.again = action(
            self, "read-page-again", self.tr("&Read Page Again"), self._read_again, menu="page"
        )

    def actions(self) -> list[QAction]:
        """What can be done here, for the window's menus."""
        return [self.next, self.previous, self.mark, self.again]

    def _make_view(self) -> None:
        self.view = QTreeView()
        self.view.setModel(self.model)
        self.view.setRootIsDecorated(False)
        self.view.setUniformRowHeights(True)
        self.view.setAllColumnsShowFocus(True)
        self.view.setAlternatingRowColors(True)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setAccessibleName(self.tr("Pages to review"))
        header = self.view.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(Column.WHY, QHeaderView.ResizeMode.Stretch)
        character = self.fontMetrics().averageCharWidth()
        for column, width in {Column.PAGE: 16, Column.DOCUMENT: 30, Column.REVIEWED: 16}.items():
            self.view.setColumnWidth(column, width * character)
        self.view.clicked.connect(self._visit)
        self.view.activated.connect(self._visit)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._show_current())
        self.view.installEventFilter(self)

    def _lay_out(self) -> None:
        self.heading = QLabel()
        self.everywhere = QCheckBox(self.tr("All &documents"))
        self.everywhere.toggled.connect(self._set_everywhere)
        self.reviewed = QCheckBox(self.tr("Show re&viewed"))
        self.reviewed.toggled.connect(self._set_reviewed_shown)
        self.details = QLabel()
        self.details.setWordWrap(True)
        self.details.setTextFormat(Qt.TextFormat.PlainText)
        self.details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.details.setAccessibleName(self.tr("Details of the chosen page"))
        self.empty = QLabel()
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        left = (self.heading, self.everywhere, self.reviewed)
        buttons = (
            SignButton.of(self.next, Sign.NEXT, self.tr("Next")),
            SignButton.of(self.mark, Sign.DONE, self.tr("Reviewed")),
            SignButton.of(self.again, Sign.AGAIN, self.tr("Read Again")),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(ButtonRow(left, buttons))
        column.addWidget(self.view, 1)
        column.addWidget(self.details)
        column.addWidget(self.empty, 1)
        self.setFocusProxy(self.view)

    # What is shown.

    def _refresh(self) -> None:
        waiting = self.listed.waiting()
        rows = self.model.rowCount()
        self.heading.setText(self.tr("%n to review", "", waiting))
        self.heading.setVisible(bool(waiting))
        self.view.setVisible(bool(rows))
        self.view.setColumnHidden(Column.DOCUMENT, not self.listed.everywhere)
        self.view.setColumnHidden(Column.REVIEWED, not self.model.with_reviewed)
        self.empty.setVisible(not rows)
        self.empty.setText(self._nothing())
        self.next.setEnabled(bool(waiting))
        self.previous.setEnabled(bool(waiting))
        self._show_current()
        if waiting != self._count:
            self._count = waiting
            self.count_changed.emit(waiting)

    def _nothing(self) -> str:
        if self.listed.loading:
            return self.tr("Reading the library…")
        if self.listed.everywhere:
            return self.tr("Nothing to review in any document.")
        if self._bridge.job is None:
            return self.tr("No document is chosen.")
        return self.tr("Nothing to review in this document.")

    def _show_current(self) -> None:
        entry = self._meant()
        shown = self.model.entry(self.view.currentIndex())
        self.details.setText(shown.details if shown is not None else "")
        self.details.setVisible(bool(self.details.text()))
        self.mark.setEnabled(entry is not None)
        self.mark.setText(
            self.tr("Mark as &Not Reviewed")
            if entry is not None and entry.reviewed
            else self.tr("&Mark as Reviewed")
        )
        self.again.setEnabled(self._bridge.job is not None)

    def _chosen(self, job: JobId | None, page: int) -> None:
        if job is not None:
            self._make_current((job, page))
        self._refresh()

    def _make_current(self, place: Place) -> None:
        index = self.model.row_of(place)
        if index.isValid():
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)
        else:
            self.view.setCurrentIndex(QModelIndex())

    # What the person means.

    @property
    def _here(self) -> Place | None:
        return None if self._bridge.job is None else (self._bridge.job, self._bridge.page)

    def _meant(self) -> Entry | None:
        """The current row if the list has the focus, else what is known of the page in view."""
        if self.view.hasFocus() and (entry := self.model.entry(self.view.currentIndex())):
            return entry
        return None if self._here is None else self.listed.at(self._here)

    # What is done.

    def _visit(self, index: QModelIndex) -> None:
        if (entry := self.model.entry(index)) is not None:
            self._bridge.choose(*entry.place)

    def _go(self, step: int) -> None:
        entry = self.listed.next(self._here, step)
        if entry is None:
            self.notice.emit(self._nothing())
            return
        if entry.place == self._here:
            self.notice.emit(self.tr("This is the only page to review."))
        self._bridge.choose(*entry.place)
        self._make_current(entry.place)

    def _mark(self) -> None:
        entry = self._meant()
        if entry is None:
            return
        if entry.reviewed:
            self.listed.set_reviewed(entry.place, False)
            return
        following = self.listed.next(entry.place, 1)
        self.listed.set_reviewed(entry.place, True)
        if following is not None and following.place != entry.place:
            self._bridge.choose(*following.place)
            self._make_current(following.place)
        else:
            self.notice.emit(self._nothing())

    def _read_again(self) -> None:
        entry = self._meant()
        place = entry.place if entry is not None else self._here
        if place is not None:
            self._control.retry_pages([place])

    def _set_everywhere(self, on: bool) -> None:
        self.listed.everywhere = on

    def _set_reviewed_shown(self, on: bool) -> None:
        self.model.with_reviewed = on
        self._refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl and Enter marks in the list too, where Qt takes it for opening the row."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.mark.trigger()
            return True
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._show_current()
        return super().eventFilter(watched, event)
