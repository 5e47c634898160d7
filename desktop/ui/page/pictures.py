"""Pictures of pages, kept as long as there is room for them."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtGui import QImage

from desktop.model.states import JobId
from desktop.ui.page.scale import Wanted

#: Bytes that all kept pictures together may take. A page that fills a window takes 3 to 12 MB.
ROOM = 96 * 1024 * 1024
#: How many pages' sizes are remembered.
SIZES = 20_000

Key = tuple[JobId, int]


@dataclass(frozen=True, slots=True)
class Picture:
    """A page, or a part of it, as pixels."""

    image: QImage
    wanted: Wanted


class Pictures:
    """Whole pages by job, page and long edge; those that were used last stay. Any one thread."""

    def __init__(self, room: int = ROOM) -> None:
        self._room = room
        self._kept: OrderedDict[tuple[Key, int], Picture] = OrderedDict()
        self._sizes: dict[Key, tuple[float, float]] = {}
        self._forgotten: dict[tuple[JobId, int | None], int] = {}
        self.taken = 0

    def size(self, job: JobId, page: int) -> tuple[float, float] | None:
        """A page's width and height in points, if they are known."""
        return self._sizes.get((job, page))

    def learn(self, job: JobId, page: int, size: tuple[float, float]) -> None:
        """Remember a page's size."""
        if len(self._sizes) >= SIZES:
            self._sizes.clear()
        self._sizes[job, page] = size

    def get(self, job: JobId, page: int, long_edge: int) -> Picture | None:
        """The picture of a page in one size; a pixel more or less is no other size."""
        for edge in (long_edge, long_edge - 1, long_edge + 1):
            key = ((job, page), edge)
            if (picture := self._kept.get(key)) is not None:
                self._kept.move_to_end(key)
                return picture
        return None

    def best(self, job: JobId, page: int, long_edge: int) -> Picture | None:
        """The picture of a page that comes nearest to a size, to be shown for the time being."""
        there = [(edge, kept) for (key, edge), kept in self._kept.items() if key == (job, page)]
        if not there:
            return None
        return min(there, key=lambda each: abs(each[0] - long_edge))[1]

    def keep(self, job: JobId, page: int, picture: Picture) -> None:
        """Keep a whole page's picture; those that were not used for longest make room for it."""
        key = ((job, page), picture.wanted.long_edge)
        if (old := self._kept.pop(key, None)) is not None:
            self.taken -= old.image.sizeInBytes()
        self._kept[key] = picture
        self.taken += picture.image.sizeInBytes()
        while self.taken > self._room and len(self._kept) > 1:
            _, gone = self._kept.popitem(last=False)
            self.taken -= gone.image.sizeInBytes()

    def age(self, job: JobId, page: int) -> int:
        """How often a page was forgotten: what was begun before that is not to be kept."""
        return self._forgotten.get((job, page), 0) + self._forgotten.get((job, None), 0)

    def forget(self, job: JobId, page: int | None = None) -> None:
        """Drop what is known of a page, or of all pages of a job: it may look otherwise now."""

        self._forgotten[job, page] = self._forgotten.get((job, page), 0) + 1

        def meant(key: Key) -> bool:
            return key[0] == job and page in (None, key[1])

        for key in [key for key in self._sizes if meant(key)]:
            del self._sizes[key]
        for kept in [kept for kept in self._kept if meant(kept[0])]:
            self.taken -= self._kept.pop(kept).image.sizeInBytes()
