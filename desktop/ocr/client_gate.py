"""Lets one request through to a server that may have to load its model first.

deepseek-ocr.rs loads (and even downloads) the model inside the first request that comes; a second
one that comes meanwhile loads it again beside it, and the graphics card has no room for two.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from desktop.model.cancel import CancelToken


class Gate:
    """Thread-safe. One caller at a time passes until one of them has opened the gate for all."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._open = False
        self._taken = False

    def open(self) -> None:
        """The model is loaded: everybody may pass from now on."""
        with self._changed:
            self._open = True
            self._changed.notify_all()

    def shut(self) -> None:
        """The server may have been restarted: one at a time again."""
        with self._changed:
            self._open = False

    @contextmanager
    def passing(self, cancel: CancelToken) -> Iterator[None]:
        """Wait until this caller may pass. Raises ``Cancelled``."""
        first = self._enter(cancel)
        try:
            yield
        finally:
            if first:
                with self._changed:
                    self._taken = False
                    self._changed.notify_all()

    def _enter(self, cancel: CancelToken) -> bool:
        """Wait to be let in; whether as the one who tries, and not through the open gate."""
        leave = cancel.on_cancel(self._notify)
        try:
            with self._changed:
                self._changed.wait_for(lambda: cancel.cancelled or self._open or not self._taken)
                cancel.raise_if_cancelled()
                trying = not self._open
                self._taken = self._taken or trying
                return trying
        finally:
            leave()

    def _notify(self) -> None:
        with self._changed:
            self._changed.notify_all()
