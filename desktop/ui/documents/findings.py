"""What is found out in the background about jobs that are seen, a few at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer

from desktop.errors import KnownError
from desktop.model.cancel import CancelToken
from desktop.model.states import JobId
from desktop.ui.bridge import Bridge

T = TypeVar("T")

#: How long questions are gathered, in milliseconds, and how many are answered by one task.
GATHER, BATCH = 60, 32
#: How many questions may wait. Those that were asked first are dropped: their rows are out of
#: sight by now, and ask again when they are seen.
WAITING = 256


class Findings(Generic[T]):
    """Answers by job, found with ``find`` in a thread; ``found`` is told what is new.

    One task at a time: a disk that does not answer holds up one thread and no more. ``owner`` is
    what the answers belong to. Use it from the window's thread only.
    """

    def __init__(
        self,
        bridge: Bridge,
        owner: QObject,
        find: Callable[[Sequence[JobId], CancelToken], Mapping[JobId, T]],
        found: Callable[[Mapping[JobId, T]], None],
    ) -> None:
        self._bridge = bridge
        self._owner = owner
        self._find = find
        self._found = found
        self._wanted: dict[JobId, None] = {}
        self._asked: set[JobId] = set()
        self._timer = QTimer(owner)
        self._timer.setSingleShot(True)
        self._timer.setInterval(GATHER)
        self._timer.timeout.connect(self._ask)
        # A mistake of the program's own calls nobody back.
        bridge.tasks.unexpected.connect(lambda _: self._asked.clear())

    def want(self, job: JobId) -> None:
        """Find out about a job, unless that is under way."""
        if job in self._asked:
            return
        self._wanted.pop(job, None)
        self._wanted[job] = None
        if len(self._wanted) > WAITING:
            del self._wanted[next(iter(self._wanted))]
        if not self._asked and not self._timer.isActive():
            self._timer.start()

    def _ask(self) -> None:
        if self._asked or not self._wanted:
            return
        jobs = list(self._wanted)[-BATCH:]
        for job in jobs:
            del self._wanted[job]
        self._asked = set(jobs)
        find = self._find
        self._bridge.tasks.run(
            lambda cancel: find(jobs, cancel),
            done=self._take,
            failed=self._fail,
            owner=self._owner,
        )

    def _take(self, answers: Mapping[JobId, T]) -> None:
        self._go_on()
        self._found(answers)

    def _fail(self, error: KnownError) -> None:
        self._go_on()
        self._bridge.report(error)

    def _go_on(self) -> None:
        self._asked = set()
        if self._wanted:
            self._timer.start()
