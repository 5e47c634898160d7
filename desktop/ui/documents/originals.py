"""Whether the documents are still where they were."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.model.cancel import CancelToken
from desktop.model.states import JobId
from desktop.ui.bridge import Bridge
from desktop.ui.documents.findings import Findings


class Originals(QObject):
    """Knows which jobs' files are missing; those that were asked for are looked for.

    ``changed`` carries a job whose file came or went. Use it from the window's thread only.
    """

    changed = Signal(object)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = bridge.library
        self._missing: dict[JobId, bool] = {}
        self._old: set[JobId] = set()
        self._findings = Findings(bridge, self, self._look, self._take)
        self._paths: dict[JobId, Path] = {}
        bridge.library.removed.connect(self._forget)

    def missing(self, job: JobId) -> bool:
        """Whether a job's file is known to be gone; asking has it looked for if need be."""
        if job not in self._missing or job in self._old:
            summary = self._library.job(job)
            if summary is not None:
                self._paths[job] = summary.path
                self._findings.want(job)
        return self._missing.get(job, False)

    def look_again(self) -> None:
        """Look for each file again when it is asked for next: the person was elsewhere."""
        self._old.update(self._missing)

    def _look(self, jobs: Sequence[JobId], cancel: CancelToken) -> Mapping[JobId, bool]:
        missing = {}
        for job in jobs:
            cancel.raise_if_cancelled()
            if (path := self._paths.get(job)) is not None:
                missing[job] = not path.exists()
        return missing

    def _take(self, missing: Mapping[JobId, bool]) -> None:
        for job, gone in missing.items():
            news = self._missing.get(job, False) != gone
            self._missing[job] = gone
            self._old.discard(job)
            if news:
                self.changed.emit(job)

    def _forget(self, job: JobId) -> None:
        self._missing.pop(job, None)
        self._paths.pop(job, None)
        self._old.discard(job)
