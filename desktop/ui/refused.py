"""Files that could not be added stay on the list of problems until somebody takes them off."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QObject

from desktop.model.summary import Reason
from desktop.ui.bridge import Bridge
from desktop.ui.panels.problems import About, Problems
from desktop.ui.session import Session

#: How many files are remembered, the newest.
MOST = 100


class Refused(QObject):
    """Brings them back to the list after a restart, and remembers those that come.

    They are nowhere else: the library has only what could be added.
    """

    def __init__(self, bridge: Bridge, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._problems = Problems.of(bridge)
        self._kept = session.text("refused")
        for reason, path, when in reversed(_understood(self._kept)):
            self._problems.recall(reason, About(path=path), when)
        self._problems.changed.connect(self._keep)

    def _keep(self) -> None:
        files = [
            [str(path), entry.last, entry.reason.kind, entry.reason.what, entry.reason.advice]
            for entry in self._problems.entries()
            for path in entry.files
        ]
        kept = json.dumps(files[:MOST]) if files else ""
        if kept != self._kept:
            self._kept = kept
            self._session.keep("refused", kept)
            self._session.write()


def _understood(text: str) -> list[tuple[Reason, Path, float]]:
    """The files of last time, newest first; nothing if they can't be understood."""
    try:
        lines = json.loads(text or "[]")
        return [
            (Reason(str(kind), str(what), str(advice)), Path(path), float(when))
            for path, when, kind, what, advice in lines
        ]
    except (ValueError, TypeError, RecursionError):
        return []
