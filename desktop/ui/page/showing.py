"""Keeps the sheet sharp: which picture it needs now, asked for once things have settled."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.errors import KnownError
from desktop.model.document import DocumentKind
from desktop.model.states import JobId, PageState
from desktop.ui.bridge import Bridge
from desktop.ui.page.canvas import Canvas
from desktop.ui.page.pictures import Picture, Pictures
from desktop.ui.page.renderer import Renderer
from desktop.ui.page.scale import Wanted, covers, wanted
from desktop.ui.page.turning import Turning

#: How long a zoom or a scroll has to rest before a sharper picture is asked for, in milliseconds.
SETTLE = 120
#: How long the old page stays until it is known how large the new one is.
STAY = 80
#: The shape of a page that nothing is known of: A4.
SHEET = (595.0, 842.0)
#: The size of a point at zoom 1 in window units, of which 96 are an inch; pictures have pixels.
_POINT, _PIXEL = 96.0 / 72.0, 1.0


class Showing(QObject):
    """Shows a page on a canvas, at once if it was drawn before, and has its neighbours drawn."""

    #: ``error`` is another one.
    changed = Signal()

    def __init__(self, bridge: Bridge, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._bridge = bridge
        self._canvas = canvas
        self._turning = Turning(bridge, self)
        self.renderer = Renderer(bridge, Pictures(), self)
        self._job: JobId | None = None
        self._page = 0
        #: Whether the sheet is that of the page by now, and not still the one before.
        self._there = False
        #: Why there is no picture of the page.
        self.error: KnownError | None = None
        self._settle, self._stay = QTimer(self), QTimer(self)
        for timer, rest in ((self._settle, SETTLE), (self._stay, STAY)):
            timer.setSingleShot(True)
            timer.setInterval(rest)
        self._settle.timeout.connect(self.sharpen)
        self._stay.timeout.connect(self._clear_sheet)
        canvas.moved.connect(self._settle.start)
        self.renderer.sized.connect(self._sized)
        self.renderer.drawn.connect(self._drawn)
        self.renderer.failed.connect(self._failed)

    @property
    def settled(self) -> bool:
        """Whether the sheet has the picture that it needs."""
        need = self._need()
        paper = self._canvas.paper
        have = paper.whole if need.crop is None else paper.part
        return (
            self._there
            and not self._settle.isActive()
            and have is not None
            and covers(have.wanted, need, self._canvas.visible)
        )

    # Which page.

    def look_at(self, job: JobId | None, page: int) -> None:
        """Show another page."""
        self._job, self._page = job, page
        self.error = None
        self._there = False
        self._stay.stop()
        if job is None:
            self.renderer.stop()
            self._clear_sheet()
            self._canvas.paper.setVisible(False)
            return
        self._canvas.paper.setVisible(True)
        size = self.renderer.pictures.size(job, page)
        if size is not None:
            self._show(size)
        else:
            self.renderer.measure(job, page)
            self._stay.start()

    @Slot()
    def again(self) -> None:
        """Look again whether the page can be shown by now."""
        if self._job is not None:
            self.renderer.pictures.forget(self._job, self._page)
            self._measure_again()
            self.changed.emit()

    def page_changed(self, job: JobId, page: int) -> None:
        """A page is in another state: one that is read again may have been turned."""
        summary = self._bridge.library.page(job, page)
        here = (job, page) == (self._job, self._page)
        if summary is not None and summary.state is PageState.QUEUED:
            self.renderer.pictures.forget(job, page)
            if here:
                self._measure_again()
        elif here and self.error is not None:
            self.again()

    def _measure_again(self) -> None:
        """Draw the page anew; it stays as it is until then, and where it is unless it is turned."""
        if self._job is not None:
            self.error = None
            self.renderer.measure(self._job, self._page)

    def _unit(self) -> float:
        known = self._bridge.library.job(self._job) if self._job is not None else None
        pdf = known is None or known.kind is DocumentKind.PDF
        return _POINT if pdf else _PIXEL

    def _is_here(self, job: JobId, page: int) -> bool:
        return (job, page) == (self._job, self._page)

    @Slot(object, int, object)
    def _sized(self, job: JobId, page: int, size: tuple[float, float]) -> None:
        if self._is_here(job, page):
            self._show(size)

    def _show(self, size: tuple[float, float]) -> None:
        self._stay.stop()
        if not self._there or size != self._size():
            self._canvas.set_page(size, self._unit())
        self._there = True
        self.sharpen()

    @Slot()
    def _clear_sheet(self) -> None:
        """White paper in the shape of the last page, rather than the last page itself."""
        size = self._canvas.paper.size
        self._canvas.set_page((size.width(), size.height()), self._unit())

    # Which picture.

    def _need(self) -> Wanted:
        size = self._canvas.paper.size
        return wanted((size.width(), size.height()), self._canvas.resolution, self._canvas.visible)

    @Slot()
    def sharpen(self) -> None:
        """Show the best picture there is, and ask for the one that is needed if it isn't that."""
        self._settle.stop()
        if self._job is None or not self._there or self.error is not None:
            return
        need, paper = self._need(), self._canvas.paper
        base = need if need.crop is None else wanted(self._size(), self._canvas.resolution, None)
        kept = self.renderer.pictures.get(self._job, self._page, base.long_edge)
        if kept is None and (paper.whole is None or need.crop is None):
            kept = self.renderer.pictures.best(self._job, self._page, base.long_edge)
        if kept is not None:
            paper.show_whole(kept)
        if need.crop is None:
            paper.show_part(None)
            if paper.whole is None or not covers(paper.whole.wanted, need, None):
                self.renderer.draw(self._job, self._page, self._size(), need)
            else:
                self._draw_ahead()
        elif paper.whole is None:
            self.renderer.draw(self._job, self._page, self._size(), base)
        elif paper.part is None or not covers(paper.part.wanted, need, self._canvas.visible):
            self.renderer.draw(self._job, self._page, self._size(), need)

    def _size(self) -> tuple[float, float]:
        size = self._canvas.paper.size
        return (size.width(), size.height())

    @Slot(object, int, object)
    def _drawn(self, job: JobId, page: int, picture: Picture) -> None:
        if not self._is_here(job, page):
            return
        if picture.wanted.crop is None:
            self._canvas.paper.show_whole(picture)
            self.sharpen()
        else:
            self._canvas.paper.show_part(picture)
            self._draw_ahead()

    def _draw_ahead(self) -> None:
        if self._job is None:
            return
        job = self._job
        places = tuple((job, page) for page in self._turning.beside())
        for _, page in places:
            # Read in the background too, so that its boxes and its text are there with it.
            self._bridge.result(job, page)
        self.renderer.draw_ahead(places, self._canvas.framing(self._unit()).plan)

    @Slot(object, int, object)
    def _failed(self, job: JobId, page: int, error: KnownError) -> None:
        if not self._is_here(job, page):
            return
        self.error = error
        self._stay.stop()
        if not self._there:
            self._there = True
            result = self._bridge.result(job, page)
            known = result is not None and result.page_width > 0 and result.page_height > 0
            size = (result.page_width, result.page_height) if result and known else SHEET
            self._canvas.set_page(size, self._unit())
        self.changed.emit()
