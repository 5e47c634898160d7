"""The boxes of a page while it is being read, from the reply that grows."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.errors import KnownError
from desktop.model.blocks import Block
from desktop.model.states import JobId
from desktop.ui.bridge import Bridge


class Live(QObject):
    """Understands the newest reply of one page in the background, one at a time.

    Replies grow faster than they can always be understood, so those in between are left out, but
    none is given up once begun: there is something new to see at every step.
    """

    #: Job, page, the blocks so far.
    grown = Signal(object, int, object)

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._place: tuple[JobId, int] | None = None
        self._waiting: str | None = None
        self._busy = False
        bridge.live_text.connect(self._take)

    def follow(self, job: JobId | None, page: int) -> None:
        """Follow another page."""
        self._place = None if job is None else (job, page)
        self._waiting = None

    def _take(self, job: JobId, page: int, raw: str) -> None:
        if (job, page) == self._place:
            self._waiting = raw
            self._go_on()

    def _go_on(self) -> None:
        if self._busy or self._waiting is None or self._place is None:
            return
        raw, self._waiting = self._waiting, None
        job, page = self._place
        self._busy = True

        def take(blocks: tuple[Block, ...]) -> None:
            self._busy = False
            if (job, page) == self._place:
                self.grown.emit(job, page, blocks)
            self._go_on()

        def give_up(_: KnownError) -> None:
            """The job is gone, or the library; whoever shows those says so."""
            self._busy = False

        self._bridge.tasks.run(
            lambda _: self._bridge.service.preview(job, raw),
            done=take,
            failed=give_up,
            urgent=True,
            owner=self,
        )
