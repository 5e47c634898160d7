"""How much memory this process uses, and the system's own limit on it."""

from __future__ import annotations

import ctypes
import sys


def resident_memory() -> int:
    """The bytes of memory that this process occupies now."""
    import psutil  # not needed by every child, and a child is to start quickly

    return psutil.Process().memory_info().rss


def give_back_memory() -> None:
    """Return freed memory to the system, which glibc keeps for itself unless it is asked."""
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # not in every C library
        if trim is not None:
            trim(0)


def limit_memory(memory: int) -> bool:
    """Let the system refuse more address space than this; return whether it can.

    Where it can, it leaves no core file of a crash either: that would be as large.
    """
    if sys.platform != "linux":
        # macOS accepts RLIMIT_AS and does not keep it; Windows has nothing of the kind.
        return False
    import resource  # exists on Unix only

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    return True
