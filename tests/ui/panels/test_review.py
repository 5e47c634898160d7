"""The list of pages that need review."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from desktop.model.states import JobId, PageState
from desktop.ui.bridge import Bridge
from desktop.ui.panels.review_model import Column
from desktop.ui.panels.review_panel import ReviewPanel
from tests.bed.papers import scanned_pdf
from tests.bed.standin import Rule, StandIn
from tests.ui.conftest import Add

Mode = QAbstractItemModelTester.FailureReportingMode


@pytest.fixture
def panel(qtbot: QtBot, bridge: Bridge) -> ReviewPanel:
    """A panel that is seen."""
    panel = ReviewPanel(bridge)
    QAbstractItemModelTester(panel.model, Mode.Fatal, panel)
    qtbot.addWidget(panel)
    panel.resize(900, 300)
    panel.show()
    return panel


@pytest.fixture
def doubtful(add: Add, bridge: Bridge, standin: StandIn, tmp_path: Path) -> JobId:
    """A document of six pages read one by one: 2 was cut off, 3 failed, 5 repeated itself."""
    standin.set_rules(
        [
            Rule(fault="truncated", nth=(1,)),
            Rule(fault="bad_request", nth=(2,)),
            Rule(fault="loop", nth=(4,)),
        ]
    )
    job = add(scanned_pdf(tmp_path / "doubtful.pdf", 6))
    standin.set_rules([])
    return job


def _rows(panel: ReviewPanel) -> list[tuple[str, str]]:
    return [
        (str(panel.model.index(row, Column.PAGE).data()), _why(panel, row))
        for row in range(panel.model.rowCount())
    ]


def _why(panel: ReviewPanel, row: int) -> str:
    return str(panel.model.index(row, Column.WHY).data())


def _reviewed(bridge: Bridge, job: JobId) -> list[int]:
    return [page.page for page in bridge.service.pages(job) if page.reviewed]


def test_pages_that_failed_or_are_doubtful_are_listed_with_the_reason(
    qtbot: QtBot, bridge: Bridge, panel: ReviewPanel, doubtful: JobId
) -> None:
    bridge.choose(doubtful)
    qtbot.waitUntil(lambda: panel.model.rowCount() == 3)
    reasons = sorted(why for _, why in _rows(panel))
    repeated = "The model repeated itself · Text is cut off"
    assert reasons == ["Could not be read", "Text is cut off", repeated]
    assert panel.heading.text() == "3 to review"
    details = [panel.model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole) for row in range(3)]
    assert all(details)


def test_nothing_to_review_is_said(
    qtbot: QtBot, bridge: Bridge, panel: ReviewPanel, add: Add, tmp_path: Path
) -> None:
    assert panel.empty.text() == "No document is chosen."
    bridge.choose(add(scanned_pdf(tmp_path / "fine.pdf", 2)))
    qtbot.waitUntil(lambda: panel.empty.text() == "Nothing to review in this document.")
    assert panel.empty.isVisible()
    assert not panel.next.isEnabled()


def test_one_key_goes_from_one_page_to_the_next_and_around(
    qtbot: QtBot, bridge: Bridge, panel: ReviewPanel, doubtful: JobId
) -> None:
    bridge.choose(doubtful)
    qtbot.waitUntil(lambda: panel.model.rowCount() == 3)
    places = sorted(entry.page for entry in panel.listed.entries())
    visited = []
    for _ in range(4):
        panel.next.trigger()
        visited.append(bridge.page)
    assert visited == [*places, places[0]]
    panel.previous.trigger()
    assert bridge.page == places[-1]
    current = panel.model.entry(panel.view.currentIndex())
    assert current is not None
    assert current.page == places[-1]


def test_marking_moves_on_and_is_kept(
    qtbot: QtBot, bridge: Bridge, panel: ReviewPanel, doubtful: JobId
) -> None:
    bridge.choose(doubtful)
    qtbot.waitUntil(lambda: panel.model.rowCount() == 3)
    counts: list[int] = []
    panel.count_changed.connect(counts.append)
    places = [entry.page for entry in panel.listed.entries()]
    bridge.choose(doubtful, places[0])
    panel.mark.trigger()
    assert bridge.page == places[1]
    assert panel.model.rowCount() == 2
    panel.mark.trigger()
    panel.mark.trigger()
    assert panel.model.rowCount() == 0
    assert counts == [2, 1, 0]
    qtbot.waitUntil(lambda: _reviewed(bridge, doubtful) == places)
    qtbot.waitUntil(lambda: panel.empty.isVisible())
    panel.reviewed.setChecked(True)
    assert panel.model.rowCount() == 3
    assert panel.mark.text() == "Mark as &Not Reviewed"
    panel.mark.trigger()
    qtbot.waitUntil(lambda: len(_reviewed(bridge, doubtful)) == 2)
    assert panel.heading.text() == "1 to review"


def test_ctrl_and_enter_in_the_list_marks_and_enter_goes_there(
    qtbot: QtBot, bridge: Bridge, panel: ReviewPanel, doubtful: JobId
) -> None:
    bridge.choose(doubtful)
    qtbot.waitUntil(lambda: panel.model.rowCount() == 3)
    panel.view.setFocus()
    panel.activateWindow()
    qtbot.waitUntil(panel.view.hasFocus)
    panel.view.setCurrentIndex(panel.model.index(2, 0))
    last = panel.model.entry(panel.model.index(2, 0))
    assert last is not None
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    assert bridge.page == last.page
    QTest.keyClick(panel.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: _reviewed(bridge, doubtful) == [last.page])


def test_a_failed_page_that_is_read_again_leaves_the_list(
    qtbot: QtBot, bridge: Bridge, panel: ReviewPanel, doubtful: JobId
) -> None:
    bridge.choose(doubtful)
    qtbot.waitUntil(lambda: panel.model.rowCount() == 3)
    failed = next(entry for entry in panel.listed.entries() if entry.failed)
    bridge.choose(doubtful, failed.page)
    panel.again.trigger()
    qtbot.waitUntil(lambda: panel.model.rowCount() == 2, timeout=15_000)
    page = bridge.library.page(doubtful, failed.page)
    assert page is not None
    qtbot.waitUntil(lambda: bridge.service.pages(doubtful)[failed.page].state is PageState.DONE)


def test_all_documents_can_be_listed_together(
    qtbot: QtBot,
    bridge: Bridge,
    panel: ReviewPanel,
    doubtful: JobId,
    add: Add,
    standin: StandIn,
    tmp_path: Path,
) -> None:
    standin.set_rules([Rule(fault="truncated")])
    other = add(scanned_pdf(tmp_path / "other.pdf", 2))
    fine = add(scanned_pdf(tmp_path / "third.pdf", 1))
    bridge.choose(fine)
    panel.everywhere.setChecked(True)
    qtbot.waitUntil(lambda: panel.model.rowCount() == 6)
    names = {panel.model.index(row, Column.DOCUMENT).data() for row in range(6)}
    assert names == {"doubtful.pdf", "other.pdf", "third.pdf"}
    assert not panel.view.isColumnHidden(Column.DOCUMENT)
    visited = set()
    for _ in range(6):
        panel.next.trigger()
        visited.add(bridge.job)
    assert visited == {fine, other, doubtful}
    panel.everywhere.setChecked(False)
    assert panel.model.rowCount() < 6
