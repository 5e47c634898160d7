"""Small pictures of pages, made in the background for what is seen, kept while there is room."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from desktop.errors import (
    DocumentChanged,
    DocumentMissing,
    KnownError,
    PasswordNeeded,
    PasswordWrong,
)
from desktop.model.cancel import CancelToken
from desktop.model.states import JobId
from desktop.ui.bridge import Bridge

#: Bytes that all kept pictures together may take; one takes about 70 kB.
ROOM = 24 * 1024 * 1024
#: How many are made at once, and how many may wait. Those that were asked for first are dropped:
#: they are out of sight by now.
AT_ONCE, WAITING = 2, 64

#: What is wrong with the document as a whole, so that no page of it can be shown.
_WHOLE = (DocumentChanged, DocumentMissing, PasswordNeeded, PasswordWrong)


@dataclass(frozen=True, slots=True)
class Key:
    """A page (from 0) of a job, as a person turned it."""

    job: JobId
    page: int
    rotation: int


class Thumbnails(QObject):
    """Pictures by page. Use it from the window's thread only."""

    #: A page (job, page) has a picture, or can't have one.
    came = Signal(object, int)
    #: No page of a job can be shown (job, error) that has no picture already.
    refused = Signal(object, object)
    #: Some that were asked for were dropped: ask again for what is seen.
    dropped = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None, *, room: int = ROOM) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._room = room
        self._kept: OrderedDict[Key, QPixmap] = OrderedDict()
        self._wanted: dict[Key, None] = {}
        self._under_way: set[Key] = set()
        self._troubles: dict[Key, KnownError] = {}
        self._refusals: dict[JobId, KnownError] = {}
        self._has_dropped = False
        #: Bytes that the kept ones take.
        self.taken = 0
        bridge.library.removed.connect(self.forget)
        # A mistake of the program's own calls nobody back; at worst one picture is made twice.
        bridge.tasks.unexpected.connect(lambda _: self._under_way.clear())

    def get(self, key: Key) -> QPixmap | None:
        """The picture of a page if it is there; else it is made, and ``came`` tells."""
        if (picture := self._kept.get(key)) is not None:
            self._kept.move_to_end(key)
            return picture
        if key not in self._under_way and key not in self._troubles:
            self._want(key)
        return None

    def trouble(self, key: Key) -> KnownError | None:
        """Why a page has no picture."""
        return self._troubles.get(key)

    def refusal(self, job: JobId) -> KnownError | None:
        """Why pages of a document can't be shown at all."""
        return self._refusals.get(job)

    def turn_to(self, job: JobId | None) -> None:
        """Make no more pictures of other jobs, and try again what failed with this one."""
        self._wanted = {key: None for key in self._wanted if key.job == job}
        if job is not None:
            self._forgive(job)

    def forget(self, job: JobId) -> None:
        """Drop all pictures of a job."""
        for key in [key for key in self._kept if key.job == job]:
            self.taken -= _size(self._kept.pop(key))
        self._wanted = {key: None for key in self._wanted if key.job != job}
        self._forgive(job)

    def _forgive(self, job: JobId) -> None:
        self._refusals.pop(job, None)
        self._troubles = {key: why for key, why in self._troubles.items() if key.job != job}

    def _want(self, key: Key) -> None:
        self._wanted.pop(key, None)
        self._wanted[key] = None
        if len(self._wanted) > WAITING:
            del self._wanted[next(iter(self._wanted))]
            self._has_dropped = True
        self._go_on()

    def _go_on(self) -> None:
        while self._wanted and len(self._under_way) < AT_ONCE:
            self._make(self._wanted.popitem()[0])
        if not self._wanted and self._has_dropped:
            self._has_dropped = False
            self.dropped.emit()

    def _make(self, key: Key) -> None:
        self._under_way.add(key)
        service = self._bridge.service

        def make(cancel: CancelToken) -> QImage:
            return QImage.fromData(service.thumbnail(key.job, key.page, cancel=cancel))

        self._bridge.tasks.run(
            make,
            done=lambda image: self._take(key, image),
            failed=lambda error: self._fail(key, error),
            owner=self,
        )

    def _take(self, key: Key, image: QImage) -> None:
        self._under_way.discard(key)
        picture = QPixmap.fromImage(image)
        self._kept[key] = picture
        self.taken += _size(picture)
        while self.taken > self._room and len(self._kept) > 1:
            self.taken -= _size(self._kept.popitem(last=False)[1])
        self.came.emit(key.job, key.page)
        self._go_on()

    def _fail(self, key: Key, error: KnownError) -> None:
        self._under_way.discard(key)
        self._troubles[key] = error
        if isinstance(error, _WHOLE) and key.job not in self._refusals:
            self._refusals[key.job] = error
            self.refused.emit(key.job, error)
        self.came.emit(key.job, key.page)
        self._go_on()


def _size(picture: QPixmap) -> int:
    return picture.width() * picture.height() * picture.depth() // 8
