"""Finding words in the whole document."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.model.states import JobId
from desktop.ui.bridge import Bridge
from desktop.ui.text.find import FindBar
from desktop.ui.text.panel import TextPanel
from desktop.ui.text.panel_mode import Mode
from tests.bed.papers import scanned_pdf
from tests.bed.standin import Rule, StandIn
from tests.ui.conftest import Add
from tests.ui.text.plain_view import PlainView

NO, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def job(bridge: Bridge, standin: StandIn, add: Add, tmp_path: Path) -> JobId:
    """Two pages with a needle each; another document has three on its page."""
    words = "<|ref|>text<|/ref|><|det|>[[100, 120, 900, 200]]<|/det|>\nHay.\n\n" + (
        "<|ref|>text<|/ref|><|det|>[[100, 220, 900, 300]]<|/det|>\nA Needle 😀 in it%s.\n"
    )
    standin.set_rules(
        [Rule(reply=words % "", nth=(0, 1)), Rule(reply=words % ", a needle and a needle")]
    )
    job = add(scanned_pdf(tmp_path / "hay.pdf", 2))
    add(scanned_pdf(tmp_path / "more.pdf", 1))
    return job


def test_hits_are_counted_lit_on_both_sides_and_gone_through(
    qtbot: QtBot, bridge: Bridge, panel: TextPanel, job: JobId
) -> None:
    told: list[int] = []
    bridge.find_changed.connect(lambda hits: told.append(len(hits)))
    bridge.choose(job, 0)
    panel.set_mode(Mode.SOURCE)
    qtbot.waitUntil(lambda: panel.editor.blocks.count == 2)
    panel.open_find()
    bar = panel.find_bar
    qtbot.waitUntil(bar.line.hasFocus)
    QTest.keyClicks(bar.line, "needle")
    qtbot.waitUntil(lambda: bar.count.text() == "1 of 2")
    assert told[-1] == 2
    view = panel.view
    assert isinstance(view, PlainView)
    assert len(view.hits) == 2
    assert view.current == view.hits[0]
    lit = panel.editor.extraSelections()
    assert [selection.cursor.selectedText() for selection in lit] == ["Needle"]
    assert panel.editor.current_block() == 1
    QTest.keyClick(bar.line, Qt.Key.Key_Return)
    assert (bridge.page, bar.count.text()) == (1, "2 of 2")
    qtbot.waitUntil(lambda: panel.editor.current_block() == 1)
    QTest.keyClick(bar.line, Qt.Key.Key_Return)
    assert (bridge.page, bar.count.text()) == (0, "1 of 2")
    QTest.keyClick(bar.line, Qt.Key.Key_Return, SHIFT)
    assert (bridge.page, bar.count.text()) == (1, "2 of 2")
    QTest.keyClick(bar.line, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert told[-1] == 0
    assert panel.editor.extraSelections() == []
    assert not view.hits


def test_case_counts_when_asked_and_nothing_is_said_to_be_nothing(
    qtbot: QtBot, bridge: Bridge, panel: TextPanel, job: JobId
) -> None:
    bridge.choose(job, 0)
    bar = panel.find_bar
    panel.open_find()
    bar.line.setText("NEEDLE")
    qtbot.waitUntil(lambda: bar.count.text() == "1 of 2")
    bar.case.click()
    qtbot.waitUntil(lambda: bar.count.text() == "Not found")
    assert not bar.next.isEnabled()
    bar.line.clear()
    assert bar.count.text() == ""


def test_the_keys_of_the_window_go_on_and_open_the_bar(
    qtbot: QtBot, bridge: Bridge, panel: TextPanel, job: JobId
) -> None:
    bridge.choose(job, 0)
    actions = {action.objectName(): action for action in panel.actions()}
    actions["find-next"].trigger()
    assert panel.find_bar.isVisible()
    panel.find_bar.line.setText("in it")
    # Asked for before the search is over: it is done then.
    actions["find-next"].trigger()
    qtbot.waitUntil(lambda: panel.find_bar.count.text() == "2 of 2")
    actions["find-previous"].trigger()
    assert panel.find_bar.count.text() == "1 of 2"


def test_typing_while_hits_are_shown_does_not_take_the_person_away(
    qtbot: QtBot, bridge: Bridge, panel: TextPanel, job: JobId
) -> None:
    bridge.choose(job, 0)
    panel.set_mode(Mode.SOURCE)
    qtbot.waitUntil(lambda: panel.editor.blocks.count == 2)
    panel.open_find()
    panel.find_bar.line.setText("hay")
    qtbot.waitUntil(lambda: panel.find_bar.count.text() == "1 of 2")
    bridge.choose(job, 1)
    qtbot.waitUntil(lambda: panel.editor.blocks.count == 2)
    panel.editor.setFocus()
    panel.editor.go_to(0)
    QTest.keyClicks(panel.editor, "Hay and ")
    qtbot.waitUntil(lambda: panel.find_bar.count.text() == "1 of 3", timeout=8000)
    assert bridge.page == 1
    assert panel.editor.textCursor().position() == len("Hay and ")


def test_a_search_goes_along_to_another_document(
    qtbot: QtBot, bridge: Bridge, panel: TextPanel, job: JobId
) -> None:
    bridge.choose(job, 1)
    panel.open_find()
    bar: FindBar = panel.find_bar
    bar.line.setText("needle")
    # From the page that the person looks at.
    qtbot.waitUntil(lambda: bar.count.text() == "2 of 2")
    other = next(each.job for each in bridge.library.jobs() if each.job != job)
    bridge.choose(other, 0)
    qtbot.waitUntil(lambda: bar.count.text().startswith("3 hit"))
    assert bridge.page == 0
    bar.next.click()
    assert bar.count.text() == "1 of 3"
