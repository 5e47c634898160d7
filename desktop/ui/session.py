"""Where the person left everything: the window, its parts, the document, the page.

Kept in a file of its own beside the settings, as plain text and numbers. Nothing in it is trusted:
what makes no sense is as if it were not there, so a broken file never stops the start.
"""

from __future__ import annotations

import base64
import binascii
import math
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow, QSplitter

#: The name of the file in the configuration folder.
FILE_NAME = "window.ini"
#: Raised when docks get other names, so that an older state is not applied to them.
LAYOUT = 1
#: How many documents the menu of recent ones remembers.
RECENT = 12


class Session:
    """What is remembered from one start to the next. Use it from the window's thread only."""

    def __init__(self, folder: Path) -> None:
        self._file = QSettings(str(folder / FILE_NAME), QSettings.Format.IniFormat)

    def text(self, key: str, usual: str = "") -> str:
        """A remembered text."""
        value = self._file.value(key)
        return value if isinstance(value, str) else usual

    def number(self, key: str, usual: float, *, low: float, high: float) -> float:
        """A remembered number if it is between ``low`` and ``high``, else the usual one."""
        try:
            value = float(self.text(key))
        except ValueError:
            return usual
        return value if math.isfinite(value) and low <= value <= high else usual

    def state(self, key: str) -> QByteArray:
        """What a widget's ``saveState`` gave; empty if there is none."""
        try:
            return QByteArray(base64.b64decode(self.text(key), validate=True))
        except (binascii.Error, ValueError):
            return QByteArray()

    def keep(self, key: str, value: str | float) -> None:
        """Remember a text or a number."""
        self._file.setValue(key, str(value))

    def keep_state(self, key: str, value: QByteArray) -> None:
        """Remember what a widget's ``saveState`` gave."""
        self.keep(key, base64.b64encode(value.data()).decode("ascii"))

    def keep_window(self, window: QMainWindow) -> None:
        """Remember where a window is, and where its docks are in it."""
        self.keep_state("window/geometry", window.saveGeometry())
        self.keep_state("window/layout", window.saveState(LAYOUT))

    def place_window(self, window: QMainWindow) -> bool:
        """Put a window where it was; whether anything was remembered."""
        geometry = self.state("window/geometry")
        return not geometry.isEmpty() and window.restoreGeometry(geometry)

    def place_docks(self, window: QMainWindow) -> bool:
        """Put a window's docks where they were; whether anything was remembered."""
        layout = self.state("window/layout")
        return not layout.isEmpty() and window.restoreState(layout, LAYOUT)

    def keep_split(self, key: str, splitter: QSplitter) -> None:
        """Remember how wide the parts are."""
        self.keep(key, ",".join(map(str, splitter.sizes())))

    def place_split(self, key: str, splitter: QSplitter) -> bool:
        """Make the parts as wide as they were; whether anything was remembered."""
        words = self.text(key).split(",")
        if len(words) != splitter.count() or not all(w.isdecimal() and len(w) < 6 for w in words):
            return False
        sizes = [int(word) for word in words]
        if not any(sizes):
            return False
        splitter.setSizes(sizes)
        return True

    @property
    def recent(self) -> tuple[Path, ...]:
        """The documents that were opened last, newest first."""
        lines = self.text("recent").split("\n")
        return tuple(Path(line) for line in lines if line.strip() and "\0" not in line)[:RECENT]

    def remember_document(self, path: Path) -> None:
        """Put a document at the top of the recent ones."""
        others = [each for each in self.recent if each != path]
        self.keep("recent", "\n".join(map(str, [path, *others][:RECENT])))

    def forget_documents(self) -> None:
        """Empty the list of recent documents."""
        self._file.remove("recent")

    def write(self) -> None:
        """Bring what was kept to the disk now. Failing is no harm: only places are lost."""
        self._file.sync()
