"""The whole window for people who can't see it, or have no mouse."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QTabBar, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.workspace import Workspace
from tests.bed.papers import scanned_pdf
from tests.ui.conftest import Add


def nameless(window: QWidget) -> list[str]:
    """The parts that take the keyboard's focus and of which a screen reader can't say a name."""
    found = []
    for part in window.findChildren(QWidget):
        if not part.focusPolicy() & Qt.FocusPolicy.TabFocus or isinstance(part, QTabBar):
            continue
        if part.isHidden() or part.focusProxy() is not None:
            continue
        name = QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
        if not name.strip():
            found.append(f"{type(part).__name__} in {type(part.parent()).__name__}")
    return found


def test_everything_that_takes_the_focus_has_a_name(
    qtbot: QtBot, workspace: Workspace, add: Add, tmp_path: Path
) -> None:
    add(scanned_pdf(tmp_path / "a.pdf", 2))
    qtbot.waitUntil(workspace.split.isVisible)
    for name in ("queue", "review", "servers", "problems"):
        workspace.docks.show(name)
    assert nameless(workspace.window) == []


def test_the_empty_window_begins_at_its_button(qtbot: QtBot, workspace: Workspace) -> None:
    focused = workspace.window.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Open documents"


def test_the_empty_window_says_where_documents_go(qtbot: QtBot, workspace: Workspace) -> None:
    def said() -> str:
        return workspace.window.empty.hint

    assert "on this computer" not in said()
    workspace.bridge.preferences.update(servers=("builtin",))
    assert "on this computer" in said()
