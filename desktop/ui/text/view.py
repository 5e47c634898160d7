"""The text of a page, or of the whole document, as it reads."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop.model.find import Hit
from desktop.model.states import JobId
from desktop.ui.bridge import Bridge
from desktop.ui.text.math import Typesetter
from desktop.ui.text.view_compose import Composed
from desktop.ui.text.view_hits import MOST, Place, as_arguments, places
from desktop.ui.text.view_links import ask_to_open
from desktop.ui.text.view_pictures import Pictures
from desktop.ui.text.view_rules import register_scheme

if TYPE_CHECKING:
    # These load WebEngine, which is started after the window is shown.
    from desktop.ui.text.view_one import OnePage
    from desktop.ui.text.view_screen import Screen
    from desktop.ui.text.view_whole import WholeDocument

__all__ = ["RenderedView", "register_scheme"]

_COLOURS = frozenset({QEvent.Type.PaletteChange, QEvent.Type.FontChange})


class RenderedView(QWidget):
    """Shows text rendered, in a closed view; lights blocks and hits; tells what is pointed at.

    Nothing is shown before ``warm_up``, which starts WebEngine; ``show_page`` and the others may be
    called earlier. Call ``close_down`` before the bridge is closed. ``pointed`` and ``activated``
    tell the index of a block of the bridge's page (the bridge is told too); ``link_clicked`` a link
    that the person is being asked about. ``settled`` tells that what was shown last is there.
    """

    pointed = Signal(int)
    activated = Signal(int)
    link_clicked = Signal(QUrl)
    settled = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._screen: Screen | None = None
        self.setObjectName("renderedView")
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._bridge = bridge
        self._typesetter = Typesetter()
        self._pictures = Pictures(bridge, self)
        self._one: OnePage | None = None
        self._whole: WholeDocument | None = None
        self._job: JobId | None = None
        #: The page that is shown, ``None`` for the whole document.
        self._page: int | None = None
        self._lit = -1
        self._choosing = False
        self._closed = False
        self._hits: tuple[Hit, ...] = ()
        self._current: Hit | None = None
        self._lit_hits = False
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._make_bar()
        bridge.block_pointed.connect(self._take_pointed)
        bridge.block_activated.connect(self._take_activated)
        bridge.chosen.connect(self._take_chosen)

    def _make_bar(self) -> None:
        """The line above a whole document that says how much of it is shown."""
        self._bar = QWidget(self)
        self._words = QLabel(self._bar)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._refresh = QToolButton(self._bar)
        self._refresh.setText(self.tr("Show what is new"))
        self._refresh.setAccessibleName(self._refresh.text())
        self._refresh.clicked.connect(self._begin)
        line = QHBoxLayout(self._bar)
        line.setContentsMargins(10, 3, 10, 3)
        line.addWidget(self._words, 1)
        line.addWidget(self._refresh)
        self._layout.addWidget(self._bar)
        self._layout.addStretch(1)
        self._bar.hide()

    # Starting and ending.

    def warm_up(self) -> None:
        """Start WebEngine; call it when the window is on the screen. Twice does nothing more.

        Takes about 0.15 s of the window's thread, in three steps with time for events between.
        """
        self._typesetter.warm_up()
        QTimer.singleShot(0, self, self._load)

    def _load(self) -> None:
        import_module("desktop.ui.text.view_screen")
        QTimer.singleShot(0, self, self._start)

    def _start(self) -> None:
        if self._screen is not None or self._closed:
            return
        from desktop.ui.text.view_one import OnePage
        from desktop.ui.text.view_screen import Screen
        from desktop.ui.text.view_whole import WholeDocument

        screen = Screen(self, self._pictures.give)
        screen.pointed.connect(self._tell_pointed)
        screen.activated.connect(self._tell_activated)
        screen.link_clicked.connect(self._ask)
        screen.settled.connect(self._settle)
        self._one = OnePage(self._bridge, self._typesetter, self)
        self._whole = WholeDocument(self._bridge, self._typesetter, self)
        self._whole.changed.connect(self._show_bar)
        self._whole.shown.connect(lambda: self.scroll_to_page(self._bridge.page))
        screen.needed.connect(self._whole.fill)
        self._layout.addWidget(screen.widget, 1000)
        self._screen = screen
        # The first page starts the renderer, whether or not there is something to show.
        screen.show(Composed(""))
        self._begin()

    def _settle(self) -> None:
        self._lit_hits = False
        self._light_hits()
        if self._lit >= 0:
            lit, self._lit = self._lit, -1
            self.light(lit)
        self.settled.emit()

    def close_down(self) -> None:
        """End WebEngine's part and the formulas' thread. Nothing is shown after that."""
        self._closed = True
        self._typesetter.close()
        screen, self._screen = self._screen, None
        if self._one is not None and self._whole is not None:
            self._one.end()
            self._whole.end()
        self._pictures.begin(None)
        if screen is not None:
            screen.close()

    # What is shown.

    def show_page(self, job: JobId, page: int) -> None:
        """Show one page (from 0) of a job and keep it as it is now."""
        self._job, self._page = job, page
        self._lit = -1
        self._begin()

    def show_document(self, job: JobId) -> None:
        """Show all pages of a job as one document, from the bridge's page on."""
        self._job, self._page = job, None
        self._lit = -1
        self._begin()

    def show_nothing(self) -> None:
        """Show an empty page."""
        self._job = None
        self._begin()

    def _begin(self) -> None:
        screen, one, whole = self._screen, self._one, self._whole
        if screen is None or one is None or whole is None:
            return
        self._pictures.begin(self._job)
        if self._job is None:
            one.end()
            whole.end()
            screen.show(Composed(""))
        elif self._page is not None:
            whole.end()
            one.begin(self._job, self._page, screen)
        else:
            one.end()
            whole.begin(self._job, screen)
        self._show_bar()

    def _show_bar(self) -> None:
        whole = self._whole
        self._bar.setVisible(whole is not None and whole.job is not None)
        if whole is not None:
            self._words.setText(whole.words)
            self._refresh.setVisible(whole.stale)

    # Lights.

    def light(self, block: int) -> None:
        """Light a block of the page, of the bridge's page in a whole document; -1: none."""
        if block != self._lit and self._screen is not None:
            self._screen.call("light", self._shown_page, block)
        self._lit = block

    def scroll_to(self, block: int) -> None:
        """Bring a block into view."""
        if self._screen is not None:
            self._screen.call("scrollToBlock", self._shown_page, block)

    def scroll_to_page(self, page: int) -> None:
        """Bring the beginning of a page (from 0) of a whole document into view."""
        if self._screen is not None and self._page is None:
            self._screen.call("scrollToPage", page)

    @property
    def _shown_page(self) -> int:
        return self._bridge.page if self._page is None else self._page

    def set_hits(self, hits: Sequence[Hit], current: Hit | None = None) -> None:
        """Light what was found, and bring ``current`` into view."""
        self._hits, self._current = tuple(hits)[:MOST], current
        self._light_hits()

    def _light_hits(self) -> None:
        screen, job, page = self._screen, self._job, self._page
        if screen is None or job is None or (not self._hits and not self._lit_hits):
            return
        hits, current = self._hits, self._current
        if page is not None:
            hits = tuple(hit for hit in hits if hit.page == page)
        number = hits.index(current) if current in hits else -1
        service = self._bridge.service

        def put(found: list[Place]) -> None:
            screen.call("setHits", as_arguments(found), number)
            self._lit_hits = bool(found)

        self._bridge.tasks.run(
            lambda _: places(hits, lambda each: service.result(job, each)),
            done=put,
            key=f"hits {id(self)}",
            urgent=True,
            owner=self,
        )

    def _take_pointed(self, block: int, source: str) -> None:
        if source != "text":
            self.light(block)

    def _take_activated(self, block: int, source: str) -> None:
        if source != "text":
            self.light(block)
            self.scroll_to(block)

    def _take_chosen(self, job: JobId | None, page: int) -> None:
        if self._page is None and job is not None and job == self._job and not self._choosing:
            self.scroll_to_page(page)

    # What the page says.

    def _tell_pointed(self, page: int, block: int) -> None:
        if block >= 0 and (self._bridge.job, self._bridge.page) != (self._job, page):
            block = -1
        self.pointed.emit(block)
        self._bridge.point(block, "text")

    def _tell_activated(self, page: int, block: int) -> None:
        self._choosing = True
        self._bridge.choose(self._job, page)
        self._choosing = False
        self.activated.emit(block)
        self._bridge.activate(block, "text")

    def _ask(self, url: QUrl) -> None:
        if ask_to_open(url, self) is not None:
            self.link_clicked.emit(url)

    def changeEvent(self, event: QEvent) -> None:
        """Called by Qt: the page takes the window's new colours and font."""
        super().changeEvent(event)
        if event.type() in _COLOURS and self._screen is not None:
            self._screen.recolour()
