"""The settings file, as the window uses it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop import settings
from desktop.errors import UsageError
from desktop.settings import Settings


class Preferences(QObject):
    """What the person chose; ``changed`` tells the new ``Settings`` after every change.

    ``problem`` carries a ``KnownError`` when the file can't be read or written: the choice then
    holds until the program ends.
    """

    changed = Signal(object)
    problem = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        loaded = settings.load(folder)
        self._current = loaded.settings
        #: What was wrong with the file, one sentence or empty.
        self.complaint = loaded.complaint

    @property
    def current(self) -> Settings:
        """The choices as they are now."""
        return self._current

    def update(self, **changes: Any) -> None:
        """Change fields of the settings, save the file and tell; nothing if nothing is new.

        The file is small and written in a few milliseconds, so that a choice is never lost to a
        program that ends.
        """
        fresh = replace(self._current, **changes)
        if fresh == self._current:
            return
        self._current = fresh
        try:
            settings.save(fresh, self._folder)
        except OSError as error:
            self.problem.emit(
                UsageError(
                    f"The settings could not be saved ({error.strerror}).",
                    f"They hold until you close Diptych; check the folder {self._folder}.",
                )
            )
        self.changed.emit(fresh)
