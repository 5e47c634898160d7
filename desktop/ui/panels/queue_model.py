"""The queue as an item model: documents, and under each the pages that are being read."""

from __future__ import annotations

import time
from collections.abc import Sequence
from enum import IntEnum
from typing import Any, overload

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication

from desktop.model.states import FINISHED_JOB, JobId, JobState, PageState
from desktop.model.summary import JobSummary
from desktop.ui.panels import words
from desktop.ui.panels.icons import Icons, Sign
from desktop.ui.panels.steps import Insertion, Removal, steps
from desktop.ui.panels.work import Work
from desktop.ui.said import complaint

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_ROLE = Qt.ItemDataRole
#: The job of a row, the page of a row (or None), and the share of a job that is finished.
JOB_ROLE, PAGE_ROLE, SHARE_ROLE = (int(_ROLE.UserRole) + number for number in range(3))


class Column(IntEnum):
    """The columns of the queue."""

    NAME = 0
    STATE = 1
    PROGRESS = 2
    FAILED = 3
    PACE = 4
    TIME = 5


class QueueModel(QAbstractItemModel):
    """Rows of a ``Work``. The rows of pages have their job's number as internal id."""

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._icons = Icons()
        self._jobs: list[JobSummary] = list(work.jobs())
        self._rows = {job.job: row for row, job in enumerate(self._jobs)}
        self._pages: dict[JobId, list[int]] = {
            job.job: list(work.running(job.job)) for job in self._jobs
        }
        #: Since when the pages that have a row are read: what the rows say must not run ahead of
        #: which rows there are.
        self._since = {job.job: dict(work.running(job.job)) for job in self._jobs}
        work.changed.connect(self.refresh)

    # Where rows are.

    def index(self, row: int, column: int, parent: Index = _NONE) -> QModelIndex:
        """A cell."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        if parent.isValid():
            return self.createIndex(row, column, int(self._jobs[parent.row()].job))
        return self.createIndex(row, column, 0)

    @overload
    def parent(self) -> QObject | None: ...

    @overload
    def parent(self, index: Index) -> QModelIndex: ...

    def parent(self, index: Index | None = None) -> QObject | QModelIndex | None:
        """The document of a page; without an index the model's own parent, as Qt has it."""
        if index is None:
            return super().parent()
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        row = self._rows.get(JobId(index.internalId()))
        return QModelIndex() if row is None else self.createIndex(row, 0, 0)

    def rowCount(self, parent: Index = _NONE) -> int:
        """Documents, or the running pages of one."""
        if not parent.isValid():
            return len(self._jobs)
        if parent.internalId() or parent.column() != 0:
            return 0
        return len(self._pages[self._jobs[parent.row()].job])

    def columnCount(self, parent: Index = _NONE) -> int:
        """Always the same."""
        return len(Column)

    def row_of(self, job: JobId) -> QModelIndex:
        """The first cell of a document; invalid if it is not in the queue."""
        row = self._rows.get(job)
        return QModelIndex() if row is None else self.index(row, 0)

    # What is in them.

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> Any:
        """The columns' names."""
        if orientation is not Qt.Orientation.Horizontal or role != _ROLE.DisplayRole:
            return None
        names = {
            Column.NAME: self.tr("Document"),
            Column.STATE: self.tr("State"),
            Column.PROGRESS: self.tr("Pages"),
            Column.FAILED: self.tr("Failed"),
            Column.PACE: self.tr("Pace"),
            Column.TIME: self.tr("Time"),
        }
        return names[Column(section)]

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        """A cell's text, sign and numbers."""
        if not index.isValid():
            return None
        column = Column(index.column())
        if index.internalId():
            return self._page_data(JobId(index.internalId()), index.row(), column, role)
        return self._job_data(self._jobs[index.row()], column, role)

    def _page_data(self, job: JobId, row: int, column: Column, role: int) -> Any:
        page = self._pages[job][row]
        if role == JOB_ROLE:
            return job
        if role == PAGE_ROLE:
            return page
        if role == _ROLE.DecorationRole and column is Column.STATE:
            return self._icons.icon(Sign.RUNNING, QGuiApplication.palette())
        if role not in (_ROLE.DisplayRole, _ROLE.AccessibleTextRole):
            return None
        if column is Column.NAME:
            return words.page_name(page)
        if column is Column.STATE:
            return words.page_state(PageState.RUNNING)
        since = self._since.get(job, {}).get(page)
        if column is Column.TIME and since is not None:
            return self.tr("{time} so far").format(time=words.clock(time.monotonic() - since))
        return ""

    def _job_data(self, job: JobSummary, column: Column, role: int) -> Any:
        if role == JOB_ROLE:
            return job.job
        if role == SHARE_ROLE:
            return job.finished_pages / job.pages if job.pages else 0.0
        if role == _ROLE.ToolTipRole:
            return complaint(job.reason) or str(job.path)
        if role == _ROLE.DecorationRole and column is Column.STATE:
            return self._icons.icon(self._sign(job), QGuiApplication.palette())
        if role in (_ROLE.DisplayRole, _ROLE.AccessibleTextRole):
            return self._text(job, column)
        return None

    def _interrupted(self, job: JobSummary) -> bool:
        return job.state not in FINISHED_JOB and not self._work.ours(job.job)

    def _sign(self, job: JobSummary) -> Sign:
        return Sign.STOPPED if self._interrupted(job) else words.JOB_SIGNS[job.state]

    def _text(self, job: JobSummary, column: Column) -> str:
        if column is Column.NAME:
            return job.path.name
        if column is Column.STATE:
            return words.interrupted() if self._interrupted(job) else words.job_state(job.state)
        if column is Column.PROGRESS:
            return self.tr("{done} of {total}").format(done=job.finished_pages, total=job.pages)
        if column is Column.FAILED:
            failed = job.counts[PageState.FAILED]
            return self.tr("%n failed", "", failed) if failed else ""
        if column is Column.PACE:
            pace = self._work.per_minute(job.job)
            return "" if pace is None else words.pace(pace)
        left = self._work.left(job.job)
        if left is None or job.state is not JobState.RUNNING:
            return ""
        return words.time_left(left)

    # Following.

    def refresh(self) -> None:
        """Take over what has changed."""
        jobs = list(self._work.jobs())
        self._move_to(jobs)
        self._since = {job.job: dict(self._work.running(job.job)) for job in jobs}
        for row, job in enumerate(jobs):
            self._move_pages(row, list(self._since[job.job]))
        if jobs:
            roles: Sequence[int] = ()
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(jobs) - 1, len(Column) - 1), list(roles)
            )

    def _move_to(self, jobs: list[JobSummary]) -> None:
        by_id = {job.job: job for job in jobs}
        old = [job.job for job in self._jobs]
        for step in steps(old, [job.job for job in jobs]):
            if isinstance(step, Removal):
                self.beginRemoveRows(QModelIndex(), step.first, step.last)
                for gone in self._jobs[step.first : step.last + 1]:
                    self._pages.pop(gone.job, None)
                del self._jobs[step.first : step.last + 1]
                self._number()
                self.endRemoveRows()
            else:
                new = jobs[step.first : step.last + 1]
                self.beginInsertRows(QModelIndex(), step.first, step.last)
                self._jobs[step.first : step.first] = new
                for job in new:
                    self._pages[job.job] = []
                self._number()
                self.endInsertRows()
        self._jobs = [by_id[job.job] for job in self._jobs]

    def _number(self) -> None:
        self._rows = {job.job: row for row, job in enumerate(self._jobs)}

    def _move_pages(self, row: int, pages: list[int]) -> None:
        shown = self._pages[self._jobs[row].job]
        parent = self.index(row, 0)
        for step in steps(shown, pages):
            if isinstance(step, Insertion):
                new = pages[step.first : step.last + 1]
                self.beginInsertRows(parent, step.first, step.last)
                shown[step.first : step.first] = new
                self.endInsertRows()
            else:
                self.beginRemoveRows(parent, step.first, step.last)
                del shown[step.first : step.last + 1]
                self.endRemoveRows()
        if shown:
            last = self.index(len(shown) - 1, len(Column) - 1, parent)
            self.dataChanged.emit(self.index(0, 0, parent), last)
