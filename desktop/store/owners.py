"""Which running program works on which jobs, told by locks that end with their program."""

from __future__ import annotations

import uuid
from pathlib import Path

import filelock

from desktop.store.boundary import known_errors


class Owner:
    """This program's name among those that share the library.

    The name is new for every ``Owner`` and stands for a lock file of the same name in ``folder``.
    The operating system drops the lock when the program ends, however it ends, so that whoever
    finds a name in the database can tell whether its program still runs.
    """

    def __init__(self, folder: Path, *, database: Path) -> None:
        self._folder = folder
        self._database = database
        self.name = uuid.uuid4().hex
        with known_errors(database):
            folder.mkdir(parents=True, exist_ok=True)
            self._lock = filelock.FileLock(self._file(self.name), thread_local=False)
            self._lock.acquire(timeout=0)

    def _file(self, name: str) -> Path:
        return self._folder / f"{name}.lock"

    def runs(self, name: str | None) -> bool:
        """Whether the program of that name, or this one, still runs; nobody does not."""
        if name is None:
            return False
        if name == self.name:
            return True
        file = self._file(name)
        with known_errors(self._database):
            if not file.exists():
                return False
            lock = filelock.FileLock(file)
            try:
                lock.acquire(timeout=0)
            except filelock.Timeout:
                return True
            # Names are never used twice, so the file of an ended program can go.
            lock.release()
            file.unlink(missing_ok=True)
        return False

    def close(self) -> None:
        """Give up the name; the jobs that still carry it are free for others."""
        self._lock.release()
        self._file(self.name).unlink(missing_ok=True)
