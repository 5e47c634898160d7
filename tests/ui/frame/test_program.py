"""The real program, as a process of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from desktop import settings
from desktop.model.states import JobState
from desktop.service import Service
from desktop.settings import Settings
from desktop.ui.session import FILE_NAME
from tests.bed.services import paths_in
from tests.bed.standin import StandIn
from tests.cli.bed import ROOT, pdf
from tests.conftest import wait_until
from tests.ui.frame.processes import runs

#: Within how many seconds the program is gone, and how long a busy machine may take to start it.
GONE, STARTED = 3.0, 40.0


class Program:
    """Diptych with its window, offscreen, and the processes that it started."""

    def __init__(self, process: subprocess.Popen[str], home: Path) -> None:
        self.process = process
        self.home = home
        self._begun = self._log_size()

    def _log_size(self) -> int:
        return len(self.log)

    @property
    def log(self) -> str:
        """What it logged."""
        try:
            return (self.home / "logs" / "diptych.log").read_text(encoding="utf-8")
        except FileNotFoundError:
            return ""

    def wait_for(self, words: str) -> None:
        """Wait until it logs something."""

        def said() -> bool:
            assert self.process.poll() is None, "it ended"
            return words in self.log[self._begun :]

        wait_until(said, seconds=STARTED, what=words)

    def children(self) -> list[psutil.Process]:
        """What it has running."""
        return psutil.Process(self.process.pid).children(recursive=True)

    def end_by(self, number: int) -> None:
        """Send a signal; it is gone in time then, with all that it started."""
        children = self.children()
        begun = time.monotonic()
        self.process.send_signal(number)
        out, err = self.process.communicate(timeout=STARTED)
        took = time.monotonic() - begun
        wait_until(lambda: not any(map(runs, children)), seconds=1.0, what="its children")
        assert self.process.returncode == 0, (out, err)
        assert "Traceback" not in err
        # Where others keep the cores busy, everything takes longer.
        assert took < GONE * max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1)), self.log


@contextmanager
def opened(home: Path, *words: Path) -> Iterator[Program]:
    """The program with a window and a library that are there."""
    process = subprocess.Popen(
        [sys.executable, "-m", "desktop", *map(str, words)],
        env={
            **os.environ,
            "DIPTYCH_HOME": str(home),
            "PYTHONPATH": str(ROOT),
            "QT_QPA_PLATFORM": "offscreen",
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    program = Program(process, home)
    try:
        program.wait_for("the library is open")
        yield program
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()


def served_by(home: Path, servers: Sequence[StandIn]) -> None:
    """Let the program use these servers."""
    settings.save(Settings(servers=tuple(server.url for server in servers)), home / "config")


def jobs_in(home: Path) -> dict[str, JobState]:
    """The documents of a library and how they stand."""
    with Service(paths_in(home)) as service:
        return {job.path.name: job.state for job in service.jobs()}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_in_time_and_nothing_stays(tmp_path: Path, number: int) -> None:
    with opened(tmp_path) as program:
        program.end_by(number)


def test_in_the_middle_of_work_it_ends_in_time_and_goes_on_the_next_time(tmp_path: Path) -> None:
    paper = pdf(tmp_path / "paper.pdf", 12)
    home = tmp_path / "home"
    with StandIn(profile="deepseek-ocr.rs", seconds=0.3) as server:
        served_by(home, [server])
        with opened(home, paper) as program:
            wait_until(lambda: len(server.requests()) > 3, seconds=STARTED)
            program.end_by(signal.SIGTERM)
        assert jobs_in(home) == {"paper.pdf": JobState.QUEUED}
        with opened(home) as program:
            wait_until(lambda: jobs_in(home) == {"paper.pdf": JobState.DONE}, seconds=STARTED)
            program.end_by(signal.SIGTERM)


def test_killed_in_the_middle_of_work_it_comes_back_with_the_rest(tmp_path: Path) -> None:
    paper = pdf(tmp_path / "paper.pdf", 8)
    home = tmp_path / "home"
    with StandIn(profile="deepseek-ocr.rs", seconds=0.3) as server:
        served_by(home, [server])
        with opened(home, paper) as program:
            wait_until(lambda: len(server.requests()) > 3, seconds=STARTED)
            children = program.children()
            program.process.kill()
            program.process.communicate()
            psutil.wait_procs(children, timeout=5)
        with opened(home) as program:
            wait_until(lambda: jobs_in(home) == {"paper.pdf": JobState.DONE}, seconds=STARTED)
            program.end_by(signal.SIGTERM)


def test_a_second_one_beside_it_leaves_its_work_alone(tmp_path: Path) -> None:
    paper, other = pdf(tmp_path / "paper.pdf", 6), pdf(tmp_path / "other.pdf", 1)
    home = tmp_path / "home"
    with StandIn(profile="deepseek-ocr.rs", seconds=0.3) as server:
        served_by(home, [server])
        with opened(home, paper) as first:
            wait_until(lambda: bool(server.requests()), seconds=STARTED)
            with opened(home, other) as second:
                wait_until(lambda: jobs_in(home).get("other.pdf") is JobState.DONE, seconds=STARTED)
                second.end_by(signal.SIGTERM)
            wait_until(lambda: jobs_in(home)["paper.pdf"] is JobState.DONE, seconds=STARTED)
            first.end_by(signal.SIGTERM)
        assert len(server.requests()) == 7


def test_broken_settings_and_a_broken_memory_do_not_stop_the_start(tmp_path: Path) -> None:
    config = tmp_path / "config"
    config.mkdir()
    (config / FILE_NAME).write_bytes(b"\x00[window]\ngeometry=@Variant(\\0\\0\\0\\x7f)\n\xff")
    (config / settings.FILE_NAME).write_text("{broken")
    with opened(tmp_path) as program:
        program.end_by(signal.SIGTERM)


def test_a_library_that_cannot_be_opened_is_shown_and_not_a_crash(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "library.sqlite3").write_bytes(b"no database at all " * 100)
    process = subprocess.Popen(
        [sys.executable, "-m", "desktop"],
        env={**os.environ, "DIPTYCH_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
    )
    program = Program(process, tmp_path)
    program.wait_for("StoreDamaged")
    process.send_signal(signal.SIGTERM)
    _, err = process.communicate(timeout=STARTED)
    assert process.returncode == 2
    assert "Traceback" not in err
