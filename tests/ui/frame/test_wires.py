"""What one room says reaches the others."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from desktop.service import Service
from desktop.settings import FILE_NAME
from desktop.ui.bridge import Bridge
from desktop.ui.dialogs.about import AboutDialog
from desktop.ui.dialogs.export import ExportDialog
from desktop.ui.dialogs.settings import SettingsDialog
from desktop.ui.dialogs.shortcuts import ShortcutSheet
from desktop.ui.preferences import Preferences
from desktop.ui.session import Session
from desktop.ui.text.panel_mode import Mode
from desktop.ui.window import MainWindow
from desktop.ui.workspace import Workspace
from tests.bed.papers import scanned_pdf
from tests.cli.bed import pdf
from tests.ui.conftest import Add


def status_buttons(workspace: Workspace) -> list[str]:
    """What the buttons at the bottom say that can be seen."""
    bar = workspace.window.statusBar()
    return [b.text() for b in bar.findChildren(QToolButton) if b.isVisible()]


def test_a_file_that_is_no_document_is_said_at_the_top_and_counted_at_the_bottom(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    note = tmp_path / "note.pdf"
    note.write_text("no PDF")
    workspace.window.add([note])
    qtbot.waitUntil(workspace.bar.isVisible)
    assert "note.pdf" in workspace.bar.label.text()
    qtbot.waitUntil(lambda: any("1 problem" in text for text in status_buttons(workspace)))
    workspace.bar.details.click()
    assert workspace.docks.is_shown("problems")
    assert workspace.problems.model.rowCount() == 1


def test_a_file_that_was_broken_can_be_added_again(
    qtbot: QtBot, workspace: Workspace, bridge: Bridge, tmp_path: Path
) -> None:
    paper = tmp_path / "paper.pdf"
    paper.write_text("not whole yet")
    workspace.window.add([paper])
    qtbot.waitUntil(workspace.bar.isVisible)
    pdf(paper)
    workspace.bar.again.click()
    qtbot.waitUntil(lambda: [job.path for job in bridge.library.jobs()] == [paper])
    qtbot.waitUntil(lambda: not workspace.bar.isVisible())


def test_the_chip_names_the_server_and_opens_its_panel(
    qtbot: QtBot, workspace: Workspace, add: Add, tmp_path: Path
) -> None:
    add(scanned_pdf(tmp_path / "a.pdf", 1))
    qtbot.waitUntil(lambda: "deepseek" in workspace.chip.text().lower(), timeout=10_000)
    workspace.chip.click()
    assert workspace.docks.is_shown("servers")


def test_a_key_shows_a_dock_brings_it_to_the_front_and_hides_it(
    qtbot: QtBot, workspace: Workspace
) -> None:
    queue = workspace.window.commands.action("show-queue")
    review = workspace.window.commands.action("show-review")
    queue.trigger()
    review.trigger()
    qtbot.waitUntil(lambda: list(workspace.docks.visible()) == [workspace.review])
    queue.trigger()
    qtbot.waitUntil(lambda: list(workspace.docks.visible()) == [workspace.queue])
    assert queue.isChecked()
    queue.trigger()
    assert not workspace.docks.is_shown("queue")
    assert workspace.docks.is_shown("review")
    assert not queue.isChecked()


def test_every_window_of_its_own_opens_by_its_action(
    qtbot: QtBot, workspace: Workspace, add: Add, tmp_path: Path
) -> None:
    add(scanned_pdf(tmp_path / "a.pdf", 1))
    for name, kind in (
        ("export", ExportDialog),
        ("settings", SettingsDialog),
        ("shortcuts", ShortcutSheet),
        ("about", AboutDialog),
    ):
        workspace.window.commands.action(name).trigger()
        opened = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind)]
        assert len(opened) == 1, name
        assert opened[0].isVisible()
        opened[0].close()


def test_the_sheet_of_shortcuts_lists_every_action_that_has_a_key(workspace: Workspace) -> None:
    commands = workspace.window.commands
    with_keys = [action for action in commands.all() if action.shortcuts()]
    sheet = ShortcutSheet(commands, workspace.window)
    assert len(sheet.shown()) == len(with_keys)
    assert any("Copy" in text for text in sheet.shown())
    sheet.close()


def test_documents_that_are_being_added_are_counted_and_can_be_stopped(
    qtbot: QtBot, workspace: Workspace, bridge: Bridge, tmp_path: Path
) -> None:
    workspace.intake.progress.emit(3, 12)
    assert workspace.status.news == "Adding documents: 4 of 12"
    workspace.intake.add([pdf(tmp_path / f"{number}.pdf") for number in range(4)])
    qtbot.waitUntil(lambda: len(bridge.library.jobs()) == 4 and not workspace.intake.busy)
    assert workspace.status.news == ""


def test_when_the_last_document_is_removed_the_window_is_as_at_the_beginning(
    qtbot: QtBot, workspace: Workspace, bridge: Bridge, add: Add, tmp_path: Path
) -> None:
    job = add(scanned_pdf(tmp_path / "a.pdf", 1))
    qtbot.waitUntil(workspace.split.isVisible)
    bridge.service.remove(job)
    bridge.library.refresh()
    qtbot.waitUntil(workspace.window.empty.isVisible)
    assert bridge.job is None
    assert workspace.window.windowTitle() == "Diptych"


def test_broken_settings_are_said(qtbot: QtBot, service: Service, tmp_path: Path) -> None:
    folder = tmp_path / "broken"
    folder.mkdir()
    (folder / FILE_NAME).write_text("{broken")
    bridge = Bridge(service, Preferences(folder))
    window = MainWindow(Session(folder))
    qtbot.addWidget(window)
    window.show()
    window.attach(bridge, pasted=tmp_path / "pasted")
    workspace = window.workspace
    assert workspace is not None
    qtbot.waitUntil(workspace.bar.isVisible)
    assert "broken" in workspace.bar.label.text()
    window.detach()
    bridge.close()


def test_pasting_into_the_source_stays_there_and_elsewhere_adds_a_document(
    qtbot: QtBot, workspace: Workspace, bridge: Bridge, add: Add, tmp_path: Path
) -> None:
    job = add(scanned_pdf(tmp_path / "a.pdf", 1))
    qtbot.waitUntil(lambda: bridge.job == job and bridge.result(job, 0) is not None)
    workspace.text.set_mode(Mode.SOURCE)
    editor = workspace.text.editor
    qtbot.waitUntil(lambda: editor.toPlainText() != "")
    workspace.window.activateWindow()
    editor.setFocus()
    content = QMimeData()
    content.setText("pasted words")
    content.setUrls([QUrl.fromLocalFile(str(pdf(tmp_path / "pasted.pdf")))])
    QGuiApplication.clipboard().setMimeData(content)
    QTest.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "pasted words" in editor.toPlainText())
    assert not workspace.intake.busy
    workspace.documents.setFocus()
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(bridge.library.jobs()) == 2)
    QGuiApplication.clipboard().clear()
    workspace.text.flush()
    qtbot.waitUntil(lambda: not bridge.saving)
