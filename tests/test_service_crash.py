from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from desktop.model.options import ExportFormat, ExportPlan
from desktop.model.states import JobState, PageState
from desktop.service import Service
from tests.bed.papers import scanned_pdf, written_pdf
from tests.bed.services import counts, options_for, paths_in, serving
from tests.bed.standin import StandIn
from tests.conftest import wait_until

#: A program that converts one document and says where it is.
CONVERT = """
import sys
from pathlib import Path
from desktop.model.events import PageChanged
from desktop.model.options import ExportFormat, ExportPlan
from desktop.service import Service
from tests.bed.services import options_for, paths_in

def watch(event):
    if isinstance(event, PageChanged):
        print(event.page, event.state.value, flush=True)

if __name__ == "__main__":
    home, paper, url = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    with Service(paths_in(home)) as service:
        service.subscribe(watch)
        plan = ExportPlan(home / "out", "paper", (ExportFormat.TEXT,))
        job = service.add(paper, options_for(url), plan=plan)
        service.start()
        print("end", service.wait([job]), flush=True)
"""


@contextmanager
def converting(home: Path, paper: Path, server: StandIn) -> Iterator[subprocess.Popen[str]]:
    script = home / "convert.py"
    script.write_text(CONVERT)
    path = os.pathsep.join([str(Path(__file__).parents[1]), os.environ.get("PYTHONPATH", "")])
    env = {**os.environ, "PYTHONPATH": path}
    with subprocess.Popen(
        [sys.executable, str(script), str(home), str(paper), server.url],
        stdout=subprocess.PIPE,
        text=True,
        env=env,
    ) as child:
        try:
            yield child
        finally:
            child.kill()


def lines_until(child: subprocess.Popen[str], end: str, times: int) -> list[str]:
    assert child.stdout is not None
    lines: list[str] = []
    for line in child.stdout:
        lines.append(line.strip())
        if sum(end in each for each in lines) == times:
            break
    return lines


@pytest.mark.parametrize("after", [1, 5, 9])
def test_after_a_kill_the_rest_is_read_and_nothing_is_lost_or_sent_twice(
    tmp_path: Path, after: int
) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 10)
    with StandIn(seconds=0.05) as server:
        with converting(tmp_path, paper, server) as child:
            lines_until(child, "done", after)
            child.kill()
        wait_until(lambda: server.account()["in_flight"] == 0)
        with Service(paths_in(tmp_path)) as service:
            (summary,) = service.jobs()
            job = summary.job
            finished = {p.page for p in service.pages(job) if p.state is PageState.DONE}
            assert len(finished) >= after
            sent = len(server.requests())
            assert service.adopt_interrupted() == (job,)
            service.start()
            assert service.wait([job])
            assert counts(service, job) == {PageState.DONE: 10}
            assert len(server.requests()) - sent == 10 - len(finished)
            assert [result.page for result in service.results(job)] == list(range(10))
            for page in range(10):
                assert len(service.recognitions(job, page)) == 1
        assert (tmp_path / "out" / "paper.txt").exists()


def test_a_kill_between_the_last_page_and_its_file_is_healed(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 2)
    plan = ExportPlan(tmp_path / "out", "paper", (ExportFormat.TEXT, ExportFormat.MARKDOWN))
    with StandIn(profile="vllm") as server:
        with serving(tmp_path) as (service, _):
            job = service.add(paper, options_for(server), plan=plan)
            service.wait([job])
        # As a program leaves it that was killed right after its last page.
        shutil.rmtree(tmp_path / "out")
        with sqlite3.connect(tmp_path / "data" / "library.sqlite3") as raw:
            raw.execute("UPDATE exports SET state = 'pending' WHERE format = 'txt'")
            raw.execute("UPDATE jobs SET owner = 'a program that is gone'")
        raw.close()
        with serving(tmp_path) as (service, _):
            assert service.adopt_interrupted() == (job,)
            assert service.wait([job])
            assert [file.name for file in (tmp_path / "out").iterdir()] == ["paper.txt"]
        with serving(tmp_path) as (service, _):
            assert service.adopt_interrupted() == ()
        assert len(server.requests()) == 2


def test_a_kill_between_the_last_page_and_the_end_of_its_job_is_healed(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 2)
    plan = ExportPlan(tmp_path / "out", "paper", (ExportFormat.TEXT,))
    with StandIn(profile="vllm") as server:
        with serving(tmp_path) as (service, _):
            job = service.add(paper, options_for(server), plan=plan)
            service.wait([job])
        shutil.rmtree(tmp_path / "out")
        with sqlite3.connect(tmp_path / "data" / "library.sqlite3") as raw:
            raw.execute("UPDATE exports SET state = 'pending'")
            raw.execute("UPDATE jobs SET owner = 'a program that is gone', state = 'running'")
        raw.close()
        with serving(tmp_path) as (service, _):
            assert service.adopt_interrupted() == (job,)
            assert service.wait([job])
            assert service.job(job).state is JobState.DONE
            assert (tmp_path / "out" / "paper.txt").exists()
        assert len(server.requests()) == 2


