"""One page in the view: as it was read, as it is being read, or why there is nothing to show."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from desktop.model.cancel import CancelToken
from desktop.model.states import JobId, PageState
from desktop.ui.bridge import Bridge
from desktop.ui.text.math import Typesetter
from desktop.ui.text.view_compose import Composed, compose_live, compose_page, compose_state
from desktop.ui.text.view_screen import Screen

#: The least time between two looks at a page that is being read, in milliseconds.
LIVE_PAUSE = 200


class OnePage(QObject):
    """Shows a page on a screen and keeps it as the bridge says that it is.

    ``begin`` and ``end`` say whether a page is what the person looks at. Another page is gone to;
    news of the same page are put into it where it is scrolled to.
    """

    def __init__(self, bridge: Bridge, typesetter: Typesetter, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._typesetter = typesetter
        self._screen: Screen | None = None
        self._job: JobId | None = None
        self._page = 0
        self._go = False
        self._live = self._seen = ""
        self._composing: CancelToken | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(LIVE_PAUSE)
        self._pause.timeout.connect(self._show_live)
        bridge.result_changed.connect(self._take_news)
        bridge.library.page_changed.connect(self._take_state)
        bridge.library.pages_loaded.connect(lambda job: self._take_news(job, self._page))
        bridge.live_text.connect(self._take_live)

    def begin(self, job: JobId, page: int, screen: Screen) -> None:
        """Show a page (from 0), as soon as it is made."""
        self._job, self._page, self._screen = job, page, screen
        self._go = True
        self._live = self._seen = ""
        self._pause.stop()
        self.compose()

    def end(self) -> None:
        """Something else is shown now."""
        self._job = self._screen = None
        if self._composing is not None:
            self._composing.cancel()
            self._composing = None

    def compose(self) -> None:
        """Make the page as it is now and show it."""
        job, page, typesetter = self._job, self._page, self._typesetter
        if job is None or self._screen is None:
            return
        summary = self._bridge.library.page(job, page)
        result = self._bridge.result(job, page)
        running = summary is not None and summary.state is PageState.RUNNING
        if running and self._live:
            live = self._live
            self._run(lambda cancel: compose_live(live, page, typesetter, cancel=cancel), live=True)
        elif result is not None:
            found = result
            self._run(lambda cancel: compose_page(found, typesetter, cancel=cancel))
        elif summary is not None and (
            summary.state not in (PageState.DONE, PageState.BLANK)
            or self._bridge.has_read(job, page)
        ):
            self._put(compose_state(page, summary))
        # Else the result or the page's state is on its way, and its coming is told.

    def _run(self, make: Callable[[CancelToken], Composed], *, live: bool = False) -> None:
        if self._composing is not None:
            self._composing.cancel()

        def done(composed: Composed) -> None:
            self._composing = None
            self._put(composed, follow=live)

        self._composing = self._bridge.tasks.run(make, done=done, urgent=True, owner=self)

    def _put(self, composed: Composed, *, follow: bool = False) -> None:
        if self._screen is None:
            return
        if self._go:
            self._go = False
            self._screen.show(composed)
            self._look_ahead()
        else:
            self._screen.change(composed, follow=follow)

    def _look_ahead(self) -> None:
        """Have the next page's formulas set before somebody turns to it: they take the longest."""
        job, page, service, typesetter = (
            self._job,
            self._page + 1,
            self._bridge.service,
            self._typesetter,
        )
        if job is None:
            return

        def work(cancel: CancelToken) -> None:
            result = service.result(job, page)
            if result is not None:
                compose_page(result, typesetter, cancel=cancel)

        # Whatever is wrong with that page is said when it is shown.
        self._bridge.tasks.run(work, failed=lambda _: None, key=f"ahead {id(self)}", owner=self)

    def _take_news(self, job: JobId, page: int) -> None:
        if (job, page) == (self._job, self._page):
            self.compose()

    def _take_state(self, job: JobId, page: int) -> None:
        if (job, page) != (self._job, self._page):
            return
        summary = self._bridge.library.page(job, page)
        if summary is not None and summary.state is not PageState.RUNNING:
            self._live = ""
            self._pause.stop()
        self.compose()

    def _take_live(self, job: JobId, page: int, text: str) -> None:
        if (job, page) != (self._job, self._page):
            return
        self._live = text
        if not self._pause.isActive():
            self._show_live()

    def _show_live(self) -> None:
        if self._live == self._seen:
            return
        self._pause.start()
        # A look that takes long is not broken off by the next one, or none would ever be shown.
        if self._composing is None:
            self._seen = self._live
            self.compose()
