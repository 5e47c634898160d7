"""The whole document in the view: assembled in the background, filled portion by portion."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.errors import KnownError
from desktop.model.cancel import CancelToken
from desktop.model.states import JobId, PageState
from desktop.ui.bridge import Bridge
from desktop.ui.said import said
from desktop.ui.text.math import Typesetter
from desktop.ui.text.view_document import Whole, assemble_whole, portion_html, sections_html
from desktop.ui.text.view_screen import Screen

_WITHOUT = {PageState.FAILED: "", PageState.CANCELLED: "It was cancelled."}


class WholeDocument(QObject):
    """Shows a job's pages as one document on a screen.

    ``changed`` tells that ``words`` (how much is shown) or ``stale`` (whether pages came or changed
    since) is new; ``shown`` that a document is on the screen. ``begin`` and ``end`` say whether the
    whole document is what the person looks at.
    """

    changed = Signal()
    shown = Signal()
    failed = Signal(object)

    def __init__(self, bridge: Bridge, typesetter: Typesetter, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._typesetter = typesetter
        self._screen: Screen | None = None
        self._job: JobId | None = None
        self._whole: Whole | None = None
        self.stale = False
        bridge.result_changed.connect(self._take_news)
        bridge.library.page_changed.connect(self._take_page)

    @property
    def job(self) -> JobId | None:
        """The job whose document is shown or being made."""
        return self._job

    @property
    def words(self) -> str:
        """How much is shown, for people."""
        whole = self._whole
        if whole is None:
            return self.tr("The document is being put together…")
        words = self.tr("%n page(s)", "", whole.pages)
        summary = self._bridge.library.job(self._job) if self._job is not None else None
        if summary is not None and summary.pages > whole.pages + whole.missing:
            words = self.tr("{shown} of {all}").format(
                shown=whole.pages, all=self.tr("%n page(s)", "", summary.pages)
            )
        if whole.missing:
            words += " · " + self.tr("%n page(s) could not be read", "", whole.missing)
        return words

    def begin(self, job: JobId, screen: Screen) -> None:
        """Put a job's document together and show it. A known one stays until then."""
        if job != self._job:
            self._whole = None
        self._job, self._screen = job, screen
        self.stale = False
        self._bridge.tasks.run(
            lambda cancel: self._assemble(job, cancel),
            done=self._take_whole,
            failed=self.failed.emit,
            key=self._key("whole"),
            owner=self,
        )
        self.changed.emit()

    def end(self) -> None:
        """Something else is shown now."""
        self._job = self._whole = self._screen = None
        self.stale = False

    def _key(self, what: str) -> str:
        return f"view {id(self)} {what}"

    def _assemble(self, job: JobId, cancel: CancelToken) -> Whole:
        service = self._bridge.service
        summary = service.job(job)
        missing = {
            page.page: said(page.reason.what) or _WITHOUT[page.state]
            for page in service.pages(job)
            if page.state in _WITHOUT
        }
        return assemble_whole(
            service.results(job),
            missing,
            title=summary.title or summary.path.stem,
            cancel=cancel,
        )

    def _take_whole(self, whole: Whole) -> None:
        if self._screen is None:
            return
        self._whole = whole
        self._screen.show_sections(whole.document.title, sections_html(whole))
        self.changed.emit()
        self.shown.emit()

    def fill(self, portion: int) -> None:
        """Make a portion that came near, in the background."""
        whole, typesetter = self._whole, self._typesetter
        if whole is None or not 0 <= portion < len(whole.portions):
            return

        def put(markup: str) -> None:
            if self._whole is whole and self._screen is not None:
                self._screen.fill(portion, markup)

        def complain(error: KnownError) -> None:
            self._bridge.report(error, job=self._job)

        self._bridge.tasks.run(
            lambda cancel: portion_html(whole, portion, typesetter, cancel=cancel),
            done=put,
            failed=complain,
            key=self._key(str(portion)),
            urgent=True,
            owner=self,
        )

    def _take_news(self, job: JobId, _page: int) -> None:
        if job == self._job and self._whole is not None and not self.stale:
            self.stale = True
            self.changed.emit()

    def _take_page(self, job: JobId, page: int) -> None:
        summary = self._bridge.library.page(job, page)
        if summary is not None and summary.state is not PageState.RUNNING:
            self._take_news(job, page)
