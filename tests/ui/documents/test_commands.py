"""What can be done with documents on the left."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from desktop.model.options import ExportFormat, ExportPlan
from desktop.model.states import JobId, JobState
from desktop.ui.bridge import Bridge
from desktop.ui.documents import DocumentsPanel
from desktop.ui.documents.page_range import PageRangeDialog
from tests.bed.papers import scanned_pdf
from tests.bed.services import options_for
from tests.bed.standin import Rule, StandIn
from tests.ui.conftest import Add
from tests.ui.documents.conftest import line, shown

#: Adds so many documents that wait behind one that never ends; returns them, the first included.
Waiting = Callable[[int], list[JobId]]


@pytest.fixture
def waiting(
    qtbot: QtBot, add: Add, panel: DocumentsPanel, standin: StandIn, tmp_path: Path
) -> Waiting:
    """See ``Waiting``."""

    def add_waiting(count: int) -> list[JobId]:
        standin.set_rules([Rule(fault="silent")])
        jobs = [
            add(scanned_pdf(tmp_path / f"w{number}.pdf", 3), wait=False) for number in range(count)
        ]
        for job in jobs:
            panel.bridge.service.pause(job)
        qtbot.waitUntil(lambda: shown(panel) == jobs)
        qtbot.waitUntil(lambda: all(line(panel, job).startswith("Paused") for job in jobs))
        return jobs

    return add_waiting


def test_waiting_documents_move_with_the_keyboard(
    qtbot: QtBot, waiting: Waiting, panel: DocumentsPanel, bridge: Bridge
) -> None:
    first, second, third = waiting(3)
    bridge.choose(third)
    panel.activateWindow()
    panel.documents.setFocus()
    qtbot.waitUntil(panel.documents.hasFocus)
    qtbot.waitUntil(panel.commands.up.isEnabled)
    assert not panel.commands.down.isEnabled()
    QTest.keyClick(panel.documents, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: shown(panel) == [first, third, second])
    assert panel.documents.current() == bridge.job == third
    qtbot.waitUntil(panel.commands.down.isEnabled)
    panel.commands.down.trigger()
    qtbot.waitUntil(lambda: shown(panel) == [first, second, third])


class _Drop(QDropEvent):
    """A drop of a view's own rows, which only a real drag could make."""

    def __init__(self, panel: DocumentsPanel, jobs: list[JobId], where: QPointF) -> None:
        model = panel.documents.shown
        self.content = model.mimeData([panel.documents.index_of(job) for job in jobs])
        self.view = panel.documents
        super().__init__(
            where,
            Qt.DropAction.MoveAction,
            self.content,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )

    def source(self) -> QObject:
        """The list itself."""
        return self.view


def test_waiting_documents_are_dragged_to_another_place(
    qtbot: QtBot, waiting: Waiting, panel: DocumentsPanel
) -> None:
    first, second, third = waiting(3)
    top = panel.documents.visualRect(panel.documents.index_of(first)).topLeft()
    panel.documents.dropEvent(_Drop(panel, [third], QPointF(top.x() + 5, top.y() + 2)))
    qtbot.waitUntil(lambda: shown(panel) == [third, first, second])
    low = panel.documents.viewport().rect().bottomLeft()
    panel.documents.dropEvent(_Drop(panel, [third, first], QPointF(low.x() + 5, low.y() - 2)))
    qtbot.waitUntil(lambda: shown(panel) == [second, third, first])


def test_nothing_can_be_dropped_among_the_finished_documents(
    qtbot: QtBot, add: Add, panel: DocumentsPanel, standin: StandIn, tmp_path: Path
) -> None:
    done = [add(scanned_pdf(tmp_path / f"{name}.pdf", 1)) for name in "ab"]
    standin.set_rules([Rule(fault="silent")])
    job = add(scanned_pdf(tmp_path / "c.pdf", 1), wait=False)
    bottom = panel.documents.visualRect(panel.documents.index_of(done[0])).bottomLeft()
    event = _Drop(panel, [job], QPointF(bottom.x() + 5, bottom.y() - 1))
    panel.documents.dropEvent(event)
    assert not event.isAccepted()
    flags = panel.documents.index_of(done[0]).flags()
    assert not flags & Qt.ItemFlag.ItemIsDragEnabled
    assert panel.documents.index_of(job).flags() & Qt.ItemFlag.ItemIsDragEnabled
    panel.bridge.service.cancel(job)


def test_documents_pause_go_on_and_stop(
    qtbot: QtBot, waiting: Waiting, panel: DocumentsPanel, bridge: Bridge
) -> None:
    (job,) = waiting(1)
    bridge.choose(job)
    qtbot.waitUntil(panel.commands.resume.isEnabled)
    assert not panel.commands.pause.isEnabled()
    panel.commands.resume.trigger()
    qtbot.waitUntil(panel.commands.pause.isEnabled)
    panel.commands.pause.trigger()
    qtbot.waitUntil(lambda: line(panel, job).startswith("Paused"))
    panel.commands.cancel.trigger()
    qtbot.waitUntil(lambda: line(panel, job).startswith("Cancelled"))
    qtbot.waitUntil(panel.commands.retry.isEnabled)
    assert not panel.commands.cancel.isEnabled()


