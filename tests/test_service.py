from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest

from desktop.errors import DocumentMissing, PasswordNeeded, UsageError
from desktop.model.endpoint import ServerSpec
from desktop.model.events import Exported, JobChanged, PageChanged, PageText
from desktop.model.options import ConversionOptions, ExportFormat, ExportPlan, TextLayerUse
from desktop.model.recognition import Mode, ModeKind
from desktop.model.states import JobId, JobState, PageState
from desktop.model.summary import ExportState
from desktop.service import Service
from tests.bed.papers import scanned_pdf, written_pdf
from tests.bed.services import counts, options_for, paths_in, serving
from tests.bed.standin import Rule, StandIn


def plan_in(folder: Path, *formats: ExportFormat) -> ExportPlan:
    return ExportPlan(folder, "paper", formats or (ExportFormat.MARKDOWN,))


def test_a_document_becomes_files_and_every_step_is_told_in_order(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 5)
    plan = plan_in(tmp_path / "out", ExportFormat.MARKDOWN, ExportFormat.JSON)
    with StandIn(profile="vllm") as server, serving(tmp_path) as (service, heard):
        job = service.add(paper, options_for(server), plan=plan)
        assert service.wait([job])
        summary = service.job(job)
        assert summary.state is JobState.DONE
        assert counts(service, job) == {PageState.DONE: 5}
        assert {file.state for file in summary.exports} == {ExportState.DONE}
        assert {request["outcome"] for request in server.requests()} == {"done"}
        for page in range(5):
            assert heard.states(job, page) == [PageState.RUNNING, PageState.DONE]
        assert heard.job_states(job) == [JobState.RUNNING, JobState.DONE]
        written = [event.path for event in heard.events if isinstance(event, Exported)]
        assert [path.name for path in written] == ["paper.md", "paper.json"]
        assert isinstance(heard.events[-1], Exported)
        results = list(service.results(job))
        assert [result.page for result in results] == list(range(5))
        for page, result in enumerate(results):
            assert result.measures.completion_tokens
            (recognition,) = service.recognitions(job, page)
            assert recognition.purpose == "first"
            assert any(block.markdown.strip()[:20] in recognition.text for block in result.blocks)
        text = written[0].read_text(encoding="utf-8")
        assert all(
            block.markdown.split("\n")[0][:30] in text
            for result in results
            for block in result.blocks[:1]
        )


def test_live_text_is_told_while_a_page_is_read(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 1)
    with StandIn(profile="vllm", seconds=0.6) as server, serving(tmp_path) as (service, heard):
        job = service.add(paper, options_for(server))
        service.wait([job])
        texts = [event.text for event in heard.events if isinstance(event, PageText)]
        assert len(texts) > 1
        assert all(later.startswith(text) for text, later in pairwise(texts))


def test_a_page_that_fails_costs_only_itself_and_is_read_again_on_its_own(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 6)
    refuse = Rule(fault="bad_request", nth=(2,))
    with (
        StandIn(profile="vllm", rules=[refuse]) as server,
        serving(tmp_path) as (service, heard),
    ):
        job = service.add(paper, options_for(server), plan=plan_in(tmp_path))
        assert service.wait([job])
        assert service.job(job).state is JobState.DONE
        assert counts(service, job) == {PageState.DONE: 5, PageState.FAILED: 1}
        (failed,) = (page for page in service.pages(job) if page.state is PageState.FAILED)
        assert failed.reason.kind == "RequestRejected"
        assert failed.reason.what
        server.set_rules([])
        (tmp_path / "paper.md").unlink()
        service.retry(job)
        assert service.wait([job])
        assert counts(service, job) == {PageState.DONE: 6}
        assert len(server.requests()) == 7
        assert (tmp_path / "paper.md").exists()
        assert heard.states(job, failed.page)[-3:] == [
            PageState.QUEUED,
            PageState.RUNNING,
            PageState.DONE,
        ]


