"""A child process as its parent sees it: started, asked, and ended when it does not answer.

Each child has a pipe of its own. A pool with one pipe for all (pebble's, and the standard
library's) stops for ever when a child is killed in the middle of a reply, for example by the system
for want of memory: half a message stays in the pipe and the lock is never let go.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait

from desktop.documents.limits import Limits
from desktop.documents.tasks import OUT_OF_MEMORY, Collapsed, Reply, Task
from desktop.errors import Cancelled

#: Threads run in the parent, so a child must not be a copy of it.
_CONTEXT = multiprocessing.get_context("spawn")
#: Starting processes is not promised to be thread-safe.
_STARTING = threading.Lock()
#: How long a child may take until it is ready, in seconds: much more than on the slowest computer.
_START_SECONDS = 60.0
#: How soon somebody who wants to stop is heard, in seconds.
_GLANCE = 0.04
_END_SECONDS = 5.0
#: How long a child may go on with a task that nobody waits for any more, in seconds: to start
#: another child takes longer than almost any page.
_SETTLE_SECONDS = 2.0


class NotStarted(Exception):
    """There is no child: the system refused one, or it ended before it was ready."""


class Overdue(Exception):
    """The child did not answer in time; it was ended."""


class Dead(Exception):
    """The child died without an answer; ``exit_code`` is negative for a signal."""

    def __init__(self, exit_code: int | None) -> None:
        super().__init__(exit_code)
        self.exit_code = exit_code

    @property
    def out_of_memory(self) -> bool:
        """Whether it ended itself because it used too much memory."""
        return self.exit_code == OUT_OF_MEMORY

    @property
    def how(self) -> str:
        """The signal's name or the exit code, for a report."""
        if self.exit_code is not None and self.exit_code < 0:
            number = -self.exit_code
            known = number in {each.value for each in signal.Signals}
            return signal.Signals(number).name if known else f"signal {number}"
        return f"exit code {self.exit_code}"


class Worker:
    """One child process, for one thread at a time.

    ``last_path`` is the document that it was asked about last, and so has open. Raises
    ``NotStarted``.
    """

    def __init__(self, limits: Limits) -> None:
        self.last_path: object = None
        self._ready = False
        self._unsettled = False
        self._deadline = 0.0
        self._pipe, theirs = _CONTEXT.Pipe()
        self._process = _CONTEXT.Process(
            target=_child, args=(theirs, limits), name="diptych-documents", daemon=True
        )
        try:
            with _STARTING, _interrupts_blocked():
                self._process.start()
        except OSError as error:
            self._pipe.close()
            raise NotStarted(str(error)) from None
        finally:
            # Only the child holds this end from here on, so its death closes the pipe.
            theirs.close()

    @property
    def usable(self) -> bool:
        """Whether the child, which was asked before, waits for another task.

        The pipe knows best: nothing comes unasked, so there is something to read only if it has
        closed, and somebody else may have collected the exit code already.
        """
        return not self._pipe.closed and not self._pipe.poll()

    @property
    def unsettled(self) -> bool:
        """Whether the child still starts or works for somebody who gave up: see ``settle``."""
        return self._unsettled and not self._pipe.closed

    def ask(self, task: Task, seconds: float, stop: Callable[[], None]) -> Reply:
        """The child's reply to ``task``.

        ``stop`` is called several times a second and may raise. If it raises ``Cancelled`` the
        child is ``unsettled``; if it raises anything else, or no reply comes within ``seconds``,
        the child is ended. Raises ``Overdue``, ``Dead``, ``NotStarted`` and what ``stop`` raises.
        """
        with self._ended_unless_sound():
            if not self._ready:
                self._wait_until_ready(stop)
            self.last_path = task.path
            self._pipe.send(task)
            self._deadline = time.monotonic() + seconds
            reply = self._receive(self._deadline, stop)
            if isinstance(reply, Collapsed):
                self.end()
            return reply

    def warm(self, stop: Callable[[], None]) -> None:
        """Wait until the child is ready for its first task. Raises as ``ask`` does."""
        with self._ended_unless_sound():
            if not self._ready:
                self._wait_until_ready(stop)

    def settle(self, stop: Callable[[], None]) -> None:
        """Let an ``unsettled`` child finish, for a short while, so that it can be used again.

        If it does not, or ``stop`` raises, it is ended. Raises what ``stop`` raises.
        """
        settled = False
        try:
            if not self._ready:
                self._wait_until_ready(stop)
                settled = True
            else:
                soon = time.monotonic() + _SETTLE_SECONDS
                reply = self._receive(min(self._deadline, soon), stop)
                settled = not isinstance(reply, Collapsed)
        except (NotStarted, Overdue, EOFError, OSError):
            # Whoever asked has gone, so nobody is to be told.
            return
        finally:
            self._unsettled = False
            if not settled:
                self.end()

    def end(self) -> None:
        """End the child at once, whatever it does. Calling it again does nothing."""
        if self._pipe.closed:
            return
        self._pipe.close()
        # It holds nothing that could be lost, so it need not be asked kindly.
        self._process.kill()
        self._process.join(_END_SECONDS)
        if not self._process.is_alive():
            self._process.close()

    @contextmanager
    def _ended_unless_sound(self) -> Iterator[None]:
        """End the child after whatever goes wrong, but not if somebody only gave up."""
        sound = False
        try:
            yield
            sound = True
        except Cancelled:
            self._unsettled = sound = True
            raise
        except (EOFError, OSError):
            raise self._death() from None
        finally:
            if not sound:
                self.end()

    def _wait_until_ready(self, stop: Callable[[], None]) -> None:
        try:
            self._receive(time.monotonic() + _START_SECONDS, stop)
        except Overdue:
            raise NotStarted(f"not ready within {_START_SECONDS:g} s") from None
        except (EOFError, OSError):
            raise NotStarted(self._death().how) from None
        self._ready = True

    def _death(self) -> Dead:
        self._process.join(_END_SECONDS)
        return Dead(self._process.exitcode)

    def _receive(self, deadline: float, stop: Callable[[], None]) -> Reply:
        while True:
            left = deadline - time.monotonic()
            if wait([self._pipe], max(0.0, min(left, _GLANCE))):
                reply: Reply = self._pipe.recv()
                return reply
            stop()
            if left <= 0:
                raise Overdue


def _child(pipe: Connection, limits: Limits) -> None:
    # Imported here so that the parent never loads pdfium.
    from desktop.documents.child import serve

    serve(pipe, limits)


@contextmanager
def _interrupts_blocked() -> Iterator[None]:
    """Have a child that is started here born deaf to Ctrl+C.

    It ignores the signal itself as soon as it can, but Python's own start would print a traceback.
    Only this thread's mask changes, and a signal that comes meanwhile is kept for later.
    """
    if sys.platform == "win32":
        yield
        return
    # The first start of a child starts the tracker too, which unblocks the signal behind our back.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
