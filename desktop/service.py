"""The one door to the core: the command line and the window use nothing else."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from desktop.conversion.control import Control
from desktop.conversion.keeping import Keeper
from desktop.conversion.machinery import Machinery
from desktop.conversion.resuming import check_options, files_of
from desktop.conversion.searching import find
from desktop.documents import collect, parse_pages
from desktop.errors import UsageError
from desktop.model.blocks import Block, PageResult
from desktop.model.cancel import CancelToken
from desktop.model.events import Event
from desktop.model.find import Hit
from desktop.model.options import ConversionOptions, ExportPlan
from desktop.model.recognition import Mode, ModeKind, Recognition
from desktop.model.states import FINISHED_JOB, JobId
from desktop.model.summary import JobSummary, PageSummary
from desktop.ocr.parse import parse
from desktop.paths import Paths, user_paths
from desktop.servers.pool import PATIENCE
from desktop.store.results import Edit


class Service:
    """Converts documents, keeps what came of them, and writes it out. Thread-safe.

    A context manager, or call ``close``. ``tokens`` are bearer tokens by server address; they and
    passwords are only ever kept in memory. ``readers`` is the number of child processes that open
    documents, ``patience`` for how many seconds pages wait when no server answers, before their
    job pauses. Raises the ``StoreError`` kinds, here and in every method.
    """

    def __init__(
        self,
        paths: Paths | None = None,
        *,
        tokens: Mapping[str, str] | None = None,
        readers: int = 0,
        patience: float = PATIENCE,
        engine_idle_seconds: float = 300.0,
    ) -> None:
        self._passwords: dict[JobId, str] = {}
        self._tokens = dict(tokens or {})
        paths = paths or user_paths()
        self._machinery = Machinery(
            paths,
            tokens=self._tokens,
            passwords=self._passwords,
            readers=readers,
            patience=patience,
            engine_idle_seconds=engine_idle_seconds,
        )
        self._store = self._machinery.store
        self._queue = self._machinery.queue
        looker = self._machinery.looker
        statuses, locator = self._machinery.statuses, self._machinery.locator
        self._control = control = Control(self._store, self._queue, looker, self._passwords)
        keeper = Keeper(paths, self._store, self._machinery.thumbnails, control.remove)
        # The rooms' own methods are the door's where there is nothing to add to them.
        self.remove = control.remove
        self.reorder = control.reorder
        self.unlock = control.unlock
        self.page_image = looker.page_image
        self.thumbnail = looker.thumbnail
        self.page_size = looker.page_size
        self.figure_png = looker.figure_png
        self.set_reviewed = self._store.marks.review
        self.versions = self._store.choices.versions
        self.keep_edit = self._store.choices.keep_edit
        self.drop_edit = self._store.choices.drop_edit
        self.dismiss_edit = self._store.choices.dismiss_edit
        self.rotate = control.rotate
        self.set_pages = control.set_pages
        self.status = statuses.status
        self.log_tail = statuses.log_tail
        self.health = statuses.health
        self.time_left = self._queue.seconds_left
        self.can_locate = locator.can_locate
        self.locate = locator.locate
        self.storage = keeper.storage
        self.clear_history = keeper.clear_history
        self.warm_up = self._machinery.warm_up
        self.probe = self._machinery.probe
        self.start_engine = self._machinery.start_engine
        self.stop_engine = self._machinery.stop_engine

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def use_tokens(self, tokens: Mapping[str, str]) -> None:
        """Use these bearer tokens, by server address, instead of those that were given before."""
        self._tokens.update(tokens)
        for address in self._tokens.keys() - tokens.keys():
            del self._tokens[address]

    def close(self) -> None:
        """Stop all work tidily: what is not finished is queued again for whoever resumes it."""
        self._machinery.close()

    # Jobs.

    def collect(self, paths: Sequence[Path]) -> tuple[Path, ...]:
        """The documents that files and folders stand for, in natural order, each once.

        Files that are named are kept whatever they are. Raises ``DocumentMissing`` for a folder
        that can't be read.
        """
        return collect(paths)

    def add(
        self,
        path: Path,
        options: ConversionOptions,
        *,
        plan: ExportPlan | None = None,
        password: str | None = None,
        cancel: CancelToken | None = None,
    ) -> JobId:
        """A new job for one document; it begins at ``start``, or at once after that.

        Raises the ``DocumentError`` kinds, ``UsageError`` for options that make no sense here.
        """
        check_options(options)
        info = self._machinery.inspect(path.absolute(), password=password, cancel=cancel)
        pages: Collection[int] = range(info.page_count)
        if options.pages.strip():
            pages = parse_pages(options.pages, info.page_count)
        if not pages:
            raise UsageError(f"{path.name} has no pages.", "Choose another document.")
        return self._control.add(info, options, pages, plan, password)

    def owns(self, job: JobId) -> bool:
        """Whether this program works on a job, or will; another Diptych may have it instead."""
        return self._queue.owns(job)

    def start(self) -> None:
        """Begin working on this program's jobs, and on those that are added later."""
        self._queue.start()

    def wait(self, jobs: Iterable[JobId], *, timeout: float | None = None) -> bool:
        """Wait until the jobs are finished and their files written; whether they are.

        Returns early, with ``False``, when nothing more will happen by itself: a job is paused (its
        reason says why) or belongs to another program. Every event has been delivered then.
        """
        wanted = tuple(jobs)
        settled = self._queue.wait(wanted, timeout=timeout)
        self._machinery.news.flush()
        return settled and all(self.job(job).state in FINISHED_JOB for job in wanted)

    def pause(self, job: JobId) -> None:
        """Send no more pages; those that a server has are finished."""
        self._queue.pause(job)

    def resume(self, job: JobId, *, password: str | None = None) -> None:
        """Go on with a paused job; a failed or cancelled one is tried again.

        Raises ``UsageError`` if another program works on it.
        """
        self._control.resume(job, password=password)

    def cancel(self, job: JobId, page: int | None = None) -> None:
        """Stop a job, or one of its pages (from 0). What is finished stays as it is."""
        self._control.cancel(job, page)

    def retry(self, job: JobId, page: int | None = None, *, password: str | None = None) -> None:
        """Read the failed pages again (of a cancelled job the cancelled ones too), or one page.

        One page is read again whatever became of it; edits made to it stay.
        """
        self._control.retry(job, page, password=password)

    def adopt_interrupted(self, password: str | None = None) -> tuple[JobId, ...]:
        """Take up every conversion that was interrupted and that no running program has.

        Those are jobs whose program ended in the middle, files that were not written, and jobs that
        stopped for a reason that may be gone: the servers, a full disk, a document that was away or
        that wants a password. Finished pages are not read again. They begin at ``start``, or at
        once after that.
        """
        return self._control.adopt_interrupted(password)

    # What came of them.

    def job(self, job: JobId) -> JobSummary:
        """Where a job stands. Raises ``UsageError`` if there is no such job."""
        return self._control.as_it_stands(self._store.jobs.get(job))

    def jobs(self) -> tuple[JobSummary, ...]:
        """Every job in the library, in the order of the queue: oldest first unless reordered."""
        return tuple(self._control.as_it_stands(summary) for summary in self._store.jobs.all())

    def pages(self, job: JobId) -> tuple[PageSummary, ...]:
        """Every page of a job, in the document's order."""
        return self._store.pages.all(job)

    def result(self, job: JobId, page: int) -> PageResult | None:
        """The result of one page, edits applied; ``None`` if it has none."""
        return self._store.results.shown(job, page)

    def results(self, job: JobId) -> Iterator[PageResult]:
        """The results in page order, edits applied, a few in memory at a time."""
        return self._store.results.iterate(job)

    def find(
        self, job: JobId, text: str, *, case: bool = False, cancel: CancelToken | None = None
    ) -> tuple[Hit, ...]:
        """Where a text stands in what is shown of a job, in reading order; see ``searching.find``.

        Raises ``Cancelled``.
        """
        return find(self.results(job), text, case=case, cancel=cancel or CancelToken())

    def recognitions(self, job: JobId, page: int) -> tuple[Recognition, ...]:
        """Every raw reply for a page, oldest first."""
        return self._store.pages.recognitions(job, page)

    def preview(self, job: JobId, raw: str) -> tuple[Block, ...]:
        """The regions of a reply that is still growing, in its own order.

        Regions count as soon as their place is known, also before their words have come.
        """
        mode = self._store.jobs.get(job).options.mode
        return parse(raw, Mode(ModeKind.LAYOUT) if mode.kind is ModeKind.MARKDOWN else mode).blocks

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
        """Keep a person's text for a block; ``None`` shows it as recognised again.

        A text that ``continues`` the last edit of the same block is undone together with it.
        ``version`` is the reading whose block is meant, if not the shown one.
        """
        self._store.results.edit(job, page, block, markdown, continues=continues, version=version)

    def undo(self, job: JobId, page: int) -> bool:
        """Take back the last edit of a page; whether there was one."""
        return self._store.results.undo(job, page)

    def redo(self, job: JobId, page: int) -> bool:
        """Bring back the edit that was taken back last; whether there was one."""
        return self._store.results.redo(job, page)

    def edits(self, job: JobId, page: int) -> tuple[Edit, ...]:
        """Every edit of a page, oldest first, those taken back too."""
        return self._store.results.edits(job, page)

    def export(
        self,
        job: JobId,
        plan: ExportPlan,
        *,
        cancel: CancelToken | None = None,
        progress: Callable[[float], None] | None = None,
    ) -> tuple[Path, ...]:
        """Write files of what a job has so far; the paths that were written.

        Raises the ``KnownError`` of the first file that could not be written, ``Cancelled``.
        """
        written = []
        for _, path, error in self._machinery.output.write(
            job, files_of(plan), plan.assembly, cancel=cancel or CancelToken(), progress=progress
        ):
            if error is not None:
                raise error
            written.append(path)
        return tuple(written)

    def subscribe(self, watch: Callable[[Event], None]) -> Callable[[], None]:
        """Call ``watch`` with every event, in a thread of its own; returns what ends that."""
        return self._machinery.news.subscribe(watch)
