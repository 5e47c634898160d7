"""Ctrl+C in the terminal, and the system asking the program to end."""

from __future__ import annotations

import contextlib
import signal
import socket
from types import FrameType, TracebackType
from typing import Any, Self

from PySide6.QtCore import QObject, QSocketNotifier, Signal

SIGNALS = tuple(
    number
    for name in ("SIGINT", "SIGTERM", "SIGHUP")
    if (number := getattr(signal, name, None)) is not None
)


class Interrupts(QObject):
    """While it is entered, signals come out of ``asked`` on the window's thread.

    Qt's loop runs in C++, so Python's handlers would wait for the next event; a socket that the
    interpreter writes to wakes the loop up at once.
    """

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read, self._write = socket.socketpair()
        self._read.setblocking(False)
        self._write.setblocking(False)
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._arrived)
        self._before: dict[int, Any] = {}
        self._wakeup = -1

    def __enter__(self) -> Self:
        self._wakeup = signal.set_wakeup_fd(self._write.fileno(), warn_on_full_buffer=False)
        for number in SIGNALS:
            self._before[number] = signal.signal(number, _handled)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._wakeup)
        self._notifier.setEnabled(False)
        self._read.close()
        self._write.close()

    def _arrived(self) -> None:
        with contextlib.suppress(BlockingIOError):
            self._read.recv(64)
        self.asked.emit()


def _handled(number: int, frame: FrameType | None) -> None:
    """The work is done by whoever reads the socket."""
