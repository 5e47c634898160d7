"""The queue: what is working and waiting, in the panel and in the status bar."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from desktop.model.states import JobState, PageState
from desktop.ui.bridge import Bridge
from desktop.ui.panels.queue_model import JOB_ROLE, PAGE_ROLE, Column
from desktop.ui.panels.queue_panel import QueuePanel
from desktop.ui.panels.queue_summary import QueueSummary
from desktop.ui.panels.work import Work
from tests.bed.papers import scanned_pdf
from tests.bed.services import options_for
from tests.bed.standin import Rule, StandIn
from tests.ui.conftest import Add

Mode = QAbstractItemModelTester.FailureReportingMode


def _panel(qtbot: QtBot, bridge: Bridge) -> QueuePanel:
    panel = QueuePanel(bridge)
    qtbot.addWidget(panel)
    panel.resize(900, 300)
    panel.show()
    return panel


def _cell(panel: QueuePanel, row: int, column: Column, page: int | None = None) -> str:
    parent = QModelIndex() if page is None else panel.model.index(row, 0)
    return str(panel.model.index(row if page is None else page, column, parent).data())


def test_an_empty_queue_says_that_there_is_nothing_to_do(qtbot: QtBot, bridge: Bridge) -> None:
    panel = _panel(qtbot, bridge)
    assert panel.empty.isVisible()
    assert "Nothing to do" in panel.empty.text()
    assert not panel.view.isVisible()
    assert not any(action.isEnabled() for action in panel.actions())


def test_running_pages_stand_under_their_document_with_how_long_they_take(
    qtbot: QtBot, bridge: Bridge, add: Add, standin: StandIn, tmp_path: Path
) -> None:
    standin.set_rules([Rule(fault="silent")])
    panel = _panel(qtbot, bridge)
    tester = QAbstractItemModelTester(panel.model, Mode.Fatal)
    job = add(scanned_pdf(tmp_path / "a.pdf", 4), wait=False)
    qtbot.waitUntil(lambda: panel.model.rowCount(panel.model.index(0, 0)) > 0)
    first = panel.model.index(0, 0, panel.model.index(0, 0))
    assert first.data() == "Page 1"
    assert (first.data(JOB_ROLE), first.data(PAGE_ROLE)) == (job, 0)
    assert panel.view.isExpanded(panel.model.index(0, 0))
    assert _cell(panel, 0, Column.STATE) == "Being read"
    assert _cell(panel, 0, Column.TIME, page=0) == "0:00 so far"
    qtbot.waitUntil(lambda: _cell(panel, 0, Column.TIME, page=0) >= "0:01 so far")
    bridge.service.cancel(job)
    qtbot.waitUntil(lambda: panel.model.rowCount(panel.model.index(0, 0)) == 0)
    del tester


def test_one_page_can_be_cancelled_and_the_others_go_on(
    qtbot: QtBot, bridge: Bridge, add: Add, standin: StandIn, tmp_path: Path
) -> None:
    standin.set_rules([Rule(fault="silent")])
    panel = _panel(qtbot, bridge)
    job = add(scanned_pdf(tmp_path / "a.pdf", 3), wait=False)
    qtbot.waitUntil(lambda: panel.model.rowCount(panel.model.index(0, 0)) >= 1)
    page = panel.model.index(0, 0, panel.model.index(0, 0))
    number = page.data(PAGE_ROLE)
    panel.view.setCurrentIndex(page)
    QTest.keyClick(panel.view, Qt.Key.Key_Delete)

    def cancelled() -> list[int]:
        pages = bridge.library.pages(job)
        return [page.page for page in pages if page.state is PageState.CANCELLED]

    qtbot.waitUntil(lambda: cancelled() == [number])
    assert _state(bridge) is JobState.RUNNING
    panel.cancel.trigger()
    qtbot.waitUntil(lambda: _state(bridge) is JobState.CANCELLED)


def _state(bridge: Bridge) -> JobState | None:
    jobs = bridge.library.jobs()
    return jobs[0].state if jobs else None


def test_a_batch_ends_with_a_sentence_whose_numbers_add_up(
    qtbot: QtBot, bridge: Bridge, add: Add, standin: StandIn, tmp_path: Path
) -> None:
    standin.set_rules([Rule(fault="bad_request", nth=(1,)), Rule(fault="truncated", nth=(2,))])
    panel, summary = _panel(qtbot, bridge), QueueSummary(bridge)
    qtbot.addWidget(summary)
    with qtbot.waitSignal(Work.of(bridge).ended, timeout=20_000):
        add(scanned_pdf(tmp_path / "a.pdf", 6, blank=(4,)))
    qtbot.waitUntil(lambda: bool(panel.sentence.text()))
    said = "6 page(s) in 1 document(s): 4 done (1 of them to review), 1 blank, 1 failed."
    assert panel.sentence.text() == said
    assert summary.text == said


def test_documents_are_paused_and_go_on_one_by_one_and_all_at_once(
    qtbot: QtBot, bridge: Bridge, add: Add, standin: StandIn, tmp_path: Path
) -> None:
    standin.set_rules([Rule(seconds=0.2)])
    panel, summary = _panel(qtbot, bridge), QueueSummary(bridge)
    qtbot.addWidget(summary)
    options = options_for(standin)
    first = add(scanned_pdf(tmp_path / "a.pdf", 8), wait=False, options=options)
    second = add(scanned_pdf(tmp_path / "b.pdf", 8), wait=False, options=options)
    qtbot.waitUntil(lambda: panel.model.rowCount() == 2)
    qtbot.waitUntil(panel.pause_all.isEnabled)
    panel.pause_all.trigger()

    def states() -> list[JobState]:
        return [job.state for job in bridge.library.jobs()]

    qtbot.waitUntil(lambda: states() == [JobState.PAUSED, JobState.PAUSED])
    qtbot.waitUntil(lambda: "paused" in summary.text)
    assert not panel.pause_all.isEnabled()
    panel.view.setCurrentIndex(panel.model.row_of(second))
    qtbot.waitUntil(panel.resume.isEnabled)
    panel.resume.trigger()
    qtbot.waitUntil(lambda: states()[1] is not JobState.PAUSED)
    assert states()[0] is JobState.PAUSED
    standin.set_rules([])
    panel.resume_all.trigger()
    qtbot.waitUntil(lambda: set(states()) == {JobState.DONE}, timeout=20_000)
    assert first in {job.job for job in bridge.library.jobs()}


def test_a_document_that_is_done_goes_below_those_that_wait(
    qtbot: QtBot, bridge: Bridge, add: Add, standin: StandIn, tmp_path: Path
) -> None:
    panel = _panel(qtbot, bridge)
    QAbstractItemModelTester(panel.model, Mode.Fatal, panel)
    held = add(scanned_pdf(tmp_path / "held.pdf", 2), wait=False)
    bridge.service.pause(held)
    quick = add(scanned_pdf(tmp_path / "quick.pdf", 2))
    bridge.service.pause(held)

    def order() -> list[int]:
        return [panel.model.index(row, 0).data(JOB_ROLE) for row in range(panel.model.rowCount())]

    qtbot.waitUntil(lambda: order() == [held, quick])
    bridge.service.resume(held)
    qtbot.waitUntil(lambda: order() == [quick, held])


def test_failed_pages_are_read_again(
    qtbot: QtBot, bridge: Bridge, add: Add, standin: StandIn, tmp_path: Path
) -> None:
    standin.set_rules([Rule(fault="bad_request", nth=(1,))])
    panel = _panel(qtbot, bridge)
    job = add(scanned_pdf(tmp_path / "a.pdf", 3))
    qtbot.waitUntil(lambda: panel.model.rowCount() == 1)
    qtbot.waitUntil(lambda: _cell(panel, 0, Column.FAILED) == "1 failed")
    panel.view.setCurrentIndex(panel.model.row_of(job))
    qtbot.waitUntil(panel.retry.isEnabled)
    panel.retry.trigger()

    def all_done() -> bool:
        summary = bridge.library.job(job)
        return summary is not None and summary.counts[PageState.DONE] == 3

    qtbot.waitUntil(all_done, timeout=15_000)
    qtbot.waitUntil(lambda: not panel.retry.isEnabled())


def test_enter_on_a_document_goes_there(
    qtbot: QtBot, bridge: Bridge, add: Add, tmp_path: Path
) -> None:
    panel = _panel(qtbot, bridge)
    job = add(scanned_pdf(tmp_path / "a.pdf", 2))
    qtbot.waitUntil(lambda: panel.model.row_of(job).isValid())
    panel.view.setCurrentIndex(panel.model.row_of(job))
    with qtbot.waitSignal(bridge.chosen) as told:
        QTest.keyClick(panel.view, Qt.Key.Key_Return)
    assert told.args == [job, 0]
