"""The line at the window's bottom: news on the left, the queue and the problems on the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QStatusBar, QToolButton, QWidget

from desktop.ui.bridge import Bridge
from desktop.ui.panels.queue_summary import QueueSummary

#: How long news stay when they ask for nothing, in milliseconds.
NEWS_STAYS = 8_000


class StatusLine(QObject):
    """Fills a status bar. ``queue_wanted`` and the others: their summary was clicked."""

    queue_wanted = Signal()
    review_wanted = Signal()
    problems_wanted = Signal()

    def __init__(self, bar: QStatusBar, bridge: Bridge) -> None:
        super().__init__(bar)
        self._bar = bar
        self._news = QLabel()
        self._news.setAccessibleName(self.tr("News"))
        self._news.setContentsMargins(8, 0, 4, 0)
        self._answer = QPushButton()
        self._do: Callable[[], object] | None = None
        self._answer.clicked.connect(self._answered)
        self._fade = QTimer(self)
        self._fade.setSingleShot(True)
        self._fade.timeout.connect(lambda: self.tell(""))
        self._queue = QueueSummary(bridge)
        # It stands at the right, as wide as its words, and not in the middle of what is left.
        self._queue.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._queue.wanted.connect(self.queue_wanted)
        self._review = _button(self.tr("Show the pages that need review"))
        self._review.clicked.connect(self.review_wanted)
        self._trouble = _button(self.tr("Show the problems"))
        self._trouble.clicked.connect(self.problems_wanted)
        bar.setSizeGripEnabled(False)
        bar.addWidget(self._news)
        bar.addWidget(self._answer)
        bar.addPermanentWidget(self._queue)
        for part in (self._review, self._trouble):
            bar.addPermanentWidget(part)
            part.hide()
        self._answer.hide()

    def add(self, part: QWidget) -> None:
        """Put a widget of another room at the far right."""
        self._bar.addPermanentWidget(part)

    def tell(self, text: str, *, answer: str = "", do: Callable[[], object] | None = None) -> None:
        """Say one sentence; with an ``answer``, a button that does something about it."""
        self._news.setText(text)
        self._do = do
        self._answer.setText(answer)
        self._answer.setAccessibleDescription(text)
        self._answer.setVisible(bool(text and answer))
        if text and not answer:
            self._fade.start(NEWS_STAYS)
        else:
            self._fade.stop()

    @property
    def news(self) -> str:
        """What is being said."""
        return self._news.text()

    def answer(self) -> None:
        """Do what the button beside the news does."""
        self._answer.click()

    def _answered(self) -> None:
        do = self._do
        self.tell("")
        if do is not None:
            do()

    def show_problems(self, count: int) -> None:
        """Say how many problems there are."""
        self._trouble.setVisible(count > 0)
        self._trouble.setText(self.tr("%n problem(s)", "", count))

    def show_reviews(self, count: int) -> None:
        """Say how many pages need review."""
        self._review.setVisible(count > 0)
        self._review.setText(self.tr("%n to review", "", count))


def _button(name: str) -> QToolButton:
    button = QToolButton()
    button.setAutoRaise(True)
    button.setAccessibleDescription(name)
    button.setToolTip(name)
    return button