def test_a_conversion_that_another_program_is_at_is_left_to_it(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 12)
    with StandIn(seconds=0.1) as server, converting(tmp_path, paper, server) as child:
        lines_until(child, "done", 1)
        with serving(tmp_path) as (service, _):
            assert service.adopt_interrupted() == ()
            job = service.add(paper, options_for(server, pages="1-4"))
            assert service.wait([job])
            assert "end True" in lines_until(child, "end", 1)
            child.wait(10)
            first, second = service.jobs()
            assert counts(service, first.job) == {PageState.DONE: 12}
            assert counts(service, second.job) == {PageState.DONE: 4}
        assert len(server.requests()) == 16


def test_a_document_that_goes_away_fails_its_job_until_it_is_back(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 20)
    away = tmp_path / "away.pdf"
    with StandIn(seconds=0.05) as server, serving(tmp_path) as (service, heard):
        job = service.add(paper, options_for(server))
        wait_until(lambda: heard.pages_in(job, PageState.DONE) >= 2)
        paper.rename(away)
        assert service.wait([job])
        summary = service.job(job)
        assert summary.state is JobState.FAILED
        assert summary.reason.kind == "DocumentMissing"
        assert "paper.pdf" in summary.reason.what
        done = counts(service, job)[PageState.DONE]
        assert counts(service, job) == {PageState.DONE: done, PageState.FAILED: 20 - done}
        assert service.adopt_interrupted() == ()
        away.rename(paper)
        assert service.adopt_interrupted() == (job,)
        assert service.wait([job])
        assert counts(service, job) == {PageState.DONE: 20}


def test_a_document_that_changes_in_the_middle_fails_its_job(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 20)
    original = paper.read_bytes()
    other = scanned_pdf(tmp_path / "other.pdf", 20, blank={3})
    with StandIn(seconds=0.05) as server, serving(tmp_path) as (service, heard):
        job = service.add(paper, options_for(server))
        wait_until(lambda: heard.pages_in(job, PageState.DONE) >= 2)
        other.replace(paper)
        assert service.wait([job])
        assert service.job(job).reason.kind == "DocumentChanged"
        paper.write_bytes(original)
        service.resume(job)
        assert service.wait([job])
        assert counts(service, job) == {PageState.DONE: 20}


def test_a_document_that_was_only_touched_is_the_same(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 3)
    with StandIn(profile="vllm") as server, Service(paths_in(tmp_path)) as service:
        job = service.add(paper, options_for(server))
        os.utime(paper, (1_000_000_000, 1_000_000_000))
        service.start()
        assert service.wait([job])
        assert counts(service, job) == {PageState.DONE: 3}


def test_a_locked_document_that_was_interrupted_asks_for_its_password(tmp_path: Path) -> None:
    paper = written_pdf(tmp_path / "locked.pdf", 2, password="open sesame")
    with StandIn(profile="vllm") as server:
        with Service(paths_in(tmp_path)) as service:
            job = service.add(paper, options_for(server), password="open sesame")
        with serving(tmp_path) as (service, _):
            assert service.adopt_interrupted() == (job,)
            assert service.wait([job])
            assert service.job(job).reason.kind == "PasswordNeeded"
            assert service.adopt_interrupted() == ()
            assert service.adopt_interrupted(password="open sesame") == (job,)
            assert service.wait([job])
            assert counts(service, job) == {PageState.DONE: 2}


@contextmanager
def small_disk(folder: Path) -> Iterator[None]:
    folder.mkdir(parents=True)
    if os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this system does not let a small disk be mounted")
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def fill_up(ballast: Path) -> None:
    with ballast.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(b"\0" * 4096)


def test_a_full_disk_pauses_the_job_and_loses_no_page_that_was_read(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 12)
    data = paths_in(tmp_path).data
    with (
        small_disk(data),
        StandIn(seconds=0.05) as server,
        serving(tmp_path) as (service, heard),
    ):
        job = service.add(paper, options_for(server))
        wait_until(lambda: heard.pages_in(job, PageState.DONE) >= 2)
        ballast = data / "ballast"
        fill_up(ballast)
        assert service.wait([job], timeout=30) is False
        summary = service.job(job)
        assert summary.state is JobState.PAUSED
        assert summary.reason.kind == "StoreFull"
        assert "space" in summary.reason.what
        assert heard.job_states(job)[-1] is JobState.PAUSED
        wait_until(lambda: server.account()["in_flight"] == 0)
        ballast.unlink()
        service.resume(job)
        assert service.wait([job])
        assert counts(service, job) == {PageState.DONE: 12}
        # What had been read when the disk was full was kept in memory, and not sent again.
        assert len(server.requests()) == 12


def test_a_database_that_another_program_holds_pauses_the_job(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 6)
    hold = (
        "import sqlite3, sys\n"
        "raw = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "raw.execute('BEGIN EXCLUSIVE')\n"
        "print('held', flush=True)\n"
        "sys.stdin.read()\n"
    )
    with StandIn(seconds=0.1) as server, serving(tmp_path) as (service, heard):
        job = service.add(paper, options_for(server))
        wait_until(lambda: heard.pages_in(job, PageState.DONE) >= 1)
        database = str(paths_in(tmp_path).database)
        with subprocess.Popen(
            [sys.executable, "-c", hold, database],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        ) as holder:
            assert holder.stdout is not None
            assert holder.stdout.readline() == b"held\n"
            assert service.wait([job], timeout=60) is False
            assert service.job(job).reason.kind == "StoreLocked"
            holder.communicate()
        service.resume(job)
        assert service.wait([job])
        assert counts(service, job) == {PageState.DONE: 6}
        assert len(server.requests()) == 6
