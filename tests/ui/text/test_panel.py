"""The text panel: what it shows, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QToolButton
from pytestqt.qtbot import QtBot

from desktop.ui.bridge import Bridge
from desktop.ui.text.panel import TextPanel
from desktop.ui.text.panel_mode import Mode
from tests.ui.text.conftest import Read
from tests.ui.text.plain_view import PlainView


def view_of(panel: TextPanel) -> PlainView:
    assert isinstance(panel.view, PlainView)
    return panel.view


def test_one_key_goes_from_the_text_to_its_source_and_back(
    qtbot: QtBot, bridge: Bridge, panel: TextPanel, read: Read
) -> None:
    job = read()
    view = view_of(panel)
    qtbot.waitUntil(lambda: "The first paragraph." in view.toPlainText())
    source = next(a for a in panel.actions() if a.objectName() == "text-source")
    assert source.shortcut().toString() == "F2"
    source.trigger()
    assert panel.mode is Mode.SOURCE
    qtbot.waitUntil(lambda: panel.editor.blocks.count == 6)
    assert panel.editor.isVisible()
    assert "page 1" in panel.editor.accessibleName()
    source.trigger()
    assert view.isVisible()
    assert source.isChecked() is False
    next(a for a in panel.actions() if a.objectName() == "text-document").trigger()
    assert view.toPlainText() == f"document {job}"


def test_actions_and_buttons_have_names_keys_and_menus(panel: TextPanel) -> None:
    actions = panel.actions()
    names = [action.objectName() for action in actions]
    assert len(set(names)) == len(names)
    assert all(action.text() and action.property("menu") in ("edit", "view") for action in actions)
    keys = [a.shortcut().toString() for a in actions if not a.shortcut().isEmpty()]
    assert len(set(keys)) == len(keys)
    assert {"Ctrl+F", "F3", "Shift+F3", "F2", "Ctrl+Z", "Ctrl+Shift+Z"} <= set(keys)
    buttons = [b for b in panel.findChildren(QToolButton) if b.parent() is not panel.find_bar.line]
    assert len(buttons) >= 5
    assert all(button.accessibleName() for button in buttons)


def test_the_source_and_the_page_point_at_each_other(
    qtbot: QtBot, bridge: Bridge, panel: TextPanel, read: Read
) -> None:
    read()
    panel.set_mode(Mode.SOURCE)
    qtbot.waitUntil(lambda: panel.editor.blocks.count == 6)
    qtbot.waitUntil(panel.editor.hasFocus)
    with qtbot.waitSignal(bridge.block_pointed) as told:
        panel.editor.go_to(2)
    assert told.args == [2, "text"]
    assert panel.editor.accessibleDescription() == "Text"
    bridge.point(3, "page")
    assert panel.editor.lit == 3
    bridge.point(-1, "page")
    assert panel.editor.lit == -1
    bridge.activate(5, "page")
    assert panel.editor.current_block() == 5
    place = panel.editor.cursorRect().center()
    with qtbot.waitSignal(bridge.block_activated) as told:
        QTest.mouseClick(
            panel.editor.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.ControlModifier,
            place,
        )
    assert told.args == [5, "text"]


def test_a_whole_page_goes_back_only_after_a_question(
    qtbot: QtBot, bridge: Bridge, panel: TextPanel, read: Read
) -> None:
    read()
    panel.set_mode(Mode.SOURCE)
    qtbot.waitUntil(lambda: panel.editor.blocks.count == 6)
    panel.editor.go_to(1)
    QTest.keyClicks(panel.editor, "Mine. ")
    back = next(a for a in panel.actions() if a.objectName() == "text-back-page")
    assert back.isEnabled()
    back.trigger()
    box = panel.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert "1 block" in box.text()
    assert panel.editor.blocks.text(1).startswith("Mine.")
    box.defaultButton().click()
    back.trigger()
    box = next(each for each in panel.findChildren(QMessageBox) if each.isVisible())
    yes = next(b for b in box.buttons() if b is not box.defaultButton())
    yes.click()
    qtbot.waitUntil(lambda: panel.editor.blocks.text(1) == "The first paragraph.")
    qtbot.waitUntil(lambda: not back.isEnabled())


def test_undo_works_while_the_rendered_text_is_shown(
    qtbot: QtBot, bridge: Bridge, panel: TextPanel, read: Read
) -> None:
    read()
    view = view_of(panel)
    panel.set_mode(Mode.SOURCE)
    qtbot.waitUntil(lambda: panel.editor.blocks.count == 6)
    panel.editor.go_to(1)
    QTest.keyClicks(panel.editor, "Mine. ")
    panel.set_mode(Mode.PAGE)
    qtbot.waitUntil(lambda: "Mine. The first" in view.toPlainText())
    undo = next(a for a in panel.actions() if a.objectName() == "text-undo")
    undo.trigger()
    qtbot.waitUntil(lambda: "Mine." not in view.toPlainText())
    panel.set_mode(Mode.SOURCE)
    assert panel.editor.blocks.text(1) == "The first paragraph."


def test_a_removed_document_takes_what_was_typed_into_it_along(
    qtbot: QtBot, bridge: Bridge, panel: TextPanel, read: Read
) -> None:
    told: list[object] = []
    bridge.problem.connect(told.append)
    job = read()
    panel.set_mode(Mode.SOURCE)
    qtbot.waitUntil(lambda: panel.editor.blocks.count == 6)
    panel.editor.go_to(1)
    bridge.service.remove(job)
    QTest.keyClicks(panel.editor, "x")
    bridge.library.refresh()
    with qtbot.waitSignal(bridge.library.removed):
        pass
    bridge.choose(None)
    panel.flush()
    assert not panel.source.keeper.pending(job, 0)
    assert panel.editor.toPlainText() == ""
