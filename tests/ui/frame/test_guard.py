"""Mistakes of the program, caught wherever they happen; signals; and the end by force."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator

import psutil
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.ui.guard import Guard
from desktop.ui.interrupts import Interrupts
from tests.cli.bed import ROOT
from tests.conftest import wait_until
from tests.ui.frame.processes import runs


class Told(Exception):
    """A bug for the tests."""


@pytest.fixture
def guard() -> Iterator[Guard]:
    """A guard on duty."""
    with Guard() as guard:
        yield guard


def fail() -> None:
    """A slot with a bug."""
    raise Told


def test_a_bug_in_a_slot_is_told_and_the_next_click_works(qtbot: QtBot, guard: Guard) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    clicks: list[bool] = []
    button.clicked.connect(fail)
    button.clicked.connect(lambda: clicks.append(True))
    with qtbot.waitSignal(guard.caught) as told:
        button.click()
    assert isinstance(told.args[0], Told)
    button.click()
    assert len(clicks) == 2


def test_a_bug_that_happens_again_and_again_is_told_once(qtbot: QtBot, guard: Guard) -> None:
    told: list[BaseException] = []
    guard.caught.connect(told.append)
    timer = QTimer()
    fired: list[int] = []

    def fire() -> None:
        fired.append(1)
        fail()

    timer.timeout.connect(fire)
    timer.start(1)
    qtbot.waitUntil(lambda: len(fired) > 20)
    timer.stop()
    assert len(told) == 1


def test_a_bug_in_a_timer_is_told(qtbot: QtBot, guard: Guard) -> None:
    with qtbot.waitSignal(guard.caught) as told:
        QTimer.singleShot(0, fail)
    assert isinstance(told.args[0], Told)


def test_a_bug_in_a_thread_is_told_on_the_windows_thread(qtbot: QtBot, guard: Guard) -> None:
    where: list[threading.Thread] = []

    def note(_: object) -> None:
        where.append(threading.current_thread())

    guard.caught.connect(note)
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(where))


def test_a_bug_in_the_event_loop_is_told(qtbot: QtBot, guard: Guard) -> None:
    with qtbot.waitSignal(guard.caught) as told:
        loop = asyncio.new_event_loop()
        loop.set_exception_handler(guard.of_loop)
        loop.call_soon(fail)
        loop.call_soon(loop.stop)
        loop.run_forever()
        loop.close()
    assert isinstance(told.args[0], Told)


def test_after_its_duty_everything_is_as_before() -> None:
    before = (sys.excepthook, threading.excepthook)
    with Guard():
        assert sys.excepthook is not before[0]
    assert (sys.excepthook, threading.excepthook) == before


def test_a_signal_wakes_the_windows_loop(qtbot: QtBot) -> None:
    with Interrupts() as interrupts, qtbot.waitSignal(interrupts.asked):
        os.kill(os.getpid(), signal.SIGTERM)


def test_the_signals_are_the_systems_again_afterwards() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with Interrupts():
        assert signal.getsignal(signal.SIGTERM) is not before
    assert signal.getsignal(signal.SIGTERM) is before


def test_what_takes_too_long_at_the_end_is_ended_with_its_children() -> None:
    code = (
        "import subprocess, sys, threading\n"
        "from desktop.ui.leaving import Deadline\n"
        "child = subprocess.Popen([sys.executable, '-c', 'input()'], stdin=subprocess.PIPE)\n"
        "print(child.pid, flush=True)\n"
        "with Deadline(0.3) as deadline:\n"
        "    deadline.start()\n"
        "    threading.Event().wait()\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=30
    )
    assert ended.returncode == 1
    pid = int(ended.stdout)
    wait_until(lambda: not psutil.pid_exists(pid) or not runs(psutil.Process(pid)), what="its end")
