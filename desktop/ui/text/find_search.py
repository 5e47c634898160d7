"""The search behind the find bar: in the background, over the whole document."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.errors import KnownError
from desktop.model.find import Hit
from desktop.model.states import JobId
from desktop.ui.bridge import Bridge

#: How long after a key the search begins, and after a change of the text it begins again.
DELAY, AGAIN = 150, 500


class Search(QObject):
    """What is looked for in the chosen document, and where it was found.

    ``changed`` tells that the hits or the one that is looked at are others, ``gone`` that the
    person goes to ``current``: its page is chosen by then. All hits are lit through the bridge's
    ``find_changed``. While ``busy``, the hits are those of an earlier search.
    """

    changed = Signal()
    gone = Signal(object)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.text = ""
        self.case = False
        self.hits: tuple[Hit, ...] = ()
        #: The number of the hit that is looked at, -1 if none is.
        self.number = -1
        self.busy = False
        self._job: JobId | None = None
        #: Where the person was before the search, and the step that they asked for during it.
        self._origin = 0
        self._step = 0
        self._stay = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._begin)
        bridge.result_changed.connect(self._changed_text)
        bridge.chosen.connect(self._chosen)

    @property
    def current(self) -> Hit | None:
        """The hit that is looked at."""
        return self.hits[self.number] if 0 <= self.number < len(self.hits) else None

    def look_for(self, text: str, *, case: bool) -> None:
        """Look for another text, soon, and go to it; an empty one ends the search."""
        if not text or self._bridge.job is None:
            self.clear()
        elif (text, case, self._bridge.job) != (self.text, self.case, self._job):
            if not self.text:
                self._origin = self._bridge.page
            self.text, self.case, self._job = text, case, self._bridge.job
            self._step, self._stay = 0, False
            self._wait(DELAY)

    def clear(self) -> None:
        """Look for nothing any more; no hit is lit."""
        self._timer.stop()
        # Takes the place of a search that is under way, and so ends it.
        self._bridge.tasks.run(lambda _: None, key="find")
        self.text, self._job, self.busy = "", None, False
        self._take((), -1)

    def step(self, by: int) -> None:
        """Go to the next hit (1) or the one before (-1), from the last on to the first."""
        if self.busy and not self._stay:
            self._step += by
        elif self.hits:
            start = self.number if self.number >= 0 or by < 0 else -1
            self._go((start + by) % len(self.hits))

    @Slot(object, int)
    def _changed_text(self, job: JobId, page: int) -> None:
        if self.text and job == self._job and not self._timer.isActive():
            if not self.busy:
                self._stay = True
            self._wait(AGAIN)

    @Slot(object, int)
    def _chosen(self, job: JobId | None, page: int) -> None:
        if not self.text or job == self._job:
            return
        self._job, self._origin = job, page
        self._take((), -1)
        if job is not None:
            self._step, self._stay = 0, True
            self._wait(0)

    def _wait(self, milliseconds: int) -> None:
        self.busy = True
        self._timer.start(milliseconds)
        self.changed.emit()

    @Slot()
    def _begin(self) -> None:
        job, text, case = self._job, self.text, self.case
        if job is None or not text:
            return
        service = self._bridge.service
        self._bridge.tasks.run(
            lambda cancel: service.find(job, text, case=case, cancel=cancel),
            done=self._found,
            failed=self._failed,
            key="find",
            owner=self,
        )

    def _failed(self, error: KnownError) -> None:
        self.busy = False
        self._take((), -1)
        self._bridge.report(error, job=self._job)

    def _found(self, hits: Sequence[Hit]) -> None:
        before, stay, step = self.current, self._stay, self._step
        self.busy, self._stay, self._step = False, False, 0
        found = tuple(hits)
        if stay:
            # The text has changed under a search that is over: nobody wants to be taken away.
            self._take(found, -1 if before is None else _nearest(found, before))
            return
        self._take(found, -1)
        if found:
            first = next((n for n, hit in enumerate(found) if hit.page >= self._origin), 0)
            self._go((first + step) % len(found))

    def _go(self, number: int) -> None:
        self.number = number
        hit = self.hits[number]
        self._bridge.choose(self._job, hit.page)
        self.changed.emit()
        self.gone.emit(hit)

    def _take(self, hits: tuple[Hit, ...], number: int) -> None:
        lit, self.hits, self.number = hits != self.hits, hits, number
        if lit:
            self._bridge.find_changed.emit(hits)
        self.changed.emit()


def _nearest(hits: Sequence[Hit], before: Hit) -> int:
    """The hit that stands where an earlier one stood, or the first after it; -1 if none does."""
    place = (before.page, before.block, before.start)
    return next(
        (n for n, hit in enumerate(hits) if (hit.page, hit.block, hit.start) >= place),
        len(hits) - 1,
    )
