"""One SQLite connection for the whole program, behind a lock."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import filelock

from desktop.errors import StoreLocked
from desktop.store.boundary import known_errors
from desktop.store.migrations import migrate

#: What is bound to a statement; rows come back as tuples of the same.
Value = str | bytes | int | float | None
Row = tuple[Any, ...]

#: Seconds to wait for another program that writes, before ``StoreLocked``.
PATIENCE = 5.0


class Database:
    """The opened and migrated database. Thread-safe: every use holds the one lock.

    One connection behind a lock is faster here than one for each thread: SQLite has one writer at
    a time, and its own waiting for that is polling. In WAL mode with ``synchronous=NORMAL`` a
    commit survives the end of this program at any moment; after a power cut the last ones may be
    missing, the database stays whole.
    """

    def __init__(self, path: Path, *, patience: float = PATIENCE) -> None:
        self.path = path
        self._lock = threading.RLock()
        with known_errors(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            opening = filelock.FileLock(path.with_name(path.name + ".opening"))
            try:
                opening.acquire(timeout=patience)
            except filelock.Timeout as error:
                raise StoreLocked(
                    "Another Diptych has been opening the library of conversions for too long.",
                    "Wait a moment and start again.",
                ) from error
            try:
                self._connection = _connect(path, patience)
            finally:
                opening.release()

    def close(self) -> None:
        """Close the connection; the database is one whole file again if nobody else has it."""
        with self._lock, known_errors(self.path):
            self._connection.close()

    def shrink(self) -> None:
        """Write the database anew without what was removed. Raises the ``StoreError`` kinds."""
        with self._lock, known_errors(self.path):
            self._connection.execute("VACUUM")
            # The log still has pages from before.
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing; transactions of one thread may be nested and are then one.

        Raises the ``StoreError`` kinds; nothing was written then.
        """
        with self._lock, known_errors(self.path):
            if self._connection.in_transaction:
                yield self._connection
            else:
                yield from self._outermost("BEGIN IMMEDIATE")

    @contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """Several queries that see the same moment, without waiting for programs that write.

        Raises the ``StoreError`` kinds.
        """
        with self._lock, known_errors(self.path):
            if self._connection.in_transaction:
                yield self._connection
            else:
                yield from self._outermost("BEGIN")

    def _outermost(self, begin: str) -> Iterator[sqlite3.Connection]:
        self._connection.execute(begin)
        try:
            yield self._connection
            self._connection.execute("COMMIT")
        finally:
            # SQLite has rolled back by itself after some errors, not after others.
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    def rows(self, statement: str, values: Sequence[Value] = ()) -> list[Row]:
        """All rows of a query. Raises the ``StoreError`` kinds."""
        with self._lock, known_errors(self.path):
            return self._connection.execute(statement, values).fetchall()

    def row(self, statement: str, values: Sequence[Value] = ()) -> Row | None:
        """The first row of a query, or nothing. Raises the ``StoreError`` kinds."""
        rows = self.rows(statement, values)
        return rows[0] if rows else None


def _connect(path: Path, patience: float) -> sqlite3.Connection:
    # No implicit transactions: they are begun and ended by hand, in one place.
    connection = sqlite3.connect(
        path, timeout=patience, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA journal_size_limit = 16777216")
        migrate(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection
