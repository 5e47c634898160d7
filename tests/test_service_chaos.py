"""Whatever people and servers do at once, every page is accounted for in the end."""

from __future__ import annotations

import random
import threading
from pathlib import Path

import pytest

from desktop.model.states import FINISHED_JOB, JobId, JobState, PageState
from desktop.service import Service
from tests.bed.papers import scanned_pdf
from tests.bed.services import Heard, counts, options_for, serving
from tests.bed.standin import Rule, StandIn

FAULTS = [
    Rule(fault="drop_midway", every=11),
    Rule(fault="bad_request", every=13),
    Rule(fault="empty_text", every=17),
    Rule(seconds=0.4, every=7),
]
PAGES = 12


def meddle(
    service: Service, jobs: list[JobId], chance: random.Random, pause: threading.Event
) -> None:
    """Do things to the jobs as fast as an impatient person."""
    for _ in range(60):
        job = chance.choice(jobs)
        page = chance.randrange(PAGES)
        match chance.randrange(6):
            case 0:
                service.pause(job)
            case 1 | 2:
                service.resume(job)
            case 3:
                service.cancel(job, page)
            case 4:
                service.retry(job, page)
            case _:
                service.cancel(job)
        pause.wait(chance.random() * 0.02)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_page_is_accounted_for_after_any_meddling(tmp_path: Path, seed: int) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", PAGES, blank={4})
    chance = random.Random(seed)
    with (
        StandIn(profile="vllm", seconds=0.02, rules=FAULTS) as one,
        StandIn(seconds=0.01, rules=FAULTS) as two,
        serving(tmp_path) as (service, heard),
    ):
        jobs = [
            service.add(paper, options_for(*servers))
            for servers in ((one, two), (one, two), (two,))
        ]
        meddlers = [
            threading.Thread(
                target=meddle,
                args=(service, jobs, random.Random(chance.random()), threading.Event()),
            )
            for _ in range(2)
        ]
        for meddler in meddlers:
            meddler.start()
        for meddler in meddlers:
            meddler.join()
        settle(service, jobs)
        for job in jobs:
            check(service, heard, job)
            assert set(counts(service, job)) <= {
                PageState.DONE,
                PageState.BLANK,
                PageState.FAILED,
                PageState.CANCELLED,
            }
            assert sum(counts(service, job).values()) == PAGES


def settle(service: Service, jobs: list[JobId]) -> None:
    """Let everything end that was begun."""
    while not service.wait(jobs, timeout=40):
        paused = [job for job in jobs if service.job(job).state is JobState.PAUSED]
        assert paused, [service.job(job) for job in jobs]
        for job in paused:
            service.resume(job)


def check(service: Service, heard: Heard, job: JobId) -> None:
    """What was told last is what is kept; what is done has a result and its replies."""
    summary = service.job(job)
    assert summary.state in FINISHED_JOB
    assert heard.job_states(job)[-1] is summary.state
    shown = {result.page for result in service.results(job)}
    for page in service.pages(job):
        told = heard.states(job, page.page)
        assert not told or told[-1] is page.state
        if page.state is PageState.DONE:
            assert page.page in shown
            assert service.recognitions(job, page.page)
        if page.state is PageState.FAILED:
            assert page.reason.what
