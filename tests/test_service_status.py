"""What people are told of servers, of time and of room; hits and places in documents."""

from __future__ import annotations

import asyncio
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PIL import Image

from desktop.errors import UsageError
from desktop.model.endpoint import BUILTIN, ServerSpec
from desktop.model.geometry import Box
from desktop.model.states import JobState
from desktop.model.status import ServerState, ServerStatus
from desktop.service import Service
from tests.bed.papers import scanned_pdf
from tests.bed.services import options_for, paths_in, serving
from tests.bed.standin import Rule, StandIn
from tests.conftest import wait_until


def of(service: Service, server: StandIn) -> ServerStatus:
    return next(each for each in service.status() if each.address == server.url)


def test_a_server_is_seen_at_work_with_its_rates(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 6)
    with (
        StandIn(profile="vllm", seconds=0.2) as server,
        serving(tmp_path / "home") as (service, _),
    ):
        assert [each.state for each in service.status()] == [ServerState.STOPPED]
        job = service.add(paper, options_for(server))
        wait_until(lambda: service.time_left(job) is not None, what="an estimate")
        assert service.wait([job], timeout=30)
        assert service.time_left(job) is None
        status = of(service, server)
        assert status.state is ServerState.READY
        assert [change.state for change in status.history][-2:] == ["busy", "ready"]
        assert status.pages_per_minute > 10
        assert status.tokens_per_second > 0
        assert status.model
        assert "ready" in service.log_tail(server.url)


def test_health_is_asked_without_a_thread_and_starts_nothing(tmp_path: Path) -> None:
    with StandIn(profile="deepseek-ocr.rs") as server, Service(paths_in(tmp_path)) as service:
        spec = ServerSpec(server.url)
        statuses = asyncio.run(service.health([spec, ServerSpec("no address at all")]))
        assert [each.state for each in statuses] == [
            ServerState.STOPPED,
            ServerState.READY,
            ServerState.DOWN,
        ]
        server.stop()
        asyncio.run(service.health())
        status = of(service, server)
        assert status.state is ServerState.DOWN
        assert "can't be reached" in status.note
        builtin = service.status()[0]
        assert (builtin.address, builtin.state) == (BUILTIN, ServerState.STOPPED)


def test_a_server_that_fails_is_seen_to_rest_and_to_come_back(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 3)
    with (
        StandIn(profile="vllm", rules=[Rule(fault="server_error", times=1)]) as server,
        serving(tmp_path / "home") as (service, _),
    ):
        job = service.add(paper, options_for(server))
        assert service.wait([job], timeout=30)
        states = [change.state for change in of(service, server).history]
        assert ServerState.RESTING in states
        assert states[-1] is ServerState.READY


def test_words_are_found_with_edits_applied(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 3)
    with StandIn(profile="vllm") as server, serving(tmp_path / "home") as (service, _):
        job = service.add(paper, options_for(server))
        assert service.wait([job], timeout=30)
        service.edit(job, 1, 0, "Only by **hand**.")
        (hit,) = service.find(job, "by HAND")
        assert (hit.page, hit.block, hit.context) == (1, 0, "Only by hand.")
        assert service.find(job, "by HAND", case=True) == ()


def test_a_place_is_asked_of_a_server_that_can_say_it(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 1)
    with (
        StandIn(
            profile="vllm",
            rules=[Rule(reply="<|ref|>total<|/ref|><|det|>[[0, 0, 499, 999]]<|/det|>")],
        ) as server,
        Service(paths_in(tmp_path / "home")) as service,
    ):
        job = service.add(paper, options_for(BUILTIN, server))
        assert service.can_locate(job)
        assert service.locate(job, 0, "total") == (Box(0, 0, 499 / 999, 1),)
        with pytest.raises(UsageError, match="nothing to look for"):
            service.locate(job, 0, "  ")
        alone = service.add(paper, options_for(BUILTIN))
        assert not service.can_locate(alone)
        with pytest.raises(UsageError, match="None of"):
            service.locate(alone, 0, "total")


def test_history_is_cleared_without_a_trace_and_work_stays(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 2)
    home = tmp_path / "home"
    secret = "a word that nobody shall find"
    with StandIn(profile="vllm") as server:
        with serving(home) as (service, _):
            old, older = (service.add(paper, options_for(server)) for _ in range(2))
            assert service.wait([old, older], timeout=30)
            service.edit(old, 0, 0, secret)
            service.thumbnail(old, 0)
            kept = service.storage()
            assert (kept.jobs, kept.pages) == (2, 4)
            assert kept.library_bytes > 0
            assert kept.thumbnails_bytes > 0
        with Service(paths_in(home)) as service:
            waiting = service.add(scanned_pdf(tmp_path / "other.pdf", 1), options_for(server))
            assert service.clear_history([older]) == 1
            assert service.storage().thumbnails_bytes > 0
            assert service.clear_history() == 1
            assert [job.job for job in service.jobs()] == [waiting]
            assert service.job(waiting).state is JobState.QUEUED
            assert service.storage().thumbnails_bytes == 0
    library = home / "data" / "library.sqlite3"
    assert secret.encode() not in b"".join(
        file.read_bytes() for file in library.parent.iterdir() if file.is_file()
    )
    with closing(sqlite3.connect(library)) as raw:
        assert raw.execute("SELECT count(*) FROM edits").fetchone() == (0,)
    assert paper.exists()


def test_a_pasted_picture_goes_with_the_last_conversion_that_it_is_in(tmp_path: Path) -> None:
    paths = paths_in(tmp_path / "home")
    paths.pasted.mkdir(parents=True)
    twice, once, fresh, lost = (paths.pasted / f"{n}.png" for n in ("a", "b", "new", "old"))
    for shade, picture in enumerate((twice, once, fresh, lost)):
        Image.new("L", (60, 80), 60 * shade).save(picture)
    os.utime(lost, (0, 0))
    with StandIn(profile="vllm") as server, serving(tmp_path / "home") as (service, _):
        jobs = [service.add(path, options_for(server)) for path in (twice, twice, once)]
        assert service.wait(jobs, timeout=30)
        assert service.storage().pasted_bytes == sum(
            path.stat().st_size for path in paths.pasted.iterdir()
        )
        assert service.clear_history([jobs[0], jobs[2]]) == 2
        assert set(paths.pasted.iterdir()) == {twice, fresh, lost}
        assert service.clear_history() == 1
        # It was pasted just now: perhaps it is on its way to become a conversion.
        assert set(paths.pasted.iterdir()) == {fresh}
