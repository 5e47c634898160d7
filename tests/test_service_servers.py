from __future__ import annotations

from pathlib import Path

from desktop.model.endpoint import ServerSpec
from desktop.model.events import PageChanged, ServerNote
from desktop.model.states import JobState, PageState
from desktop.service import Service
from tests.bed.papers import scanned_pdf
from tests.bed.services import counts, options_for, paths_in, serving
from tests.bed.standin import Rule, StandIn
from tests.conftest import wait_until


def test_a_server_that_is_not_there_pauses_the_job_which_goes_on_when_it_is(
    tmp_path: Path,
) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 3)
    with StandIn(profile="vllm") as server, serving(tmp_path) as (service, heard):
        server.stop()
        job = service.add(paper, options_for(server))
        assert service.wait([job]) is False
        summary = service.job(job)
        assert summary.state is JobState.PAUSED
        assert summary.reason.kind == "ServerUnreachable"
        assert summary.reason.advice
        assert counts(service, job) == {PageState.QUEUED: 3}
        assert heard.job_states(job) == [JobState.PAUSED]
        server.start()
        service.resume(job)
        assert service.wait([job])
        assert counts(service, job) == {PageState.DONE: 3}


def test_a_server_that_dies_in_the_middle_pauses_the_job_and_loses_no_page(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 12)
    with (
        StandIn(seconds=0.1) as server,
        serving(tmp_path, patience=0.5) as (service, heard),
    ):
        job = service.add(paper, options_for(server))
        wait_until(lambda: heard.pages_in(job, PageState.DONE) >= 3)
        server.stop()
        assert service.wait([job], timeout=30) is False
        summary = service.job(job)
        assert summary.state is JobState.PAUSED
        assert summary.reason.kind == "ServerUnreachable"
        wait_until(lambda: PageState.RUNNING not in counts(service, job))
        done = counts(service, job)[PageState.DONE]
        assert counts(service, job) == {PageState.DONE: done, PageState.QUEUED: 12 - done}
        server.start()
        service.resume(job)
        assert service.wait([job], timeout=30)
        assert counts(service, job) == {PageState.DONE: 12}


def test_a_server_that_comes_back_soon_costs_nothing_but_the_time(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 10)
    with StandIn(seconds=0.1) as server, serving(tmp_path) as (service, heard):
        job = service.add(paper, options_for(server))
        wait_until(lambda: heard.pages_in(job, PageState.DONE) >= 2)
        server.stop()
        heard.wait_for(lambda event: isinstance(event, ServerNote))
        server.start()
        assert service.wait([job], timeout=40)
        assert counts(service, job) == {PageState.DONE: 10}


def test_pages_of_a_server_that_dies_go_to_the_others(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 20)
    with (
        StandIn(seconds=0.05) as first,
        StandIn(seconds=0.05) as second,
        serving(tmp_path) as (service, heard),
    ):
        job = service.add(paper, options_for(first, second))
        wait_until(lambda: heard.pages_in(job, PageState.DONE) >= 4)
        assert first.requests()
        assert second.requests()
        first.stop()
        assert service.wait([job], timeout=40)
        assert counts(service, job) == {PageState.DONE: 20}
        names = {
            recognition.server
            for page in range(20)
            for recognition in service.recognitions(job, page)
        }
        assert len(names) == 2


def test_a_server_of_several_that_does_not_answer_at_first_is_left_out(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 3)
    with StandIn() as gone, StandIn() as server, serving(tmp_path) as (service, heard):
        gone.stop()
        job = service.add(paper, options_for(gone, server))
        assert service.wait([job])
        assert counts(service, job) == {PageState.DONE: 3}
        assert any(isinstance(event, ServerNote) for event in heard.events)


def test_a_page_that_always_fails_at_its_server_is_given_up_after_some_tries(
    tmp_path: Path,
) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 1)
    with (
        StandIn(profile="vllm", rules=[Rule(fault="server_error")]) as one,
        StandIn(profile="vllm", rules=[Rule(fault="server_error")]) as two,
        serving(tmp_path) as (service, _),
    ):
        job = service.add(paper, options_for(one, two))
        assert service.wait([job], timeout=60)
        (page,) = service.pages(job)
        assert page.state is PageState.FAILED
        assert page.reason.kind == "ServerFailed"
        assert len(one.requests()) + len(two.requests()) == 4


def test_a_refused_token_ends_the_job_and_the_right_one_finishes_it(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 2)
    with StandIn(profile="vllm", token="right") as server:
        with Service(paths_in(tmp_path), tokens={server.url: "wrong"}) as service:
            job = service.add(paper, options_for(server))
            service.start()
            assert service.wait([job])
            summary = service.job(job)
            assert summary.state is JobState.FAILED
            assert summary.reason.kind == "ServerUnauthorised"
            assert counts(service, job) == {PageState.FAILED: 2}
        with Service(paths_in(tmp_path), tokens={server.url: "right"}) as service:
            assert service.adopt_interrupted() == (job,)
            service.start()
            assert service.wait([job])
            assert counts(service, job) == {PageState.DONE: 2}


def test_something_that_is_no_ocr_server_ends_the_job(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 2)
    with StandIn(profile="vllm", models_status=404) as server, serving(tmp_path) as (service, _):
        options = options_for(server)
        job = service.add(paper, options)
        service.wait([job], timeout=30)
        assert service.job(job).state in (JobState.FAILED, JobState.DONE)
        other = service.add(paper, options_for("not a server"))
        service.wait([other], timeout=30)
        assert service.job(other).state is JobState.FAILED
        assert service.job(other).reason.what


def test_a_lock_that_is_poisoned_until_a_restart_pauses_the_job(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 5)
    with (
        StandIn(rules=[Rule(fault="poisoned_lock", nth=(2,))]) as server,
        serving(tmp_path) as (service, _),
    ):
        job = service.add(paper, options_for(server))
        assert service.wait([job], timeout=30) is False
        assert service.job(job).state is JobState.PAUSED
        assert service.job(job).reason.kind == "ServerNeedsRestart"
        server.stop()
        server.start()
        service.resume(job)
        service.wait([job], timeout=30)
        done = counts(service, job)[PageState.DONE]
        assert done >= 2


def test_a_page_whose_connection_drops_once_is_simply_sent_again(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 3)
    with (
        StandIn(profile="vllm", rules=[Rule(fault="drop_midway", times=1)]) as server,
        serving(tmp_path) as (service, heard),
    ):
        job = service.add(paper, options_for(server))
        assert service.wait([job], timeout=30)
        assert counts(service, job) == {PageState.DONE: 3}
        assert len(server.requests()) == 4
        begun = [
            event
            for event in heard.events
            if isinstance(event, PageChanged) and event.state is PageState.RUNNING
        ]
        assert len(begun) == 3


def test_jobs_with_different_servers_run_side_by_side(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 4)
    with (
        StandIn(profile="vllm", rules=[Rule(fault="silent")]) as stuck,
        StandIn(profile="vllm") as server,
        serving(tmp_path) as (service, _),
    ):
        waits = service.add(paper, options_for(stuck))
        runs = service.add(paper, options_for(server))
        assert service.wait([runs], timeout=30)
        assert service.job(waits).state is JobState.RUNNING
        assert service.job(waits).options.servers == (ServerSpec(stuck.url),)
