"""The line at the window's bottom: news on the left, the queue and the problems on the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QLabel, QStatusBar, QToolButton, QWidget

from desktop.model.states import FINISHED_JOB, JobState
from desktop.model.summary import JobSummary
from desktop.ui.bridge import Bridge

#: How long news stay when they ask for nothing, in milliseconds.
NEWS_STAYS = 8_000
#: How often the queue's summary is worked out at most, in milliseconds.
PAUSE = 250


class StatusLine(QObject):
    """Fills a status bar. ``queue_wanted`` and ``problems_wanted``: their summary was clicked."""

    queue_wanted = Signal()
    problems_wanted = Signal()

    def __init__(self, bar: QStatusBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._bridge: Bridge | None = None
        self._problems = 0
        self._left: float | None = None
        self._news = QLabel()
        self._news.setAccessibleName(self.tr("News"))
        self._answer = _button(self.tr("What can be done about it"))
        self._answer.hide()
        self._do: Callable[[], object] | None = None
        self._answer.clicked.connect(self._answered)
        self._fade = QTimer(self)
        self._fade.setSingleShot(True)
        self._fade.timeout.connect(lambda: self.tell(""))
        self._queue = _button(self.tr("Queue"))
        self._queue.clicked.connect(self.queue_wanted)
        self._trouble = _button(self.tr("Problems"))
        self._trouble.clicked.connect(self.problems_wanted)
        self._trouble.hide()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(PAUSE)
        self._later.timeout.connect(self._sum_up)
        bar.setSizeGripEnabled(False)
        bar.addWidget(self._news)
        bar.addWidget(self._answer)
        bar.addPermanentWidget(self._queue)
        bar.addPermanentWidget(self._trouble)
        self._queue.hide()

    def attach(self, bridge: Bridge) -> None:
        """Follow what the core does."""
        self._bridge = bridge
        library = bridge.library
        for signal in (library.reset, library.added, library.removed, library.changed):
            signal.connect(self._soon)
        library.page_changed.connect(self._soon)

    def add(self, part: QWidget) -> None:
        """Put a widget of another room at the far right."""
        self._bar.addPermanentWidget(part)

    def tell(self, text: str, *, answer: str = "", do: Callable[[], object] | None = None) -> None:
        """Say one sentence; with an ``answer``, a button that does something about it."""
        self._news.setText(text)
        self._do = do
        self._answer.setText(answer)
        self._answer.setVisible(bool(text and answer))
        if text and not answer:
            self._fade.start(NEWS_STAYS)
        else:
            self._fade.stop()

    def _answered(self) -> None:
        do = self._do
        self.tell("")
        if do is not None:
            do()

    def show_problems(self, count: int) -> None:
        """Say how many problems there are."""
        self._trouble.setVisible(count > 0)
        self._trouble.setText(self.tr("%n problem(s)", "", count))

    def _soon(self) -> None:
        if not self._later.isActive():
            self._later.start()

    def _sum_up(self) -> None:
        if self._bridge is None:
            return
        jobs = [job for job in self._bridge.library.jobs() if job.state not in FINISHED_JOB]
        self._queue.setVisible(bool(jobs))
        if jobs:
            self._queue.setText(self._words(jobs))

    def _words(self, jobs: list[JobSummary]) -> str:
        done, total = sum(job.finished_pages for job in jobs), sum(job.pages for job in jobs)
        text = self.tr("{done} of {total} pages").format(done=done, total=total)
        if all(job.state is JobState.PAUSED for job in jobs):
            text += self.tr(" · paused")
        return text


def _button(name: str) -> QToolButton:
    button = QToolButton()
    button.setAutoRaise(True)
    button.setAccessibleName(name)
    return button
