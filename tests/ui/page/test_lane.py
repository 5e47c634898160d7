"""One errand at a time, and the newest of those that wait."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.errors import KnownError, UsageError
from desktop.model.cancel import CancelToken
from desktop.ui.page.lane import Errand, Lane
from desktop.ui.tasks import Tasks


class Runs:
    """A lane whose errands wait to be let go, and what they told."""

    def __init__(self, tasks: Tasks, parent: QObject, patience: int) -> None:
        self.lane: Lane[str] = Lane(tasks, parent, patience=patience, urgent=True)
        self.begun: list[str] = []
        self.told: list[str] = []
        self.go = threading.Event()
        self.tokens: dict[str, CancelToken] = {}

    def run(self, name: str) -> None:
        """An errand that ends when ``go`` is set, or when it is given up."""

        def work(cancel: CancelToken) -> str:
            self.begun.append(name)
            self.tokens[name] = cancel
            while not self.go.wait(0.01):
                cancel.raise_if_cancelled()
            if name == "bad":
                raise UsageError("No.", "")
            return name

        self.lane.run(Errand(name, work, self.told.append, self._refused))

    def _refused(self, error: KnownError) -> None:
        self.told.append(error.what)


@pytest.fixture
def tasks() -> Iterator[Tasks]:
    """Threads for errands."""
    tasks = Tasks()
    yield tasks
    tasks.close()


def test_of_many_errands_the_first_and_the_last_are_done(qtbot: QtBot, tasks: Tasks) -> None:
    runs = Runs(tasks, tasks, patience=60_000)
    for number in range(20):
        runs.run(str(number))
    qtbot.waitUntil(lambda: runs.begun == ["0"])
    runs.go.set()
    qtbot.waitUntil(lambda: runs.told == ["0", "19"])
    assert runs.begun == ["0", "19"]
    assert not runs.lane.busy


def test_an_errand_that_is_under_way_is_not_run_twice(qtbot: QtBot, tasks: Tasks) -> None:
    runs = Runs(tasks, tasks, patience=1)
    for name in ("one", "two", "one"):
        runs.run(name)
    qtbot.waitUntil(lambda: runs.begun == ["one"])
    runs.go.set()
    qtbot.waitUntil(lambda: not runs.lane.busy)
    assert runs.told == ["one"]


def test_what_takes_long_is_given_up_once_something_else_waits(qtbot: QtBot, tasks: Tasks) -> None:
    runs = Runs(tasks, tasks, patience=10)
    runs.run("slow")
    qtbot.waitUntil(lambda: runs.begun == ["slow"])
    runs.run("newer")
    qtbot.waitUntil(lambda: runs.begun == ["slow", "newer"])
    assert runs.tokens["slow"].cancelled
    runs.go.set()
    qtbot.waitUntil(lambda: runs.told == ["newer"])


def test_after_an_error_the_next_errand_is_done(qtbot: QtBot, tasks: Tasks) -> None:
    runs = Runs(tasks, tasks, patience=60_000)
    runs.run("bad")
    runs.run("good")
    runs.go.set()
    qtbot.waitUntil(lambda: runs.told == ["No.", "good"])


def test_what_waits_can_be_dropped(qtbot: QtBot, tasks: Tasks) -> None:
    runs = Runs(tasks, tasks, patience=60_000)
    runs.run("one")
    runs.run("two")
    runs.lane.drop()
    runs.go.set()
    qtbot.waitUntil(lambda: not runs.lane.busy)
    assert runs.told == ["one"]
