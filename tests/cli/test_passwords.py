"""Encrypted documents: the password is given, in the environment, or asked for on a terminal."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from desktop.__main__ import main
from tests.bed.standin import StandIn
from tests.cli import bed
from tests.conftest import wait_until

Output = pytest.CaptureFixture[str]


def convert(server: StandIn, *words: str | Path) -> int:
    return main(["convert", *map(str, words), "--server", server.url, "--to", "md"])


def test_without_a_password_it_is_said_that_one_is_needed(
    server: StandIn, tmp_path: Path, capsys: Output
) -> None:
    locked = bed.pdf(tmp_path / "locked.pdf", password="tür")
    assert convert(server, locked, "-o", tmp_path) == 2
    assert "password" in capsys.readouterr().err
    assert server.requests() == []


def test_a_wrong_password_is_said_to_be_wrong(
    server: StandIn, tmp_path: Path, capsys: Output
) -> None:
    locked = bed.pdf(tmp_path / "locked.pdf", password="right")
    words = (locked, "-o", tmp_path, "--password", "not-it", "--json")
    assert convert(server, *words) == 2
    printed = capsys.readouterr()
    assert "PasswordWrong" in printed.out
    assert "not-it" not in printed.out + printed.err


def test_the_password_opens_what_is_locked_and_what_is_not(server: StandIn, tmp_path: Path) -> None:
    locked = bed.pdf(tmp_path / "locked.pdf", 2, password="right")
    free = bed.pdf(tmp_path / "free.pdf")
    photo = bed.picture(tmp_path / "photo.png")
    assert convert(server, locked, free, photo, "-o", tmp_path, "--password", "right") == 0
    assert len(server.requests()) == 4


def test_the_environment_has_the_password(
    server: StandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = bed.pdf(tmp_path / "locked.pdf", password="right")
    monkeypatch.setenv("DIPTYCH_PASSWORD", "right")
    assert convert(server, locked, "-o", tmp_path) == 0


def test_a_password_is_kept_nowhere(
    server: StandIn, tmp_path: Path, own_home: Path, capsys: Output
) -> None:
    locked = bed.pdf(tmp_path / "locked.pdf", password="S3sameOpen")
    assert convert(server, locked, "-o", tmp_path, "--password", "S3sameOpen") == 0
    printed = capsys.readouterr()
    assert "S3sameOpen" not in printed.out + printed.err
    for file in own_home.rglob("*"):
        if file.is_file():
            assert b"S3sameOpen" not in file.read_bytes()


class Terminal:
    """A program on a terminal of its own, and a person who reads and types there."""

    def __init__(self, *words: str | Path, cwd: Path) -> None:
        self._mine, theirs = pty.openpty()
        self.program = subprocess.Popen(
            [sys.executable, "-m", "desktop", *map(str, words)],
            cwd=cwd,
            env=bed.environment({"TERM": "xterm"}),
            stdin=theirs,
            stdout=subprocess.PIPE,
            stderr=theirs,
            text=True,
            start_new_session=True,
            # The terminal is to be the session's own, so that Ctrl+C reaches the program.
            preexec_fn=_take_terminal,
        )
        os.close(theirs)
        self._seen = b""
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        try:
            while part := os.read(self._mine, 4096):
                self._seen += part
        except OSError:
            # How Linux says that nobody has the other side open any more.
            return

    def answer(self, question: str, text: str, *, nth: int = 1) -> None:
        """Wait until the question has come for the n-th time, and type something."""
        wait_until(
            lambda: self._seen.decode(errors="replace").count(question) >= nth,
            seconds=bed.PATIENCE,
            what=question,
        )
        os.write(self._mine, text.encode())

    def end(self) -> tuple[int, str, str]:
        """Exit code, standard output, and all that was on the terminal."""
        out, _ = self.program.communicate(timeout=bed.PATIENCE)
        self._reader.join()
        os.close(self._mine)
        return self.program.returncode, out, self._seen.decode(errors="replace")


def _take_terminal() -> None:
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def test_on_a_terminal_the_password_is_asked_for_and_kept_for_the_next(
    server: StandIn, tmp_path: Path
) -> None:
    first = bed.pdf(tmp_path / "first.pdf", password="right")
    second = bed.pdf(tmp_path / "second.pdf", password="right")
    words = (first, second, "--server", server.url, "--to", "md", "-o", tmp_path)
    terminal = Terminal("convert", *words, cwd=tmp_path)
    terminal.answer("Password of first.pdf:", "wrong\n")
    terminal.answer("Password of first.pdf:", "right\n", nth=2)
    code, out, seen = terminal.end()
    assert code == 0, seen
    assert len(out.splitlines()) == 2
    assert "right" not in seen
    assert "Password of second.pdf" not in seen


def test_ctrl_c_at_the_question_stops_the_command(server: StandIn, tmp_path: Path) -> None:
    locked = bed.pdf(tmp_path / "locked.pdf", password="right")
    words = (locked, "--server", server.url, "--to", "md", "-o", tmp_path)
    terminal = Terminal("convert", *words, cwd=tmp_path)
    terminal.answer("Password of locked.pdf:", "\x03")
    code, _, seen = terminal.end()
    assert code == 130, seen
    assert "Traceback" not in seen
    assert server.requests() == []
