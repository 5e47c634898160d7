"""What went wrong: the list, the bar, and the report that can be passed on."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.errors import ExportError, NotADocument, PasswordNeeded, ServerUnreachable, StoreFull
from desktop.model.states import JobState
from desktop.ui.bridge import Bridge
from desktop.ui.panels import problem_words
from desktop.ui.panels.paragraphs import BODY_ROLE, FOOTNOTE_ROLE
from desktop.ui.panels.problem_bar import ProblemBar
from desktop.ui.panels.problem_panel import ProblemsPanel
from desktop.ui.panels.problems import MOST, Problems
from tests.bed.papers import scanned_pdf
from tests.bed.services import options_for
from tests.bed.standin import Rule, StandIn
from tests.conftest import wait_until
from tests.ui.conftest import Add

Mode = QAbstractItemModelTester.FailureReportingMode
GONE = ServerUnreachable("The server does not answer.", "Start it.", details="errno 111")


@pytest.fixture
def panel(qtbot: QtBot, bridge: Bridge) -> ProblemsPanel:
    """A panel that is seen."""
    panel = ProblemsPanel(bridge)
    QAbstractItemModelTester(panel.model, Mode.Fatal, panel)
    qtbot.addWidget(panel)
    panel.resize(800, 300)
    panel.show()
    return panel


def _not_a_document(name: str) -> NotADocument:
    return NotADocument(f"{name} is not a document.", "Choose a PDF or an image.")


def test_no_problems_are_said_to_be_none(panel: ProblemsPanel) -> None:
    assert panel.empty.isVisible()
    assert not panel.view.isVisible()


def test_the_newest_problem_is_first_and_says_what_it_means_and_what_to_do(
    bridge: Bridge, panel: ProblemsPanel
) -> None:
    counts: list[int] = []
    panel.count_changed.connect(counts.append)
    bridge.report(StoreFull("The disk is full.", "Make room."))
    bridge.report(_not_a_document("a.txt"), path=Path("a.txt"))
    assert counts == [1, 2]
    first = panel.model.index(0)
    assert first.data() == "a.txt is not a document."
    assert first.data(BODY_ROLE) == "It was not added. Choose a PDF or an image."
    assert first.data(FOOTNOTE_ROLE).startswith("a.txt · ")
    assert panel.model.index(1).data() == "The disk is full."


def test_the_same_trouble_with_many_files_is_one_problem_that_counts(
    bridge: Bridge, panel: ProblemsPanel
) -> None:
    for number in range(40):
        name = f"{number}.txt"
        bridge.report(_not_a_document(name), path=Path(name))
    assert panel.model.rowCount() == 1
    footnote = panel.model.index(0).data(FOOTNOTE_ROLE)
    assert footnote.startswith("39.txt, 38.txt, 37.txt and 37 more · ")
    assert footnote.endswith("40 times")
    again: list[tuple[Path, ...]] = []
    panel.add_again.connect(again.append)
    panel.again.trigger()
    assert len(again[0]) == 40
    assert panel.model.rowCount() == 0


def test_problems_never_pile_up(bridge: Bridge, panel: ProblemsPanel) -> None:
    for number in range(MOST + 20):
        bridge.report(ExportError(f"File {number} could not be written."))
    assert panel.model.rowCount() == MOST
    assert panel.model.index(0).data() == f"File {MOST + 19} could not be written."
    panel.dismiss_all.trigger()
    assert panel.model.rowCount() == 0


def test_delete_dismisses_the_current_problem(bridge: Bridge, panel: ProblemsPanel) -> None:
    bridge.report(StoreFull("The disk is full."))
    bridge.report(GONE)
    panel.view.setCurrentIndex(panel.model.index(1))
    QTest.keyClick(panel.view, Qt.Key.Key_Delete)
    assert [panel.model.index(row).data() for row in range(panel.model.rowCount())] == [GONE.what]


def test_a_document_that_fails_is_a_problem_until_it_goes_on(
    qtbot: QtBot,
    bridge: Bridge,
    panel: ProblemsPanel,
    add: Add,
    standin: StandIn,
    tmp_path: Path,
) -> None:
    standin.set_rules([Rule(fault="unauthorised")])
    job = add(scanned_pdf(tmp_path / "a.pdf", 3))
    qtbot.waitUntil(lambda: panel.model.rowCount() == 1)
    entry = panel.model.entry(panel.model.index(0))
    assert entry is not None
    assert entry.reason.kind == "ServerUnauthorised"
    assert "No more of its pages are read" in panel.model.index(0).data(BODY_ROLE)
    assert panel.show_document.isEnabled()
    panel.show_document.trigger()
    assert bridge.job == job
    standin.set_rules([])
    panel.again.trigger()

    def done() -> bool:
        summary = bridge.library.job(job)
        return summary is not None and summary.state is JobState.DONE

    qtbot.waitUntil(done, timeout=15_000)
    assert panel.model.rowCount() == 0


def test_the_copied_report_has_the_details_and_no_content(
    bridge: Bridge, panel: ProblemsPanel
) -> None:
    bridge.report(GONE, path=Path("/home/somebody/secret plans.pdf"))
    QTest.keyClick(panel.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    text = QGuiApplication.clipboard().text()
    assert "ServerUnreachable: The server does not answer." in text
    assert "errno 111" in text
    assert text.startswith("Diptych ")
    assert "secret" not in text


def test_a_row_is_as_high_as_its_words_need(bridge: Bridge, panel: ProblemsPanel) -> None:
    bridge.report(StoreFull("The disk is full. " * 20, "Make room."))
    wide = panel.view.sizeHintForIndex(panel.model.index(0)).height()
    panel.resize(300, 300)
    QGuiApplication.processEvents()
    assert panel.view.sizeHintForIndex(panel.model.index(0)).height() > wide


# The bar.


@pytest.fixture
def window(qtbot: QtBot, bridge: Bridge) -> QWidget:
    """A window with a bar over a field."""
    window = QWidget()
    column = QVBoxLayout(window)
    bar = ProblemBar(bridge, window, stays=150)
    column.addWidget(bar)
    field = QLineEdit()
    column.addWidget(field)
    qtbot.addWidget(window)
    window.resize(900, 200)
    window.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    return window


def _bar(window: QWidget) -> ProblemBar:
    bar = window.findChild(ProblemBar)
    assert bar is not None
    return bar


def test_the_bar_tells_the_newest_problem_and_goes_by_itself(
    qtbot: QtBot, bridge: Bridge, window: QWidget
) -> None:
    bar = _bar(window)
    assert not bar.isVisible()
    bridge.report(GONE)
    assert bar.isVisible()
    assert bar.label.text() == (
        "The server does not answer. Pages that wait for it are not read. Start it."
    )
    qtbot.waitUntil(lambda: not bar.isVisible())
    assert len(Problems.of(bridge).entries()) == 1


def test_the_bar_stays_while_somebody_is_at_it(
    qtbot: QtBot, bridge: Bridge, window: QWidget
) -> None:
    bar = _bar(window)
    bridge.report(GONE)
    bar.details.setFocus()
    with qtbot.waitSignals([bar._timer.timeout, bar._timer.timeout, bar._timer.timeout]):
        pass
    assert bar.isVisible()
    bar.close_button.click()
    assert not bar.isVisible()


def test_esc_closes_the_bar_from_anywhere(bridge: Bridge, window: QWidget) -> None:
    bar = _bar(window)
    bridge.report(GONE)
    field = window.findChild(QLineEdit)
    assert field is not None
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_a_click_on_details_asks_for_the_list(
    qtbot: QtBot, bridge: Bridge, window: QWidget
) -> None:
    bar = _bar(window)
    bridge.report(GONE)
    with qtbot.waitSignal(bar.wanted) as told:
        QTest.mouseClick(bar.details, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert told.args == [Problems.of(bridge).entries()[0].number]


def test_a_problem_that_is_dismissed_in_the_list_leaves_the_bar(
    bridge: Bridge, window: QWidget
) -> None:
    bar = _bar(window)
    bridge.report(GONE)
    Problems.of(bridge).dismiss_all()
    assert not bar.isVisible()


def test_a_file_that_could_not_be_written_is_not_added_as_a_document(bridge: Bridge) -> None:
    problems = Problems.of(bridge)
    bridge.report(ExportError("a.docx could not be written."), path=Path("a.docx"))
    assert not problem_words.can_try_again(problems.entries()[0])


def test_passwords_are_not_tried_again_without_asking(bridge: Bridge) -> None:
    problems = Problems.of(bridge)
    bridge.report(PasswordNeeded("a.pdf is encrypted."), path=Path("a.pdf"))
    assert not problem_words.can_try_again(problems.entries()[0])


@pytest.mark.parametrize("listed_first", [False, True])
def test_a_document_that_stops_at_once_is_told_whether_its_stop_or_its_row_is_heard_first(
    qtbot: QtBot, bridge: Bridge, panel: ProblemsPanel, tmp_path: Path, listed_first: bool
) -> None:
    with StandIn() as server:
        server.stop()
        job = bridge.service.add(scanned_pdf(tmp_path / "a.pdf", 1), options_for(server))
    if listed_first:
        # As the library reads when it is asked to, while the event is on its way.
        wait_until(lambda: bridge.service.job(job).state is JobState.PAUSED)
        bridge.library._take_all(bridge.service.jobs())
    qtbot.waitUntil(lambda: panel.model.rowCount() == 1)
    entry = panel.model.entry(panel.model.index(0))
    assert entry is not None
    assert entry.jobs == (job,)
    assert entry.stands
    assert entry.count == 1