def test_when_no_page_could_be_read_the_job_has_failed_and_says_why(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 2)
    with (
        StandIn(profile="vllm", rules=[Rule(fault="bad_request")]) as server,
        serving(tmp_path) as (service, _),
    ):
        job = service.add(paper, options_for(server), plan=plan_in(tmp_path))
        assert service.wait([job])
        summary = service.job(job)
        assert summary.state is JobState.FAILED
        assert summary.reason.what.startswith("No page could be read.")
        assert not (tmp_path / "paper.md").exists()


def test_blank_pages_are_not_sent_unless_asked_for(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 4, blank={1, 2})
    with StandIn(profile="vllm") as server, serving(tmp_path) as (service, _):
        job = service.add(paper, options_for(server))
        service.wait([job])
        assert counts(service, job) == {PageState.DONE: 2, PageState.BLANK: 2}
        assert len(server.requests()) == 2
        assert [result.blank for result in service.results(job)] == [False, True, True, False]
        other = service.add(paper, options_for(server, send_blank=True))
        service.wait([other])
        assert counts(service, other) == {PageState.DONE: 4}


def test_only_the_chosen_pages_are_read(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 7)
    with StandIn(profile="vllm") as server, serving(tmp_path) as (service, _):
        job = service.add(paper, options_for(server, pages="last,2-3"))
        service.wait([job])
        assert [result.page for result in service.results(job)] == [1, 2, 6]
        assert len(server.requests()) == 3


def test_a_job_that_matters_more_goes_first_and_pages_keep_their_order(tmp_path: Path) -> None:
    first = scanned_pdf(tmp_path / "first.pdf", 6)
    second = scanned_pdf(tmp_path / "second.pdf", 6)
    with StandIn(seconds=0.01) as server, Service(paths_in(tmp_path)) as service:
        begun: list[tuple[JobId, int]] = []

        def watch(event: object) -> None:
            if isinstance(event, PageChanged) and event.state is PageState.RUNNING:
                begun.append((event.job, event.page))

        service.subscribe(watch)
        low = service.add(first, options_for(server))
        high = service.add(second, options_for(server, priority=1))
        service.start()
        assert service.wait([low, high])
        assert begun == [(high, page) for page in range(6)] + [(low, page) for page in range(6)]


def test_the_words_of_a_born_digital_page_are_its_own(tmp_path: Path) -> None:
    paper = written_pdf(tmp_path / "book.pdf", 2)
    with StandIn(profile="builtin") as server, serving(tmp_path) as (service, _):
        job = service.add(paper, options_for(server, text_layer=TextLayerUse.ONLY))
        service.wait([job])
        assert counts(service, job) == {PageState.DONE: 2}
        assert {"layout" in r["prompt"] for r in server.requests()} == {True}
        for page, result in enumerate(service.results(job)):
            said = " ".join(block.markdown for block in result.blocks)
            assert f"Chapter {page + 1} of the book" in said
            assert f"Line 12 of page {page + 1} tells" in said


def test_edits_are_shown_exported_and_kept_when_a_page_is_read_again(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 2)
    with StandIn(profile="vllm") as server, serving(tmp_path) as (service, _):
        job = service.add(paper, options_for(server))
        service.wait([job])
        service.edit(job, 1, 0, "Corrected by hand.")
        service.retry(job, 1)
        assert service.wait([job])
        assert len(server.requests()) == 3
        shown = service.result(job, 1)
        assert shown is not None
        assert shown.blocks[0].markdown == "Corrected by hand."
        (file,) = service.export(job, plan_in(tmp_path / "out", ExportFormat.TEXT))
        assert "Corrected by hand." in file.read_text(encoding="utf-8")
        assert service.undo(job, 1)
        assert [edit.undone for edit in service.edits(job, 1)] == [True]


def test_passwords_and_tokens_open_doors_but_are_never_kept(tmp_path: Path) -> None:
    paper = written_pdf(tmp_path / "locked.pdf", 2, password="swordfish-9")
    with StandIn(profile="vllm", token="bearer-7351") as server:
        tokens = {server.url: "bearer-7351"}
        with Service(paths_in(tmp_path), tokens=tokens) as service:
            with pytest.raises(PasswordNeeded):
                service.add(paper, options_for(server))
            job = service.add(paper, options_for(server), password="swordfish-9")
            service.start()
            assert service.wait([job])
            assert counts(service, job) == {PageState.DONE: 2}
    kept = [file for file in tmp_path.rglob("*") if file.is_file() and "data" in file.parts]
    assert any(file.name == "library.sqlite3" for file in kept)
    for file in kept:
        data = file.read_bytes()
        assert b"swordfish-9" not in data
        assert b"bearer-7351" not in data


