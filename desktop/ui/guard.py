"""Mistakes of the program itself, wherever they happen: told in one place, and it goes on."""

from __future__ import annotations

import logging
import sys
import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    import asyncio

log = logging.getLogger(__name__)
#: For how many seconds a mistake of the same place is not told again.
PAUSE = 30.0


class Guard(QObject):
    """While it is entered, exceptions that nobody caught come out of ``caught``, and are logged.

    From slots and event handlers (where PySide6 calls ``sys.excepthook``), from threads, and from
    the event loop (``of_loop`` is its handler). ``caught`` is told on the thread of whoever
    connects. A mistake that happens again and again, as in drawing, is told once in a while only.
    Ctrl+C is none of them.
    """

    caught = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told: dict[tuple[str, int], float] = {}
        self._before: tuple[Callable[..., Any], Callable[..., Any]] | None = None

    def __enter__(self) -> Self:
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._anywhere
        threading.excepthook = self._in_thread
        return self

    def __exit__(self, *_: object) -> None:
        if self._before is not None:
            sys.excepthook, threading.excepthook = self._before
            self._before = None

    def take(self, error: BaseException) -> None:
        """Tell of an exception that somebody else caught. Thread-safe."""
        place, now = _place(error), time.monotonic()
        if now - self._told.get(place, -PAUSE) < PAUSE:
            return
        self._told[place] = now
        log.error("a bug in the window", exc_info=(type(error), error, error.__traceback__))
        self.caught.emit(error)

    def of_loop(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """The handler of an event loop."""
        error = context.get("exception")
        if isinstance(error, Exception):
            self.take(error)
        else:
            log.error("the event loop complains: %s", context.get("message"))

    def _anywhere(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if isinstance(error, Exception):
            self.take(error.with_traceback(trace))
        elif self._before is not None:
            self._before[0](kind, error, trace)

    def _in_thread(self, args: threading.ExceptHookArgs) -> None:
        if isinstance(args.exc_value, Exception):
            self.take(args.exc_value)


def _place(error: BaseException) -> tuple[str, int]:
    """Where an exception comes from: its kind and file, and the line."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return type(error).__name__, 0
    return f"{type(error).__name__} {trace.tb_frame.f_code.co_filename}", trace.tb_lineno
