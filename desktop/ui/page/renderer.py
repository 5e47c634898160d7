"""Has pages drawn in the background: the one that is looked at first, its neighbours after it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from desktop.errors import KnownError, PageUnreadable
from desktop.model.cancel import CancelToken
from desktop.model.states import JobId
from desktop.ui.bridge import Bridge
from desktop.ui.page.lane import Errand, Lane
from desktop.ui.page.pictures import Picture, Pictures
from desktop.ui.page.scale import Wanted

#: Which picture is wanted of a page, told by its size in points.
Plan = Callable[[tuple[float, float]], Wanted]
#: How long a page that nobody waits for any more may go on being drawn, in milliseconds: the one
#: that was looked at, and one that might have been looked at next.
PATIENCE, PATIENCE_AHEAD = 400, 5_000


@dataclass(frozen=True, slots=True)
class _Told:
    """What came of an errand: always the size, and the picture if one was asked for."""

    size: tuple[float, float]
    picture: Picture | None = None


class Renderer(QObject):
    """Asks the core for sizes and pictures of pages. Use it from the window's thread only.

    Of the page that is shown only the newest picture is worth waiting for; see ``Lane``.
    """

    #: Job, page, (width, height) in points.
    sized = Signal(object, int, object)
    #: Job, page, ``Picture``.
    drawn = Signal(object, int, object)
    #: Job, page, ``KnownError``.
    failed = Signal(object, int, object)

    def __init__(self, bridge: Bridge, pictures: Pictures, parent: QObject) -> None:
        super().__init__(parent)
        self._service = bridge.service
        self.pictures = pictures
        self._lane: Lane[_Told] = Lane(bridge.tasks, self, patience=PATIENCE, urgent=True)
        self._ahead: Lane[_Told] = Lane(bridge.tasks, self, patience=PATIENCE_AHEAD, urgent=False)
        #: What is to be drawn ahead after the one that is being drawn.
        self._later: tuple[tuple[JobId, int], ...] = ()

    def measure(self, job: JobId, page: int) -> None:
        """Find out the size of the shown page; ``sized`` or ``failed`` tells."""

        age = self.pictures.age(job, page)

        def work(cancel: CancelToken) -> _Told:
            return _Told(self._service.page_size(job, page, cancel=cancel))

        def take(told: _Told) -> None:
            if age == self.pictures.age(job, page):
                self.pictures.learn(job, page, told.size)
                self.sized.emit(job, page, told.size)

        self._lane.run(Errand((job, page, age), work, take, self._refuse(job, page)))

    def draw(self, job: JobId, page: int, size: tuple[float, float], wanted: Wanted) -> None:
        """Draw the shown page, whose size is known; ``drawn`` or ``failed`` tells."""

        age = self.pictures.age(job, page)

        def work(cancel: CancelToken) -> _Told:
            return _Told(size, self._picture(job, page, wanted, cancel))

        def take(told: _Told) -> None:
            if told.picture is not None and age == self.pictures.age(job, page):
                self._keep(job, page, told.picture)
                self.drawn.emit(job, page, told.picture)

        self._lane.run(Errand((job, page, age, wanted), work, take, self._refuse(job, page)))

    def stop(self) -> None:
        """Draw nothing more for the shown page."""
        self._lane.drop()
        self._later = ()

    def draw_ahead(self, pages: tuple[tuple[JobId, int], ...], plan: Plan) -> None:
        """Have pages ready that may be looked at next, and none of those asked for before."""
        self._later = pages
        self._draw_next(plan)

    def _draw_next(self, plan: Plan) -> None:
        while self._later and not self._ahead.busy:
            (job, page), self._later = self._later[0], self._later[1:]
            size = self.pictures.size(job, page)
            if size is None or self.pictures.get(job, page, plan(size).long_edge) is None:
                self._draw_ahead(job, page, plan)

    def _draw_ahead(self, job: JobId, page: int, plan: Plan) -> None:
        age = self.pictures.age(job, page)

        def work(cancel: CancelToken) -> _Told:
            size = self._service.page_size(job, page, cancel=cancel)
            return _Told(size, self._picture(job, page, plan(size), cancel))

        def take(told: _Told) -> None:
            if told.picture is not None and age == self.pictures.age(job, page):
                self.pictures.learn(job, page, told.size)
                self._keep(job, page, told.picture)
            self._draw_next(plan)

        def give_up(_: KnownError) -> None:
            """What is wrong with a page is told when somebody looks at it."""
            self._draw_next(plan)

        self._ahead.run(Errand((job, page), work, take, give_up))

    def _picture(self, job: JobId, page: int, wanted: Wanted, cancel: CancelToken) -> Picture:
        made = self._service.page_image(
            job, page, long_edge=wanted.long_edge, crop=wanted.crop, cancel=cancel
        )
        image = QImage.fromData(made.data)
        if image.isNull():
            raise PageUnreadable(
                f"Page {page + 1} can't be shown.", "Close other programs and try again."
            )
        return Picture(image, wanted)

    def _keep(self, job: JobId, page: int, picture: Picture) -> None:
        if picture.wanted.crop is None:
            self.pictures.keep(job, page, picture)

    def _refuse(self, job: JobId, page: int) -> Callable[[KnownError], None]:
        def refuse(error: KnownError) -> None:
            self.failed.emit(job, page, error)

        return refuse
