"""Conversions that were interrupted, and documents that want a password."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from desktop.errors import KnownError, PasswordNeeded, PasswordWrong
from desktop.model.cancel import CancelToken
from desktop.model.states import FINISHED_JOB, JobId, JobState
from desktop.model.summary import JobSummary
from desktop.ui.bridge import Bridge
from desktop.ui.history import expired
from desktop.ui.password import PasswordDialog
from desktop.ui.status import StatusLine

_WANTS_PASSWORD = frozenset({PasswordNeeded.__name__, PasswordWrong.__name__})


class Interrupted(QObject):
    """Goes on with what the last session left unfinished, or offers to, in the status line.

    A document that wants its password to go on is named there too, with a button that asks for it.
    ``unlocked`` tells that a document can be looked at again.
    """

    unlocked = Signal(object)

    def __init__(self, bridge: Bridge, status: StatusLine, window: QWidget) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._status = status
        self._window = window
        self._named: set[JobId] = set()
        bridge.library.changed.connect(self._look)

    def begin(self) -> None:
        """Take up what was interrupted, or ask; and let go what is kept no longer."""
        library, chosen = self._bridge.library, self._bridge.preferences.current
        if over := expired(library.jobs(), chosen.keep, now=time.time()):
            self._bridge.tasks.run(
                lambda _: self._bridge.service.clear_history(over), done=lambda _: library.refresh()
            )
        if chosen.continue_on_start:
            self._go_on()
            return
        left = [job for job in library.jobs() if job.state not in FINISHED_JOB]
        if left:
            self._status.tell(
                self.tr("%n document(s) were interrupted last time.", "", len(left)),
                answer=self.tr("Go On"),
                do=self._go_on,
            )

    def _go_on(self) -> None:
        self._bridge.tasks.run(
            lambda _: self._bridge.service.adopt_interrupted(), done=self._gone_on
        )

    def _gone_on(self, jobs: tuple[JobId, ...]) -> None:
        if not jobs:
            return
        self._bridge.library.refresh()
        self._status.tell(
            self.tr("Going on with %n document(s) from last time.", "", len(jobs)),
            answer=self.tr("Pause"),
            do=lambda: self._pause(jobs),
        )

    def _pause(self, jobs: tuple[JobId, ...]) -> None:
        def work(_: CancelToken) -> None:
            for job in jobs:
                self._bridge.service.pause(job)

        self._bridge.tasks.run(work)

    # Passwords.

    def _look(self, job: JobId) -> None:
        """Name a document that begins to want its password."""
        summary = self._bridge.library.job(job)
        if summary is None or not _wants_password(summary):
            self._named.discard(job)
            return
        if job in self._named:
            return
        self._named.add(job)
        self._status.tell(
            self.tr("“{name}” wants its password to go on.").format(name=summary.path.name),
            answer=self.tr("Give It…"),
            do=lambda: self.unlock(job),
        )

    def unlock(self, job: JobId, *, wrong: bool = False) -> None:
        """Ask for the password of a job's document until it is right, then go on with the job."""
        summary = self._bridge.library.job(job)
        if summary is None:
            return
        dialog = PasswordDialog(summary.path.name, wrong=wrong, parent=self._window)

        def answered(answer: int) -> None:
            dialog.deleteLater()
            if answer == QDialog.DialogCode.Accepted:
                self._try(job, dialog.password)

        dialog.finished.connect(answered)
        dialog.open()

    def _try(self, job: JobId, password: str) -> None:
        service = self._bridge.service

        def work(cancel: CancelToken) -> None:
            service.unlock(job, password, cancel=cancel)
            if _wants_password(service.job(job)):
                service.resume(job, password=password)

        def refused(error: KnownError) -> None:
            if isinstance(error, PasswordWrong):
                self.unlock(job, wrong=True)
            else:
                self._bridge.report(error, job=job)

        self._bridge.tasks.run(work, done=lambda _: self.unlocked.emit(job), failed=refused)


def _wants_password(summary: JobSummary) -> bool:
    """Whether a job stands still because its document is encrypted."""
    return summary.state is JobState.FAILED and summary.reason.kind in _WANTS_PASSWORD
