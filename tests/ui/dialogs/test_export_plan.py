"""Names of exported files: none is lost, none is made twice."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.model.document import DocumentKind, Fingerprint
from desktop.model.options import AssemblyOptions, ConversionOptions, ExportFormat
from desktop.model.states import JobId, JobState, PageState
from desktop.model.summary import JobSummary, Reason
from desktop.ui.dialogs.export_plan import Gaps, Wish, exportable, finished, gaps, plan

F, P = ExportFormat, PageState
WISH = Wish((F.DOCX, F.MARKDOWN), "", "", AssemblyOptions(), replace=False)


def job(path: Path, state: JobState = JobState.DONE, **pages: int) -> JobSummary:
    """A job with so many pages in each state."""
    return JobSummary(
        job=JobId(abs(hash(path))),
        path=path,
        kind=DocumentKind.PDF,
        fingerprint=Fingerprint(1, 1, "0" * 64),
        page_count=sum(pages.values()),
        title="",
        encrypted=False,
        options=ConversionOptions(),
        plan=None,
        state=state,
        reason=Reason(),
        counts={each: pages.get(each.value, 0) for each in PageState},
        exports=(),
        created=0.0,
    )


def test_files_go_beside_their_document_under_its_name(tmp_path: Path) -> None:
    (due,) = plan([job(tmp_path / "a.b.pdf", done=1)], WISH)
    assert due.files == (tmp_path / "a.b.docx", tmp_path / "a.b.md")
    assert due.replaced == ()


def test_one_file_that_exists_gives_all_files_of_the_document_a_number(tmp_path: Path) -> None:
    (tmp_path / "a.md").touch()
    (tmp_path / "a (2)_files").mkdir()
    (due,) = plan([job(tmp_path / "a.pdf", done=1)], WISH)
    assert due.files == (tmp_path / "a (3).docx", tmp_path / "a (3).md")


def test_files_that_are_to_be_replaced_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.md").touch()
    (tmp_path / "a.txt").touch()
    (due,) = plan([job(tmp_path / "a.pdf", done=1)], replace(WISH, replace=True))
    assert due.files == (tmp_path / "a.docx", tmp_path / "a.md")
    assert due.replaced == (tmp_path / "a.md",)


def test_two_documents_never_get_the_same_file_even_when_replacing(tmp_path: Path) -> None:
    jobs = [job(tmp_path / name / "A.pdf", done=1) for name in ("one", "two")]
    jobs.append(job(tmp_path / "three" / "a.png", done=1))
    wish = replace(WISH, folder=str(tmp_path / "out"), replace=True)
    assert [due.plan.stem for due in plan(jobs, wish)] == ["A", "A (2)", "a (3)"]
    assert [due.plan.stem for due in plan(jobs, replace(wish, folder=""))] == ["A", "A", "a"]


def test_a_name_is_for_one_document_only_and_stays_in_its_folder(tmp_path: Path) -> None:
    jobs = [job(tmp_path / "a.pdf", done=1), job(tmp_path / "b.pdf", done=1)]
    wish = replace(WISH, stem="../../etc/passwd")
    (due,) = plan(jobs[:1], wish)
    assert due.plan.folder == tmp_path
    assert "/" not in due.plan.stem
    assert [each.plan.stem for each in plan(jobs, wish)] == ["a", "b"]


def test_a_home_folder_is_understood(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (due,) = plan([job(Path("/x/a.pdf"), done=1)], replace(WISH, folder="~/out"))
    assert due.plan.folder == tmp_path / "out"


def test_what_will_be_missing_is_counted_and_what_has_nothing_is_left_out() -> None:
    part = job(Path("/x/a.pdf"), JobState.RUNNING, done=2, failed=1, queued=3, running=1)
    nothing = job(Path("/x/b.pdf"), JobState.CANCELLED, cancelled=2)
    blank = job(Path("/x/c.pdf"), blank=1)
    assert gaps([part, nothing, blank]) == Gaps(failed=1, cancelled=2, unread=4)
    assert not gaps([blank])
    assert exportable([part, nothing, blank]) == (part, blank)
    assert finished([part, nothing, blank]) == (blank,)
