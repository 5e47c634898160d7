"""Conversions that were interrupted, and those that stand still for want of a password."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from desktop.errors import PasswordNeeded, PasswordWrong
from desktop.model.states import JobId, JobState
from desktop.model.summary import JobSummary
from desktop.ui.bridge import Bridge
from desktop.ui.password import PasswordDialog
from desktop.ui.status import StatusLine

_WANTS_PASSWORD = {PasswordNeeded.__name__: False, PasswordWrong.__name__: True}


class Interrupted(QObject):
    """Goes on with what the last session left unfinished, and says so in the status line.

    A document that wants its password to go on is named there too, with a button that asks for it.
    """

    def __init__(self, bridge: Bridge, status: StatusLine, window: QWidget) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._status = status
        self._window = window
        self._named: set[JobId] = set()
        bridge.library.changed.connect(self._look)

    def go_on(self) -> None:
        """Take up what was interrupted."""
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
        def work(_: object) -> None:
            for job in jobs:
                self._bridge.service.pause(job)

        self._bridge.tasks.run(work)

    # Passwords.

    @staticmethod
    def wants_password(summary: JobSummary | None) -> bool:
        """Whether a job stands still because its document is encrypted."""
        return (
            summary is not None
            and summary.state is JobState.FAILED
            and summary.reason.kind in _WANTS_PASSWORD
        )

    def _look(self, job: JobId) -> None:
        summary = self._bridge.library.job(job)
        if summary is None or not self.wants_password(summary):
            self._named.discard(job)
            return
        if job in self._named:
            return
        self._named.add(job)
        self._status.tell(
            self.tr("“{name}” wants its password to go on.").format(name=summary.path.name),
            answer=self.tr("Give It…"),
            do=lambda: self.ask(job),
        )

    def ask(self, job: JobId) -> None:
        """Ask for the password of a job, then go on with it."""
        summary = self._bridge.library.job(job)
        if summary is None:
            return
        wrong = _WANTS_PASSWORD.get(summary.reason.kind, False)
        dialog = PasswordDialog(summary.path.name, wrong=wrong, parent=self._window)

        def answered(answer: int) -> None:
            dialog.deleteLater()
            if answer == QDialog.DialogCode.Accepted:
                password = dialog.password
                self._bridge.tasks.run(
                    lambda _: self._bridge.service.resume(job, password=password),
                    failed=lambda error: self._bridge.report(error, job=job),
                )

        dialog.finished.connect(answered)
        dialog.open()
