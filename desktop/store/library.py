"""The library as a whole: one database, one owner, a door for each of its parts."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Self

from desktop.store.database import PATIENCE, Database
from desktop.store.exports import Exports
from desktop.store.jobs import Jobs
from desktop.store.marks import Marks
from desktop.store.owners import Owner
from desktop.store.pages import Pages
from desktop.store.results import Results


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
        self.marks = Marks(self._database)
        self.exports = Exports(self._database)

    def together(self) -> AbstractContextManager[object]:
        """A transaction over several of the parts: all of it is kept, or nothing."""
        return self._database.transaction()

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
