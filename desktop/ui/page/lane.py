"""One thing at a time in the background, and of those that wait only the newest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer

from desktop.errors import KnownError
from desktop.model.cancel import CancelToken
from desktop.ui.tasks import Tasks

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Errand(Generic[T]):
    """Work with a name that tells it from other work, and who wants its outcome."""

    name: object
    work: Callable[[CancelToken], T]
    done: Callable[[T], None]
    failed: Callable[[KnownError], None]


class Lane(QObject, Generic[T]):
    """Does the newest errand once the one under way has ended.

    The child process that draws a page can't be stopped in the middle of it without being ended,
    and to start another one takes longer than almost any page. So what is under way may end by
    itself, and its outcome is told even if it was not the newest; only if it goes on for
    ``patience`` milliseconds while another errand waits, it is given up, and another child begins.
    """

    def __init__(self, tasks: Tasks, parent: QObject, *, patience: int, urgent: bool) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._urgent = urgent
        self._now: Errand[T] | None = None
        self._next: Errand[T] | None = None
        self._token = CancelToken()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(patience)
        self._patience.timeout.connect(self._give_up)

    def run(self, errand: Errand[T]) -> None:
        """Do an errand, unless just that is under way."""
        if self._now is not None and self._now.name == errand.name:
            self._next = None
            return
        self._next = errand
        self._go_on()

    def drop(self) -> None:
        """Do nothing of what waits."""
        self._next = None

    @property
    def busy(self) -> bool:
        """Whether anything is under way or waits."""
        return self._now is not None

    def _go_on(self) -> None:
        if self._next is None:
            return
        if self._now is not None:
            if not self._patience.isActive() and not self._token.cancelled:
                self._patience.start()
            return
        errand, self._now, self._next = self._next, self._next, None

        def done(outcome: T) -> None:
            self._end(errand)
            errand.done(outcome)
            self._go_on()

        def failed(error: KnownError) -> None:
            self._end(errand)
            errand.failed(error)
            self._go_on()

        self._token = self._tasks.run(
            errand.work, done=done, failed=failed, urgent=self._urgent, owner=self
        )

    def _end(self, errand: Errand[T]) -> None:
        if self._now is errand:
            self._now = None
            self._patience.stop()

    def _give_up(self) -> None:
        # A task that is cancelled calls nobody any more.
        if self._next is not None:
            self._token.cancel()
            self._now = None
            self._go_on()
