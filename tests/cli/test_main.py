"""The command itself: help, no command, versions, bugs, and the library's own commands."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import __version__
from desktop.__main__ import main
from desktop.cli import doctor
from desktop.cli.arguments import COMMANDS
from desktop.cli.session import Session
from tests.bed.standin import StandIn
from tests.cli import bed

Output = pytest.CaptureFixture[str]


def test_without_a_command_and_without_a_screen_the_commands_are_pointed_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    ended = bed.diptych(cwd=tmp_path)
    assert ended.code == 2
    assert ended.out == ""
    assert "no screen" in ended.err
    assert "--help" in ended.err


def test_a_file_that_is_not_there_is_no_document_for_the_window(capsys: Output) -> None:
    assert main(["away.pdf"]) == 2
    assert "invalid choice" in capsys.readouterr().err


def test_every_command_is_known_before_the_command_line_is_read(capsys: Output) -> None:
    assert main(["--help"]) == 0
    said = capsys.readouterr().out
    listed = {line.split()[0] for line in said.splitlines() if line.startswith("    ")}
    assert listed == COMMANDS


def test_help_names_every_command(capsys: Output) -> None:
    assert main(["--help"]) == 0
    said = capsys.readouterr().out
    assert all(
        name in said
        for name in ("convert", "resume", "list", "cancel", "export", "doctor", "serve")
    )


def test_the_version_is_said(capsys: Output) -> None:
    assert main(["--version"]) == 0
    assert __version__ in capsys.readouterr().out


@pytest.mark.parametrize("words", [["convert"], ["nonsense"], ["export"], ["export", "x"]])
def test_wrong_usage_is_exit_code_two(words: list[str], capsys: Output) -> None:
    assert main(words) == 2
    assert "usage: diptych" in capsys.readouterr().err


def test_a_bug_is_one_message_and_a_trace_in_the_log(
    own_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    def broken(session: Session) -> int:
        raise ZeroDivisionError("a bug for the test")

    monkeypatch.setattr(doctor, "doctor", broken)
    assert main(["doctor"]) == 70
    said = capsys.readouterr().err
    log = own_home / "logs" / "diptych.log"
    assert str(log) in said
    assert "ZeroDivisionError" not in said
    assert "Traceback" in log.read_text()


def test_a_library_that_cannot_be_opened_is_one_sentence(
    tmp_path: Path, own_home: Path, capsys: Output
) -> None:
    (own_home / "data").mkdir(parents=True)
    (own_home / "data" / "library.sqlite3").write_bytes(b"no database at all " * 100)
    assert main(["list"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "library" in printed.err


def test_an_empty_library_is_said_to_be_empty(capsys: Output) -> None:
    assert main(["list"]) == 0
    assert "no conversions" in capsys.readouterr().err


def test_what_was_converted_is_listed_and_can_be_written_again(
    server: StandIn, tmp_path: Path, capsys: Output
) -> None:
    paper = bed.pdf(tmp_path / "paper.pdf", 2)
    words = ["convert", str(paper), "--server", server.url, "--to", "md", "-o", str(tmp_path)]
    assert main(words) == 0
    capsys.readouterr()

    assert main(["list"]) == 0
    assert "2/2" in capsys.readouterr().out
    assert main(["list", "--json"]) == 0
    (job,) = json.loads(capsys.readouterr().out)["documents"]
    assert job["path"] == str(paper)
    assert job["state"] == "done"

    out = tmp_path / "again"
    assert main(["export", str(job["job"]), "--to", "html,txt", "-o", str(out)]) == 0
    files = [str(out / "paper.html"), str(out / "paper.txt")]
    assert capsys.readouterr().out.splitlines() == files
    assert len(server.requests()) == 2


def test_what_was_given_up_is_not_resumed(server: StandIn, tmp_path: Path, capsys: Output) -> None:
    paper = bed.pdf(tmp_path / "paper.pdf", 2)
    server.stop()
    assert main(["convert", str(paper), "--server", server.url, "-o", str(tmp_path)]) == 2
    assert main(["cancel", "1"]) == 0
    assert "cancelled" in capsys.readouterr().err
    server.start()
    assert main(["resume"]) == 0
    assert "nothing to resume" in capsys.readouterr().err
    assert server.requests() == []


def test_a_conversion_that_is_not_there_cannot_be_exported(tmp_path: Path, capsys: Output) -> None:
    assert main(["export", "7", "-o", str(tmp_path)]) == 2
    assert "7" in capsys.readouterr().err


def test_a_reader_that_leaves_early_is_no_error(tmp_path: Path) -> None:
    program = bed.start("doctor", "--json", cwd=tmp_path)
    assert program.stdout is not None
    program.stdout.close()
    program.stdout = None
    ended = bed.end(program)
    assert ended.code == 0
    assert ended.err == ""


def test_an_engine_that_lacks_a_package_says_which(tmp_path: Path) -> None:
    # None in sys.modules is how Python itself marks a module that is not to be found.
    code = (
        "import sys; sys.modules['onnxruntime'] = None; from desktop.__main__ import main;"
        "sys.exit(main(['serve', '--port', '0']))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=bed.environment(),
        capture_output=True,
        text=True,
        timeout=bed.PATIENCE,
        check=False,
    )
    assert ended.returncode == 2
    assert "onnxruntime" in ended.stderr
    assert "Traceback" not in ended.stderr
