"""A view with the rendered one's interface that needs no WebEngine: words in a QTextBrowser."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QTextBrowser

from desktop.model.find import Hit
from desktop.model.states import JobId
from desktop.ui.bridge import Bridge


class PlainView(QTextBrowser):
    """Shows a page's Markdown as it is, and remembers what it was asked for."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._of: tuple[JobId, int] | None = None
        self.shows = "nothing"
        self.hits: tuple[Hit, ...] = ()
        self.current: Hit | None = None
        bridge.result_changed.connect(self._again)

    def show_page(self, job: JobId, page: int) -> None:
        """Show one page."""
        self._of, self.shows = (job, page), "page"
        self._again(job, page)

    def show_document(self, job: JobId) -> None:
        """Show a whole document, of which this view knows only the name."""
        self._of, self.shows = None, "document"
        self.setPlainText(f"document {job}")

    def show_nothing(self) -> None:
        """Show nothing."""
        self._of, self.shows = None, "nothing"
        self.clear()

    def _again(self, job: JobId, page: int) -> None:
        if self._of == (job, page):
            result = self._bridge.result(job, page)
            blocks = () if result is None else result.blocks
            self.setPlainText("\n\n".join(block.markdown for block in blocks))

    def set_hits(self, hits: Sequence[Hit], current: Hit | None = None) -> None:
        """Light hits, and bring one into view."""
        self.hits, self.current = tuple(hits), current
