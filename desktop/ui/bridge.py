"""The one link between the core and the widgets, and what all views share."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from desktop.errors import KnownError
from desktop.model.blocks import PageResult
from desktop.model.events import Event, PageChanged, PageText
from desktop.model.states import FINISHED_PAGE, JobId
from desktop.service import Service
from desktop.ui.events import EventGate
from desktop.ui.library import Library
from desktop.ui.preferences import Preferences
from desktop.ui.saving import EditSaver
from desktop.ui.tasks import Tasks

#: How many page results are kept in memory.
KEPT = 64


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that went wrong and that the person should know, with what it is about."""

    error: KnownError
    job: JobId | None = None
    path: Path | None = None


class Bridge(QObject):
    """What the views look at, point at and change, and how they reach the core.

    Views never call the core from the window's thread: they ask here, or run a task. A block is
    named by its index in the page's result. Use it from the window's thread only.
    """

    heard = Signal(object)
    chosen = Signal(object, int)
    result_changed = Signal(object, int)
    live_text = Signal(object, int, str)
    block_pointed = Signal(int, str)
    block_activated = Signal(int, str)
    find_changed = Signal(object)
    problem = Signal(object)
    unexpected = Signal(object)
    #: An edit was saved (job, page): after this the store has it.
    edit_saved = Signal(object, int)
    #: An edit, undo or redo (job, page) could not be saved; ``problem`` says why.
    edit_failed = Signal(object, int)

    def __init__(
        self, service: Service, preferences: Preferences, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.service = service
        self.preferences = preferences
        self.tasks = Tasks(self)
        self.library = Library(service, self.tasks, self)
        self.job: JobId | None = None
        self.page = 0
        self._results: OrderedDict[tuple[JobId, int], PageResult | None] = OrderedDict()
        self._saver = EditSaver(self)
        self._saver.saved.connect(self._saved)
        self._saver.failed.connect(lambda error, job: self.report(error, job=job))
        self._saver.lost.connect(self.edit_failed)
        self._saver.unexpected.connect(self.unexpected)
        self._gate = EventGate(self)
        self._gate.passed.connect(self._take)
        self.tasks.problem.connect(self.report)
        self.tasks.unexpected.connect(self.unexpected)
        preferences.problem.connect(self.report)
        self._leave = service.subscribe(self._gate.put)
        self.library.refresh()

    # What the person looks at.

    def choose(self, job: JobId | None, page: int = 0) -> None:
        """Look at a page (from 0) of a job, or at nothing."""
        if (job, page) == (self.job, self.page):
            return
        self.job, self.page = job, page
        self.chosen.emit(job, page)

    def point(self, block: int, source: str) -> None:
        """Light a block of the chosen page (-1: none); ``source`` is "page" or "text"."""
        self.block_pointed.emit(block, source)

    def activate(self, block: int, source: str) -> None:
        """Bring a block into view on the other side."""
        self.block_activated.emit(block, source)

    # Results and edits.

    def result(self, job: JobId, page: int) -> PageResult | None:
        """The result of a page with edits applied, if it is in memory.

        If it isn't, it is read in the background and ``result_changed`` tells when it is there; a
        page without a result stays ``None`` and tells nothing.
        """
        key = (job, page)
        if key in self._results:
            self._results.move_to_end(key)
            return self._results[key]
        self._read(job, page, tell_none=False)
        return None

    def has_read(self, job: JobId, page: int) -> bool:
        """Whether it is known by now whether the page has a result."""
        return (job, page) in self._results

    def reread(self, job: JobId, page: int) -> None:
        """Read a page's result again, after something other than ``edit`` changed it."""
        self._read(job, page, tell_none=True)

    def _read(self, job: JobId, page: int, *, tell_none: bool) -> None:
        def take(result: PageResult | None) -> None:
            key = (job, page)
            fresh = key not in self._results or self._results[key] != result
            self._results[key] = result
            self._results.move_to_end(key)
            while len(self._results) > KEPT:
                self._results.popitem(last=False)
            if fresh and (result is not None or tell_none):
                self.result_changed.emit(job, page)

        self.tasks.run(
            lambda _: self.service.result(job, page),
            done=take,
            key=f"result {job} {page}",
            urgent=True,
        )

    def edit(
        self,
        job: JobId,
        page: int,
        block: int,
        markdown: str | None,
        *,
        continues: bool = False,
        version: int | None = None,
    ) -> None:
        """Keep the person's text for a block; ``None`` shows it as recognised again.

        Saved in the background, in the order of the calls; then ``result_changed`` and
        ``edit_saved`` tell, or ``edit_failed``. See ``Service.edit`` for the options.
        """
        self._saver.save(
            job,
            page,
            lambda: self.service.edit(
                job, page, block, markdown, continues=continues, version=version
            ),
        )

    def change(self, job: JobId, page: int, work: Callable[[], object]) -> None:
        """Do something else that changes a page's text, when its turn among the edits comes."""
        self._saver.save(job, page, work)

    def undo(self, job: JobId, page: int) -> None:
        """Take back the page's last edit."""
        self._saver.save(job, page, lambda: self.service.undo(job, page))

    def redo(self, job: JobId, page: int) -> None:
        """Bring back the page's edit that was taken back last."""
        self._saver.save(job, page, lambda: self.service.redo(job, page))

    @Slot(object, int)
    def _saved(self, job: JobId, page: int) -> None:
        self.reread(job, page)
        self.edit_saved.emit(job, page)

    @property
    def saving(self) -> bool:
        """Whether edits are still on their way to the store."""
        return self._saver.busy

    # What the core says.

    @Slot(object)
    def _take(self, event: Event) -> None:
        if isinstance(event, PageText):
            self.live_text.emit(event.job, event.page, event.text)
            self.heard.emit(event)
            return
        self.library.take(event)
        if isinstance(event, PageChanged) and event.state in FINISHED_PAGE:
            if (event.job, event.page) == (self.job, self.page):
                self.reread(event.job, event.page)
            else:
                self._results.pop((event.job, event.page), None)
        self.heard.emit(event)

    @Slot(object)
    def report(
        self, error: KnownError, *, job: JobId | None = None, path: Path | None = None
    ) -> None:
        """Show the person what went wrong."""
        self.problem.emit(Problem(error, job, path))

    def close(self) -> None:
        """Save what is to be saved, then end all background work of the window.

        The service is not closed: whoever made it does that.
        """
        self._leave()
        self._saver.close()
        self.tasks.close()
