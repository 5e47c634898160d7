from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from desktop.errors import UsageError
from desktop.model.endpoint import ProfileName, ServerSpec
from desktop.model.options import (
    AssemblyOptions,
    ConversionOptions,
    ExportFormat,
    ExportPlan,
    TextLayerUse,
)
from desktop.model.recognition import Mode, ModeKind
from desktop.model.states import IllegalMove, JobId, JobState, PageState
from desktop.model.summary import ExportState, Reason
from tests.conftest import wait_until
from tests.store.library import add, info, opened, read, recognition, result


def test_a_job_comes_back_as_it_was_asked_for(tmp_path: Path) -> None:
    options = ConversionOptions(
        servers=(ServerSpec("http://gpu:8001", ProfileName.VLLM, "m", 7), ServerSpec()),
        mode=Mode(ModeKind.FREE, "Read \ud800 this"),
        pages="1-2",
        long_edge=999,
        text_layer=TextLayerUse.ONLY,
        send_blank=True,
        retries=1,
        rotation=90,
        priority=5,
        max_tokens=77,
    )
    plan = ExportPlan(
        Path("/out"),
        os.fsdecode(b"caf\xe9"),
        (ExportFormat.DOCX, ExportFormat.MARKDOWN),
        AssemblyOptions(keep_marginalia=True, join=False, page_marks=True),
    )
    path = Path(os.fsdecode(b"/papers/no\xfftext.pdf"))
    with opened(tmp_path) as store:
        job = store.jobs.add(info(path), options, pages=(2, 0), plan=plan)
        store.exports.plan(job, [(ExportFormat.DOCX, path)])
    with opened(tmp_path) as store:
        found = store.jobs.get(job)
        assert (found.path, found.options, found.plan) == (path, options, plan)
        assert found.fingerprint == info().fingerprint
        assert (found.title, found.page_count, found.pages) == ("T", 3, 2)
        assert [(file.path, file.state) for file in found.exports] == [(path, ExportState.PENDING)]
        assert store.pages.queued(job) == (2, 0)
        assert store.jobs.all() == (found,)


def test_an_unknown_job_is_a_wrong_number_and_no_crash(tmp_path: Path) -> None:
    with opened(tmp_path) as store, pytest.raises(UsageError, match="no conversion number 9"):
        store.jobs.get(JobId(9))


def test_result_replies_and_state_of_a_page_come_back_whole(tmp_path: Path) -> None:
    raw = "lone \ud83d surrogate, NUL \0 and <|ref|>"
    with opened(tmp_path) as store:
        job = add(store)
        read(store, job, 1, raw)
    with opened(tmp_path) as store:
        assert store.results.shown(job, 1) == result(1, raw)
        assert store.pages.recognitions(job, 1) == (recognition(raw),)
        assert store.pages.all(job)[1].flags == result(1).flags
        assert store.jobs.get(job).counts[PageState.DONE] == 1
        assert store.results.shown(job, 0) is None


