"""How many pages of each document want a person's look."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal, Slot

from desktop.errors import UsageError
from desktop.model.blocks import INFORMATIVE
from desktop.model.cancel import CancelToken
from desktop.model.events import Event, PageChanged
from desktop.model.states import JobId, PageState
from desktop.model.summary import PageSummary
from desktop.ui.bridge import Bridge
from desktop.ui.documents.findings import Findings
from desktop.ui.panels.outcome import wants_a_look


def doubtful(page: PageSummary) -> bool:
    """Whether a page failed or carries flags, and nobody marked it as reviewed."""
    return not page.reviewed and (page.state is PageState.FAILED or wants_a_look(page))


class ReviewCounts(QObject):
    """Counts by job, read once from the store and then kept from the events.

    ``changed`` carries a job whose count is new. Use it from the window's thread only.
    """

    changed = Signal(object)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._pages: dict[JobId, set[int]] = {}
        #: Of jobs whose pages are being read: which pages became doubtful or not meanwhile.
        self._meanwhile: dict[JobId, dict[int, bool]] = {}
        self._findings = Findings(bridge, self, self._read, self._take)
        bridge.heard.connect(self._hear)
        bridge.library.pages_loaded.connect(self._count_loaded)
        bridge.library.removed.connect(self._forget)

    def count(self, job: JobId) -> int:
        """How many pages are to be reviewed, as far as known; asking has them counted."""
        if job not in self._pages:
            self._meanwhile.setdefault(job, {})
            self._findings.want(job)
            return 0
        return len(self._pages[job])

    def _read(self, jobs: Sequence[JobId], cancel: CancelToken) -> Mapping[JobId, set[int]]:
        found = {}
        for job in jobs:
            cancel.raise_if_cancelled()
            try:
                pages = self._bridge.service.pages(job)
            except UsageError:  # It was removed meanwhile.
                continue
            found[job] = _numbers(pages)
        return found

    def _take(self, found: Mapping[JobId, set[int]]) -> None:
        for job, pages in found.items():
            for page, wanted in self._meanwhile.pop(job, {}).items():
                pages.add(page) if wanted else pages.discard(page)
            self._keep(job, pages)

    def _keep(self, job: JobId, pages: set[int]) -> None:
        before = len(self._pages.get(job, ()))
        self._pages[job] = pages
        if len(pages) != before:
            self.changed.emit(job)

    @Slot(object)
    def _count_loaded(self, job: JobId) -> None:
        self._meanwhile.pop(job, None)
        self._keep(job, _numbers(self._bridge.library.pages(job)))

    @Slot(object)
    def _hear(self, event: Event) -> None:
        if not isinstance(event, PageChanged):
            return
        flagged = any(flag.kind not in INFORMATIVE for flag in event.flags)
        wanted = event.state is PageState.FAILED or (event.state is PageState.DONE and flagged)
        if event.job in self._meanwhile:
            self._meanwhile[event.job][event.page] = wanted
        pages = self._pages.get(event.job)
        if pages is None or (event.page in pages) == wanted:
            return
        pages.add(event.page) if wanted else pages.discard(event.page)
        self.changed.emit(event.job)

    def _forget(self, job: JobId) -> None:
        self._pages.pop(job, None)
        self._meanwhile.pop(job, None)


def _numbers(pages: Iterable[PageSummary]) -> set[int]:
    return {page.page for page in pages if doubtful(page)}
