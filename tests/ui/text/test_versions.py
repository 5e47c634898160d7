"""A person's text beside a newer reading of its page."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.model.blocks import Block, Label
from desktop.model.states import JobId
from desktop.model.versions import KeptEdit
from desktop.ui.bridge import Bridge
from desktop.ui.text.panel import TextPanel
from desktop.ui.text.panel_mode import Mode
from desktop.ui.text.versions import CompareDialog
from desktop.ui.text.versions_diff import MOST_PARTS, compare
from tests.bed.standin import Rule, StandIn
from tests.ui.text.conftest import REPLY, Read


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=40), st.text(max_size=40))
def test_compared_texts_are_still_the_texts(one: str, two: str) -> None:
    left, right = compare(one, two)
    assert "".join(stretch.text for stretch in left) == one
    assert "".join(stretch.text for stretch in right) == two
    assert one != two or not any(stretch.other for stretch in left + right)


def test_words_that_differ_are_told_apart_and_signs_of_chinese_too() -> None:
    left, right = compare("The quick brown fox", "The slow brown fox jumps")
    assert [stretch.text for stretch in left if stretch.other] == ["quick"]
    assert [stretch.text for stretch in right if stretch.other] == ["slow", " jumps"]
    left, right = compare("中文文本", "中国文本")
    assert [stretch.text for stretch in left if stretch.other] == ["文"]
    assert [stretch.text for stretch in right if stretch.other] == ["国"]


def test_long_texts_are_compared_by_lines() -> None:
    lines = ["a b c d e f g h"] * (MOST_PARTS // 10)
    left, right = compare("\n".join(lines), "\n".join([*lines[:-1], "new"]))
    assert [stretch.text for stretch in left if stretch.other] == ["a b c d e f g h"]
    assert [stretch.text for stretch in right if stretch.other] == ["new"]


@pytest.fixture
def read_again(
    qtbot: QtBot, bridge: Bridge, standin: StandIn, panel: TextPanel, read: Read
) -> JobId:
    """A page with two corrections that was then read otherwise."""
    job = read()
    panel.set_mode(Mode.SOURCE)
    qtbot.waitUntil(lambda: panel.editor.blocks.count == 6)
    assert panel.strip.isHidden()
    for block in (1, 5):
        panel.editor.go_to(block)
        QTest.keyClicks(panel.editor, "Mine: ")
    panel.flush()
    qtbot.waitUntil(lambda: not panel.source.keeper.pending(job, 0))
    standin.set_rules([Rule(reply=REPLY.replace("paragraph", "chapter"))])
    bridge.service.retry(job, 0)
    qtbot.waitUntil(panel.strip.isVisible)
    return job


def test_a_new_reading_over_corrections_is_told_and_chosen_from(
    qtbot: QtBot, bridge: Bridge, panel: TextPanel, read_again: JobId
) -> None:
    assert "2 block" in panel.strip.words.text()
    panel.strip.button.click()
    dialog = panel.findChild(CompareDialog)
    assert dialog is not None
    assert dialog.mine.toPlainText() == "Mine: The first paragraph."
    assert dialog.new.toPlainText() == "The first chapter."
    dialog.next.click()
    assert dialog.new.toPlainText() == "The last chapter."
    dialog.previous.click()
    dialog.take.click()
    # On to the other one.
    assert dialog.mine.toPlainText() == "Mine: The last paragraph."
    dialog.keep.click()
    qtbot.waitUntil(lambda: panel.editor.blocks.text(1) == "The first chapter.")
    assert panel.editor.blocks.text(5) == "Mine: The last paragraph."
    qtbot.waitUntil(panel.strip.isHidden)
    qtbot.waitUntil(lambda: panel.findChild(CompareDialog) is None)
    assert panel.source.edited() == {5}
    # Taking the new one can be undone as every edit.
    panel.source.undo()
    qtbot.waitUntil(lambda: panel.editor.blocks.text(1) == "Mine: The first paragraph.")


def test_the_line_can_be_put_away_and_the_choice_made_later(
    qtbot: QtBot, panel: TextPanel, read_again: JobId
) -> None:
    panel.strip.away.click()
    assert panel.strip.isHidden()
    panel.editor.go_to(2)
    QTest.keyClicks(panel.editor, "x")
    panel.flush()
    qtbot.waitUntil(lambda: panel.source.edited() == {1, 2, 5})
    assert panel.strip.isHidden()
    compare_action = next(a for a in panel.actions() if a.objectName() == "text-compare")
    assert compare_action.isEnabled()
    compare_action.trigger()
    dialog = panel.findChild(CompareDialog)
    assert dialog is not None
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert panel.editor.blocks.text(1) == "Mine: The first paragraph."


def test_a_text_without_a_place_can_be_copied_or_discarded(qtbot: QtBot) -> None:
    block = Block(Label.TEXT, "old")
    dialog = CompareDialog(
        [KeptEdit(-1, "mine", block, None, True, 7), KeptEdit(0, "mine too", block, None, True)]
    )
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.keep.isEnabled()
    assert not dialog.take.isEnabled()
    assert "copy" in dialog.new.placeholderText()
    with qtbot.waitSignal(dialog.dismissed) as gone:
        dialog.discard.click()
    assert gone.args == [7]
    assert dialog.discard.isHidden()
    assert dialog.keep.isEnabled()
    assert "nothing in this place" in dialog.new.placeholderText()
    with qtbot.waitSignal(dialog.chosen) as told:
        dialog.take.click()
    assert told.args == [0, False]


def test_a_text_that_came_too_late_is_discarded_and_brought_back(
    qtbot: QtBot, bridge: Bridge, panel: TextPanel, standin: StandIn, read: Read
) -> None:
    job = read()
    panel.set_mode(Mode.SOURCE)
    qtbot.waitUntil(lambda: panel.editor.blocks.count == 6)
    standin.set_rules([Rule(reply=REPLY.split("\n\n")[0])])
    bridge.service.retry(job, 0)
    qtbot.waitUntil(lambda: panel.editor.blocks.count < 6)
    bridge.service.edit(job, 0, 0, "Mine")
    bridge.service.edit(job, 0, 5, "Too late", version=1)
    panel.source.keeper.change(job, 0, lambda: None)
    qtbot.waitUntil(panel.strip.isVisible)
    panel.strip.button.click()
    dialog = panel.findChild(CompareDialog)
    assert dialog is not None
    assert dialog.mine.toPlainText() == "Too late"
    dialog.discard.click()
    qtbot.waitUntil(panel.strip.isHidden)
    panel.source.undo()
    qtbot.waitUntil(panel.strip.isVisible)
