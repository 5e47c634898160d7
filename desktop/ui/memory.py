"""Brings the window's parts back to where they were left, and notes where they are."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from desktop.model.states import JobId
from desktop.ui.bridge import Bridge
from desktop.ui.docks import Docks
from desktop.ui.documents.panel import DocumentsPanel
from desktop.ui.page.panel import PagePanel
from desktop.ui.text.panel import TextPanel
from desktop.ui.text.panel_mode import Mode
from desktop.ui.window import MainWindow

#: How long changes are gathered before they are written, in milliseconds.
GATHER = 1_000
#: How wide documents, page and text are at first, as shares.
WIDTHS = (230, 520, 530)


class Memory(QObject):
    """Sizes, zoom, mode, document and page, kept in the window's ``Session``.

    They are written a moment after each change, so that they survive a program that is killed.
    """

    def __init__(
        self,
        window: MainWindow,
        bridge: Bridge,
        *,
        documents: DocumentsPanel,
        page: PagePanel,
        text: TextPanel,
        docks: Docks,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._bridge = bridge
        self._documents = documents
        self._page = page
        self._text = text
        self._docks = docks
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(GATHER)
        self._later.timeout.connect(self.keep)

    def restore(self) -> None:
        """Put everything where it was; from now on changes are noted."""
        session, window = self._session, self._window
        if not session.place_split("split/main", window.split):
            window.split.setSizes(WIDTHS)
        session.place_split("split/documents", self._documents.split)
        if session.place_docks(window):
            self._docks.placed()
        self._page.zoom = session.text("page/zoom", self._page.zoom)
        mode = session.text("text/mode")
        if mode in set(Mode):
            self._text.set_mode(Mode(mode))
        for signal in (
            window.moved,
            window.split.splitterMoved,
            self._documents.split.splitterMoved,
            self._page.zoom_changed,
            self._text.mode_changed,
            self._bridge.chosen,
            self._docks.changed,
        ):
            signal.connect(self._soon)

    def place(self) -> tuple[JobId, int]:
        """The document and page of last time, else the first of the library, which has some."""
        jobs = self._bridge.library.jobs()
        last = int(self._session.number("place/job", 0, low=0, high=2**53))
        known = next((job for job in jobs if job.job == last), None)
        if known is None:
            return jobs[0].job, 0
        page = int(self._session.number("place/page", 0, low=0, high=known.page_count - 1))
        return known.job, page

    def _soon(self) -> None:
        if not self._later.isActive() and not self._window.left:
            self._later.start()

    def keep(self) -> None:
        """Note where everything is."""
        self._later.stop()
        session, window = self._session, self._window
        session.keep_split("split/main", window.split)
        session.keep_split("split/documents", self._documents.split)
        session.keep("page/zoom", self._page.zoom)
        session.keep("text/mode", self._text.mode.value)
        if self._bridge.job is not None:
            session.keep("place/job", self._bridge.job)
            session.keep("place/page", self._bridge.page)
        session.keep_window(window)
        session.write()
