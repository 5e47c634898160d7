"""How people step in at jobs, also at those that this program does not have in hand yet."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from desktop.conversion.looking import Looker
from desktop.conversion.queue import Queue
from desktop.conversion.resuming import can_go_on, files_of, states_to_retry
from desktop.conversion.trouble import RESUMABLE
from desktop.documents import parse_pages
from desktop.errors import UsageError
from desktop.model.cancel import CancelToken
from desktop.model.document import DocumentInfo
from desktop.model.options import ConversionOptions, ExportPlan
from desktop.model.states import FINISHED_JOB, JobId, JobState, PageState
from desktop.model.summary import JobSummary
from desktop.store import Store


class Control:
    """The jobs of the library as people handle them. Thread-safe.

    ``passwords`` are those of the jobs that are worked on or looked at; they are never kept
    elsewhere. Every method raises the ``StoreError`` kinds, and ``UsageError`` for a job that there
    is none of, or that another running program works on and that would have to be taken from it.
    """

    def __init__(
        self, store: Store, queue: Queue, looker: Looker, passwords: dict[JobId, str]
    ) -> None:
        self._store = store
        self._queue = queue
        self._looker = looker
        self._passwords = passwords

    def add(
        self,
        info: DocumentInfo,
        options: ConversionOptions,
        pages: Iterable[int],
        plan: ExportPlan | None,
        password: str | None,
    ) -> JobId:
        """A new job of this program's."""
        with self._store.together():
            job = self._store.jobs.add(info, options, pages=pages, plan=plan)
            self._plan_files(job, plan)
        self._admit(job, password)
        return job

    def resume(self, job: JobId, *, password: str | None = None) -> None:
        """Go on with a paused job; a failed or cancelled one is tried again."""
        if not self._queue.owns(job):
            summary = self._claim(job)
            if summary.state in (JobState.FAILED, JobState.CANCELLED):
                self._again(summary, states_to_retry(summary), None, password)
                return
            if summary.state is JobState.DONE:
                self._queue.write_files(job)
                return
            self._admit(job, password)
        self._queue.resume(job)

    def cancel(self, job: JobId, page: int | None = None) -> None:
        """Stop a job, or one of its pages (from 0). What is finished stays as it is."""
        if not self._queue.owns(job):
            if self._claim(job).state in FINISHED_JOB:
                self._store.jobs.release(job)
                return
            self._admit(job, None)
        if page is None:
            self._queue.cancel(job)
        else:
            self._queue.cancel_page(job, page)

    def retry(self, job: JobId, page: int | None = None, *, password: str | None = None) -> None:
        """Read the failed pages again (of a cancelled job the cancelled ones too), or one page."""
        summary = self._taken(job)
        if page is None:
            self._again(summary, states_to_retry(summary), None, password)
        else:
            finished = {PageState.FAILED, PageState.CANCELLED, PageState.DONE, PageState.BLANK}
            self._again(summary, finished, {page}, password)

    def remove(self, job: JobId) -> None:
        """Stop a job and forget it, with its results and edits.

        Its document and the files that were made of it are left alone. Raises ``UsageError`` while
        its files are being written.
        """
        if not self._queue.owns(job):
            self._claim(job)
        self._queue.remove(job)
        self._passwords.pop(job, None)
        self._looker.forget(job)

    def reorder(self, jobs: Sequence[JobId]) -> None:
        """Let jobs exchange their places in the queue so that they come in this order.

        Places count among jobs of the same priority.
        """
        self._queue.reorder(jobs)

    def rotate(
        self,
        job: JobId,
        pages: Collection[int],
        degrees: int,
        *,
        password: str | None = None,
    ) -> None:
        """Turn pages (from 0) clockwise by ``degrees`` from how they are shown.

        What is shown of them, boxes too, is turned at once. Pages that were read, or could not be,
        are read again as they are now; edits outlive that. A paused job stays so.
        """
        if degrees % 90:
            raise UsageError(f"A page can't be turned by {degrees} degrees.", "Use quarter turns.")
        for page in pages:
            self._store.marks.rotation(job, page)
        summary = self._taken(job)
        self._queue.turn(job, pages, degrees)
        read = {PageState.DONE, PageState.BLANK, PageState.FAILED}
        self._again(summary, read, set(pages), password, resume=False)

    def set_pages(self, job: JobId, pages: str) -> None:
        """Let a job that waits read other pages: a range such as ``1-3,7,last``, empty for all.

        Raises ``UsageError`` for a range that makes no sense, and once a page was begun.
        """
        summary = self._taken(job)
        numbers = parse_pages(pages, summary.page_count)
        try:
            self._queue.set_pages(job, numbers, pages)
        finally:
            if not self._queue.owns(job):
                self._store.jobs.release(job)

    def unlock(self, job: JobId, password: str, *, cancel: CancelToken | None = None) -> None:
        """Give the password of an encrypted document, so that its pages can be looked at again.

        It is kept in memory only, and used for reading pages too. Raises ``PasswordWrong`` and the
        other ``DocumentError`` kinds, ``Cancelled``.
        """
        self._looker.try_password(job, password, cancel=cancel)
        self._passwords[job] = password

    def adopt_interrupted(self, password: str | None = None) -> tuple[JobId, ...]:
        """Take up every conversion that was interrupted and that no running program has."""
        adopted = []
        for job in self._store.jobs.unattended(failed_for=RESUMABLE):
            summary = self._store.jobs.get(job)
            if can_go_on(summary, password=password) and self._store.jobs.claim(job):
                self._adopt(self._store.jobs.get(job), password)
                adopted.append(job)
        return tuple(adopted)

    def as_it_stands(self, summary: JobSummary) -> JobSummary:
        """What the store says of a job, with its state even if the store could not be told."""
        stands = self._queue.stands(summary.job)
        if stands is None or stands[0] is summary.state:
            return summary
        return replace(summary, state=stands[0], reason=stands[1])

    def _adopt(self, summary: JobSummary, password: str | None) -> None:
        job = summary.job
        if summary.state is JobState.DONE:
            if password is not None:
                self._passwords[job] = password
            self._queue.write_files(job)
        elif summary.state is JobState.FAILED:
            kind = summary.reason.kind
            pages = {page.page for page in self._store.pages.all(job) if page.reason.kind == kind}
            self._again(summary, {PageState.FAILED}, pages, password)
        else:
            self._admit(job, password)
            self._queue.resume(job)

    def _plan_files(self, job: JobId, plan: ExportPlan | None) -> None:
        if plan is not None:
            self._store.exports.plan(job, files_of(plan))

    def _admit(self, job: JobId, password: str | None) -> None:
        if password is not None:
            self._passwords[job] = password
        self._queue.admit(job, self._passwords.get(job))

    def _taken(self, job: JobId) -> JobSummary:
        """The job, in this program's hands."""
        if self._queue.owns(job):
            return self.as_it_stands(self._store.jobs.get(job))
        return self._claim(job)

    def _claim(self, job: JobId) -> JobSummary:
        summary = self._store.jobs.get(job)
        if not self._store.jobs.claim(job):
            raise UsageError(
                f"Another Diptych is working on {summary.path.name}.", "Use that one, or close it."
            )
        return self._store.jobs.get(job)

    def _again(
        self,
        summary: JobSummary,
        states: Collection[PageState],
        pages: Collection[int] | None,
        password: str | None,
        *,
        resume: bool = True,
    ) -> None:
        job = summary.job
        if password is not None:
            self._passwords[job] = password
        if any(
            page.state in states and (pages is None or page.page in pages)
            for page in self._store.pages.all(job)
        ):
            self._plan_files(job, summary.plan)
            self._queue.read_again(job, states, pages, self._passwords.get(job), resume=resume)
        elif not self._queue.owns(job):
            self._store.jobs.release(job)
