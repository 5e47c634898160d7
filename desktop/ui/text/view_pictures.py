"""Pictures of figures for the view, cut out in the background, the latest kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.model.cancel import CancelToken
from desktop.model.states import JobId
from desktop.ui.bridge import Bridge

#: How many bytes of pictures are kept.
KEPT = 24_000_000


class Pictures(QObject):
    """Gives the PNG of a figure of the job that is shown. On the window's thread only."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._job: JobId | None = None
        self._kept: OrderedDict[tuple[JobId, str], bytes] = OrderedDict()
        self._length = 0
        self._tokens: list[CancelToken] = []
        bridge.result_changed.connect(self.forget)

    def begin(self, job: JobId | None) -> None:
        """Another page is shown: what was asked for the last one is not wanted any more."""
        self._job = job
        for token in self._tokens:
            token.cancel()
        self._tokens.clear()

    def forget(self, job: JobId, page: int) -> None:
        """Drop a page's pictures: its blocks may be other ones now."""
        for key in [key for key in self._kept if key[0] == job]:
            if key[1].startswith(f"/figure/{page}/"):
                self._length -= len(self._kept.pop(key))

    def give(self, path: str, take: Callable[[bytes | None], None]) -> None:
        """Hand the picture of an address ``/figure/PAGE/BLOCK`` to ``take``, ``None`` if none."""
        job = self._job
        numbers = path.removeprefix("/figure/").split("/")
        if job is None or len(numbers) != 2 or not all(part.isdecimal() for part in numbers):
            take(None)
            return
        if (known := self._kept.get((job, path))) is not None:
            self._kept.move_to_end((job, path))
            take(known)
            return
        page, block = map(int, numbers)

        def keep(data: bytes) -> None:
            self._keep((job, path), data)
            take(data)

        service = self._bridge.service
        token = self._bridge.tasks.run(
            lambda cancel: service.figure_png(job, page, block, cancel=cancel),
            done=keep,
            # A picture that can't be cut out shows its words; the page itself is fine.
            failed=lambda _: take(None),
            owner=self,
        )
        self._tokens.append(token)

    def _keep(self, key: tuple[JobId, str], data: bytes) -> None:
        self._length += len(data) - len(self._kept.pop(key, b""))
        self._kept[key] = data
        while self._length > KEPT:
            _, dropped = self._kept.popitem(last=False)
            self._length -= len(dropped)
