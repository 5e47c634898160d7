"""From page to page, among those that the job reads."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QObject, Slot

from desktop.ui.bridge import Bridge


class Turning(QObject):
    """Chooses pages of the document that is looked at."""

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge

    def pages(self) -> Sequence[int]:
        """The pages that can be looked at, in the document's order."""
        job, library = self._bridge.job, self._bridge.library
        known = library.job(job) if job is not None else None
        if job is None or known is None:
            return ()
        return sorted(page.page for page in library.pages(job)) or range(known.page_count)

    def turn(self, step: int) -> bool:
        """To the next page (1) or the one before (-1); whether there is one."""
        there = self._beside(step)
        if there is None:
            return False
        self._bridge.choose(self._bridge.job, there)
        return True

    def first(self) -> None:
        """To the first page."""
        if pages := self.pages():
            self._bridge.choose(self._bridge.job, pages[0])

    def last(self) -> None:
        """To the last page."""
        if pages := self.pages():
            self._bridge.choose(self._bridge.job, pages[-1])

    @Slot(int)
    def go(self, page: int) -> None:
        """To a page, or to the next one after it that the job reads."""
        if pages := self.pages():
            place = min(bisect_left(pages, page), len(pages) - 1)
            self._bridge.choose(self._bridge.job, pages[place])

    def beside(self) -> tuple[int, ...]:
        """The next page and the one before."""
        return tuple(page for step in (1, -1) if (page := self._beside(step)) is not None)

    def _beside(self, step: int) -> int | None:
        pages, here = self.pages(), self._bridge.page
        place = bisect_left(pages, here)
        if step > 0 and place < len(pages) and pages[place] != here:
            place -= 1
        there = place + step
        return pages[there] if 0 <= there < len(pages) else None

    def able(self) -> dict[str, bool]:
        """Which of the actions can be done here."""
        back, on = self._beside(-1) is not None, self._beside(1) is not None
        some = bool(self.pages())
        return {
            "page-previous": back,
            "page-first": back,
            "page-next": on,
            "page-last": on,
            "page-go": some,
        }
