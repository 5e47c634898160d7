"""Every change of a state: kept in the store and told to whoever watches, in the same order."""

from __future__ import annotations

from collections.abc import Collection

from desktop.conversion.news import News
from desktop.conversion.run import Outcome, Work
from desktop.model.events import JobChanged, PageChanged
from desktop.model.states import JobId, JobState, PageState
from desktop.model.summary import Reason
from desktop.store import Store

_UNFINISHED = frozenset({PageState.QUEUED, PageState.RUNNING})


class Books:
    """Changes of state. Called under the queue's lock, so that events come in the store's order.

    Every method raises the ``StoreError`` kinds; nothing was changed and nothing told then.
    """

    def __init__(self, store: Store, news: News) -> None:
        self._store = store
        self._news = news

    def begin_page(self, work: Work) -> bool:
        """Queued to running; ``False`` if the page does not wait in the store."""
        tries = self._store.pages.start(work.run.job, work.page)
        if tries is None:
            return False
        work.tries = tries
        work.turned = self._store.marks.rotation(work.run.job, work.page)
        self._news.tell(PageChanged(work.run.job, work.page, PageState.RUNNING))
        return True

    def finish_page(self, work: Work, outcome: Outcome) -> bool:
        """Keep what became of a page; ``False`` if it was cancelled or begun again meanwhile."""
        kept = self._store.pages.finish(
            work.run.job,
            work.page,
            work.tries,
            outcome.state,
            result=outcome.result,
            recognitions=outcome.recognitions,
            reason=outcome.reason,
        )
        if kept:
            flags = outcome.result.flags if outcome.result is not None else ()
            if work.tries > 1:
                flags += self._store.pages.edit_flags(work.run.job, work.page)
            self._news.tell(
                PageChanged(work.run.job, work.page, outcome.state, str(outcome.reason), flags)
            )
        return kept

    def move_pages(
        self,
        job: JobId,
        old: Collection[PageState],
        new: PageState,
        *,
        pages: Collection[int] | None = None,
        reason: Reason | None = None,
    ) -> tuple[int, ...]:
        """Move pages from one of the states ``old``; which those were."""
        moved = self._store.pages.move(job, old, new, pages=pages, reason=reason)
        for page in moved:
            self._news.tell(PageChanged(job, page, new, str(reason or "")))
        return moved

    def move_job(self, job: JobId, state: JobState, reason: Reason | None = None) -> None:
        """Move a job; the same state again is told only for a new reason."""
        old = self._store.jobs.move(job, state, reason)
        if old is not state or reason:
            self._news.tell(JobChanged(job, state, str(reason or "")))

    def end_job(self, job: JobId, pages: PageState, state: JobState, reason: Reason | None) -> None:
        """Give every unfinished page and the job itself their last state, all or nothing."""
        with self._store.together():
            moved = self._store.pages.move(job, _UNFINISHED, pages, reason=reason)
            self._store.jobs.move(job, state, reason)
        for page in moved:
            self._news.tell(PageChanged(job, page, pages, str(reason or "")))
        self._news.tell(JobChanged(job, state, str(reason or "")))

    def left_over(self, job: JobId) -> tuple[int, ...]:
        """The unfinished pages in the store, all of them waiting again, in their order."""
        self._store.pages.move(job, {PageState.RUNNING}, PageState.QUEUED)
        return self._store.pages.queued(job)

    def verdict(self, job: JobId) -> tuple[JobState, Reason]:
        """How a job ends whose pages are all finished."""
        counts = self._store.jobs.get(job).counts
        if counts[PageState.DONE] or counts[PageState.BLANK]:
            return JobState.DONE, Reason()
        if not counts[PageState.FAILED]:
            return JobState.CANCELLED, Reason()
        first = next(
            page.reason for page in self._store.pages.all(job) if page.state is PageState.FAILED
        )
        return JobState.FAILED, Reason(
            first.kind, f"No page could be read. {first.what}".strip(), first.advice
        )
