"""Pausing, going on, stopping and trying again, in the background and for many at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from desktop.errors import KnownError
from desktop.model.cancel import CancelToken
from desktop.model.states import JobId
from desktop.ui.bridge import Bridge


class Control:
    """Asks the core; what it refuses is a problem of that document, and the others go on."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge

    def pause(self, jobs: Iterable[JobId]) -> None:
        """Send no more pages."""
        self._each(jobs, self._bridge.service.pause)

    def resume(self, jobs: Iterable[JobId]) -> None:
        """Go on; failed and cancelled documents are tried again."""
        self._each(jobs, self._bridge.service.resume)

    def cancel(self, jobs: Iterable[JobId]) -> None:
        """Stop documents."""
        self._each(jobs, self._bridge.service.cancel)

    def cancel_page(self, job: JobId, page: int) -> None:
        """Stop a page (from 0)."""
        self._each([job], lambda job: self._bridge.service.cancel(job, page))

    def retry(self, jobs: Iterable[JobId]) -> None:
        """Read failed pages again."""
        self._each(jobs, self._bridge.service.retry)

    def retry_pages(self, pages: Iterable[tuple[JobId, int]]) -> None:
        """Read these pages (from 0) again."""
        wanted: dict[JobId, list[int]] = {}
        for job, page in pages:
            wanted.setdefault(job, []).append(page)

        def again(job: JobId) -> None:
            for page in wanted[job]:
                self._bridge.service.retry(job, page)

        self._each(wanted, again)

    def _each(self, jobs: Iterable[JobId], do: Callable[[JobId], object]) -> None:
        wanted = tuple(jobs)
        if not wanted:
            return

        def work(cancel: CancelToken) -> list[tuple[JobId, KnownError]]:
            refused = []
            for job in wanted:
                cancel.raise_if_cancelled()
                try:
                    do(job)
                except KnownError as error:
                    refused.append((job, error))
            return refused

        def told(refused: list[tuple[JobId, KnownError]]) -> None:
            for job, error in refused:
                self._bridge.report(error, job=job)
            for job in wanted:
                self._bridge.library.refresh(job)

        self._bridge.tasks.run(work, done=told)
