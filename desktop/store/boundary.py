"""The one place where SQLite's and the file system's errors become errors for people."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.errors import StoreDamaged, StoreError, StoreFull, StoreLocked

#: SQLite reports a full disk as FULL, but a quota or a limit on file size as a failed write, and
#: a full disk under its shared-memory file as SHMSIZE.
_FULL = frozenset(
    {
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR_WRITE,
        sqlite3.SQLITE_IOERR_SHMSIZE,
        sqlite3.SQLITE_IOERR_TRUNCATE,
    }
)
_NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@contextmanager
def known_errors(database: Path) -> Iterator[None]:
    """Raise ``StoreLocked``, ``StoreFull``, ``StoreDamaged`` or ``StoreError`` for what went wrong.

    Programming errors (bad SQL, a broken constraint) pass through: they are bugs.
    """
    try:
        yield
    except sqlite3.IntegrityError:
        raise
    except sqlite3.DatabaseError as error:
        known = _known(error, database)
        if known is None:
            raise
        raise known from error
    except OSError as error:
        if error.errno in _NO_SPACE:
            raise _full(database, str(error)) from error
        raise StoreError(
            f"The library of conversions in {database.parent} can't be opened.",
            "Check that the folder exists and that you may write to it.",
            details=str(error),
        ) from error


def _known(error: sqlite3.DatabaseError, database: Path) -> StoreError | None:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    details = f"{error} ({getattr(error, 'sqlite_errorname', code)})"
    if code in _FULL:
        return _full(database, details)
    primary = code & 0xFF
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StoreLocked(
            "Another program has held the library of conversions for too long.",
            "Close the other program, or wait until it has finished, and go on.",
            details=details,
        )
    if primary in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return StoreDamaged(
            f"The library of conversions, {database}, is damaged.",
            "Move it away and start again, or put back a copy of it.",
            details=details,
        )
    if primary in (
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_AUTH,
        sqlite3.SQLITE_PROTOCOL,
    ):
        return StoreError(
            f"The library of conversions, {database}, can't be read or written.",
            "Check that its disk is there and that you may write to the folder.",
            details=details,
        )
    return None


def _full(database: Path, details: str) -> StoreFull:
    return StoreFull(
        f"No space is left in {database.parent}, where the library of conversions is kept.",
        "Make room on that disk, then resume.",
        details=details,
    )
