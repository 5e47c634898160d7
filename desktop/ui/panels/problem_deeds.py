"""What can be done about a problem, from the panel and from the bar."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from desktop.ui.bridge import Bridge
from desktop.ui.panels import problem_words
from desktop.ui.panels.control import Control
from desktop.ui.panels.problems import Entry, Problems


class Deeds(QObject):
    """Try again, show, copy. ``add_again`` carries the paths that are to be added once more."""

    add_again = Signal(object)

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._control = Control(bridge)

    def can_show(self, entry: Entry) -> bool:
        """Whether there is a document to look at."""
        return any(self._bridge.library.job(job) is not None for job in entry.jobs)

    def show(self, entry: Entry) -> None:
        """Look at the newest document that it is about."""
        for job in entry.jobs:
            if self._bridge.library.job(job) is not None:
                if job != self._bridge.job:
                    self._bridge.choose(job)
                return

    def try_again(self, entry: Entry) -> None:
        """Go on with its documents, or add its files again; it is off the list until it comes back.

        Only where ``problem_words.can_try_again``.
        """
        if entry.stands:
            self._control.resume(entry.jobs)
        if entry.files:
            self.add_again.emit(entry.files)
        Problems.of(self._bridge).dismiss(entry.number)

    def copy(self, entry: Entry) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(problem_words.report(entry))
