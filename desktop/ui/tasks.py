"""Work that may block, done in threads, with its outcome told on the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktop.errors import Cancelled, KnownError
from desktop.model.cancel import CancelToken

T = TypeVar("T")

#: Threads for what a person waits for right now, and for everything else. Most of them wait for a
#: child process or the disk, so there may be more of them than cores.
URGENT, USUAL = 3, 3


@dataclass(eq=False, slots=True)
class _Task:
    """One piece of work, who wants its outcome, and the future that has it."""

    work: Callable[[CancelToken], Any]
    done: Callable[[Any], None] | None
    failed: Callable[[KnownError], None] | None
    key: str
    owner: QObject | None
    token: CancelToken = field(default_factory=CancelToken)
    future: Future[Any] = field(default_factory=Future)

    def __call__(self) -> Any:
        """Do it, unless nobody wants it any more."""
        self.token.raise_if_cancelled()
        return self.work(self.token)

    @property
    def wanted(self) -> bool:
        """Whether anybody still cares for the outcome."""
        return not self.token.cancelled and (self.owner is None or shiboken6.isValid(self.owner))


class Tasks(QObject):
    """A bounded pool of threads for plain functions, with callbacks on the window's thread.

    ``problem`` carries the ``KnownError`` of work that had no ``failed`` of its own,
    ``unexpected`` any other exception; both are emitted on the window's thread. Use it from the
    window's thread only, and call ``close`` at the end.
    """

    problem = Signal(object)
    unexpected = Signal(object)
    _settled = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._urgent = ThreadPoolExecutor(URGENT, thread_name_prefix="diptych-urgent")
        self._usual = ThreadPoolExecutor(USUAL, thread_name_prefix="diptych-task")
        self._by_key: dict[str, _Task] = {}
        self._running: set[_Task] = set()
        self._closed = False
        # Queued even from this thread: a callback must never run inside the call that asked for it.
        self._settled.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[CancelToken], T],
        *,
        done: Callable[[T], None] | None = None,
        failed: Callable[[KnownError], None] | None = None,
        key: str = "",
        urgent: bool = False,
        owner: QObject | None = None,
    ) -> CancelToken:
        """Call ``work`` in a thread, then ``done`` or ``failed`` on the window's thread.

        The returned token, which ``work`` is given too, cancels: no callback runs after that. A
        task with the same ``key`` as an earlier one cancels the earlier one. Callbacks are also
        dropped when ``owner`` is gone by then. ``urgent`` work doesn't wait behind other work:
        what a person is looking at, and nothing that takes long.
        """
        task = _Task(work, done, failed, key, owner)
        if self._closed:
            task.token.cancel()
            return task.token
        if key:
            if (older := self._by_key.get(key)) is not None:
                older.token.cancel()
            self._by_key[key] = task
        self._running.add(task)
        task.future = (self._urgent if urgent else self._usual).submit(task)
        task.future.add_done_callback(lambda _: self._settled.emit(task))
        return task.token

    @Slot(object)
    def _tell(self, task: _Task) -> None:
        self._running.discard(task)
        if self._by_key.get(task.key) is task:
            del self._by_key[task.key]
        if self._closed or not task.wanted:
            return
        error = task.future.exception()
        if error is None:
            if task.done is not None:
                task.done(task.future.result())
        elif isinstance(error, Cancelled):
            return
        elif not isinstance(error, KnownError):
            self.unexpected.emit(error)
        elif task.failed is not None:
            task.failed(error)
        else:
            self.problem.emit(error)

    @property
    def busy(self) -> bool:
        """Whether anything is under way."""
        return bool(self._running)

    def close(self) -> None:
        """Cancel everything and wait until the threads have ended. Calls no callback any more."""
        self._closed = True
        for task in tuple(self._running):
            task.token.cancel()
        self._urgent.shutdown(wait=True, cancel_futures=True)
        self._usual.shutdown(wait=True, cancel_futures=True)
        self._running.clear()
        self._by_key.clear()
