"""The library as a whole: one database, one owner, a door for each of its parts."""

from __future__ import annotations

import glob
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Self

from desktop.store.boundary import known_errors
from desktop.store.database import PATIENCE, Database
from desktop.store.exports import Exports
from desktop.store.jobs import Jobs
from desktop.store.marks import Marks
from desktop.store.owners import Owner
from desktop.store.pages import Pages
from desktop.store.results import Results
from desktop.store.versions import Choices


class Store:
    """The library of conversions in ``database``, opened by this program.

    ``locks`` is the folder in which every program that has it open holds a lock. ``patience`` is
    for how many seconds a write waits for another program. Opening brings an older database to the
    newest schema, after a copy of it was put beside it. A context manager; thread-safe. Raises
    ``StoreNewer``, ``StoreLocked``, ``StoreFull``, ``StoreDamaged`` or ``StoreError``, here and in
    every method of the parts.
    """

    def __init__(self, database: Path, locks: Path, *, patience: float = PATIENCE) -> None:
        self._database = Database(database, patience=patience)
        try:
            self._owner = Owner(locks, database=database)
        except BaseException:
            self._database.close()
            raise
        self.jobs = Jobs(self._database, self._owner)
        self.pages = Pages(self._database)
        self.results = Results(self._database)
        self.choices = Choices(self._database)
        self.marks = Marks(self._database)
        self.exports = Exports(self._database)

    def together(self) -> AbstractContextManager[object]:
        """A transaction over several of the parts: all of it is kept, or nothing."""
        return self._database.transaction()

    def files(self) -> tuple[Path, ...]:
        """Every file of the library: the database, what SQLite has beside it, and older copies."""
        database = self._database.path
        beside = (database.with_name(f"{database.name}{end}") for end in ("-wal", "-shm"))
        return (database, *beside, *self._copies())

    def _copies(self) -> tuple[Path, ...]:
        database = self._database.path
        return tuple(sorted(database.parent.glob(f"{glob.escape(database.name)}.before-*")))

    def shrink(self) -> None:
        """Leave nothing on the disk of what was removed: also no copies of older libraries.

        Reads and writes the whole library. Raises ``StoreLocked`` if another program uses it.
        """
        for copy in self._copies():
            with known_errors(copy):
                copy.unlink(missing_ok=True)
        self._database.shrink()

    def close(self) -> None:
        """Close the database and give up this program's lock."""
        try:
            self._database.close()
        finally:
            self._owner.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
