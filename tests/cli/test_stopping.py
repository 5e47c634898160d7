"""Stopped in the middle: by Ctrl+C, by a kill at any moment; and then resumed.

The server's own log of requests shows that finished pages are not sent again.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
from pathlib import Path

import pytest

from tests.bed.standin import StandIn
from tests.cli import bed
from tests.conftest import wait_until

Output = pytest.CaptureFixture[str]
PAGES = 12
#: Replies that may be on their way when the end comes: those in flight, and one being kept.
UNSAVED = 3


def begin(server: StandIn, *files: Path, out: Path) -> subprocess.Popen[str]:
    words = ("--server", server.url, "--to", "md,json", "-o", out)
    return bed.start("convert", *files, *words, cwd=out.parent)


def read(server: StandIn, at_least: int) -> bool:
    """Whether so many pages were read to their end."""
    done = [request for request in server.requests() if request["outcome"] == "done"]
    return len(done) >= at_least


def pages_of(file: Path) -> list[str]:
    """The marks in a JSON export, one for each page, in order."""
    marks = []
    for page in json.loads(file.read_text(encoding="utf-8"))["pages"]:
        text = json.dumps(page)
        marks.append(text.split("words of page ")[1][:16])
    return marks


def check_complete(out: Path, name: str, pages: int) -> None:
    """Every page is in the files, and once."""
    marks = pages_of(out / f"{name}.json")
    assert len(marks) == pages
    assert len(set(marks)) == pages
    text = (out / f"{name}.md").read_text(encoding="utf-8")
    assert [text.count(f"words of page {mark}") for mark in marks] == [1] * pages


def kept(capsys: Output) -> int:
    """How many pages of the one conversion in the library are read, as the command says."""
    listed = bed.here(capsys, "list", "--json")
    (job,) = json.loads(listed.out)["documents"]
    return int(job["pages"]["done"])


def resume_and_check(capsys: Output, server: StandIn, out: Path, name: str, pages: int) -> None:
    """Resume: what was kept is not sent again, what was not is, and the files are complete."""
    done, before = kept(capsys), len(server.requests())
    resumed = bed.here(capsys, "resume")
    assert resumed.code == 0, resumed.err
    assert resumed.files == [out / f"{name}.md", out / f"{name}.json"]
    assert len(server.requests()) - before == pages - done
    check_complete(out, name, pages)
    assert "nothing to resume" in bed.here(capsys, "resume").err


def test_ctrl_c_stops_tidily_and_resume_goes_on(tmp_path: Path, capsys: Output) -> None:
    paper = bed.pdf(tmp_path / "paper.pdf", PAGES)
    out = tmp_path / "out"
    with StandIn(profile="deepseek-ocr.rs", seconds=0.1) as server:
        program = begin(server, paper, out=out)
        wait_until(lambda: read(server, 3), seconds=bed.PATIENCE, what="three pages")
        # As a terminal does it: every process of the group gets the signal.
        os.killpg(program.pid, signal.SIGINT)
        stopped = bed.end(program)
        assert stopped.code == 130
        assert stopped.out == ""
        assert "diptych resume" in stopped.err
        assert "Traceback" not in stopped.err
        assert list(out.iterdir()) == []
        # All but what was on its way from the server just then.
        assert kept(capsys) >= 3 - UNSAVED
        resume_and_check(capsys, server, out, "paper", PAGES)


def test_a_second_ctrl_c_stops_at_once(tmp_path: Path, capsys: Output) -> None:
    paper = bed.pdf(tmp_path / "paper.pdf", PAGES)
    with StandIn(profile="deepseek-ocr.rs", seconds=0.2) as server:
        program = begin(server, paper, out=tmp_path / "out")
        wait_until(lambda: read(server, 1), seconds=bed.PATIENCE, what="a page")
        program.send_signal(signal.SIGINT)
        program.send_signal(signal.SIGINT)
        stopped = bed.end(program)
        assert stopped.code == 130
        assert "Traceback" not in stopped.err
        resume_and_check(capsys, server, tmp_path / "out", "paper", PAGES)


@pytest.mark.parametrize("moment", [0, 1, 5, PAGES - 1])
def test_killed_at_any_moment_nothing_is_lost_and_nothing_doubled(
    tmp_path: Path, moment: int, capsys: Output
) -> None:
    paper = bed.pdf(tmp_path / "paper.pdf", PAGES)
    out = tmp_path / "out"
    with StandIn(profile="deepseek-ocr.rs", seconds=0.06) as server:
        program = begin(server, paper, out=out)
        if moment:
            wait_until(lambda: read(server, moment), seconds=bed.PATIENCE, what=f"{moment} pages")
        else:
            wait_until(lambda: server.requests() != [], seconds=bed.PATIENCE, what="a request")
        program.kill()
        bed.end(program)
        assert kept(capsys) >= moment - UNSAVED
        resume_and_check(capsys, server, out, "paper", PAGES)


def test_killed_while_files_are_written_the_files_come_out_whole(
    tmp_path: Path, capsys: Output
) -> None:
    paper = bed.pdf(tmp_path / "paper.pdf", 3)
    out = tmp_path / "out"
    with StandIn(profile="vllm") as server:
        words = ("--server", server.url, "--to", "docx,md,json", "-o", out)
        program = bed.start("convert", paper, *words, cwd=tmp_path)
        wait_until(lambda: read(server, 3), seconds=bed.PATIENCE, what="all pages")
        program.kill()
        bed.end(program)
        count = len(server.requests())
        resumed = bed.here(capsys, "resume")
        assert resumed.code == 0, resumed.err
        check_complete(out, "paper", 3)
        assert (out / "paper.docx").read_bytes()[:2] == b"PK"
        names = {path.name for path in out.iterdir()}
        assert {"paper.docx", "paper.md", "paper.json"} <= names
        assert not [name for name in names if name.endswith(".tmp")]
        assert len(server.requests()) <= count + 3


def test_resume_with_nothing_to_do_says_so(tmp_path: Path, capsys: Output) -> None:
    ended = bed.here(capsys, "resume")
    assert ended.code == 0
    assert "nothing to resume" in ended.err


def test_a_locked_document_is_resumed_with_its_password(tmp_path: Path, capsys: Output) -> None:
    locked = bed.pdf(tmp_path / "locked.pdf", PAGES, password="right")
    with StandIn(profile="deepseek-ocr.rs", seconds=0.1) as server:
        words = ("--server", server.url, "--to", "md,json", "-o", tmp_path, "--password", "right")
        program = bed.start("convert", locked, *words, cwd=tmp_path)
        wait_until(lambda: read(server, 2), seconds=bed.PATIENCE, what="two pages")
        program.kill()
        bed.end(program)
        assert bed.here(capsys, "resume").code == 1
        resumed = bed.diptych("resume", cwd=tmp_path, env={"DIPTYCH_PASSWORD": "right"})
        assert resumed.code == 0, resumed.err
        check_complete(tmp_path, "locked", PAGES)


def test_a_server_that_is_away_leaves_work_that_can_be_resumed(
    tmp_path: Path, capsys: Output
) -> None:
    paper = bed.pdf(tmp_path / "paper.pdf", 3)
    with StandIn(profile="vllm") as server:
        server.stop()
        words = ("--server", server.url, "--to", "md,json", "-o", tmp_path / "out")
        away = bed.diptych("convert", paper, *words, cwd=tmp_path)
        assert away.code == 2
        assert server.url.removeprefix("http://") in away.err
        assert "diptych resume" in away.err
        assert "Traceback" not in away.err
        server.start()
        assert bed.here(capsys, "resume").code == 0
        check_complete(tmp_path / "out", "paper", 3)
