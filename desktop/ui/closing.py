"""The one question before the window closes in the middle of work."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop.model.states import FINISHED_JOB, JobState
from desktop.model.summary import JobSummary
from desktop.ui.bridge import Bridge
from desktop.ui.dialogs.export import ExportDialog
from desktop.ui.dialogs.questions import confirm
from desktop.ui.said import in_a_row


class Closing(QObject):
    """Knows whether there is work under way, and asks. ``leave`` is called when the answer is yes.

    Work of another Diptych goes on without this one, and a paused document has nothing to lose.
    """

    def __init__(self, bridge: Bridge, window: QWidget, leave: Callable[[], None]) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._window = window
        self._leave = leave
        self._question: QMessageBox | None = None

    def working(self) -> tuple[JobSummary, ...]:
        """The documents that this program is reading, or that wait to be read."""
        return tuple(
            job
            for job in self._bridge.library.jobs()
            if job.state not in FINISHED_JOB
            and job.state is not JobState.PAUSED
            and self._bridge.service.owns(job.job)
        )

    def ask(self) -> bool:
        """Whether the window may close at once; if not, the person is being asked."""
        jobs = self.working()
        exporting = any(dialog.busy for dialog in self._window.findChildren(ExportDialog))
        if not jobs and not exporting:
            return True
        if self._question is not None:
            self._question.raise_()
            return False
        pages = sum(job.pages - job.finished_pages for job in jobs)
        text, explanation = [], []
        if jobs:
            text.append(self.tr("%n document(s) are still being read.", "", len(jobs)))
            explanation += [
                self.tr("%n page(s) are not finished.", "", pages),
                self.tr("What is finished is kept; Diptych goes on when you open it next time."),
            ]
        if exporting:
            text.append(self.tr("An export is under way."))
            explanation.append(self.tr("Files that are not whole by now will not be written."))
        self._question = confirm(
            self._window,
            title=self.tr("Close Diptych?"),
            text=in_a_row(*text),
            explanation=in_a_row(*explanation),
            do_it=self.tr("&Close"),
            leave_it=self.tr("&Keep Working"),
            agreed=self._leave,
        )
        self._question.finished.connect(self._answered)
        return False

    def _answered(self) -> None:
        self._question = None
