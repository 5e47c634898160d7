"""Pages that are turned, other page ranges, and what a second reading does to a person's text."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from desktop.errors import UsageError
from desktop.model.blocks import FlagKind
from desktop.model.options import ExportFormat, ExportPlan
from desktop.model.states import JobState, PageState
from desktop.service import Service
from tests.bed.papers import scanned_pdf
from tests.bed.services import options_for, paths_in, serving
from tests.bed.standin import Rule, StandIn
from tests.conftest import wait_until


def block(text: str, box: str = "0, 0, 499, 249") -> str:
    return f"<|ref|>text<|/ref|><|det|>[[{box}]]<|/det|>\n{text}\n"


TWO = block("words") + block("other words", "500, 500, 999, 999")


def test_a_turned_page_is_shown_and_read_that_way(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 2)
    with (
        StandIn(profile="vllm", rules=[Rule(reply=TWO)]) as server,
        serving(tmp_path / "home") as (service, _),
    ):
        job = service.add(paper, options_for(server))
        assert service.wait([job], timeout=30)
        upright = service.thumbnail(job, 0)
        service.edit(job, 0, 0, "by hand")
        service.rotate(job, [0], 90)
        assert service.wait([job], timeout=30)
        assert [page.rotation for page in service.pages(job)] == [90, 0]
        assert [page.tries for page in service.pages(job)] == [2, 1]
        image = service.page_image(job, 0, long_edge=400)
        assert image.width == 400 > image.height
        assert service.page_size(job, 0) == pytest.approx((842, 595), abs=1)
        with Image.open(io.BytesIO(service.thumbnail(job, 0))) as turned:
            assert turned.width == 160
        assert service.thumbnail(job, 0) != upright
        result = service.result(job, 0)
        assert result is not None
        # The box that was on the upright page is elsewhere now, so the text stays where it was.
        assert "by hand" in [each.markdown for each in result.blocks]
        assert any(flag.kind is FlagKind.OTHER_READING for flag in service.pages(job)[0].flags)
        assert (result.page_width, result.page_height) == pytest.approx((842, 595), abs=1)
        figure = service.figure_png(job, 0, 0)
        assert figure.startswith(b"\x89PNG")
        service.rotate(job, [0], 270)
        assert service.wait([job], timeout=30)
        assert service.thumbnail(job, 0) == upright
        with pytest.raises(UsageError, match="45"):
            service.rotate(job, [0], 45)
        with pytest.raises(UsageError, match="not one of"):
            service.rotate(job, [9], 90)


def test_a_page_that_is_turned_while_it_is_read_begins_again(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 1)
    with (
        StandIn(profile="vllm", rules=[Rule(fault="silent", times=1)]) as server,
        serving(tmp_path / "home") as (service, _),
    ):
        job = service.add(paper, options_for(server))
        wait_until(lambda: len(server.requests()) == 1, what="the page at the server")
        service.rotate(job, [0], 90)
        assert service.wait([job], timeout=30)
        (page,) = service.pages(job)
        assert (page.state, page.tries, page.rotation) == (PageState.DONE, 2, 90)
        result = service.result(job, 0)
        assert result is not None
        assert result.page_width > result.page_height


def test_a_paused_job_stays_paused_when_a_page_is_turned(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 3)
    with (
        StandIn(profile="vllm", rules=[Rule(seconds=20, nth=(1, 2))]) as server,
        serving(tmp_path / "home") as (service, heard),
    ):
        job = service.add(paper, options_for(server))
        wait_until(lambda: heard.pages_in(job, PageState.DONE) == 1, what="a page")
        service.pause(job)
        read = next(page.page for page in service.pages(job) if page.state is PageState.DONE)
        service.rotate(job, [read], 180)
        assert service.job(job).state is JobState.PAUSED
        assert service.pages(job)[read].state is PageState.QUEUED


def test_a_waiting_job_reads_other_pages(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 6)
    with StandIn(profile="vllm") as server, Service(paths_in(tmp_path / "home")) as service:
        job = service.add(paper, options_for(server))
        service.set_pages(job, "5-last,2")
        assert [page.page for page in service.pages(job)] == [1, 4, 5]
        assert service.job(job).options.pages == "5-last,2"
        with pytest.raises(UsageError, match="page 9"):
            service.set_pages(job, "9")
        service.start()
        assert service.wait([job], timeout=30)
        assert service.job(job).counts[PageState.DONE] == 3
        with pytest.raises(UsageError, match="begun"):
            service.set_pages(job, "1")


def test_a_waiting_job_of_an_earlier_run_can_still_be_taken_up(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 4)
    with StandIn(profile="vllm") as server:
        with Service(paths_in(tmp_path / "home")) as service:
            job = service.add(paper, options_for(server))
        with serving(tmp_path / "home") as (service, _):
            service.set_pages(job, "2")
            assert service.adopt_interrupted() == (job,)
            assert service.wait([job], timeout=30)
            assert service.job(job).pages == 1


def test_a_text_over_new_words_is_exported_until_it_is_given_up(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 1)
    rules = [Rule(reply=block("first words"), nth=(0,)), Rule(reply=block("second words"))]
    plan = ExportPlan(tmp_path, "out", (ExportFormat.TEXT,))
    with (
        StandIn(profile="vllm", rules=rules) as server,
        serving(tmp_path / "home") as (service, heard),
    ):
        job = service.add(paper, options_for(server))
        assert service.wait([job], timeout=30)
        service.edit(job, 0, 0, "by hand")
        service.retry(job, 0)
        assert service.wait([job], timeout=30)
        # Whoever only listens hears of it too.
        told = [event for event in heard.events if getattr(event, "flags", ())]
        assert told
        (written,) = service.export(job, plan)
        assert "by hand" in written.read_text()
        versions = service.versions(job, 0)
        assert versions is not None
        assert [(each.made_on.markdown, each.stale) for each in versions.edits] == [
            ("first words", True)
        ]
        assert versions.recognised[0].markdown == "second words"
        service.drop_edit(job, 0, 0)
        service.export(job, plan)
        assert "second words" in written.read_text()