def test_moves_that_the_table_does_not_have_are_refused(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        job = add(store)
        with pytest.raises(IllegalMove):
            store.jobs.move(job, JobState.DONE)
        with pytest.raises(IllegalMove):
            store.pages.move(job, {PageState.QUEUED}, PageState.DONE)
        with pytest.raises(IllegalMove):
            store.pages.finish(job, 0, 1, PageState.RUNNING)
        assert store.jobs.state(job) is JobState.QUEUED


def test_the_outcome_of_a_page_that_was_cancelled_meanwhile_is_dropped_whole(
    tmp_path: Path,
) -> None:
    with opened(tmp_path) as store:
        job = add(store)
        tries = store.pages.start(job, 0)
        assert tries == 1
        assert store.pages.move(job, {PageState.RUNNING}, PageState.CANCELLED) == (0,)
        kept = store.pages.finish(
            job, 0, tries, PageState.DONE, result=result(0), recognitions=[recognition()]
        )
        assert not kept
        assert store.pages.recognitions(job, 0) == ()
        assert store.pages.all(job)[0].state is PageState.CANCELLED


def test_the_outcome_of_an_older_try_does_not_finish_a_newer_one(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        job = add(store)
        old = store.pages.start(job, 0)
        assert old is not None
        store.pages.move(job, {PageState.RUNNING}, PageState.CANCELLED)
        store.pages.move(job, {PageState.CANCELLED}, PageState.QUEUED)
        new = store.pages.start(job, 0)
        assert new == 2
        assert not store.pages.finish(job, 0, old, PageState.DONE, result=result(0))
        assert store.pages.finish(job, 0, new, PageState.DONE, result=result(0))


def test_a_page_that_does_not_wait_can_not_be_started(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        job = add(store)
        store.pages.move(job, {PageState.QUEUED}, PageState.CANCELLED, pages={1})
        assert store.pages.start(job, 1) is None
        assert store.pages.queued(job) == (0, 2)


def test_a_reason_is_kept_until_the_page_is_read_again(tmp_path: Path) -> None:
    reason = Reason("PageUnreadable", "Page 1 crashed.", "Look at it.")
    with opened(tmp_path) as store:
        job = add(store)
        tries = store.pages.start(job, 0)
        assert tries is not None
        store.pages.finish(job, 0, tries, PageState.FAILED, reason=reason)
        assert store.pages.all(job)[0].reason == reason
        store.pages.move(job, {PageState.FAILED}, PageState.QUEUED)
        assert not store.pages.all(job)[0].reason


def test_exports_are_due_until_they_are_written(tmp_path: Path) -> None:
    file, other = Path("/out/a.md"), Path("/out/a.docx")
    with opened(tmp_path) as store:
        job = add(store)
        store.exports.plan(job, [(ExportFormat.MARKDOWN, file), (ExportFormat.DOCX, other)])
        store.exports.finish(job, ExportFormat.MARKDOWN, file)
        store.exports.finish(job, ExportFormat.DOCX, other, Reason("ExportError", "No.", ""))
        assert store.exports.due(job) == ((ExportFormat.DOCX, other),)
        assert [file.state for file in store.jobs.get(job).exports] == [
            ExportState.DONE,
            ExportState.FAILED,
        ]
        store.exports.plan(job, [(ExportFormat.MARKDOWN, file)])
        assert len(store.exports.due(job)) == 2


def test_a_job_of_a_program_that_runs_is_not_taken_from_it(tmp_path: Path) -> None:
    with opened(tmp_path) as mine, opened(tmp_path) as theirs:
        job = add(mine)
        assert not theirs.jobs.claim(job)
        assert theirs.jobs.unattended() == ()
        mine.jobs.release(job)
        assert theirs.jobs.unattended() == (job,)
        assert theirs.jobs.claim(job)
        assert not mine.jobs.claim(job)


def test_what_a_killed_program_had_begun_is_free_and_queued_again(tmp_path: Path) -> None:
    script = (
        "import sys, time\n"
        "from pathlib import Path\n"
        "from desktop.model.states import JobState\n"
        "from tests.store.library import add, opened, read\n"
        "with opened(Path(sys.argv[1])) as store:\n"
        "    job = add(store)\n"
        "    store.jobs.move(job, JobState.RUNNING)\n"
        "    read(store, job, 0)\n"
        "    store.pages.start(job, 1)\n"
        "    print(job, flush=True)\n"
        "    time.sleep(600)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path)], stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        job = JobId(int(child.stdout.readline()))
        with opened(tmp_path) as store:
            assert store.jobs.unattended() == ()
            assert not store.jobs.claim(job)
            child.kill()
            child.wait()
            wait_until(lambda: store.jobs.unattended() == (job,))
            assert store.jobs.claim(job)
            assert store.jobs.state(job) is JobState.QUEUED
            assert [page.state for page in store.pages.all(job)] == [
                PageState.DONE,
                PageState.QUEUED,
                PageState.QUEUED,
            ]
            assert store.results.shown(job, 0) == result(0)
    assert not list((tmp_path / "running").iterdir())


def test_work_left_is_pages_or_files_but_not_what_a_person_paused(tmp_path: Path) -> None:
    halted = Reason("ServerUnreachable", "It is gone.", "")
    gone = Reason("DocumentMissing", "It is gone.", "")
    with opened(tmp_path) as mine:
        queued, paused, stuck, files, missing, broken = (add(mine) for _ in range(6))
        mine.jobs.move(paused, JobState.PAUSED)
        mine.jobs.move(stuck, JobState.PAUSED, halted)
        mine.jobs.move(files, JobState.RUNNING)
        mine.jobs.move(files, JobState.DONE)
        mine.exports.plan(files, [(ExportFormat.TEXT, tmp_path / "a.txt")])
        mine.jobs.move(missing, JobState.FAILED, gone)
        mine.jobs.move(broken, JobState.FAILED, Reason("DocumentDamaged", "It is broken.", ""))
    with opened(tmp_path) as later:
        assert later.jobs.unattended() == (queued, stuck, files)
        assert later.jobs.unattended(failed_for={"DocumentMissing"}) == (
            queued,
            stuck,
            files,
            missing,
        )
        assert broken not in later.jobs.unattended()


def test_many_threads_finish_pages_at_once_and_none_is_lost(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        job = add(store, pages=200)

        def work(first: int) -> None:
            for page in range(first, 200, 8):
                read(store, job, page)

        threads = [threading.Thread(target=work, args=(first,)) for first in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert store.jobs.get(job).counts[PageState.DONE] == 200
        assert [each.page for each in store.results.iterate(job)] == list(range(200))
