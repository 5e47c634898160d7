"""The jobs in memory, which page is next, and what became of it: the workers' side of the queue."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from desktop.conversion.books import Books
from desktop.conversion.news import News
from desktop.conversion.pace import Pace
from desktop.conversion.run import Outcome, Run, Work
from desktop.conversion.trouble import ServersGone
from desktop.errors import StoreError
from desktop.model.cancel import CancelToken
from desktop.model.endpoint import ServerSpec
from desktop.model.events import JobChanged
from desktop.model.states import JobId, JobState, PageState
from desktop.model.summary import Reason
from desktop.store import Store

log = logging.getLogger(__name__)

Servers = tuple[ServerSpec, ...]


class Runs:
    """The jobs that this program works on, page numbers only. Thread-safe.

    All state is behind one lock, which is held for a look or for one short transaction, never while
    a page is rendered or read. ``on_waiting`` is called, under the lock, with a choice of servers
    for which pages wait, and how many; ``on_done`` with a job whose pages are finished: it says
    whether there are files to write, and then the job stays busy until ``let_go``.
    """

    def __init__(
        self,
        store: Store,
        news: News,
        *,
        on_waiting: Callable[[Servers, int], None],
        on_done: Callable[[JobId], bool],
    ) -> None:
        self._store = store
        self._news = news
        self._books = Books(store, news)
        self._pace = Pace()
        self._on_waiting = on_waiting
        self._on_done = on_done
        self.lock = threading.RLock()
        self._settled = threading.Condition(self.lock)
        self._runs: dict[JobId, Run] = {}
        self._writing: set[JobId] = set()
        self._started = False
        self.stop = CancelToken()

    def take(self, servers: Servers, none_left: Callable[[], None]) -> Work | None:
        """The next page for these servers, its state already running.

        ``none_left`` is called under the lock before ``None`` is returned.
        """
        with self.lock:
            while not self.stop.cancelled and (run := self._next(servers)) is not None:
                work = run.take()
                try:
                    if run.state is JobState.QUEUED:
                        self._books.move_job(run.job, JobState.RUNNING)
                        run.state = JobState.RUNNING
                        self._pace.begin(run.job)
                    if self._books.begin_page(work):
                        return work
                except StoreError as error:
                    run.put_back(work)
                    self._store_failed(error)
                    continue
                # Somebody else's hand in the store: leave that page, look after the others.
                log.warning("job %d: page %d does not wait any more", run.job, work.page + 1)
                run.forget(work.page)
                self._finish_if_over(run)
            none_left()
            return None

    def _next(self, servers: Servers) -> Run | None:
        able = (run for run in self._moving(servers) if run.waiting)
        return min(able, key=lambda run: (-run.options.priority, run.place), default=None)

    def waiting(self, servers: Servers) -> int:
        """How many pages could be begun with these servers."""
        with self.lock:
            return sum(run.waiting for run in self._moving(servers))

    def finish(self, work: Work, outcome: Outcome) -> None:
        """Keep what became of a page, unless it was cancelled meanwhile."""
        with self.lock:
            run = work.run
            if run.working.get(work.page) is not work:
                return
            try:
                kept = not run.stuck and self._books.finish_page(work, outcome)
            except StoreError as error:
                self._store_failed(error)
            if run.stuck:
                del run.working[work.page]
                run.unsaved[work.page] = (work, outcome)
                self._settled.notify_all()
                return
            if kept and outcome.state is PageState.QUEUED:
                run.put_back(work)
            else:
                del run.working[work.page]
                self._pace.page(run.job)
            self._finish_if_over(run)
            if not run.moves:
                self._settled.notify_all()

    def fail(self, run: Run, reason: Reason) -> None:
        """End a job for a reason that is true of all its pages."""
        with self.lock:
            if self._runs.get(run.job) is not run:
                return
            try:
                self._books.end_job(run.job, PageState.FAILED, JobState.FAILED, reason)
            except StoreError as error:
                self._store_failed(error)
                return
            stopped = self._drop(run)
        stop(stopped)

    def servers_gone(self, servers: Servers, gone: ServersGone) -> None:
        """Pause, or end if waiting does not help, every job of these servers."""
        reason = Reason.of(gone.error)
        if not gone.lasting:
            self.halt(servers, reason)
            return
        with self.lock:
            for run in self._moving(servers):
                self.fail(run, reason)

    def halt(self, servers: Servers, reason: Reason) -> None:
        """Pause every job of these servers for a reason."""
        with self.lock:
            for run in self._moving(servers):
                self._halt(run, reason)

    def _moving(self, servers: Servers) -> list[Run]:
        return [run for run in self._runs.values() if run.moves and run.servers == servers]

    def give_up(self, work: Work, reason: Reason) -> None:
        """Pause the job of a page whose outcome could not even be kept."""
        with self.lock:
            run = work.run
            if run.working.get(work.page) is work:
                run.put_back(work)
            self._halt(run, reason)

    def let_go(self, job: JobId) -> None:
        """The files of a finished job are written, or could not be."""
        with self.lock:
            self._writing.discard(job)
            with logged("giving up a job"):
                if job not in self._runs:
                    self._store.jobs.release(job)
            self._settled.notify_all()

    def write_files(self, job: JobId) -> None:
        """Have the due files of a finished job of this program's written."""
        with self.lock:
            self._writing.add(job)
            if not self._on_done(job):
                self.let_go(job)

    # The queue's own hands; all under the lock.

    def _wake(self, run: Run) -> None:
        if self.stop.cancelled or not self._started or not run.moves:
            return
        if run.over:
            self._finish_if_over(run)
        else:
            self._on_waiting(run.servers, run.waiting)

    def _drop(self, run: Run) -> list[Work]:
        """Take a finished job out; the work that is to be stopped outside the lock."""
        del self._runs[run.job]
        self._pace.rest(run.job)
        run.state = JobState.CANCELLED
        stopped = run.forget_all()
        run.token.close()
        with logged("giving up a job"):
            self._store.jobs.release(run.job)
        self._settled.notify_all()
        return stopped

    def _finish_if_over(self, run: Run) -> None:
        if not run.over or self._runs.get(run.job) is not run or self.stop.cancelled:
            return
        try:
            left = self._books.left_over(run.job)
            if left:
                log.warning("job %d: %d pages had been lost sight of", run.job, len(left))
                run.enqueue(left)
                self._wake(run)
                return
            state, reason = self._books.verdict(run.job)
            if state is JobState.DONE and run.state is JobState.QUEUED:
                self._books.move_job(run.job, JobState.RUNNING)
            self._books.move_job(run.job, state, reason)
        except StoreError as error:
            self._store_failed(error)
            return
        del self._runs[run.job]
        self._pace.rest(run.job)
        run.state = state
        run.token.close()
        if state is JobState.DONE:
            self.write_files(run.job)
        else:
            self.let_go(run.job)

    def _stand_still(self, run: Run, reason: Reason) -> None:
        run.state, run.reason = JobState.PAUSED, reason
        run.close_gate()
        self._settled.notify_all()

    def _halt(self, run: Run, reason: Reason) -> None:
        """Pause a job for a reason."""
        if not run.moves:
            return
        try:
            self._books.move_job(run.job, JobState.PAUSED, reason)
        except StoreError as error:
            self._store_failed(error)
        else:
            self._stand_still(run, reason)

    def _store_failed(self, error: StoreError) -> None:
        """Pause everything: what is not kept yet stays in memory until somebody resumes.

        The store is left alone meanwhile, since each try may take long. It still says that these
        jobs are at work, which is what is found and put right if this program ends now.
        """
        log.error("the store failed: %s (%s)", error.what, error.details)
        reason = Reason.of(error)
        for run in self._runs.values():
            if run.moves:
                self._news.tell(JobChanged(run.job, JobState.PAUSED, str(reason)))
                self._stand_still(run, reason)
            run.stuck = True

    def _save_unsaved(self, run: Run) -> None:
        for page, (work, outcome) in list(run.unsaved.items()):
            kept = self._books.finish_page(work, outcome)
            del run.unsaved[page]
            if kept and outcome.state is PageState.QUEUED:
                run.working[page] = work
                run.put_back(work)

    def _busy(self, job: JobId) -> bool:
        run = self._runs.get(job)
        if run is None:
            return job in self._writing
        return self._started and (run.moves or bool(run.working))


def stop(works: Iterable[Work]) -> None:
    """Stop work; not under the lock, because other people's callbacks run."""
    for work in works:
        work.token.cancel()


@contextmanager
def logged(doing: str) -> Iterator[None]:
    """Lets go of store errors where nothing more can be done about them, with a line in the log."""
    try:
        yield
    except StoreError as error:
        log.warning("%s failed: %s (%s)", doing, error.what, error.details)
