"""The page panel: the page with its boxes, and the bars around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.model.blocks import Block, PageResult
from desktop.model.cancel import CancelToken
from desktop.model.find import Hit
from desktop.model.geometry import Box
from desktop.model.states import FINISHED_PAGE, JobId, PageState
from desktop.ui.bridge import Bridge
from desktop.ui.page.bar import PageBar
from desktop.ui.page.boxes import Looks, labels_of
from desktop.ui.page.commands import PageCommands
from desktop.ui.page.legend import Legend
from desktop.ui.page.live import Live
from desktop.ui.page.locate import LocateBar
from desktop.ui.page.menu import BlockMenu
from desktop.ui.page.notice import NoticeBar, Remedy
from desktop.ui.page.scale import Fit
from desktop.ui.page.shapes import shapes_of
from desktop.ui.page.showing import Showing
from desktop.ui.page.telling import notice_for, words_for
from desktop.ui.page.turning import Turning
from desktop.ui.page.view import PageView, in_words


class PagePanel(QWidget):
    """Shows the page that the bridge says is chosen."""

    #: The person wants to give the password of a job.
    unlock_wanted = Signal(object)
    #: A block of the chosen page is to be copied; the kind is a ``CopyKind``'s value.
    copy_wanted = Signal(int, str)
    #: Zoom or fit are other ones: ``zoom`` has them.
    zoom_changed = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._hits: tuple[Hit, ...] = ()
        self._looks = Looks()
        self.view = PageView()
        self.bar, self.legend, self.notices = PageBar(), Legend(), NoticeBar()
        self.locate_bar = LocateBar(bridge)
        self.showing = Showing(bridge, self.view)
        self._live = Live(bridge, self)
        self.turning = Turning(bridge, self)
        self._menu = BlockMenu(bridge, self)
        self.commands = PageCommands(self)
        self.commands.fill(self.bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.bar, self.notices, self.locate_bar):
            column.addWidget(part)
        column.addWidget(self.view, 1)
        column.addWidget(self.legend)
        self.setFocusProxy(self.view)
        self.setAccessibleName(self.tr("Page"))
        self._wire()
        self._look_at(bridge.job, bridge.page)

    def _wire(self) -> None:
        bridge, view, library = self._bridge, self.view, self._bridge.library
        bridge.chosen.connect(self._look_at)
        bridge.result_changed.connect(self._result_changed)
        bridge.block_pointed.connect(self._pointed)
        bridge.block_activated.connect(self._activated)
        bridge.find_changed.connect(self._found)
        library.pages_loaded.connect(self._job_changed)
        library.changed.connect(self._job_changed)
        library.added.connect(self._job_changed)
        library.page_changed.connect(self._page_changed)
        view.pointed.connect(self._point)
        view.activated.connect(self._activate)
        view.escaped.connect(self._escape)
        view.page_wanted.connect(self._turn)
        view.rescaled.connect(self._rescaled)
        view.menu_wanted.connect(self._show_menu)
        self.bar.page_chosen.connect(self.turning.go)
        self.bar.zoom_chosen.connect(view.set_zoom)
        self.legend.changed.connect(self.relook)
        self.notices.chosen.connect(self._mend)
        self.locate_bar.able.connect(self.commands["page-locate"].setEnabled)
        self.locate_bar.found.connect(self._located)
        self.locate_bar.closed.connect(view.setFocus)
        self.showing.changed.connect(self._tell)
        self._live.grown.connect(self._grown)

    # For the window.

    def actions(self) -> list[QAction]:
        """What can be done with the page, for the menus."""
        return self.commands.all()

    @property
    def zoom(self) -> str:
        """What is to be remembered: "width", "page", or the zoom as a number."""
        return f"{self.view.zoom:.4f}" if self.view.fit is Fit.FREE else self.view.fit.value

    @zoom.setter
    def zoom(self, remembered: str) -> None:
        if remembered in (Fit.WIDTH, Fit.PAGE):
            self.view.set_fit(Fit(remembered))
            return
        try:
            zoom = float(remembered)
        except ValueError:
            return
        if 0.0 < zoom < 1e3:
            self.view.set_zoom(zoom)

    @Slot()
    def reload(self) -> None:
        """Try again to show a document that was away or locked."""
        self.showing.again()

    # What is looked at.

    @Slot(object, int)
    def _look_at(self, job: JobId | None, page: int) -> None:
        self._live.follow(job, page)
        self._looks = replace(self._looks, lit=-1, places=(), reading=False)
        self.showing.look_at(job, page)
        self.locate_bar.look_at(job, page)
        self._show_result(self._bridge.result(job, page) if job is not None else None)
        self._tell()

    def _is_here(self, job: JobId, page: int) -> bool:
        return (job, page) == (self._bridge.job, self._bridge.page)

    @Slot(object, int)
    def _result_changed(self, job: JobId, page: int) -> None:
        if self._is_here(job, page):
            self._show_result(self._bridge.result(job, page))

    def _show_result(self, result: PageResult | None) -> None:
        self._looks = replace(self._looks, reading=False)
        self.view.show_shapes(shapes_of(result.blocks) if result is not None else ())
        self.relook()
        self._tell()

    @Slot(object, int, object)
    def _grown(self, job: JobId, page: int, blocks: tuple[Block, ...]) -> None:
        summary = self._bridge.library.page(job, page)
        if summary is not None and summary.state is not PageState.RUNNING:
            return
        self._looks = replace(self._looks, reading=True)
        self.view.show_shapes(shapes_of(blocks))
        self.relook()
        self._tell()

    @Slot(object)
    def _job_changed(self, job: JobId) -> None:
        if job == self._bridge.job:
            self._tell()

    @Slot(object, int)
    def _page_changed(self, job: JobId, page: int) -> None:
        self.showing.page_changed(job, page)
        if not self._is_here(job, page):
            return
        summary = self._bridge.library.page(job, page)
        if self._looks.reading and summary is not None and summary.state in FINISHED_PAGE:
            # A page that reads as before has no new result to be told of.
            self._show_result(self._bridge.result(job, page))
        else:
            self._tell()

    @Slot()
    def _tell(self) -> None:
        """Say where the page stands: number, legend, notice, and the same for screen readers."""
        job, page = self._bridge.job, self._bridge.page
        known = self._bridge.library.job(job) if job is not None else None
        summary = self._bridge.library.page(job, page) if job is not None else None
        count = known.page_count if known is not None else 0
        self.bar.show_page(page, count)
        for name, able in self.turning.able().items():
            self.commands[name].setEnabled(able)
        self.notices.show_notice(notice_for(summary, self.showing.error))
        self.legend.show_counts(labels_of(self.view.boxes.shapes), words_for(summary))
        place = self.tr("Page {number} of {total}").format(number=page + 1, total=count)
        self.view.setAccessibleName(place if count else self.tr("Page"))

    # Boxes.

    def relook(self, _: object = None) -> None:
        """Show the boxes as the switches say."""
        self._looks = replace(
            self._looks,
            shown=self.commands["boxes"].isChecked(),
            numbers=self.commands["reading-order"].isChecked(),
            hidden=self.legend.hidden,
            found=frozenset(hit.block for hit in self._hits if hit.page == self._bridge.page),
        )
        self.view.show_looks(self._looks)

    @Slot(int)
    def _point(self, block: int) -> None:
        # The blocks of a page that is being read have no text on the other side yet.
        if self._looks.reading:
            self._pointed(block, "page")
        else:
            self._bridge.point(block, "page")

    @Slot(int)
    def _activate(self, block: int) -> None:
        if not self._looks.reading:
            self._bridge.activate(block, "page")

    @Slot(int, str)
    def _pointed(self, block: int, _: str) -> None:
        self._looks = replace(self._looks, lit=block)
        self.view.show_looks(self._looks)
        shape = self.view.shape(block)
        self.view.setAccessibleDescription(in_words(shape) if shape is not None else "")

    @Slot(int, str)
    def _activated(self, block: int, source: str) -> None:
        shape = self.view.shape(block)
        if source == "text" and shape is not None:
            self.view.centre(shape.bounds)
            self._bridge.point(block, "text")

    @Slot(object)
    def _found(self, hits: Sequence[Hit]) -> None:
        self._hits = tuple(hits)
        self.relook()

    @Slot(object)
    def _located(self, boxes: tuple[Box, ...]) -> None:
        self._looks = replace(self._looks, places=boxes)
        self.view.show_looks(self._looks)
        if boxes and not self.view.shows(boxes[0]):
            self.view.centre(boxes[0])

    @Slot()
    def _escape(self) -> None:
        self._bridge.point(-1, "page")
        self._located(())

    @Slot(int, QPoint)
    def _show_menu(self, block: int, place: QPoint) -> None:
        self._point(block)
        shape = None if self._looks.reading else self.view.shape(block)
        self._menu.open(block, shape, place)

    # Zoom, pages, remedies.

    @Slot()
    def _rescaled(self) -> None:
        self.bar.show_zoom(self.view.zoom)
        self.commands["fit-width"].setChecked(self.view.fit is Fit.WIDTH)
        self.commands["fit-page"].setChecked(self.view.fit is Fit.PAGE)
        self.zoom_changed.emit()

    @Slot(int)
    def _turn(self, step: int) -> None:
        if not self.turning.turn(step):
            self.view.stay()

    def go_to(self) -> None:
        """Let the person write a page's number."""
        self.bar.number.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.number.selectAll()

    @Slot(object)
    def _mend(self, remedy: Remedy) -> None:
        job, page = self._bridge.job, self._bridge.page
        if job is None:
            return
        if remedy is Remedy.UNLOCK:
            self.unlock_wanted.emit(job)
        elif remedy is Remedy.LOOK_AGAIN:
            self.showing.again()
        else:

            def again(_: CancelToken) -> None:
                self._bridge.service.retry(job, page)

            self._bridge.tasks.run(again, urgent=True)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the window from light to dark."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "commands"):
            self.commands.repaint()
