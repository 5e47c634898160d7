"""Ctrl+C: the first one stops tidily, the second one at once."""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import threading
from collections.abc import Callable, Iterator
from types import FrameType, TracebackType
from typing import Self

from desktop.model.cancel import CancelToken

#: What a terminal or a system sends to a program that is to end.
SIGNALS = tuple(
    number
    for name in ("SIGINT", "SIGTERM", "SIGHUP")
    if (number := getattr(signal, name, None)) is not None
)


class Interrupts:
    """Turns signals into a cancelled ``token`` while it is entered (in the main thread).

    Nothing is raised in the middle of anything: the handler only leaves the signal's number, and a
    thread of its own cancels the token, so that no lock can be taken twice. ``on_first`` is called
    by that thread. A second signal ends the process without further ado; what it was doing is
    safe, because everything that matters is written in transactions and by renaming.
    """

    def __init__(self, on_first: Callable[[], None]) -> None:
        self.token = CancelToken()
        self._number = 0
        self._asking = False
        self._on_first = on_first
        self._arrived: queue.SimpleQueue[int] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._watch, name="interrupts", daemon=True)
        self._before: dict[int, object] = {}

    @property
    def exit_code(self) -> int:
        """What a program that was stopped by a signal exits with; 0 if none came."""
        return 128 + self._number if self._number else 0

    def __enter__(self) -> Self:
        self._thread.start()
        for number in SIGNALS:
            self._before[number] = signal.signal(number, self._handle)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for number, handler in self._before.items():
            # A handler that was not set from Python comes back as None and can't be put back.
            if callable(handler) or isinstance(handler, signal.Handlers):
                signal.signal(number, handler)
        self._arrived.put(0)
        self._thread.join()

    @contextlib.contextmanager
    def asking(self) -> Iterator[None]:
        """While a person is asked something: a signal raises ``KeyboardInterrupt`` there.

        Reading from a terminal would otherwise go on as if nothing had come.
        """
        self._asking = True
        try:
            yield
        finally:
            self._asking = False

    def _handle(self, number: int, frame: FrameType | None) -> None:
        if self._number:
            os._exit(128 + number)
        self._number = number
        # The one queue whose put may be called inside itself.
        self._arrived.put(number)
        if self._asking:
            raise KeyboardInterrupt

    def _watch(self) -> None:
        while self._arrived.get():
            self._on_first()
            self.token.cancel()
