"""The end of the program: orderly if it can be, by force if it can't."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

log = logging.getLogger(__name__)


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """End the process by force if what is done inside takes longer.

    What matters is written in transactions and by renaming, so nothing that was finished is lost.
    """
    timer = threading.Timer(seconds, end_now)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


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
