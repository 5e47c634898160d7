"""What stops more than a page: the exceptions by which a page's work says so, and who is hit."""

from __future__ import annotations

from desktop.errors import (
    DocumentChanged,
    DocumentMissing,
    EngineFailed,
    KnownError,
    ModelMissing,
    NotADocument,
    PasswordNeeded,
    PasswordWrong,
    ServerNeedsRestart,
    ServerUnauthorised,
    ServerUnknown,
    UsageError,
)

#: Every page of the job would fail for the same reason.
WHOLE_JOB: tuple[type[KnownError], ...] = (
    DocumentMissing,
    DocumentChanged,
    NotADocument,
    PasswordNeeded,
    PasswordWrong,
    UsageError,
)
#: Every page that the endpoint gets would fail for the same reason.
WHOLE_ENDPOINT: tuple[type[KnownError], ...] = (
    ServerUnauthorised,
    ServerUnknown,
    ModelMissing,
    ServerNeedsRestart,
    EngineFailed,
)
#: The world has to change before a job that failed so can go on, and then it can.
RESUMABLE = frozenset(
    kind.__name__
    for kind in (
        DocumentMissing,
        DocumentChanged,
        PasswordNeeded,
        PasswordWrong,
        ServerUnauthorised,
        EngineFailed,
    )
)
#: What is kept as the kind of a reason that is a bug of ours.
INTERNAL = "InternalError"


class ServersGone(Exception):
    """None of a job's servers can be used. ``error`` says why.

    ``lasting`` says that waiting does not help; otherwise the job may go on when they are back.
    """

    def __init__(self, error: KnownError, *, lasting: bool) -> None:
        super().__init__(error.what)
        self.error = error
        self.lasting = lasting


class PutBack(Exception):
    """The page was not sent yet when its job was paused: it waits in its place again."""
