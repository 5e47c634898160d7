"""One job while it is worked on: what waits, what runs, and the tokens that stop it."""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field

from desktop.conversion.desk import Original
from desktop.model.blocks import PageResult
from desktop.model.cancel import CancelToken
from desktop.model.endpoint import ServerSpec
from desktop.model.recognition import Recognition
from desktop.model.states import JobId, JobState, PageState
from desktop.model.summary import JobSummary, Reason


@dataclass(slots=True)
class Work:
    """One page in the hands of a worker.

    Set when it begins: ``tries``, the number of this try, and ``turned``, by how many degrees
    clockwise a person turned the page.
    """

    run: Run
    page: int
    position: int
    token: CancelToken
    tries: int = 0
    turned: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a page. Queued means: not yet, put it back."""

    state: PageState
    result: PageResult | None = None
    recognitions: tuple[Recognition, ...] = ()
    reason: Reason = field(default_factory=Reason)


class Run:
    """A job in memory. Only touched under the queue's lock; page numbers, never images.

    ``reason`` says why the program itself paused it. ``stuck`` says that the store failed: it is
    not asked again before somebody resumes, and ``unsaved`` are the outcomes that it has not taken.
    """

    def __init__(
        self, summary: JobSummary, pages: tuple[int, ...], password: str | None, stop: CancelToken
    ) -> None:
        self.job: JobId = summary.job
        self.place = summary.place
        self.kind = summary.kind
        self.options = summary.options
        self.plan = summary.plan
        self.password = password
        self.original = Original(summary.path, summary.fingerprint)
        self.state = summary.state
        self.reason = summary.reason
        self.stuck = False
        self.token = CancelToken(stop)
        self.gate = CancelToken()
        self.working: dict[int, Work] = {}
        self.unsaved: dict[int, tuple[Work, Outcome]] = {}
        self._waiting: list[tuple[int, int]] = []
        self._position: dict[int, int] = {}
        self.enqueue(pages)

    @property
    def servers(self) -> tuple[ServerSpec, ...]:
        """The choice of servers that reads the pages."""
        return self.options.servers

    @property
    def moves(self) -> bool:
        """Whether pages may be begun."""
        return self.state in (JobState.QUEUED, JobState.RUNNING)

    @property
    def waiting(self) -> int:
        """How many pages wait."""
        return len(self._waiting)

    @property
    def begun(self) -> frozenset[int]:
        """The pages that are being read, or were and could not be kept yet."""
        return frozenset(self.working.keys() | self.unsaved.keys())

    @property
    def over(self) -> bool:
        """Whether nothing waits, runs or is to be saved."""
        return not (self._waiting or self.working or self.unsaved)

    def enqueue(self, pages: tuple[int, ...]) -> None:
        """Let pages wait, after those that were put in earlier."""
        for page in pages:
            position = self._position.setdefault(page, len(self._position))
            heapq.heappush(self._waiting, (position, page))

    def take(self) -> Work:
        """The next page in order."""
        position, page = heapq.heappop(self._waiting)
        work = Work(self, page, position, CancelToken(self.token))
        self.working[page] = work
        return work

    def replace_pages(self, pages: tuple[int, ...]) -> None:
        """Let these pages wait instead of those that do; nothing of the job has begun."""
        self._waiting.clear()
        self._position.clear()
        self.enqueue(pages)

    def put_back(self, work: Work) -> None:
        """Let a page wait again, in its old place."""
        del self.working[work.page]
        heapq.heappush(self._waiting, (work.position, work.page))

    def forget(self, page: int) -> Work | None:
        """Drop a page that waits or runs; the work that has to be stopped, if there is one."""
        self._waiting = [each for each in self._waiting if each[1] != page]
        heapq.heapify(self._waiting)
        self.unsaved.pop(page, None)
        return self.working.pop(page, None)

    def forget_all(self) -> list[Work]:
        """Drop every page; the work that has to be stopped."""
        stopped = list(self.working.values())
        self._waiting.clear()
        self.working.clear()
        self.unsaved.clear()
        return stopped

    def close_gate(self) -> None:
        """Send back what was rendered but not sent; ``open_gate`` lets new pages through."""
        self.gate.cancel()

    def open_gate(self) -> None:
        """Let pages be sent again."""
        if self.gate.cancelled:
            self.gate = CancelToken()
