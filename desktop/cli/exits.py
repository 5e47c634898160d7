"""The exit codes, which scripts may rely on."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """What a command came to."""

    #: Every page is done and every file written.
    OK = 0
    #: Some pages or files failed; they are listed with their reasons.
    SOME_FAILED = 1
    #: The command makes no sense, or nothing of it could be done.
    USAGE = 2
    #: A bug; the log has the details.
    BUG = 70
    #: Stopped with Ctrl+C.
    INTERRUPTED = 130
