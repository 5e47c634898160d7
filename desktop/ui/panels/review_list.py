"""The pages to review of one document or of all, kept up to date from the library."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.errors import KnownError
from desktop.model.states import JobId
from desktop.ui.bridge import Bridge
from desktop.ui.panels.review_entries import Entry, Place, entry_of, next_place

#: How long changes are gathered, in milliseconds.
PAUSE = 150


class ReviewList(QObject):
    """Pages that failed or that are doubtful. Use it from the window's thread only.

    A page that a person marks is marked here at once and in the store a little later.
    """

    changed = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._everywhere = False
        self._entries: dict[JobId, dict[int, Entry]] = {}
        #: Documents to be gone through, and single pages of the others.
        self._stale: set[JobId] = set()
        self._stale_pages: set[Place] = set()
        self._loaded: set[JobId] = set()
        self._marks: dict[Place, bool] = {}
        self._saving: dict[JobId, int] = {}
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(PAUSE)
        self._later.timeout.connect(self._catch_up)
        library = bridge.library
        library.reset.connect(self._soon)
        library.added.connect(self._soon)
        library.removed.connect(self._forget)
        library.pages_loaded.connect(self._came)
        library.page_changed.connect(self._page_changed)
        bridge.chosen.connect(self._chosen)
        self._shown_job = bridge.job
        self._catch_up()

    # What is listed.

    @property
    def everywhere(self) -> bool:
        """Whether all documents are listed and not only the chosen one."""
        return self._everywhere

    @everywhere.setter
    def everywhere(self, everywhere: bool) -> None:
        self._everywhere = everywhere
        self._catch_up()

    def entries(self) -> list[Entry]:
        """Everything that is or was to be reviewed, in the order of documents and pages."""
        listed = (self._entries.get(job, {}) for job in self._scope())
        return [entries[page] for entries in listed for page in sorted(entries)]

    def waiting(self) -> int:
        """How many pages are still to be reviewed."""
        return sum(1 for entry in self.entries() if not entry.reviewed)

    def at(self, place: Place) -> Entry | None:
        """What is listed of a page, if it is."""
        return self._entries.get(place[0], {}).get(place[1])

    def next(self, here: Place | None, step: int) -> Entry | None:
        """The next page to review, or the one before."""
        order = {job: number for number, job in enumerate(self._scope())}
        return next_place(self.entries(), order, here, step)

    @property
    def loading(self) -> bool:
        """Whether pages are still being read from the store."""
        return any(job not in self._loaded for job in self._scope())

    def _scope(self) -> list[JobId]:
        if self._everywhere:
            return [job.job for job in self._bridge.library.jobs()]
        return [] if self._bridge.job is None else [self._bridge.job]

    # What a person says.

    def set_reviewed(self, place: Place, reviewed: bool) -> None:
        """Keep that a page was looked at, or that it is to be looked at again."""
        job, page = place
        service = self._bridge.service
        self._marks[place] = reviewed
        self._saving[job] = self._saving.get(job, 0) + 1
        self._stale_pages.add(place)
        self._catch_up()

        def failed(error: KnownError) -> None:
            self._marks.pop(place, None)
            self._stale_pages.add(place)
            self._bridge.report(error, job=job)
            self._saved(job)

        self._bridge.tasks.run(
            lambda _: service.set_reviewed(job, page, reviewed),
            done=lambda _: self._saved(job),
            failed=failed,
            owner=self,
        )

    def _saved(self, job: JobId) -> None:
        self._saving[job] -= 1
        if not self._saving[job]:
            del self._saving[job]
            self._bridge.library.refresh(job)

    # Following.

    @Slot()
    def _soon(self) -> None:
        if not self._later.isActive():
            self._later.start()

    @Slot(object, int)
    def _page_changed(self, job: JobId, page: int) -> None:
        self._stale_pages.add((job, page))
        self._soon()

    def _came(self, job: JobId) -> None:
        self._loaded.add(job)
        if job not in self._saving:
            self._marks = {place: mark for place, mark in self._marks.items() if place[0] != job}
        self._stale.add(job)
        self._soon()
        self._load_next()

    def _forget(self, job: JobId) -> None:
        self._loaded.discard(job)
        self._stale.discard(job)
        self._entries.pop(job, None)
        self._soon()

    def _chosen(self, job: JobId | None, _: int) -> None:
        if job != self._shown_job:
            self._shown_job = job
            if not self._everywhere:
                self._catch_up()

    def _load_next(self) -> None:
        """Have the pages of one more document read, if there is one.

        One after the other: a large library must not hold up the page that the person waits for.
        """
        library = self._bridge.library
        for job in self._scope():
            if job in self._loaded or library.job(job) is None:
                continue
            if not library.pages(job):
                return
            # Others had them read before.
            self._loaded.add(job)
            self._stale.add(job)

    @Slot()
    def _catch_up(self) -> None:
        self._load_next()
        whole, self._stale = self._stale & self._loaded, self._stale - self._loaded
        pages, self._stale_pages = self._stale_pages, set()
        for job in whole:
            self._entries[job] = {}
            pages |= {(job, page.page) for page in self._bridge.library.pages(job)}
        for place in pages:
            if place[0] in self._loaded:
                self._take(place)
        self.changed.emit()

    def _take(self, place: Place) -> None:
        job, number = place
        summary, page = self._bridge.library.job(job), self._bridge.library.page(job, number)
        listed = self._entries.setdefault(job, {})
        entry = None
        if summary is not None and page is not None:
            entry = entry_of(summary, page, self._marks.get(place))
        if entry is None:
            listed.pop(number, None)
        else:
            listed[number] = entry
