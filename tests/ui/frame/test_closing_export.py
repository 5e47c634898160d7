"""Closing the window while an export is being written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from desktop.ui.bridge import Bridge
from desktop.ui.dialogs.export import ExportDialog
from desktop.ui.workspace import Workspace
from tests.bed.papers import scanned_pdf
from tests.ui.conftest import Add


def test_closing_asks_while_an_export_is_being_written_and_not_after_it(
    qtbot: QtBot, bridge: Bridge, workspace: Workspace, add: Add, tmp_path: Path
) -> None:
    job = add(scanned_pdf(tmp_path / "a.pdf", 2))
    bridge.preferences.update(export_formats=("docx",), export_folder=str(tmp_path / "out"))
    dialog = ExportDialog(bridge, [job], workspace.window)
    dialog.show()
    dialog.start.click()
    assert dialog.busy
    assert not workspace.closing.ask()
    question = workspace.window.findChild(QMessageBox)
    assert question is not None
    assert "export" in question.text()
    question.reject()
    qtbot.waitUntil(lambda: not dialog.busy, timeout=20_000)
    assert workspace.closing.ask()
    assert list((tmp_path / "out").glob("*.docx"))
    dialog.close()
