"""The library's documents as an item model that follows the library row by row."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import IntEnum
from itertools import groupby
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from desktop.model.states import FINISHED_JOB, JobId, JobState, PageState
from desktop.model.summary import JobSummary
from desktop.ui.bridge import Bridge
from desktop.ui.documents import sentences
from desktop.ui.documents.originals import Originals
from desktop.ui.documents.review import ReviewCounts
from desktop.ui.panels.icons import Sign
from desktop.ui.panels.words import JOB_SIGNS
from desktop.ui.panels.work import Work

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_ROLE = Qt.ItemDataRole
#: What rows carry while they are dragged: the numbers of jobs.
MIME = "application/x-diptych-jobs"


class DocumentRole(IntEnum):
    """What a row has besides its name."""

    JOB = int(_ROLE.UserRole)
    LINE = JOB + 1
    SIGN = JOB + 2
    #: How much is done, from 0 to 1, once it has begun and until it is finished; else None.
    SHARE = JOB + 3
    REVIEW = JOB + 4
    UNFINISHED = JOB + 5
    SEARCH = JOB + 6


class DocumentModel(QAbstractListModel):
    """One row a document, in the library's order.

    Counts and missing files are found out for the rows that somebody looks at.
    """

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = bridge.library
        self._work = Work.of(bridge)
        self._review = ReviewCounts(bridge, self)
        self.originals = Originals(bridge, self)
        self._jobs = [job.job for job in self._library.jobs()]
        self._number()
        self._ours: frozenset[JobId] = frozenset()
        library = self._library
        library.reset.connect(self._follow)
        library.added.connect(self._add)
        library.removed.connect(self._follow)
        for signal in (library.changed, self._review.changed, self.originals.changed):
            signal.connect(self._tell)
        self._work.changed.connect(self._tell_whose)

    # Where rows are.

    def rowCount(self, parent: Index = _NONE) -> int:
        """How many documents there are."""
        return 0 if parent.isValid() else len(self._jobs)

    def row_of(self, job: JobId | None) -> int:
        """A document's row, or -1."""
        return -1 if job is None else self._rows.get(job, -1)

    # What is in them.

    def roleNames(self) -> dict[int, QByteArray]:
        """Names for the roles."""
        names = {role.value: QByteArray(role.name.lower().encode()) for role in DocumentRole}
        return {**super().roleNames(), **names}

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        """What a row shows."""
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        job = self._library.job(self._jobs[index.row()])
        # Removed by now; the row follows in a moment.
        return None if job is None else self._data(job, role)

    def _data(self, job: JobSummary, role: int) -> Any:
        if role == _ROLE.DisplayRole:
            return job.path.name
        if role == DocumentRole.JOB:
            return job.job
        if role == DocumentRole.SEARCH:
            return f"{job.path.name}\n{job.title}\n{job.path.parent.name}"
        if role == DocumentRole.UNFINISHED:
            return job.state not in FINISHED_JOB
        if role == DocumentRole.SHARE:
            begun = job.finished_pages > 0 or job.state is JobState.RUNNING
            unfinished = job.state not in FINISHED_JOB
            return job.finished_pages / job.pages if unfinished and begun and job.pages else None
        return self._found(job, role)

    def _found(self, job: JobSummary, role: int) -> Any:
        """What has to be found out first."""
        if role == DocumentRole.REVIEW:
            return self._review.count(job.job)
        if role == DocumentRole.SIGN:
            return self._sign(job)
        if role == DocumentRole.LINE:
            return self._line(job)
        if role == _ROLE.ToolTipRole:
            return sentences.job_tip(job, self._line(job), self._review.count(job.job))
        if role == _ROLE.AccessibleTextRole:
            count = self._review.count(job.job)
            review = [sentences.to_review(count)] if count else []
            return ", ".join([job.path.name, self._line(job), *review])
        return None

    def _line(self, job: JobSummary) -> str:
        missing = self.originals.missing(job.job)
        return sentences.job_line(job, ours=self._work.ours(job.job), missing=missing)

    def _sign(self, job: JobSummary) -> Sign:
        if self.originals.missing(job.job):
            return Sign.WARNING
        if job.state not in FINISHED_JOB and not self._work.ours(job.job):
            return Sign.STOPPED
        partly = job.state is JobState.DONE and job.counts[PageState.FAILED] > 0
        return Sign.WARNING if partly else JOB_SIGNS[job.state]

    # Dragging.

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Unfinished documents can be dragged; nothing is dropped onto one, only between two."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        able = super().flags(index) | Qt.ItemFlag.ItemNeverHasChildren
        return able | Qt.ItemFlag.ItemIsDragEnabled if self._unfinished(index.row()) else able

    def _unfinished(self, row: int) -> bool:
        job = self._library.job(self._jobs[row])
        return job is not None and job.state not in FINISHED_JOB

    def mimeTypes(self) -> list[str]:
        """Only its own rows."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The jobs of rows."""
        content = QMimeData()
        jobs = " ".join(str(int(index.data(DocumentRole.JOB))) for index in indexes)
        content.setData(MIME, QByteArray(jobs.encode("ascii")))
        return content

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows are moved, never copied."""
        return Qt.DropAction.MoveAction

    # Following.

    def _number(self) -> None:
        self._rows = {job: row for row, job in enumerate(self._jobs)}

    def _add(self, job: JobId) -> None:
        if job not in self._rows:
            self._follow()

    def _follow(self, _: JobId | None = None) -> None:
        """Become what the library has, with no row touched that stays where it is."""
        wanted = [job.job for job in self._library.jobs()]
        if wanted == self._jobs:
            return
        self._remove(frozenset(self._jobs).difference(wanted))
        self._arrange([job for job in wanted if job in self._rows])
        self._insert(wanted)

    def _remove(self, gone: Collection[JobId]) -> None:
        rows = [row for row, job in enumerate(self._jobs) if job in gone]
        for first, last in reversed(_runs(rows)):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._jobs[first : last + 1]
            self._number()
            self.endRemoveRows()

    def _arrange(self, wanted: list[JobId]) -> None:
        if wanted == self._jobs:
            return
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        jobs = [self._jobs[index.row()] for index in old]
        self._jobs = wanted
        self._number()
        new = [self.index(self._rows[job], 0) for job in jobs]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _insert(self, wanted: list[JobId]) -> None:
        rows = [row for row, job in enumerate(wanted) if job not in self._rows]
        for first, last in _runs(rows):
            self.beginInsertRows(QModelIndex(), first, last)
            self._jobs[first:first] = wanted[first : last + 1]
            self._number()
            self.endInsertRows()

    def _tell(self, job: JobId) -> None:
        if (row := self.row_of(job)) >= 0:
            self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def _tell_whose(self) -> None:
        """Documents that this program has taken up, or let go, since it was told last."""
        ours = frozenset(job for job in self._jobs if self._work.ours(job))
        for job in ours ^ self._ours:
            self._tell(job)
        self._ours = ours


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Ascending rows as first and last of those that follow each other."""
    runs = []
    for _, group in groupby(enumerate(rows), key=lambda each: each[1] - each[0]):
        members = [row for _, row in group]
        runs.append((members[0], members[-1]))
    return runs
