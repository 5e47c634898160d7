"""What can be done with documents and pages on the left, as actions for menus."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop.model.cancel import CancelToken
from desktop.model.states import FINISHED_JOB, JobId, JobState, PageState
from desktop.model.summary import JobSummary, PageSummary
from desktop.ui.dialogs.reveal import show_in_folder
from desktop.ui.documents import ordering, removal
from desktop.ui.documents.page_range import PageRangeDialog
from desktop.ui.documents.review import doubtful
from desktop.ui.panels.buttons import action
from desktop.ui.panels.control import Control
from desktop.ui.panels.work import Work

if TYPE_CHECKING:
    from desktop.ui.documents.panel import DocumentsPanel


class DocumentCommands(QObject):
    """The actions. Those with a plain key work only while the list has the keyboard's focus."""

    def __init__(self, panel: DocumentsPanel) -> None:
        super().__init__(panel)
        self._panel = panel
        self._bridge = panel.bridge
        self._work = Work.of(panel.bridge)
        self._control = Control(panel.bridge)
        self._make_for_documents()
        self._make_for_pages()

    def _make_for_documents(self) -> None:
        add = partial(action, self)
        self.find = add(
            "document-find",
            self.tr("Find &Document"),
            self._panel.find_document,
            menu="edit",
            keys=("Ctrl+Shift+F",),
        )
        self.up = add(
            "document-up", self.tr("Move Document &Up"), partial(self._step, -1), keys=("Alt+Up",)
        )
        self.down = add(
            "document-down",
            self.tr("Move Document Do&wn"),
            partial(self._step, 1),
            keys=("Alt+Down",),
        )
        self.range = add("document-pages", self.tr("Pages to Rea&d…"), self.ask_range)
        self.reveal = add(
            "document-reveal", self.tr("Show Original in &Folder"), self._reveal, menu="file"
        )
        self.remove = add(
            "document-remove",
            self.tr("&Remove from Library…"),
            self.ask_removal,
            menu="file",
            keys=("Del",),
        )
        self.pause = add("documents-pause", self.tr("&Pause"), self._pause)
        self.resume = add("documents-resume", self.tr("&Go On"), self._resume)
        self.cancel = add("documents-cancel", self.tr("&Cancel"), self._cancel)
        self.retry = add("documents-retry", self.tr("&Read Failed Pages Again"), self._retry)
        for near in (self.up, self.down, self.remove):
            near.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self._panel.documents.addAction(near)

    def _make_for_pages(self) -> None:
        add = partial(action, self, menu="page")
        self.left = add(
            "rotate-left",
            self.tr("Turn Page &Left"),
            partial(self._rotate, -90),
            keys=("Ctrl+Shift+R",),
        )
        self.right = add(
            "rotate-right", self.tr("Turn Page &Right"), partial(self._rotate, 90), keys=("Ctrl+R",)
        )
        self.again = add("pages-retry", self.tr("Read &Again"), self._read_again)
        self.stop = add("pages-cancel", self.tr("&Cancel"), self._cancel_pages)
        self.reviewed = add("pages-reviewed", self.tr("&Mark as Reviewed"), self._mark)

    def for_window(self) -> list[QAction]:
        """Those for the window's menus; the queue and the review list have the others there."""
        return [
            *(self.find, self.up, self.down, self.range),
            *(self.reveal, self.remove, self.left, self.right),
        ]

    def document_menu(self, parent: QWidget) -> QMenu:
        """What can be done with the chosen documents."""
        return _menu(
            parent,
            (self.pause, self.resume, self.cancel, self.retry),
            (self.range, self.up, self.down),
            (self.reveal, self.remove),
        )

    def page_menu(self, parent: QWidget) -> QMenu:
        """What can be done with the chosen pages."""
        return _menu(parent, (self.again, self.stop, self.reviewed), (self.left, self.right))

    def refresh(self) -> None:
        """Allow what makes sense now."""
        jobs = self._jobs()
        unfinished = [job for job in jobs if job.state not in FINISHED_JOB]
        self.pause.setEnabled(any(map(self._going, jobs)))
        self.resume.setEnabled(any(map(self._stands, jobs)))
        self.cancel.setEnabled(bool(unfinished))
        self.retry.setEnabled(any(map(_can_retry, jobs)))
        order, chosen = self._order(), {job.job for job in unfinished}
        self.up.setEnabled(ordering.stepped(order, chosen, -1) != order)
        self.down.setEnabled(ordering.stepped(order, chosen, 1) != order)
        self.range.setEnabled(len(jobs) == 1 and _unbegun(jobs[0]))
        self.reveal.setEnabled(len(jobs) == 1)
        self.remove.setEnabled(bool(jobs))
        self._refresh_pages()

    def _refresh_pages(self) -> None:
        pages = self._pages()
        states = {page.state for page in pages}
        for each in (self.left, self.right):
            each.setEnabled(bool(states))
        busy = {PageState.QUEUED, PageState.RUNNING}
        self.again.setEnabled(bool(states - busy))
        self.stop.setEnabled(bool(states & busy))
        self.reviewed.setEnabled(any(map(doubtful, pages)))

    # What is meant.

    def _jobs(self) -> list[JobSummary]:
        known = map(self._bridge.library.job, self._panel.documents.chosen())
        return [job for job in known if job is not None]

    def _ids(self) -> list[JobId]:
        return [job.job for job in self._jobs()]

    def _order(self) -> list[JobId]:
        jobs = self._bridge.library.jobs()
        return [job.job for job in jobs if job.state not in FINISHED_JOB]

    def _pages(self) -> list[PageSummary]:
        model = self._panel.pages.pages
        rows = map(model.row_of, self._panel.pages.chosen())
        return [model.page_at(row) for row in rows if row >= 0]

    def _places(self) -> Iterable[tuple[JobId, int]]:
        job = self._panel.pages.pages.job
        return [] if job is None else [(job, page) for page in self._panel.pages.chosen()]

    def _going(self, job: JobSummary) -> bool:
        return self._work.ours(job.job) and job.state in (JobState.QUEUED, JobState.RUNNING)

    def _stands(self, job: JobSummary) -> bool:
        unfinished = job.state not in FINISHED_JOB
        return job.state is JobState.PAUSED or (unfinished and not self._work.ours(job.job))

    # What is done to documents.

    def _pause(self) -> None:
        self._control.pause(job.job for job in self._jobs() if self._going(job))

    def _resume(self) -> None:
        self._control.resume(job.job for job in self._jobs() if self._stands(job))

    def _cancel(self) -> None:
        self._control.cancel(job.job for job in self._jobs() if job.state not in FINISHED_JOB)

    def _retry(self) -> None:
        self._control.retry(job.job for job in self._jobs() if _can_retry(job))

    def _step(self, step: int) -> None:
        self._reorder(ordering.stepped(self._order(), self._ids(), step))

    def put(self, jobs: Collection[JobId], before: JobId | None) -> None:
        """Let waiting documents come in front of another one, or last."""
        self._reorder(ordering.placed(self._order(), jobs, before))

    def _reorder(self, order: list[JobId]) -> None:
        if order == self._order():
            return
        service, library = self._bridge.service, self._bridge.library
        self._bridge.tasks.run(
            lambda _: service.reorder(order),
            done=lambda _: library.refresh(),
            key="reorder",
            urgent=True,
        )

    def ask_range(self) -> None:
        """Let the person say which pages of the chosen document are read."""
        if jobs := self._jobs():
            dialog = PageRangeDialog(self._bridge, jobs[0], self._panel)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def ask_removal(self) -> None:
        """Ask whether to remove the chosen documents."""
        if jobs := self._jobs():
            removal.ask(self._bridge, jobs, self._panel)

    def _reveal(self) -> None:
        if jobs := self._jobs():
            show_in_folder(jobs[0].path, self._panel)

    # What is done to pages.

    def _read_again(self) -> None:
        self._control.retry_pages(self._places())

    def _cancel_pages(self) -> None:
        for job, page in self._places():
            self._control.cancel_page(job, page)

    def _mark(self) -> None:
        job = self._panel.pages.pages.job
        pages = [page.page for page in self._pages() if doubtful(page)]
        if job is None:
            return
        service, library = self._bridge.service, self._bridge.library

        def mark(cancel: CancelToken) -> None:
            for page in pages:
                cancel.raise_if_cancelled()
                service.set_reviewed(job, page, True)

        self._bridge.tasks.run(mark, done=lambda _: library.refresh(job), urgent=True)

    def _rotate(self, degrees: int) -> None:
        job, pages = self._panel.pages.pages.job, self._panel.pages.chosen()
        if job is None or not pages:
            return
        service = self._bridge.service
        self._bridge.tasks.run(
            lambda _: service.rotate(job, pages, degrees),
            done=lambda _: self._turned(job, pages),
            failed=lambda error: self._bridge.report(error, job=job),
            urgent=True,
        )

    def _turned(self, job: JobId, pages: Collection[int]) -> None:
        self._bridge.library.refresh(job)
        for page in pages:
            if self._bridge.has_read(job, page):
                self._bridge.reread(job, page)
        self._panel.turned.emit(job, tuple(pages))


def _unbegun(job: JobSummary) -> bool:
    waiting = job.state in (JobState.QUEUED, JobState.PAUSED)
    return waiting and job.counts[PageState.QUEUED] == job.pages


def _can_retry(job: JobSummary) -> bool:
    cancelled = job.state is JobState.CANCELLED and job.counts[PageState.CANCELLED] > 0
    return cancelled or job.counts[PageState.FAILED] > 0


def _menu(parent: QWidget, *groups: Iterable[QAction]) -> QMenu:
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for group in groups:
        menu.addSeparator()
        menu.addActions(list(group))
    return menu
