from __future__ import annotations

import time
from functools import partial
from pathlib import Path

import pytest

from desktop.model.events import PageChanged
from desktop.model.options import ExportFormat, ExportPlan
from desktop.model.states import JobId, JobState, PageState
from desktop.service import Service
from tests.bed.papers import scanned_pdf
from tests.bed.services import Heard, counts, options_for, paths_in, serving
from tests.bed.standin import Rule, StandIn
from tests.conftest import wait_until

#: “At once” for a person, with room for a busy computer.
AT_ONCE = 2.0


def test_a_paused_job_finishes_what_was_sent_and_begins_nothing_new(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 20)
    with StandIn(seconds=0.15) as server, serving(tmp_path) as (service, heard):
        job = service.add(paper, options_for(server))
        heard.wait_for(lambda e: isinstance(e, PageChanged) and e.state is PageState.DONE)
        service.pause(job)
        assert service.job(job).state is JobState.PAUSED
        assert service.wait([job]) is False
        wait_until(lambda: PageState.RUNNING not in counts(service, job))
        sent = len(server.requests())
        assert counts(service, job) == {PageState.DONE: sent, PageState.QUEUED: 20 - sent}
        # No more than fit at the server at once went on after the first was done.
        assert sent <= 4
        service.resume(job)
        assert service.wait([job])
        assert counts(service, job) == {PageState.DONE: 20}
        assert len(server.requests()) == 20
        assert heard.job_states(job) == [
            JobState.RUNNING,
            JobState.PAUSED,
            JobState.QUEUED,
            JobState.RUNNING,
            JobState.DONE,
        ]


def test_pages_that_were_rendered_but_not_sent_wait_again_when_paused(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 8)
    with (
        StandIn(rules=[Rule(fault="silent", times=2)]) as server,
        serving(tmp_path) as (service, heard),
    ):
        job = service.add(paper, options_for(server))
        wait_until(lambda: heard.pages_in(job, PageState.RUNNING) == 6, what="pages ahead")
        wait_until(lambda: len(server.requests()) == 1)
        service.pause(job)
        # The model loads with the first request, so a second one is held back until it answers.
        wait_until(lambda: counts(service, job).get(PageState.QUEUED, 0) >= 6, seconds=AT_ONCE)
        service.cancel(job)
        assert counts(service, job) == {PageState.CANCELLED: 8}


def test_a_cancelled_job_is_over_at_once_although_its_server_is_silent(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 12)
    plan = ExportPlan(tmp_path / "out", "paper", (ExportFormat.TEXT,))
    with (
        StandIn(profile="vllm", rules=[Rule(fault="silent")]) as server,
        serving(tmp_path) as (service, heard),
    ):
        job = service.add(paper, options_for(server), plan=plan)
        wait_until(lambda: len(server.requests()) == 12)
        began = time.monotonic()
        service.cancel(job)
        assert service.wait([job], timeout=AT_ONCE)
        assert time.monotonic() - began < AT_ONCE
        assert service.job(job).state is JobState.CANCELLED
        assert heard.pages_in(job, PageState.CANCELLED) == 12
        assert heard.job_states(job)[-1] is JobState.CANCELLED
        # The threads are free again: another job gets them.
        server.set_rules([])
        other = service.add(paper, options_for(server))
        assert service.wait([other], timeout=30)
        assert counts(service, other) == {PageState.DONE: 12}
        assert not (tmp_path / "out").exists()


def test_a_cancelled_job_can_be_taken_up_again(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 4)
    with (
        StandIn(profile="vllm", rules=[Rule(fault="silent", nth=(2, 3))]) as server,
        serving(tmp_path) as (service, heard),
    ):
        job = service.add(paper, options_for(server))
        wait_until(lambda: heard.pages_in(job, PageState.DONE) == 2)
        wait_until(lambda: len(server.requests()) == 4)
        service.cancel(job)
        assert counts(service, job) == {PageState.DONE: 2, PageState.CANCELLED: 2}
        service.retry(job)
        assert service.wait([job])
        assert counts(service, job) == {PageState.DONE: 4}
        assert len(server.requests()) == 6


def test_one_page_can_be_cancelled_and_the_others_go_on(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 5)
    with (
        StandIn(profile="vllm", rules=[Rule(fault="silent", times=1)]) as server,
        serving(tmp_path) as (service, heard),
    ):
        job = service.add(paper, options_for(server))
        wait_until(lambda: heard.pages_in(job, PageState.DONE) == 4)
        (stuck,) = (p.page for p in service.pages(job) if p.state is PageState.RUNNING)
        service.cancel(job, stuck)
        assert service.wait([job], timeout=AT_ONCE)
        assert counts(service, job) == {PageState.DONE: 4, PageState.CANCELLED: 1}
        assert service.job(job).state is JobState.DONE
        assert heard.states(job, stuck)[-1] is PageState.CANCELLED


