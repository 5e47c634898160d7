"""One exchange with a server as the thread that makes it sees it: how long it may still wait, and
who may interrupt it.

Sockets are never waited for alone. Every wait also watches the call's waker, one end of a pair of
sockets, so that a cancelled page frees its thread at once, in whatever it is blocked: connecting,
sending, waiting for headers or for the next words. (Closing a socket under another thread's feet
would do too on Linux, but not everywhere, and not with TLS.)
"""

from __future__ import annotations

import select
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from desktop.errors import Cancelled
from desktop.model.cancel import CancelToken


class Waker:
    """A pair of connected sockets: ``wake`` makes the reading end readable."""

    def __init__(self) -> None:
        self._reading, self._writing = socket.socketpair()
        self._reading.setblocking(False)
        self._writing.setblocking(False)

    def fileno(self) -> int:
        """The descriptor to watch."""
        return self._reading.fileno()

    def wake(self) -> None:
        """Wake whoever watches; never blocks and never raises."""
        try:
            self._writing.send(b"!")
        except (BlockingIOError, OSError):
            # Full, so it is readable already; or closed, so nobody watches any more.
            return

    def rest(self) -> None:
        """Take back every wake."""
        try:
            while self._reading.recv(4096):
                continue
        except BlockingIOError:
            return

    def close(self) -> None:
        """Free both sockets."""
        self._reading.close()
        self._writing.close()


class Call:
    """The exchange that a thread is in. ``deadline`` (``time.monotonic``) is for reading only.

    ``received`` counts the bytes that came, ``stale`` says that the request went out on a
    connection that had been idle, which the server may have closed in that moment.
    """

    def __init__(self, waker: Waker, cancel: CancelToken, *, connect: float, send: float) -> None:
        self.waker = waker
        self.cancel = cancel
        self.connect_seconds = connect
        self.send_seconds = send
        self.deadline = 0.0
        self.received = 0
        self.stale = False

    def expect_within(self, seconds: float) -> None:
        """What is read next must come within ``seconds`` from now."""
        self.deadline = time.monotonic() + seconds

    def wait(self, sock: socket.socket, *, write: bool, until: float) -> bool:
        """Wait until ``sock`` can be read or written; ``False`` if ``until`` comes first.

        Raises ``Cancelled`` as soon as the call is cancelled.
        """
        while True:
            self.cancel.raise_if_cancelled()
            left = until - time.monotonic()
            if left <= 0:
                return False
            if _wait(sock, self.waker, write=write, seconds=left):
                return True
            # A wake that was meant for the waker's last call must not keep it readable.
            self.waker.rest()


def _poll(sock: socket.socket, waker: Waker | None, *, write: bool, seconds: float) -> bool:
    poll = select.poll()
    poll.register(sock, select.POLLOUT if write else select.POLLIN)
    if waker is not None:
        poll.register(waker, select.POLLIN)
    ready = poll.poll(seconds * 1000)
    return any(number == sock.fileno() for number, _ in ready)


def _select(sock: socket.socket, waker: Waker | None, *, write: bool, seconds: float) -> bool:
    reading: list[socket.socket | Waker] = [waker] if waker is not None else []
    writing = [sock] if write else []
    # Windows reports a refused connection in the third list only.
    ready = select.select(reading if write else [*reading, sock], writing, writing, seconds)
    return any(sock in some for some in ready)


#: select() can't watch descriptors above 1023, which a program with many windows may reach;
#: poll() can, but Windows does not have it.
_wait = _poll if hasattr(select, "poll") else _select


def is_readable(sock: socket.socket) -> bool:
    """Whether there is something to read, which for an idle connection means that it ended."""
    return _wait(sock, None, write=False, seconds=0.0)


_of_thread = threading.local()


@contextmanager
def in_call(call: Call) -> Iterator[Call]:
    """Make ``call`` the one that this thread is in; cancelling it wakes the thread."""
    leave = call.cancel.on_cancel(call.waker.wake)
    _of_thread.call = call
    try:
        yield call
    finally:
        del _of_thread.call
        leave()


def current_call() -> Call:
    """The call that this thread is in; ``Cancelled`` outside of any, since nobody could wait."""
    call = getattr(_of_thread, "call", None)
    if not isinstance(call, Call):
        raise Cancelled
    return call
