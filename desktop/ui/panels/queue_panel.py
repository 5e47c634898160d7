"""What is working and waiting, page by page, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QMenu,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop.model.states import FINISHED_JOB, JobId, JobState, PageState
from desktop.model.summary import JobSummary
from desktop.ui.bridge import Bridge
from desktop.ui.panels import outcome, words
from desktop.ui.panels.buttons import ButtonRow, SignButton, action
from desktop.ui.panels.control import Control
from desktop.ui.panels.icons import Sign
from desktop.ui.panels.progress_delegate import ProgressDelegate
from desktop.ui.panels.queue_model import JOB_ROLE, PAGE_ROLE, SHARE_ROLE, Column, QueueModel
from desktop.ui.panels.queue_summary import line
from desktop.ui.panels.work import Work

#: The widths of the columns at first, in characters.
_WIDTHS = {Column.STATE: 20, Column.PROGRESS: 18, Column.FAILED: 10, Column.PACE: 20}


class QueuePanel(QWidget):
    """Documents that are worked on, with their running pages; actions for one and for all."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._work = Work.of(bridge)
        self._control = Control(bridge)
        self._make_actions()
        self._make_view()
        self._lay_out()
        self._work.changed.connect(self._refresh)
        bridge.chosen.connect(self._refresh)
        self._refresh()

    def _make_actions(self) -> None:
        self.pause_all = action(
            self, "pause-all", self.tr("Pause &All"), self._pause_all, keys=("Ctrl+Alt+P",)
        )
        self.resume_all = action(
            self, "resume-all", self.tr("Go On with A&ll"), self._resume_all, keys=("Ctrl+Alt+G",)
        )
        self.cancel_all = action(
            self, "cancel-all", self.tr("Cancel All Docu&ments"), self._cancel_all
        )
        self.pause = action(self, "pause-job", self.tr("&Pause Document"), self._pause)
        self.resume = action(self, "resume-job", self.tr("&Go On with Document"), self._resume)
        self.cancel = action(self, "cancel-job", self.tr("&Cancel Document"), self._cancel)
        self.cancel_page = action(
            self, "cancel-page", self.tr("Cancel Pag&e"), self._cancel_page, menu="page"
        )
        self.retry = action(self, "retry-failed", self.tr("&Read Failed Pages Again"), self._retry)
        self.retry_all = action(
            self, "retry-all", self.tr("Read All &Failed Pages Again"), self._retry_all
        )

    def actions(self) -> list[QAction]:
        """What can be done here, for the window's menus."""
        return [
            self.pause,
            self.resume,
            self.cancel,
            self.retry,
            self.pause_all,
            self.resume_all,
            self.cancel_all,
            self.retry_all,
            self.cancel_page,
        ]

    def _make_view(self) -> None:
        self.model = QueueModel(self._work, self)
        self.view = QTreeView()
        self.view.setModel(self.model)
        self.view.setAccessibleName(self.tr("Documents in the queue"))
        self.view.setUniformRowHeights(True)
        self.view.setAllColumnsShowFocus(True)
        self.view.setAlternatingRowColors(True)
        self.view.setExpandsOnDoubleClick(False)
        self.view.setItemDelegateForColumn(Column.PROGRESS, ProgressDelegate(SHARE_ROLE, self.view))
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self.view.activated.connect(self._go_there)
        self.view.selectionModel().currentChanged.connect(self._refresh)
        self.model.rowsInserted.connect(self._expand)
        header = self.view.header()
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        header.setStretchLastSection(False)
        character = self.fontMetrics().averageCharWidth()
        for column, width in {**_WIDTHS, Column.TIME: 26}.items():
            self.view.setColumnWidth(column, width * character)

    def _lay_out(self) -> None:
        self.sentence = QLabel()
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.sentence.setWordWrap(True)
        self.empty = QLabel(
            self.tr("Nothing to do. Documents that you add wait here until they are read.")
        )
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        buttons: list[SignButton | None] = [
            SignButton.of(self.pause, Sign.PAUSED, self.tr("Pause")),
            SignButton.of(self.resume, Sign.RUNNING, self.tr("Go On")),
            SignButton.of(self.cancel, Sign.CLOSE, self.tr("Cancel")),
            SignButton.of(self.retry, Sign.AGAIN, self.tr("Read Failed Again")),
            None,
            SignButton.of(self.pause_all, Sign.PAUSED, self.tr("Pause All")),
            SignButton.of(self.resume_all, Sign.RUNNING, self.tr("Go On with All")),
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(self.sentence)
        column.addWidget(ButtonRow([], buttons))
        column.addWidget(self.view, 1)
        column.addWidget(self.empty, 1)
        self.setFocusProxy(self.view)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete cancels the current page or document."""
        if event.matches(QKeySequence.StandardKey.Delete):
            (self.cancel_page if self._current()[1] is not None else self.cancel).trigger()
        else:
            super().keyPressEvent(event)

    # What is shown.

    def _refresh(self) -> None:
        jobs = self._work.jobs()
        totals = self._work.totals()
        if totals.unfinished:
            parts = [line(totals)]
            if totals.per_minute is not None:
                parts.append(words.pace(totals.per_minute))
            text = " · ".join(parts)
        else:
            text = outcome.sentence(self._work.outcome) if self._work.outcome else ""
        if self.sentence.text() != text:
            self.sentence.setText(text)
        self.view.setVisible(bool(jobs))
        self.empty.setVisible(not jobs)
        self._enable(jobs)

    def _enable(self, jobs: tuple[JobSummary, ...]) -> None:
        chosen = self._chosen()
        going = chosen is not None and self._going(chosen)
        self.pause.setEnabled(going)
        self.resume.setEnabled(chosen is not None and self._stands(chosen))
        self.cancel.setEnabled(chosen is not None and chosen.state not in FINISHED_JOB)
        self.retry.setEnabled(chosen is not None and _has_failed(chosen))
        self.pause_all.setEnabled(any(map(self._going, jobs)))
        self.resume_all.setEnabled(any(map(self._stands, jobs)))
        self.cancel_all.setEnabled(any(job.state not in FINISHED_JOB for job in jobs))
        self.retry_all.setEnabled(any(map(_has_failed, jobs)))
        self.cancel_page.setEnabled(self._chosen_page() is not None)

    def _going(self, job: JobSummary) -> bool:
        return self._work.ours(job.job) and job.state in (JobState.QUEUED, JobState.RUNNING)

    def _stands(self, job: JobSummary) -> bool:
        unfinished = job.state not in FINISHED_JOB
        return job.state is JobState.PAUSED or (unfinished and not self._work.ours(job.job))

    def _expand(self, parent: QModelIndex) -> None:
        if parent.isValid():
            self.view.expand(parent)

    def _show_menu(self, where: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self.pause, self.resume, self.cancel, self.cancel_page, self.retry])
        menu.popup(self.view.viewport().mapToGlobal(where))

    # What the person means.

    def _current(self) -> tuple[JobId | None, int | None]:
        index = self.view.currentIndex()
        if not index.isValid():
            return None, None
        job, page = index.data(JOB_ROLE), index.data(PAGE_ROLE)
        return JobId(job), page

    def _chosen(self) -> JobSummary | None:
        """The document of the current row, else the one that the person looks at."""
        job, _ = self._current()
        job = self._bridge.job if job is None else job
        return None if job is None else self._bridge.library.job(job)

    def _chosen_page(self) -> tuple[JobId, int] | None:
        """The running page of the current row, else the one that the person looks at."""
        job, page = self._current()
        if job is not None and page is not None:
            return job, page
        shown = self._bridge.job
        if shown is None or self._bridge.page not in self._work.running(shown):
            return None
        return shown, self._bridge.page

    def _go_there(self, index: QModelIndex) -> None:
        job, page = JobId(index.data(JOB_ROLE)), index.data(PAGE_ROLE)
        if page is not None:
            self._bridge.choose(job, page)
        elif job != self._bridge.job:
            self._bridge.choose(job)

    # What is done.

    def _pause(self) -> None:
        if (job := self._chosen()) is not None:
            self._control.pause([job.job])

    def _resume(self) -> None:
        if (job := self._chosen()) is not None:
            self._control.resume([job.job])

    def _cancel(self) -> None:
        if (job := self._chosen()) is not None:
            self._control.cancel([job.job])

    def _cancel_page(self) -> None:
        if (place := self._chosen_page()) is not None:
            self._control.cancel_page(*place)

    def _retry(self) -> None:
        if (job := self._chosen()) is not None:
            self._control.retry([job.job])

    def _pause_all(self) -> None:
        # Whose it is need not be known yet: pausing what others work on does nothing.
        going = (JobState.QUEUED, JobState.RUNNING)
        self._control.pause(job.job for job in self._work.jobs() if job.state in going)

    def _resume_all(self) -> None:
        self._control.resume(job.job for job in self._work.jobs() if self._stands(job))

    def _cancel_all(self) -> None:
        jobs = self._work.jobs()
        self._control.cancel(job.job for job in jobs if job.state not in FINISHED_JOB)

    def _retry_all(self) -> None:
        self._control.retry(job.job for job in self._work.jobs() if _has_failed(job))


def _has_failed(job: JobSummary) -> bool:
    cancelled = job.state is JobState.CANCELLED and job.counts[PageState.CANCELLED] > 0
    return cancelled or job.counts[PageState.FAILED] > 0
