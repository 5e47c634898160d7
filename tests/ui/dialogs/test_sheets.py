"""The sheet of shortcuts, and what Diptych says of itself."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from desktop import __version__
from desktop.ui.actions import Actions
from desktop.ui.dialogs.about import AboutDialog
from desktop.ui.dialogs.shortcuts import ShortcutSheet
from tests.ui.dialogs.looking import nameless


@pytest.fixture
def actions(qtbot: QtBot) -> Actions:
    """A window's actions: two with keys in one menu, one in another, one without a key."""
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window)
    for name, text, key, menu in (
        ("open", "&Open…", "Ctrl+O", "file"),
        ("copy", "Cut && &Paste", "Ctrl+Shift+V", "edit"),
        ("bare", "No &Key", None, "edit"),
        ("export", "&Export…", "Ctrl+E", "file"),
    ):
        actions.add(name, text, key, lambda: None, menu=menu)
    return actions


def test_every_action_with_a_key_is_shown_in_the_order_of_the_menus(actions: Actions) -> None:
    sheet = ShortcutSheet(actions)
    assert sheet.shown() == ("Open", "Export", "Cut & Paste")
    sheet.close()


def test_typing_narrows_them_down_by_name_key_and_menu(qtbot: QtBot, actions: Actions) -> None:
    sheet = ShortcutSheet(actions)
    sheet.show()
    QTest.keyClicks(sheet.search, "ctrl+e")
    assert sheet.shown() == ("Export",)
    sheet.search.setText("EDIT")
    assert sheet.shown() == ("Cut & Paste",)
    sheet.search.setText("file open")
    assert sheet.shown() == ("Open",)
    sheet.search.setText("nothing like that")
    assert sheet.shown() == ()
    sheet.search.clear()
    assert len(sheet.shown()) == 3
    assert nameless(sheet) == []
    sheet.close()


def test_the_version_and_the_parts_are_told_and_can_be_copied(qtbot: QtBot) -> None:
    dialog = AboutDialog()
    dialog.show()
    dialog.copy.click()
    text = QGuiApplication.clipboard().text()
    assert f"Diptych {__version__}" in text
    for part in ("Qt ", "pypdfium2", "pandoc", "ONNX Runtime"):
        assert part in text
    assert nameless(dialog) == []
    dialog.close()
