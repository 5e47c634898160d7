"""The list of documents: what it says, what it chooses, and how it follows."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.model.states import JobId, JobState
from desktop.ui.bridge import Bridge
from desktop.ui.documents import DocumentsPanel
from desktop.ui.documents.document_model import DocumentRole
from desktop.ui.documents.sentences import when
from tests.bed.papers import scanned_pdf
from tests.bed.services import options_for
from tests.bed.standin import Rule, StandIn
from tests.ui.conftest import Add
from tests.ui.documents.conftest import line, shown, spoken


def test_an_empty_library_says_so(panel: DocumentsPanel) -> None:
    assert panel.empty.isVisible()
    assert "No documents yet" in panel.empty.text()
    assert not panel.documents.isVisible()
    assert not panel.commands.remove.isEnabled()


def test_states_are_said_in_words(
    qtbot: QtBot, add: Add, panel: DocumentsPanel, standin: StandIn, tmp_path: Path
) -> None:
    done = add(scanned_pdf(tmp_path / "done.pdf", 2))
    standin.set_rules([Rule(fault="silent")])
    running = add(scanned_pdf(tmp_path / "running.pdf", 3), wait=False)
    assert "today" in line(panel, done)
    assert "2 page(s)" in line(panel, done)
    tip = str(panel.documents.index_of(done).data(Qt.ItemDataRole.ToolTipRole))
    assert str(tmp_path / "done.pdf") in tip
    qtbot.waitUntil(lambda: line(panel, running).startswith("Being read"))
    assert spoken(panel, running) == f"running.pdf, {line(panel, running)}"
    assert panel.documents.index_of(running).data(DocumentRole.SHARE) == 0.0
    panel.bridge.service.pause(running)
    qtbot.waitUntil(lambda: line(panel, running).startswith("Paused"))
    panel.bridge.service.cancel(running)
    qtbot.waitUntil(lambda: line(panel, running) == "Cancelled · 3 of 3")


def test_a_failed_document_says_why_in_its_row(
    qtbot: QtBot, add: Add, panel: DocumentsPanel, standin: StandIn, tmp_path: Path
) -> None:
    standin.set_rules([Rule(fault="bad_request")])
    job = add(scanned_pdf(tmp_path / "a.pdf", 1))
    summary = panel.bridge.library.job(job)
    assert summary is not None
    assert summary.state in (JobState.FAILED, JobState.DONE)
    qtbot.waitUntil(lambda: "failed" in line(panel, job) or summary.reason.what in line(panel, job))


def test_near_dates_are_said_as_people_say_them() -> None:
    now = datetime(2026, 3, 2, 12, 0).astimezone()
    assert when(now.timestamp(), now=now).startswith("today")
    assert when((now - timedelta(days=1)).timestamp(), now=now).startswith("yesterday")
    assert "2026" in when((now - timedelta(days=5)).timestamp(), now=now) or "26" in when(
        (now - timedelta(days=5)).timestamp(), now=now
    )


def test_what_is_worked_on_comes_first_then_the_newest(
    qtbot: QtBot, add: Add, panel: DocumentsPanel, standin: StandIn, tmp_path: Path
) -> None:
    old, new = add(scanned_pdf(tmp_path / "a.pdf", 1)), add(scanned_pdf(tmp_path / "b.pdf", 1))
    assert shown(panel) == [new, old]
    standin.set_rules([Rule(fault="silent")])
    first = add(scanned_pdf(tmp_path / "c.pdf", 2), wait=False)
    second = add(scanned_pdf(tmp_path / "d.pdf", 2), wait=False)
    qtbot.waitUntil(lambda: shown(panel) == [first, second, new, old])
    panel.bridge.choose(first)
    panel.bridge.service.cancel(first)
    qtbot.waitUntil(lambda: shown(panel) == [second, first, new, old])
    assert panel.documents.current() == first
    panel.bridge.service.cancel(second)


def test_choosing_by_keyboard_shows_the_document_where_it_was_left(
    qtbot: QtBot, add: Add, panel: DocumentsPanel, bridge: Bridge, tmp_path: Path
) -> None:
    old, new = add(scanned_pdf(tmp_path / "a.pdf", 3)), add(scanned_pdf(tmp_path / "b.pdf", 2))
    bridge.choose(new)
    assert panel.documents.current() == new
    QTest.keyClick(panel.documents, Qt.Key.Key_Down)
    assert (bridge.job, bridge.page) == (old, 0)
    bridge.choose(old, 2)
    QTest.keyClick(panel.documents, Qt.Key.Key_Up)
    assert (bridge.job, bridge.page) == (new, 0)
    QTest.keyClick(panel.documents, Qt.Key.Key_Down)
    assert (bridge.job, bridge.page) == (old, 2)
    bridge.choose(None)
    assert panel.documents.current() is None
    assert not panel.documents.selectionModel().hasSelection()


def test_events_touch_their_own_row_and_never_reset_the_list(
    qtbot: QtBot, add: Add, panel: DocumentsPanel, tmp_path: Path
) -> None:
    add(scanned_pdf(tmp_path / "a.pdf", 1))
    resets: list[None] = []
    panel.documents.shown.modelReset.connect(lambda: resets.append(None))
    job = add(scanned_pdf(tmp_path / "b.pdf", 12))
    qtbot.waitUntil(lambda: "12 page(s)" in line(panel, job))
    assert not resets


def test_the_count_of_pages_to_review_is_kept(
    qtbot: QtBot, add: Add, panel: DocumentsPanel, standin: StandIn, tmp_path: Path
) -> None:
    standin.set_rules([Rule(fault="truncated", nth=(1,)), Rule(fault="bad_request", nth=(2,))])
    job = add(scanned_pdf(tmp_path / "a.pdf", 4))
    index = panel.documents.index_of(job)
    qtbot.waitUntil(lambda: index.data(DocumentRole.REVIEW) == 2)
    assert "2 page(s) to review" in spoken(panel, job)
    panel.bridge.choose(job)
    qtbot.waitUntil(lambda: panel.pages.pages.rowCount() == 4)
    page = next(page for page in panel.bridge.library.pages(job) if page.flags)
    panel.bridge.service.set_reviewed(job, page.page, True)
    panel.bridge.library.refresh(job)
    qtbot.waitUntil(lambda: panel.documents.index_of(job).data(DocumentRole.REVIEW) == 1)


def test_a_missing_document_says_so_in_its_place(
    qtbot: QtBot, add: Add, panel: DocumentsPanel, bridge: Bridge, tmp_path: Path
) -> None:
    path = scanned_pdf(tmp_path / "a.pdf", 2)
    job = add(path)
    path.rename(tmp_path / "elsewhere.pdf")
    panel.documents.documents.originals.look_again()
    panel.update_views()
    qtbot.waitUntil(lambda: line(panel, job).startswith("File not found"))
    bridge.choose(job)
    qtbot.waitUntil(lambda: bool(panel.notice.text))
    (tmp_path / "elsewhere.pdf").rename(path)
    panel.reload()
    qtbot.waitUntil(lambda: "File not found" not in line(panel, job))
    qtbot.waitUntil(lambda: not panel.notice.text)


def _found(panel: DocumentsPanel, text: str) -> list[JobId]:
    panel.filter.clear()
    QTest.keyClicks(panel.filter, text)
    return shown(panel)


def test_a_document_is_found_by_a_part_of_its_name(
    qtbot: QtBot, add: Add, panel: DocumentsPanel, bridge: Bridge, tmp_path: Path
) -> None:
    tax, poem = (add(scanned_pdf(tmp_path / name, 1)) for name in ("Tax.pdf", "Poem.pdf"))
    bridge.choose(tax)
    panel.commands.find.trigger()
    assert _found(panel, "poe") == [poem]
    assert bridge.job == tax, "finding shows nothing else by itself"
    QTest.keyClick(panel.filter, Qt.Key.Key_Down)
    assert bridge.job == poem
    assert _found(panel, "nothing like it") == []
    assert "nothing like it" in panel.empty.text()
    QTest.keyClick(panel.filter, Qt.Key.Key_Escape)
    assert shown(panel) == [poem, tax]
    assert panel.documents.current() == poem


def test_a_job_that_reads_some_pages_shows_the_first_of_them(
    qtbot: QtBot, add: Add, panel: DocumentsPanel, bridge: Bridge, standin: StandIn, tmp_path: Path
) -> None:
    job = add(scanned_pdf(tmp_path / "a.pdf", 6), options=options_for(standin, pages="3-4"))
    bridge.choose(job)
    qtbot.waitUntil(lambda: bridge.page == 2)
    assert panel.pages.current() == 2
