"""Ending when the process that started us ends, however it does."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import time
from collections.abc import Callable

#: How often we look whether we have another parent now, in seconds.
LOOK = 1.0
#: How long a clean end may take once nobody needs us, in seconds.
CLEAN_END = 10.0


def end_with_parent(end: Callable[[], None]) -> None:
    """Call ``end`` when standard input is closed or the parent is gone, and then make sure.

    The pipe alone would do, were it not that other children of our parent, forked while it was
    open, can hold its other end. On systems without parents to ask for, the pipe must do.
    """
    parent = os.getppid()
    gone = threading.Event()
    threading.Thread(target=_wait_for_input, args=(gone,), name="input", daemon=True).start()

    def watch() -> None:
        while not gone.wait(LOOK):
            if os.name == "posix" and os.getppid() != parent:
                break
        end()
        time.sleep(CLEAN_END)
        # Still here: a page hangs in a library. Nobody is left whom a hard end could hurt.
        os._exit(1)

    threading.Thread(target=watch, name="parent", daemon=True).start()


def _wait_for_input(gone: threading.Event) -> None:
    descriptor = sys.stdin.fileno()
    with contextlib.suppress(OSError):
        # Not through sys.stdin: its lock would be held while the interpreter ends.
        while os.read(descriptor, 1024):
            pass
    gone.set()
