"""Progress on standard error: documents, pages, rate and time left."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from rich.markup import escape
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TaskID, TextColumn
from rich.progress import TimeRemainingColumn as TimeLeft
from rich.text import Text

from desktop.cli.session import Session, path_text
from desktop.model.events import Event, Exported, ExportFailed, JobChanged, PageChanged, ServerNote
from desktop.model.states import FINISHED_JOB, FINISHED_PAGE, JobState, PageState
from desktop.model.summary import JobSummary

#: Slow servers need minutes for a page: the rate is that of the last quarter of an hour.
RATE_PERIOD = 900.0


class _Rate(ProgressColumn):
    """Pages a second, or a minute where they are slow."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        if not speed:
            return Text("")
        if speed < 1:
            return Text(f"{speed * 60:.1f} pages/min")
        return Text(f"{speed:.1f} pages/s")


@dataclass
class _Row:
    """What is known of one document's pages."""

    name: str
    pages: int
    #: How many pages were finished before this run began.
    before: int
    task: TaskID | None = None
    states: dict[int, PageState] = field(default_factory=dict)
    told: bool = False

    @property
    def finished(self) -> int:
        return self.before + sum(state in FINISHED_PAGE for state in self.states.values())


class Board:
    """Shows how far each document is; a context manager. ``watch`` may be called by any thread.

    On a terminal there is a bar for each document in work and one for all together; elsewhere, a
    line when a document is finished. Nothing at all when it is to be quiet.
    """

    def __init__(self, session: Session, jobs: Iterable[JobSummary]) -> None:
        self._session = session
        self._lock = threading.Lock()
        self._rows = {
            job.job: _Row(path_text(job.path), job.pages, job.finished_pages) for job in jobs
        }
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(bar_width=30),
            TextColumn("{task.completed:g}/{task.total:g} pages"),
            _Rate(),
            TimeLeft(compact=True),
            console=session.console,
            speed_estimate_period=RATE_PERIOD,
            disable=session.quiet or not session.console.is_terminal,
        )
        self._all: TaskID | None = None
        if len(self._rows) > 1:
            pages = sum(row.pages for row in self._rows.values())
            before = sum(row.before for row in self._rows.values())
            name = f"{len(self._rows)} documents"
            self._all = self._progress.add_task(name, total=pages, completed=before)

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._progress.stop()

    def say(self, text: str) -> None:
        """Say something above the bars."""
        self._session.say(text)

    def watch(self, event: Event) -> None:
        """Show an event."""
        with self._lock:
            if isinstance(event, ServerNote):
                self.say(f"{event.server}: {event.text}")
                return
            row = self._rows.get(event.job)
            if row is None:
                return
            match event:
                case PageChanged():
                    self._page(row, event)
                case JobChanged():
                    self._job(row, event.state)
                case Exported() if self._session.verbose:
                    self.say(f"{row.name}: wrote {event.path}")
                case ExportFailed() if self._session.verbose:
                    self.say(f"{row.name}: could not write {event.path}: {event.reason}")

    def _page(self, row: _Row, event: PageChanged) -> None:
        if self._session.verbose and event.state is PageState.FAILED:
            self.say(f"{row.name}, page {event.page + 1}: {event.reason}")
        row.states[event.page] = event.state
        if row.task is not None:
            self._progress.update(row.task, completed=row.finished)
        if self._all is not None:
            done = sum(each.finished for each in self._rows.values())
            self._progress.update(self._all, completed=done)

    def _job(self, row: _Row, state: JobState) -> None:
        if state is JobState.RUNNING and row.task is None:
            row.task = self._progress.add_task(
                escape(row.name), total=row.pages, completed=row.finished
            )
        elif state in FINISHED_JOB and not row.told:
            row.told = True
            if row.task is not None and self._all is not None:
                self._progress.remove_task(row.task)
            self.say(f"{row.name}: {_outcome(row)}")


def _outcome(row: _Row) -> str:
    failed = sum(state is PageState.FAILED for state in row.states.values())
    pages = "1 page" if row.pages == 1 else f"{row.pages} pages"
    return f"{failed} of {pages} failed" if failed else f"{pages} done"
