"""What is working and waiting: the running pages, the pace, the time left, and the batch."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.errors import UsageError
from desktop.model.cancel import CancelToken
from desktop.model.events import Event, JobChanged, PageChanged
from desktop.model.states import FINISHED_JOB, JobId, JobState, PageState
from desktop.model.summary import JobSummary
from desktop.ui.bridge import Bridge
from desktop.ui.panels import outcome
from desktop.ui.panels.outcome import Outcome
from desktop.ui.panels.pace import Pace

#: The least time between two ``changed``, in milliseconds: five a second.
PAUSE = 200
#: How often the core is asked how long it takes still, in milliseconds.
ASK = 1_000
#: Documents that come within so many seconds of a batch's end still belong to it.
GRACE = 5.0


@dataclass(frozen=True, slots=True)
class Totals:
    """The batch as a whole. ``left`` in seconds."""

    done: int = 0
    total: int = 0
    failed: int = 0
    per_minute: float | None = None
    left: float | None = None
    unfinished: int = 0
    paused: bool = False


class Work(QObject):
    """Follows the core for the queue's views. Use it from the window's thread only.

    A batch is what this program had to do since the queue was empty last. ``ended`` carries the
    ``Outcome`` of one when all of it is finished.
    """

    changed = Signal()
    ended = Signal(object)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._ours: set[JobId] = set()
        self._batch: dict[JobId, None] = {}
        self._running: dict[JobId, dict[int, float]] = {}
        self._paces: dict[JobId, Pace] = {}
        self._pace = Pace()
        self._left: Mapping[JobId, float] = {}
        self._over: float | None = None
        self.outcome: Outcome | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(PAUSE)
        self._later.timeout.connect(self._tell)
        self._asking = QTimer(self)
        self._asking.setInterval(ASK)
        self._asking.timeout.connect(self._ask)
        library = bridge.library
        for signal in (library.reset, library.added, library.changed):
            signal.connect(self._soon)
        library.removed.connect(self._forget)
        library.pages_loaded.connect(self._find_running)
        bridge.heard.connect(self._hear)
        self._soon()

    @classmethod
    def of(cls, bridge: Bridge) -> Work:
        """The one that all views of a bridge share."""
        return bridge.findChild(cls) or cls(bridge)

    # What the views read.

    def jobs(self) -> tuple[JobSummary, ...]:
        """What is unfinished in the queue's order, then what the batch has finished."""
        known = self._bridge.library.jobs()
        busy = [job for job in known if job.state not in FINISHED_JOB]
        done = [job for job in known if job.state in FINISHED_JOB and job.job in self._batch]
        return (*busy, *done)

    def ours(self, job: JobId) -> bool:
        """Whether this program works on a job; if not, it was interrupted or another has it."""
        return job in self._ours

    def running(self, job: JobId) -> Mapping[int, float]:
        """The pages (from 0) that are being read, longest first, and since when."""
        return MappingProxyType(self._running.get(job, {}))

    def per_minute(self, job: JobId) -> float | None:
        """A document's pages a minute."""
        pace = self._paces.get(job)
        return None if pace is None else pace.per_minute(time.monotonic())

    def left(self, job: JobId) -> float | None:
        """How many seconds a document takes still."""
        return self._left.get(job)

    def totals(self) -> Totals:
        """The batch as a whole."""
        jobs = self._known_batch()
        unfinished = [job for job in jobs if job.state not in FINISHED_JOB]
        going = [job for job in unfinished if job.state is not JobState.PAUSED]
        per_minute = self._pace.per_minute(time.monotonic())
        waiting = sum(job.pages - job.finished_pages for job in going)
        return Totals(
            done=sum(job.finished_pages for job in jobs),
            total=sum(job.pages for job in jobs),
            failed=sum(job.counts[PageState.FAILED] for job in jobs),
            per_minute=per_minute if going else None,
            left=self._left_of(going, waiting, per_minute),
            unfinished=len(unfinished),
            paused=bool(unfinished) and not going,
        )

    def _left_of(
        self, going: list[JobSummary], waiting: int, per_minute: float | None
    ) -> float | None:
        """Not before the last document is: servers that are free now may not be for all of them."""
        if not per_minute or not waiting:
            return None
        singly = [self._left[job.job] for job in going if job.job in self._left]
        return max([waiting * 60.0 / per_minute, *singly])

    def _known_batch(self) -> list[JobSummary]:
        known = (self._bridge.library.job(job) for job in self._batch)
        return [job for job in known if job is not None]

    # What the core says.

    @Slot(object)
    def _hear(self, event: Event) -> None:
        if isinstance(event, JobChanged):
            self._take_job(event)
        elif isinstance(event, PageChanged):
            self._take_page(event)
        else:
            return
        self._soon()

    def _take_job(self, event: JobChanged) -> None:
        if event.state in FINISHED_JOB:
            self._running.pop(event.job, None)
            self._paces.pop(event.job, None)
            # Whoever hears of its end had it: a short document may be done before anybody asked.
            self._join(event.job)
            self._ours.discard(event.job)
            return
        self._ours.add(event.job)
        self._join(event.job)
        if event.state is JobState.PAUSED and (pace := self._paces.get(event.job)) is not None:
            pace.rest()

    def _take_page(self, event: PageChanged) -> None:
        now = time.monotonic()
        pages = self._running.setdefault(event.job, {})
        if event.state is PageState.RUNNING:
            pages[event.page] = now
            self._paces.setdefault(event.job, Pace()).begin(now)
            self._pace.begin(now)
            return
        pages.pop(event.page, None)
        if not pages:
            del self._running[event.job]
        if event.state in (PageState.DONE, PageState.BLANK, PageState.FAILED):
            self._paces.setdefault(event.job, Pace()).page(now)
            self._pace.page(now)

    def _join(self, job: JobId) -> None:
        """Count a job to the batch, or to a new one if the last is over for good."""
        if self._over is not None:
            if time.monotonic() - self._over > GRACE:
                self._batch.clear()
            self._over = None
            self.outcome = None
        self._batch[job] = None

    def _forget(self, job: JobId) -> None:
        self._ours.discard(job)
        self._batch.pop(job, None)
        self._running.pop(job, None)
        self._paces.pop(job, None)
        self._soon()

    def _find_running(self, job: JobId) -> None:
        """Pages that ran before anybody listened; they count from now."""
        summary = self._bridge.library.job(job)
        if summary is None or job not in self._ours:
            return
        for page in self._bridge.library.pages(job):
            if page.state is PageState.RUNNING:
                self._running.setdefault(job, {}).setdefault(page.page, time.monotonic())

    # What the core is asked.

    def _ask(self) -> None:
        service = self._bridge.service
        jobs = [job.job for job in self._bridge.library.jobs() if job.state not in FINISHED_JOB]

        def ask(cancel: CancelToken) -> dict[JobId, float | None]:
            found: dict[JobId, float | None] = {}
            for job in jobs:
                cancel.raise_if_cancelled()
                if not service.owns(job):
                    continue
                try:
                    found[job] = service.time_left(job)
                except UsageError:  # It was removed meanwhile.
                    continue
            return found

        self._bridge.tasks.run(ask, done=self._told, key="work", owner=self)

    def _told(self, found: dict[JobId, float | None]) -> None:
        for job in found:
            summary = self._bridge.library.job(job)
            if summary is None or summary.state in FINISHED_JOB:
                continue
            if job not in self._batch:
                self._join(job)
            if job not in self._ours:
                self._ours.add(job)
                if summary.counts[PageState.RUNNING]:
                    self._bridge.library.pages(job)
                    self._find_running(job)
        self._left = {job: left for job, left in found.items() if left is not None}
        self._soon()

    # What is told.

    @Slot()
    def _soon(self) -> None:
        if not self._later.isActive():
            self._later.start()

    @Slot()
    def _tell(self) -> None:
        unfinished = any(job.state not in FINISHED_JOB for job in self._bridge.library.jobs())
        if unfinished and not self._asking.isActive():
            self._asking.start()
            self._ask()
        elif not unfinished:
            self._asking.stop()
            self._left = {}
        jobs = self._known_batch()
        if jobs and self._over is None and all(job.state in FINISHED_JOB for job in jobs):
            self._end()
        self.changed.emit()

    def _end(self) -> None:
        self._over = time.monotonic()
        self._pace.rest()
        service, jobs = self._bridge.service, tuple(self._batch)
        self._bridge.tasks.run(
            lambda cancel: outcome.read(service, jobs, cancel),
            done=self._sum_up,
            key="work outcome",
            owner=self,
        )

    def _sum_up(self, found: Outcome) -> None:
        if self._over is None:
            return
        self.outcome = found
        self.ended.emit(found)
        self.changed.emit()
