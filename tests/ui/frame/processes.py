"""Whether processes are still there."""

from __future__ import annotations

import psutil


def runs(process: psutil.Process) -> bool:
    """Whether a process does anything; one that only waits to be reaped does not.

    In a container without an init, nobody reaps what a program left behind.
    """
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
