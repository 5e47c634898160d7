"""The queue as people use it: add, pause, resume, cancel, try again, wait."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from desktop.conversion.run import Run
from desktop.conversion.runs import Runs, logged, stop
from desktop.errors import UsageError
from desktop.model.states import JobId, JobState, PageState
from desktop.model.summary import Reason


class Queue(Runs):
    """Every way in which people step in. Thread-safe.

    A change of state is kept and told before a method returns. Raises the ``StoreError`` kinds;
    nothing has changed then.
    """

    def start(self) -> None:
        """Begin working on what is queued, and on what will be."""
        with self.lock:
            self._started = True
            for run in list(self._runs.values()):
                self._wake(run)

    def admit(self, job: JobId, password: str | None = None) -> None:
        """Take up a job of this program's; the pages that wait in the store are its work."""
        with self.lock:
            if job in self._runs:
                return
            run = Run(self._store.jobs.get(job), self._store.pages.queued(job), password, self.stop)
            self._runs[job] = run
            if self._started:
                self._wake(run)

    def owns(self, job: JobId) -> bool:
        """Whether the job is being worked on here."""
        with self.lock:
            return job in self._runs or job in self._writing

    def stands(self, job: JobId) -> tuple[JobState, Reason] | None:
        """Where a job that is worked on here stands, even where the store could not be told."""
        with self.lock:
            run = self._runs.get(job)
            return (run.state, run.reason) if run is not None else None

    def seconds_left(self, job: JobId) -> float | None:
        """How many seconds a job that is being read will still take, as far as one can say."""
        with self.lock:
            run = self._runs.get(job)
            if run is None or run.state is not JobState.RUNNING:
                return None
            return self._pace.seconds_for(job, run.waiting + len(run.working))

    def pause(self, job: JobId) -> None:
        """Begin no new page; those that a server has are finished. A finished job stays so."""
        with self.lock:
            run = self._runs.get(job)
            if run is None or not run.moves:
                return
            self._books.move_job(job, JobState.PAUSED)
            self._stand_still(run, Reason())

    def resume(self, job: JobId) -> None:
        """Go on with a paused job, after what the store has not taken yet was kept."""
        with self.lock:
            run = self._runs.get(job)
            if run is None or run.state is not JobState.PAUSED:
                return
            self._save_unsaved(run)
            self._books.move_job(job, JobState.QUEUED)
            run.state, run.reason, run.stuck = JobState.QUEUED, Reason(), False
            run.open_gate()
            self._wake(run)

    def cancel(self, job: JobId) -> None:
        """Stop a job and all of its pages; a finished job stays as it is."""
        with self.lock:
            run = self._runs.get(job)
            if run is None:
                return
            self._books.end_job(job, PageState.CANCELLED, JobState.CANCELLED, None)
            stopped = self._drop(run)
        stop(stopped)

    def remove(self, job: JobId) -> None:
        """Forget a job of this program's, whatever it does; its results go with it.

        Raises ``UsageError`` while its files are being written.
        """
        with self.lock:
            if job in self._writing:
                raise UsageError(
                    "The files of this conversion are being written just now.",
                    "Remove it when that is done.",
                )
            run = self._runs.get(job)
            self._store.jobs.remove(job)
            stopped = self._drop(run) if run is not None else []
        stop(stopped)

    def reorder(self, jobs: Sequence[JobId]) -> None:
        """Let the jobs exchange their places so that they come in this order."""
        with self.lock:
            for job, place in self._store.jobs.reorder(jobs).items():
                run = self._runs.get(job)
                if run is not None:
                    run.place = place

    def cancel_page(self, job: JobId, page: int) -> None:
        """Stop one page of a job; a finished page stays as it is."""
        with self.lock:
            run = self._runs.get(job)
            if run is None:
                return
            self._books.move_pages(
                job,
                {PageState.QUEUED, PageState.RUNNING},
                PageState.CANCELLED,
                pages={page},
            )
            work = run.forget(page)
            self._finish_if_over(run)
        stop([work] if work else [])

    def turn(self, job: JobId, pages: Collection[int], degrees: int) -> None:
        """Turn pages of a job clockwise; those that are just being read begin again."""
        with self.lock:
            run = self._runs.get(job)
            # What could not be kept yet was read the other way round too.
            begun = run.begun.intersection(pages) if run is not None else frozenset[int]()
            with self._store.together():
                self._store.marks.turn(job, pages, degrees)
                self._books.move_pages(job, {PageState.RUNNING}, PageState.QUEUED, pages=begun)
            works = [run.forget(page) for page in begun] if run is not None else []
            if run is not None:
                run.enqueue(tuple(begun))
                self._wake(run)
        stop(work for work in works if work is not None)

    def set_pages(self, job: JobId, pages: tuple[int, ...], text: str) -> None:
        """Let a job that has not begun read other pages; ``text`` is how a person wrote them.

        Raises ``UsageError`` if it has begun.
        """
        with self.lock:
            self._store.pages.replace(job, pages, text)
            run = self._runs.get(job)
            if run is not None:
                run.options = replace(run.options, pages=text)
                run.replace_pages(pages)
                self._wake(run)

    def read_again(
        self,
        job: JobId,
        states: Collection[PageState],
        pages: Collection[int] | None,
        password: str | None = None,
        *,
        resume: bool = True,
    ) -> None:
        """Queue finished pages that are in one of ``states`` again, and the job with them.

        A paused job goes on, unless ``resume`` says that it stays so.
        """
        with self.lock:
            moved = self._books.move_pages(job, states, PageState.QUEUED, pages=pages)
            run = self._runs.get(job)
            if run is not None:
                run.enqueue(moved)
                if run.state is JobState.PAUSED and resume:
                    self.resume(job)
                else:
                    self._wake(run)
            elif moved or self._store.pages.queued(job):
                if self._store.jobs.state(job) is not JobState.QUEUED:
                    self._books.move_job(job, JobState.QUEUED)
                self.admit(job, password)

    def wait(self, jobs: Iterable[JobId], *, timeout: float | None = None) -> bool:
        """Wait until nothing moves any more in any of the jobs; whether that came in time."""
        wanted = tuple(jobs)
        deadline = None if timeout is None else time.monotonic() + timeout
        with self.lock:
            while any(self._busy(job) for job in wanted):
                left = None if deadline is None else deadline - time.monotonic()
                if left is not None and left <= 0:
                    return False
                # In slices, because a wait without an end is deaf to Ctrl+C on some systems.
                self._settled.wait(0.2 if left is None else min(left, 0.2))
        return True

    def close(self) -> None:
        """Stop all work and give the jobs up; call it after the workers have ended."""
        with self.lock:
            # What can't be written now is found and put right by whoever resumes.
            with logged("giving up the jobs"):
                for run in self._runs.values():
                    self._save_unsaved(run)
                    self._store.pages.move(run.job, {PageState.RUNNING}, PageState.QUEUED)
                    if self._store.jobs.state(run.job) is JobState.RUNNING:
                        self._books.move_job(run.job, JobState.QUEUED)
                    self._store.jobs.release(run.job)
            self._runs.clear()
            self._settled.notify_all()
