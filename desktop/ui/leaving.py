"""The end of the program: orderly if it can be, by force if it can't."""

from __future__ import annotations

import logging
import os
import threading
from typing import Self

log = logging.getLogger(__name__)


class Deadline:
    """While it is entered, the process ends by force if it is still there so long after ``start``.

    What matters is written in transactions and by renaming, so nothing that was finished is lost.
    """

    def __init__(self, seconds: float) -> None:
        self._timer = threading.Timer(seconds, end_now)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()

    def start(self) -> None:
        """Let the time run; to be called once."""
        self._timer.start()


def end_now() -> None:
    """Kill the child processes and end without further ado. Does not return."""
    import psutil

    log.error("ending by force")
    for child in psutil.Process().children(recursive=True):
        try:
            child.kill()
        except psutil.Error:
            continue  # it has ended by itself
    os._exit(1)
