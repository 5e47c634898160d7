"""What all views know of jobs and their pages: read in the background, kept from the events.

Views read from here at any time without waiting. Events of pages are applied at once; the jobs
that they change are read again from the store, a few times a second at most.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.model.cancel import CancelToken
from desktop.model.events import Event, Exported, ExportFailed, JobChanged, PageChanged
from desktop.model.states import FINISHED_JOB, JobId, PageState
from desktop.model.summary import JobSummary, PageSummary, Reason
from desktop.service import Service
from desktop.ui.tasks import Tasks

#: How long changes of jobs are gathered before they are read, in milliseconds.
GATHER = 150


class Library(QObject):
    """Jobs in the order in which they are shown, and the pages of those that somebody asked for.

    Use it from the window's thread only.
    """

    reset = Signal()
    added = Signal(object)
    removed = Signal(object)
    changed = Signal(object)
    pages_loaded = Signal(object)
    page_changed = Signal(object, int)

    def __init__(self, service: Service, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._tasks = tasks
        self._jobs: dict[JobId, JobSummary] = {}
        self._pages: dict[JobId, list[PageSummary]] = {}
        self._places: dict[JobId, dict[int, int]] = {}
        self._loading: set[JobId] = set()
        self._stale: set[JobId] = set()
        #: Page events that came while the pages were being read; applied on top of what was read.
        self._meanwhile: dict[JobId, list[PageChanged]] = {}
        self.loaded = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(GATHER)
        self._timer.timeout.connect(self._read_stale)

    def jobs(self) -> tuple[JobSummary, ...]:
        """All jobs in the order in which they are shown: at work and waiting first, in the order
        of the queue, then the others, newest first."""
        return tuple(self._jobs.values())

    def job(self, job: JobId) -> JobSummary | None:
        """One job; ``None`` if it is not known (yet)."""
        return self._jobs.get(job)

    def pages(self, job: JobId) -> tuple[PageSummary, ...]:
        """The pages that a job reads; empty until they are loaded, which asking begins."""
        if job not in self._pages:
            self._load_pages(job)
        return tuple(self._pages.get(job, ()))

    def page(self, job: JobId, page: int) -> PageSummary | None:
        """One page (from 0) of a job; ``None`` if it is not loaded or not read by the job."""
        if job not in self._pages:
            self._load_pages(job)
            return None
        place = self._places[job].get(page)
        return None if place is None else self._pages[job][place]

    def refresh(self, job: JobId | None = None) -> None:
        """Read again in the background: one job with its pages, or the whole list."""
        if job is None:
            self._tasks.run(
                lambda _: self._service.jobs(), done=self._take_all, key="library", urgent=True
            )
            return
        self._loading.discard(job)
        if job in self._pages:
            self._load_pages(job)
        self._mark(job)

    # What events say.

    def take(self, event: Event) -> None:
        """Apply an event of the core."""
        if isinstance(event, PageChanged):
            if event.job in self._loading:
                self._meanwhile.setdefault(event.job, []).append(event)
            elif event.job in self._pages:
                self._apply(event)
            self._mark(event.job)
        elif isinstance(event, JobChanged):
            known = self._jobs.get(event.job)
            if known is not None and known.state is not event.state:
                self._jobs[event.job] = replace(known, state=event.state)
                if (known.state in FINISHED_JOB) != (event.state in FINISHED_JOB):
                    self._order()
                self.changed.emit(event.job)
            self._mark(event.job)
        elif isinstance(event, Exported | ExportFailed):
            self._mark(event.job)

    def _apply(self, event: PageChanged) -> None:
        place = self._places[event.job].get(event.page)
        if place is None:
            return
        pages = self._pages[event.job]
        reason = Reason("Error", event.reason) if event.reason else Reason()
        known = pages[place]
        # A page that was read anew is to be looked at anew, as the store has it too.
        read = (PageState.DONE, PageState.BLANK, PageState.FAILED)
        reviewed = known.reviewed and event.state not in read
        pages[place] = replace(
            known, state=event.state, reason=reason, flags=event.flags, reviewed=reviewed
        )
        self.page_changed.emit(event.job, event.page)

    def _mark(self, job: JobId) -> None:
        self._stale.add(job)
        if not self._timer.isActive():
            self._timer.start()

    # Reading.

    def _read_stale(self) -> None:
        stale, self._stale = frozenset(self._stale), set()
        if any(job not in self._jobs for job in stale):
            self.refresh()
            stale = frozenset(job for job in stale if job in self._jobs)
        if not stale:
            return

        def read(cancel: CancelToken) -> tuple[JobSummary, ...]:
            summaries = []
            for job in stale:
                cancel.raise_if_cancelled()
                summaries.append(self._service.job(job))
            return tuple(summaries)

        # A job that was removed meanwhile is a UsageError, and no news: the list is read anew then.
        self._tasks.run(read, done=self._take_some, failed=lambda _: self.refresh(), urgent=True)

    def _take_some(self, summaries: Iterable[JobSummary]) -> None:
        for summary in summaries:
            known = self._jobs.get(summary.job)
            if known is None or known == summary:
                continue
            self._jobs[summary.job] = summary
            if (known.state in FINISHED_JOB) != (summary.state in FINISHED_JOB):
                self._order()
            self.changed.emit(summary.job)

    def _take_all(self, summaries: tuple[JobSummary, ...]) -> None:
        before = self._jobs
        self._jobs = {summary.job: summary for summary in _shown(summaries)}
        if not self.loaded:
            self.loaded = True
            self.reset.emit()
            return
        gone, new = before.keys() - self._jobs.keys(), self._jobs.keys() - before.keys()
        for job in gone:
            self._pages.pop(job, None)
            self._places.pop(job, None)
            self.removed.emit(job)
        for job in self._jobs:
            if job in new:
                self.added.emit(job)
        stayed = [job for job in before if job in self._jobs]
        if stayed != [job for job in self._jobs if job in before]:
            self.reset.emit()
        for job in stayed:
            if before[job] != self._jobs[job]:
                self.changed.emit(job)

    def _order(self) -> None:
        ordered = {summary.job: summary for summary in _shown(tuple(self._jobs.values()))}
        if list(ordered) != list(self._jobs):
            self._jobs = ordered
            self.reset.emit()

    def _load_pages(self, job: JobId) -> None:
        if job in self._loading:
            return
        self._loading.add(job)

        def take(pages: tuple[PageSummary, ...]) -> None:
            self._loading.discard(job)
            self._pages[job] = list(pages)
            self._places[job] = {page.page: place for place, page in enumerate(pages)}
            for event in self._meanwhile.pop(job, ()):
                self._apply(event)
            self.pages_loaded.emit(job)

        def gone(_: object) -> None:
            self._loading.discard(job)
            self._meanwhile.pop(job, None)
            self.refresh()

        self._tasks.run(
            lambda _: self._service.pages(job),
            done=take,
            failed=gone,
            key=f"pages {job}",
            urgent=True,
        )


def _shown(summaries: tuple[JobSummary, ...]) -> list[JobSummary]:
    """Jobs as they are shown; see ``Library.jobs``."""
    busy = [summary for summary in summaries if summary.state not in FINISHED_JOB]
    busy.sort(key=lambda each: -each.options.priority)
    done = [summary for summary in summaries if summary.state in FINISHED_JOB]
    done.sort(key=lambda each: each.created, reverse=True)
    return [*busy, *done]
