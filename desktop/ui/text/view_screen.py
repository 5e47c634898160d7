"""The screen of the view: WebEngine once it is started, what it shows, and what became of it."""

from __future__ import annotations

import json
from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWebEngineCore import QWebEnginePage
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QMenu, QWidget

from desktop.ui.text.view_compose import Composed, Look, document_page, message, whole_page
from desktop.ui.text.view_link import Link
from desktop.ui.text.view_page import Browser
from desktop.ui.text.view_scheme import PageServer, PictureSource
from desktop.ui.text.view_style import is_dark, style_sheet

#: After so many milliseconds a page that crashed is loaded again.
PAUSE = 100
_Action = QWebEnginePage.WebAction
_Ended = QWebEnginePage.RenderProcessTerminationStatus


class Screen(QObject):
    """Shows composed pages. Made on the window's thread once the window is there.

    ``settled`` tells that what was shown last is there, and our script in it.
    """

    settled = Signal()
    pointed = Signal(int, int)
    activated = Signal(int, int)
    needed = Signal(int)
    link_clicked = Signal(QUrl)

    def __init__(self, parent: QWidget, pictures: PictureSource) -> None:
        super().__init__(parent)
        self._parent = parent
        self._link = Link(self)
        self._link.pointed.connect(self.pointed)
        self._link.activated.connect(self.activated)
        self._link.needed.connect(self.needed)
        self._link.ready_now.connect(self._take_ready)
        server = PageServer(style=self._style, pictures=pictures)
        self._browser = Browser(server, self._link)
        self._browser.page.link_clicked.connect(self.link_clicked)
        self._browser.page.renderProcessTerminated.connect(self._take_end)
        self.widget = _ClosedView(parent)
        self.widget.setPage(self._browser.page)
        # Where a link leads is seen before it is clicked.
        self._browser.page.linkHovered.connect(self.widget.setToolTip)
        self._ready = False
        #: Whether the renderer is gone and nothing was loaded since.
        self._down = False
        self._crashes = 0
        self._make: Callable[[int, Look], str] | None = None
        self._loaded: Composed | None = None
        self._composed: Composed | None = None
        self._scroll: float | None = None
        self._waiting: list[str] = []
        self._look = Look()
        self._set_look()

    @property
    def ready(self) -> bool:
        """Whether what was shown last is there."""
        return self._ready

    def show(self, composed: Composed) -> None:
        """Go to a page."""
        self._crashes = 0
        self._composed = composed
        self._go(lambda serial, look: whole_page(composed, serial=serial, look=look))
        self._loaded = composed

    def show_sections(self, title: str, sections: str) -> None:
        """Go to a whole document that is still to be filled."""
        self._crashes = 0
        self._composed = self._loaded = None
        self._go(lambda serial, look: document_page(title, sections, serial=serial, look=look))

    def change(self, composed: Composed, *, follow: bool = False) -> None:
        """The page that is shown has other content now; it stays where it is scrolled to.

        ``follow`` keeps the end in sight if it is in sight.
        """
        if self._composed is None:
            self.show(composed)
            return
        self._composed = composed
        if self._ready:
            self._patch()
            if follow:
                self.run("diptych.follow()")

    def _patch(self) -> None:
        before, now = self._loaded, self._composed
        if before is None or now is None or before == now:
            return
        arguments = (now.notice, len(now.blocks), now.changes(before))
        self.run(f"diptych.patch({', '.join(map(json.dumps, arguments))})")
        self._browser.page.changed()
        self._loaded = now

    def fill(self, portion: int, markup: str) -> None:
        """Put a portion of a whole document in its place."""
        self.run(f"diptych.fill({portion}, {json.dumps(markup)})")
        self._browser.page.changed()

    def run(self, script: str) -> None:
        """Run our own script in the page, when it is there."""
        if self._ready:
            self._browser.page.run(script)
        else:
            self._waiting.append(script)

    def call(self, name: str, *arguments: object) -> None:
        """Call a function of our own script in the page, when it is there."""
        self.run(f"diptych.{name}({', '.join(map(json.dumps, arguments))})")

    def recolour(self) -> None:
        """The window's colours or its font are other ones."""
        self._set_look()
        self.again()

    def again(self) -> None:
        """Show the same again, at the same place."""
        if self._make is None:
            return
        composed = self._composed
        if composed is not None:
            self._make = lambda serial, look: whole_page(composed, serial=serial, look=look)
        if self._ready:
            self._scroll = self._browser.page.scrollPosition().y()
        self._go(self._make)
        self._loaded = composed

    def _go(self, make: Callable[[int, Look], str]) -> None:
        self._make = make
        self._ready = self._down = False
        self._waiting.clear()
        self._link.expected += 1
        markup = make(self._link.expected, self._look)
        self._browser.page.show_address(self._browser.server.put(markup))

    def _take_ready(self) -> None:
        self._ready = True
        scroll, self._scroll = self._scroll, None
        if scroll:
            self.run(f"scrollTo(0, {scroll:.0f})")
        waiting, self._waiting = self._waiting, []
        for script in waiting:
            self.run(script)
        self._patch()
        self.settled.emit()

    def _take_end(self, status: _Ended, _code: int) -> None:
        if status is _Ended.NormalTerminationStatus or self._down:
            return
        self._ready, self._down = False, True
        self._crashes += 1
        # The page has first to take leave of its renderer: what is loaded before that is lost.
        if self._crashes == 1:
            QTimer.singleShot(PAUSE, self, self.again)
        elif self._crashes == 2:
            QTimer.singleShot(PAUSE, self, self._say_that_it_crashed)

    def _say_that_it_crashed(self) -> None:
        self._composed = message(
            self.tr("This page could not be shown."),
            self.tr("The part of Diptych that shows it ended unexpectedly, twice."),
            self.tr("Its text is safe: look at it as source."),
        )
        self.again()

    def _style(self) -> str:
        return style_sheet(self._parent.palette(), self._parent.font())

    def _set_look(self) -> None:
        palette = self._parent.palette()
        self._look = Look(is_dark(palette), self._look.number + 1)
        self._browser.page.setBackgroundColor(palette.color(palette.ColorRole.Base))

    def close(self) -> None:
        """End WebEngine's part: the view, then the page, then its profile."""
        self._ready = False
        shiboken6.delete(self.widget)
        self._browser.close()


class _ClosedView(QWebEngineView):
    """A view that takes no drops (the window does) and whose menu only copies and selects."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAcceptDrops(False)
        self.setAccessibleName(self.tr("Text of the page"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy and to select, and nothing that goes anywhere."""
        page, menu = self.page(), QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if page.hasSelection():
            menu.addAction(self.tr("Copy"), lambda: page.triggerAction(_Action.Copy))
        menu.addAction(self.tr("Select all"), lambda: page.triggerAction(_Action.SelectAll))
        if self.lastContextMenuRequest().linkUrl().isValid():
            copy_link = _Action.CopyLinkToClipboard
            menu.addAction(self.tr("Copy link address"), lambda: page.triggerAction(copy_link))
        menu.popup(event.globalPos())