def test_failed_pages_are_read_again(
    qtbot: QtBot, add: Add, panel: DocumentsPanel, bridge: Bridge, standin: StandIn, tmp_path: Path
) -> None:
    standin.set_rules([Rule(fault="bad_request", nth=(1,))])
    job = add(scanned_pdf(tmp_path / "a.pdf", 2))
    bridge.choose(job)
    qtbot.waitUntil(panel.commands.retry.isEnabled)
    assert line(panel, job).startswith("1 failed")
    panel.commands.retry.trigger()
    qtbot.waitUntil(lambda: line(panel, job).startswith("2 page(s)"))


def _dialog(qtbot: QtBot, panel: DocumentsPanel) -> PageRangeDialog:
    panel.commands.range.trigger()
    qtbot.waitUntil(lambda: panel.findChild(PageRangeDialog) is not None)
    dialog = panel.findChild(PageRangeDialog)
    assert dialog is not None
    return dialog


def test_a_wrong_range_is_explained_and_a_right_one_taken(
    qtbot: QtBot, add: Add, panel: DocumentsPanel, bridge: Bridge, standin: StandIn, tmp_path: Path
) -> None:
    standin.set_rules([Rule(fault="silent")])
    busy = [add(scanned_pdf(tmp_path / f"b{n}.pdf", 8), wait=False) for n in range(2)]
    job = add(scanned_pdf(tmp_path / "a.pdf", 5), wait=False)
    bridge.service.pause(job)
    bridge.choose(job)
    qtbot.waitUntil(panel.commands.range.isEnabled)
    dialog = _dialog(qtbot, panel)
    dialog.line.setText("9")
    dialog.ok.click()
    qtbot.waitUntil(lambda: "9" in dialog.notice.text or "5" in dialog.notice.text)
    assert dialog.isVisible()
    dialog.line.setText("2-3")
    with qtbot.waitSignal(dialog.accepted):
        dialog.ok.click()
    qtbot.waitUntil(lambda: "2 page(s)" in line(panel, job))
    qtbot.waitUntil(lambda: panel.pages.pages.rowCount() == 2)
    qtbot.waitUntil(lambda: bridge.page == 1)
    for each in [*busy, job]:
        bridge.service.cancel(each)


def _button(box: QMessageBox, text: str) -> QPushButton:
    return next(
        each for each in box.findChildren(QPushButton) if each.text().replace("&", "") == text
    )


def _ask(qtbot: QtBot, panel: DocumentsPanel) -> QMessageBox:
    panel.commands.remove.trigger()
    qtbot.waitUntil(lambda: panel.findChild(QMessageBox) is not None)
    box = panel.findChild(QMessageBox)
    assert box is not None
    return box


def test_removing_asks_and_leaves_the_original_alone(
    qtbot: QtBot, add: Add, panel: DocumentsPanel, bridge: Bridge, tmp_path: Path
) -> None:
    paths = [scanned_pdf(tmp_path / f"{name}.pdf", 1) for name in "abc"]
    a, b, c = [add(path) for path in paths]
    bridge.choose(b)
    box = _ask(qtbot, panel)
    assert "b.pdf" in box.text()
    assert box.checkBox() is None
    _button(box, "Keep").click()
    assert shown(panel) == [c, b, a]
    qtbot.waitUntil(lambda: panel.findChild(QMessageBox) is None)
    _button(_ask(qtbot, panel), "Remove").click()
    qtbot.waitUntil(lambda: shown(panel) == [c, a])
    assert bridge.job == panel.documents.current() == a, "the one that took its place"
    assert all(path.exists() for path in paths)


@pytest.mark.parametrize("to_trash", [False, True])
def test_exported_files_go_to_the_trash_only_if_wanted(
    qtbot: QtBot,
    panel: DocumentsPanel,
    bridge: Bridge,
    standin: StandIn,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    to_trash: bool,
) -> None:
    (tmp_path / "share").mkdir()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    original = scanned_pdf(tmp_path / "a.pdf", 1)
    plan = ExportPlan(tmp_path, "a", (ExportFormat.TEXT,))
    job = bridge.service.add(original, options_for(standin), plan=plan)
    bridge.service.wait([job])
    bridge.library.refresh()
    qtbot.waitUntil(lambda: shown(panel) == [job])
    made = tmp_path / "a.txt"
    assert made.exists()
    bridge.choose(job)
    box = _ask(qtbot, panel)
    assert not box.checkBox().isChecked()
    box.checkBox().setChecked(to_trash)
    _button(box, "Remove").click()
    qtbot.waitUntil(lambda: shown(panel) == [])
    qtbot.waitUntil(lambda: made.exists() is not to_trash)
    assert original.exists()
    assert bridge.job is None


def test_actions_say_what_they_do(panel: DocumentsPanel) -> None:
    actions = panel.actions()
    names = [action.objectName() for action in actions]
    assert len(set(names)) == len(names)
    for action in actions:
        assert action.text()
        assert action.property("menu") in {"file", "edit", "view", "page", "queue", "help"}


def test_menus_hold_what_can_be_done(
    qtbot: QtBot, waiting: Waiting, panel: DocumentsPanel, bridge: Bridge
) -> None:
    (job,) = waiting(1)
    bridge.choose(job)
    qtbot.waitUntil(panel.commands.resume.isEnabled)
    qtbot.waitUntil(panel.commands.left.isEnabled)
    for menu in (panel.commands.document_menu(panel), panel.commands.page_menu(panel)):
        qtbot.addWidget(menu)
        assert any(action.isEnabled() for action in menu.actions() if not action.isSeparator())
    summary = bridge.library.job(job)
    assert summary is not None
    assert summary.state is JobState.PAUSED
