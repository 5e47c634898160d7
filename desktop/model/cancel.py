"""The token by which work is asked to stop."""

from __future__ import annotations

import threading
from collections.abc import Callable

from desktop.errors import Cancelled


class CancelToken:
    """A one-way switch that is handed to work and set by whoever wants it to stop.

    Work either looks (``raise_if_cancelled``), waits (``wait``), or registers a callback that
    interrupts what it is blocked in. A token made with a parent is cancelled with it. Thread-safe.
    """

    def __init__(self, parent: CancelToken | None = None) -> None:
        self._event = threading.Event()
        self._lock = threading.Lock()
        self._callbacks: dict[int, Callable[[], None]] = {}
        self._next = 0
        self._leave_parent = parent.on_cancel(self.cancel) if parent is not None else None

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked to stop."""
        return self._event.is_set()

    def cancel(self) -> None:
        """Ask to stop; callbacks run once, in this thread. Calling it again does nothing."""
        with self._lock:
            if self._event.is_set():
                return
            self._event.set()
            callbacks = list(self._callbacks.values())
            self._callbacks.clear()
        for callback in callbacks:
            callback()

    def raise_if_cancelled(self) -> None:
        """Raise ``Cancelled`` if somebody asked to stop."""
        if self._event.is_set():
            raise Cancelled

    def wait(self, seconds: float) -> bool:
        """Wait at most ``seconds`` for the switch; return whether it is set."""
        return self._event.wait(seconds)

    def on_cancel(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Call ``callback`` when cancelled (at once if it already is).

        Returns a function that takes the callback back; call it when the work is over. The
        callback must not block and must not raise.
        """
        with self._lock:
            if not self._event.is_set():
                key = self._next
                self._next += 1
                self._callbacks[key] = callback

                def forget() -> None:
                    with self._lock:
                        self._callbacks.pop(key, None)

                return forget
        callback()
        return lambda: None

    def close(self) -> None:
        """Leave the parent, so that a long-lived parent does not keep finished children."""
        if self._leave_parent is not None:
            self._leave_parent()
            self._leave_parent = None
