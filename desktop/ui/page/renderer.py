"""Has pages drawn in the background: the one that is looked at first, its neighbours after it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from desktop.errors import KnownError, PageUnreadable
from desktop.model.cancel import CancelToken
from desktop.model.states import JobId
from desktop.ui.bridge import Bridge
from desktop.ui.page.pictures import Picture, Pictures
from desktop.ui.page.scale import Wanted

#: Which picture is wanted of a page, told by its size in points.
Plan = Callable[[tuple[float, float]], Wanted]


class Renderer(QObject):
    """Asks the core for sizes and pictures of pages. Use it from the window's thread only.

    Of the page that is shown only the newest picture is worth waiting for: asking for another one
    gives up those that are under way.
    """

    #: Job, page, (width, height) in points.
    sized = Signal(object, int, object)
    #: Job, page, ``Picture``.
    drawn = Signal(object, int, object)
    #: Job, page, ``KnownError``.
    failed = Signal(object, int, object)

    def __init__(self, bridge: Bridge, pictures: Pictures, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.pictures = pictures
        self._ahead: dict[tuple[JobId, int], CancelToken] = {}

    def measure(self, job: JobId, page: int) -> None:
        """Find out the size of the shown page; ``sized`` or ``failed`` tells."""

        def take(size: tuple[float, float]) -> None:
            self.pictures.learn(job, page, size)
            self.sized.emit(job, page, size)

        self._bridge.tasks.run(
            lambda cancel: self._bridge.service.page_size(job, page, cancel=cancel),
            done=take,
            failed=lambda error: self._refused(job, page, error),
            key="page size",
            urgent=True,
            owner=self,
        )

    def draw(self, job: JobId, page: int, wanted: Wanted) -> None:
        """Draw the shown page; ``drawn`` or ``failed`` tells."""

        def take(picture: Picture) -> None:
            if wanted.crop is None:
                self.pictures.keep(job, page, picture)
            self.drawn.emit(job, page, picture)

        self._bridge.tasks.run(
            lambda cancel: self._picture(job, page, wanted, cancel),
            done=take,
            failed=lambda error: self._refused(job, page, error),
            key="page picture",
            urgent=True,
            owner=self,
        )

    def stop(self) -> None:
        """Draw nothing for the shown page any more."""
        for key in ("page size", "page picture"):
            self._bridge.tasks.run(_nothing, key=key, urgent=True)

    def draw_ahead(self, pages: tuple[tuple[JobId, int], ...], plan: Plan) -> None:
        """Have pages ready that may be looked at next, and none of those asked for before."""
        for place in [place for place in self._ahead if place not in pages]:
            self._ahead.pop(place).cancel()
        for job, page in pages:
            size = self.pictures.size(job, page)
            if size is not None and self.pictures.get(job, page, plan(size).long_edge):
                continue
            if (job, page) not in self._ahead:
                self._draw_ahead(job, page, plan)

    def _draw_ahead(self, job: JobId, page: int, plan: Plan) -> None:
        def work(cancel: CancelToken) -> tuple[tuple[float, float], Picture | None]:
            size = self._bridge.service.page_size(job, page, cancel=cancel)
            wanted = plan(size)
            if wanted.crop is not None:
                return size, None
            return size, self._picture(job, page, wanted, cancel)

        def take(told: tuple[tuple[float, float], Picture | None]) -> None:
            self._ahead.pop((job, page), None)
            size, picture = told
            self.pictures.learn(job, page, size)
            if picture is not None:
                self.pictures.keep(job, page, picture)

        def give_up(_: KnownError) -> None:
            """What is wrong with a page is told when somebody looks at it."""
            self._ahead.pop((job, page), None)

        self._ahead[job, page] = self._bridge.tasks.run(work, done=take, failed=give_up, owner=self)

    def _picture(self, job: JobId, page: int, wanted: Wanted, cancel: CancelToken) -> Picture:
        made = self._bridge.service.page_image(
            job, page, long_edge=wanted.long_edge, crop=wanted.crop, cancel=cancel
        )
        image = QImage.fromData(made.data)
        if image.isNull():
            raise PageUnreadable(
                f"Page {page + 1} can't be shown.", "Close other programs and try again."
            )
        return Picture(image, wanted)

    def _refused(self, job: JobId, page: int, error: KnownError) -> None:
        self.failed.emit(job, page, error)


def _nothing(_: CancelToken) -> None:
    return
