"""What went wrong since the start: each kind of trouble once, with how often and with what."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from desktop.errors import ExportError
from desktop.model.events import Event, ExportFailed, JobChanged
from desktop.model.states import JobId, JobState
from desktop.model.summary import JobSummary, Reason
from desktop.ui.bridge import Bridge, Problem

#: How many entries are kept; the oldest go first.
MOST = 200
#: How many documents one entry remembers.
MOST_DOCUMENTS = 1_000
_STANDS = (JobState.FAILED, JobState.PAUSED)


@dataclass(frozen=True, slots=True)
class About:
    """What a problem is about: a job, a file, or nothing that has a name."""

    job: JobId | None = None
    path: Path | None = None

    @property
    def name(self) -> str:
        """The document's name, if there is one."""
        return self.path.name if self.path is not None else ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One problem. ``about`` has every document once, the newest first.

    ``number`` tells entries apart; ``first`` and ``last`` are in seconds since the epoch.
    ``stands`` says that it is why its documents stand still.
    """

    number: int
    reason: Reason
    details: str
    first: float
    last: float
    count: int
    about: tuple[About, ...]
    stands: bool = False

    @property
    def jobs(self) -> tuple[JobId, ...]:
        """The jobs that it is about."""
        return tuple(about.job for about in self.about if about.job is not None)

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that it is about and that could not be added."""
        if self.reason.kind == ExportError.__name__:
            return ()
        return tuple(a.path for a in self.about if a.job is None and a.path is not None)


Key = tuple[str, str, str]


class Problems(QObject):
    """The list. ``came`` carries a new or repeated ``Entry``. For the window's thread only.

    Besides what the bridge tells, documents that fail or stop and files that are not written are
    problems. When a document goes on, it is no problem any more.
    """

    changed = Signal()
    came = Signal(object)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._entries: dict[Key, Entry] = {}
        self._numbers = 0
        self._stopped: set[JobId] = set()
        bridge.problem.connect(self._take)
        bridge.heard.connect(self._hear)
        bridge.library.changed.connect(self._look)
        # A document may stop before the library has heard of it.
        bridge.library.added.connect(self._look)
        bridge.library.removed.connect(self._settled)

    @classmethod
    def of(cls, bridge: Bridge) -> Problems:
        """The one that all views of a bridge share."""
        return bridge.findChild(cls) or cls(bridge)

    def entries(self) -> tuple[Entry, ...]:
        """All problems, newest first."""
        return tuple(reversed(self._entries.values()))

    def dismiss(self, number: int) -> None:
        """Take one off the list."""
        for key, entry in self._entries.items():
            if entry.number == number:
                del self._entries[key]
                self.changed.emit()
                return

    def dismiss_all(self) -> None:
        """Empty the list."""
        if self._entries:
            self._entries.clear()
            self.changed.emit()

    def recall(self, reason: Reason, about: About, when: float) -> None:
        """Put one of an earlier session on the list, quietly; ``when`` as in ``Entry``."""
        self._put(reason, about, when)
        self.changed.emit()

    # Where problems come from.

    @Slot(object)
    def _take(self, problem: Problem) -> None:
        path = problem.path
        if path is None and problem.job is not None:
            summary = self._bridge.library.job(problem.job)
            path = summary.path if summary is not None else None
        error = problem.error
        self._add(Reason.of(error), About(problem.job, path), details=error.details)

    @Slot(object)
    def _hear(self, event: Event) -> None:
        if isinstance(event, JobChanged):
            if event.state in _STANDS and event.reason:
                # Its reason is in the library, with its kind, or will be a little later.
                self._stopped.add(event.job)
                summary = self._bridge.library.job(event.job)
                if summary is not None and str(summary.reason) == event.reason:
                    self._look(event.job)
            elif event.state not in _STANDS:
                self._stopped.discard(event.job)
                self._settled(event.job)
        elif isinstance(event, ExportFailed):
            reason = Reason(ExportError.__name__, event.reason)
            self._add(reason, About(event.job, event.path))

    @Slot(object)
    def _look(self, job: JobId) -> None:
        summary = self._bridge.library.job(job)
        if job not in self._stopped or summary is None:
            return
        if summary.state in _STANDS and summary.reason:
            self._stopped.discard(job)
            self._stands(summary)

    def _stands(self, summary: JobSummary) -> None:
        self._add(summary.reason, About(summary.job, summary.path), stands=True)

    # The list.

    def _add(
        self, reason: Reason, about: About, *, details: str = "", stands: bool = False
    ) -> None:
        entry = self._put(reason, about, time.time(), details=details, stands=stands)
        self.changed.emit()
        self.came.emit(entry)

    def _put(
        self,
        reason: Reason,
        about: About,
        now: float,
        *,
        details: str = "",
        stands: bool = False,
    ) -> Entry:
        key = _key(reason, about)
        # Taken out and put in again: the newest stand last.
        known = self._entries.pop(key, None)
        if known is None:
            self._numbers += 1
            named: tuple[About, ...] = (about,) if about != About() else ()
            entry = Entry(self._numbers, reason, details, now, now, 1, named, stands)
        else:
            others = tuple(each for each in known.about if each != about)
            named = (about, *others) if about != About() else others
            entry = replace(
                known,
                reason=reason,
                details=details or known.details,
                last=now,
                count=known.count + 1,
                about=named[:MOST_DOCUMENTS],
                stands=known.stands or stands,
            )
        self._entries[key] = entry
        while len(self._entries) > MOST:
            del self._entries[next(iter(self._entries))]
        return entry

    @Slot(object)
    def _settled(self, job: JobId) -> None:
        """A document goes on, is done, or is gone: what stopped it is over."""
        left: dict[Key, Entry] = {}
        for key, entry in self._entries.items():
            if not entry.stands or job not in entry.jobs:
                left[key] = entry
                continue
            about = tuple(each for each in entry.about if each.job != job)
            if about:
                left[key] = replace(entry, about=about)
        if left != self._entries:
            self._entries = left
            self.changed.emit()


def _key(reason: Reason, about: About) -> Key:
    """What makes two problems the same: all but the document's name."""

    def without_name(text: str) -> str:
        return text.replace(about.name, "\0") if about.name else text

    return reason.kind, without_name(reason.what), without_name(reason.advice)