def test_a_page_that_waits_can_be_cancelled_before_it_is_begun(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 3)
    with StandIn(profile="vllm") as server, Service(paths_in(tmp_path)) as service:
        job = service.add(paper, options_for(server))
        service.cancel(job, 1)
        service.start()
        assert service.wait([job])
        assert counts(service, job) == {PageState.DONE: 2, PageState.CANCELLED: 1}


def test_when_every_page_was_cancelled_so_is_the_job(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 2)
    with Service(paths_in(tmp_path)) as service:
        job = service.add(paper, options_for("http://127.0.0.1:9"))
        service.cancel(job, 0)
        service.cancel(job, 1)
        assert service.job(job).state is JobState.CANCELLED


def test_what_is_finished_is_not_touched_by_pause_or_cancel(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 1)
    with StandIn(profile="vllm") as server, serving(tmp_path) as (service, heard):
        job = service.add(paper, options_for(server))
        service.wait([job])
        before = heard.events
        service.pause(job)
        service.cancel(job)
        service.cancel(job, 0)
        service.retry(job)
        assert service.wait([job])
        assert service.job(job).state is JobState.DONE
        assert heard.events == before


def test_closing_in_the_middle_leaves_everything_ready_to_go_on(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 10)
    plan = ExportPlan(tmp_path / "out", "paper", (ExportFormat.TEXT,))
    with StandIn(seconds=0.1) as server:
        with serving(tmp_path) as (service, heard):
            job = service.add(paper, options_for(server), plan=plan)
            wait_until(lambda: heard.pages_in(job, PageState.DONE) >= 2)
        done = heard.pages_in(job, PageState.DONE)
        sent = len(server.requests())
        with Service(paths_in(tmp_path)) as service:
            assert service.job(job).state is JobState.QUEUED
            assert counts(service, job) == {PageState.DONE: done, PageState.QUEUED: 10 - done}
            assert service.adopt_interrupted() == (job,)
            service.start()
            assert service.wait([job])
            assert counts(service, job) == {PageState.DONE: 10}
            assert (tmp_path / "out" / "paper.txt").exists()
        again = len(server.requests()) - sent
        assert again == 10 - done


@pytest.mark.parametrize("begun", [0, 1, 6])
def test_closing_while_threads_are_still_being_started_ends_them_all(
    tmp_path: Path, begun: int
) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 60)
    with StandIn(profile="vllm", rules=[Rule(fault="silent")]) as server:
        with serving(tmp_path) as (service, heard):
            job = service.add(paper, options_for(server))
            wait_until(lambda: heard.pages_in(job, PageState.RUNNING) >= begun)
        with Service(paths_in(tmp_path)) as service:
            assert counts(service, job) == {PageState.QUEUED: 60}


def test_a_job_that_a_person_paused_stays_paused_until_a_person_resumes_it(
    tmp_path: Path,
) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 2)
    with StandIn(profile="vllm") as server:
        with Service(paths_in(tmp_path)) as service:
            job = service.add(paper, options_for(server))
            service.pause(job)
        with serving(tmp_path) as (service, _):
            assert service.job(job).state is JobState.PAUSED
            assert service.adopt_interrupted() == ()
            service.resume(job)
            assert service.wait([job])
            assert counts(service, job) == {PageState.DONE: 2}


def test_two_services_never_take_each_other_s_jobs(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 6)
    with (
        StandIn(seconds=0.05) as server,
        serving(tmp_path) as (mine, _),
        serving(tmp_path) as (theirs, heard),
    ):
        job = mine.add(paper, options_for(server))
        assert theirs.adopt_interrupted() == ()
        other = theirs.add(paper, options_for(server))
        assert mine.wait([job])
        assert theirs.wait([other])
        for each in (job, other):
            assert counts(mine, each) == {PageState.DONE: 6}
        assert len(server.requests()) == 12
        assert {event.job for event in heard.events if isinstance(event, PageChanged)} == {other}


def test_events_of_a_job_that_is_cancelled_amid_its_pages_end_with_the_truth(
    tmp_path: Path,
) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 40)
    with StandIn(profile="vllm", seconds=0.02) as server, serving(tmp_path) as (service, heard):
        for stop_after in (1, 7, 20):
            job = service.add(paper, options_for(server))
            wait_until(partial(_has_done, heard, job, stop_after))
            service.cancel(job)
            service.wait([job])
            for page in service.pages(job):
                told = heard.states(job, page.page)
                assert told
                assert told[-1] is page.state
            assert sum(counts(service, job).values()) == 40


def _has_done(heard: Heard, job: JobId, pages: int) -> bool:
    return heard.pages_in(job, PageState.DONE) >= pages