def test_what_makes_no_sense_is_refused_before_there_is_a_job(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 1)
    with Service(paths_in(tmp_path)) as service:
        with pytest.raises(DocumentMissing):
            service.add(tmp_path / "nothing.pdf", ConversionOptions())
        with pytest.raises(UsageError, match="describe"):
            service.add(
                paper,
                ConversionOptions(mode=Mode(ModeKind.DESCRIBE), text_layer=TextLayerUse.ONLY),
            )
        with pytest.raises(UsageError):
            service.add(paper, ConversionOptions(pages="9"))
        with pytest.raises(UsageError):
            service.job(JobId(1))
        assert service.jobs() == ()


def test_a_mode_that_the_server_can_not_do_ends_the_job_with_a_clear_reason(
    tmp_path: Path,
) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 3)
    with StandIn(profile="builtin") as server, serving(tmp_path) as (service, _):
        options = ConversionOptions(
            servers=(ServerSpec(server.url),), mode=Mode(ModeKind.DESCRIBE), long_edge=400
        )
        job = service.add(paper, options)
        service.wait([job])
        summary = service.job(job)
        assert summary.state is JobState.FAILED
        assert "describe" in summary.reason.what
        assert counts(service, job) == {PageState.FAILED: 3}
        assert not server.requests()


def test_a_file_that_can_not_be_written_is_told_and_due_for_the_next_time(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 1)
    (tmp_path / "out").write_text("a file where a folder should be")
    with StandIn(profile="vllm") as server, serving(tmp_path) as (service, heard):
        job = service.add(paper, options_for(server), plan=plan_in(tmp_path / "out"))
        assert service.wait([job])
        (file,) = service.job(job).exports
        assert file.state is ExportState.FAILED
        assert file.reason.what
        assert type(heard.events[-1]).__name__ == "ExportFailed"
        (tmp_path / "out").unlink()
        assert service.adopt_interrupted() == (job,)
        assert service.wait([job])
        assert (tmp_path / "out" / "paper.md").exists()
        assert len(server.requests()) == 1


def test_json_of_a_job_has_its_blocks(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 2)
    with StandIn(profile="vllm") as server, serving(tmp_path) as (service, _):
        job = service.add(paper, options_for(server))
        service.wait([job])
        shares: list[float] = []
        plan = plan_in(tmp_path / "out", ExportFormat.JSON, ExportFormat.TEXT)
        files = service.export(job, plan, progress=shares.append)
        assert [file.name for file in files] == ["paper.json", "paper.txt"]
        assert json.loads(files[0].read_text(encoding="utf-8"))
        assert shares == sorted(shares)


def test_a_watcher_that_fails_does_not_stop_the_work(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 2)

    def broken(event: object) -> None:
        raise ValueError(event)

    with StandIn(profile="vllm") as server, serving(tmp_path) as (service, heard):
        leave = service.subscribe(broken)
        job = service.add(paper, options_for(server))
        assert service.wait([job])
        leave()
        assert JobChanged(job, JobState.DONE) in heard.events


def test_a_page_that_failed_leaves_its_mark_in_the_files(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 4)
    plan = plan_in(tmp_path / "out", ExportFormat.MARKDOWN, ExportFormat.TEXT)
    with (
        StandIn(profile="vllm", parallel=1, rules=[Rule(fault="bad_request", nth=(2,))]) as server,
        serving(tmp_path) as (service, _),
    ):
        job = service.add(paper, options_for(server), plan=plan)
        assert service.wait([job])
        assert counts(service, job) == {PageState.DONE: 3, PageState.FAILED: 1}
        (failed,) = [page for page in service.pages(job) if page.state is PageState.FAILED]
        for format in plan.formats:
            text = (plan.folder / f"paper.{format.value}").read_text(encoding="utf-8")
            assert f"Page {failed.page + 1} could not be read" in text
