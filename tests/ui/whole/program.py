"""The real program as a process of its own, with a script that is played in it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil

from desktop import settings
from desktop.settings import Settings
from tests.conftest import wait_until
from tests.ui.frame.processes import runs
from tests.ui.whole.player import PATIENCE

ROOT = Path(__file__).parents[3]
#: Within how many seconds the program is gone when it is told to leave.
GONE = 3.0


class Played:
    """A program that plays a script."""

    def __init__(self, process: subprocess.Popen[bytes], folder: Path) -> None:
        self.process = process
        self._folder = folder
        self._children: list[psutil.Process] = []

    @property
    def said(self) -> dict[str, Any]:
        """All facts that the script told so far."""
        lines = (self._folder / "out").read_text(encoding="utf-8").splitlines(keepends=True)
        facts: dict[str, Any] = {}
        for line in lines:
            if line.startswith("{") and line.endswith("\n"):
                facts |= json.loads(line)
        return facts

    @property
    def complaints(self) -> str:
        """What came out as errors."""
        return (self._folder / "err").read_text(encoding="utf-8", errors="replace")

    def wait_for(self, fact: str) -> Any:
        """Wait until the script tells a fact, and return it."""

        def told() -> bool:
            assert self.process.poll() is None or fact in self.said, self.complaints
            return fact in self.said

        wait_until(told, seconds=3 * PATIENCE, what=fact)
        self._note_children()
        return self.said[fact]

    def answer(self) -> None:
        """Let a script go on that waits for an answer."""
        with (self._folder / "answers").open("a", encoding="utf-8") as file:
            file.write("on\n")

    def _note_children(self) -> None:
        if self.process.poll() is None:
            self._children = psutil.Process(self.process.pid).children(recursive=True)

    def kill(self) -> None:
        """SIGKILL: the end without any warning. What it had started ends by itself."""
        self._note_children()
        assert self._children, "a program at work has helpers"
        self.process.kill()
        self.process.wait()
        wait_until(lambda: not any(map(runs, self._children)), what="the helpers' end")

    def ends(self) -> float:
        """Wait until it ends in order, with all that it started; how many seconds that took."""
        begun = time.monotonic()
        while self.process.poll() is None:
            assert time.monotonic() < begun + 3 * PATIENCE, self.complaints
            try:
                self.process.wait(0.05)
            except subprocess.TimeoutExpired:
                self._note_children()
        assert self.process.returncode == 0, self.complaints
        assert "Traceback" not in self.complaints
        took = time.monotonic() - begun
        wait_until(lambda: not any(map(runs, self._children)), seconds=1.0, what="its children")
        return took


@contextmanager
def played(script: str, home: Path, *words: Path | str) -> Iterator[Played]:
    """The program with the script of this name in ``scripts``, which is given the words."""
    folder = home / f"played-{script}"
    folder.mkdir(parents=True)
    (folder / "answers").touch()
    with (folder / "out").open("wb") as out, (folder / "err").open("wb") as err:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.ui.whole.scripts", script, *map(str, words)],
            env={
                **os.environ,
                "DIPTYCH_HOME": str(home),
                "QT_QPA_PLATFORM": "offscreen",
                "WHOLE_ANSWERS": str(folder / "answers"),
            },
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
        )
    program = Played(process, folder)
    try:
        yield program
    finally:
        if process.poll() is None:
            for child in psutil.Process(process.pid).children(recursive=True):
                child.kill()
            process.kill()
            process.wait()


def chosen(home: Path, **choices: Any) -> None:
    """Write the settings of the program whose home this is."""
    settings.save(Settings(**{"language": "en", "long_edge": 400, **choices}), home / "config")
