"""The window as a whole: how it begins, what it remembers, how it closes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from desktop.ui.bridge import Bridge
from desktop.ui.session import Session
from desktop.ui.window import MainWindow
from desktop.ui.workspace import Workspace
from tests.bed.papers import scanned_pdf
from tests.bed.services import options_for
from tests.bed.standin import StandIn
from tests.cli.bed import pdf
from tests.ui.conftest import Add
from tests.ui.frame.conftest import Open


def question() -> QMessageBox | None:
    """The question that is being asked, if any."""
    shown = QApplication.topLevelWidgets()
    return next((w for w in shown if isinstance(w, QMessageBox) and w.isVisible()), None)


def answer(box: QMessageBox, text: str) -> None:
    """Press one of its buttons."""
    next(button for button in box.findChildren(QPushButton) if button.text() == text).click()


def test_without_documents_there_is_one_sentence_and_a_way_to_open_some(
    workspace: Workspace,
) -> None:
    window = workspace.window
    assert window.empty.isVisible()
    buttons = [b.text() for b in window.empty.findChildren(QPushButton) if b.isVisible()]
    assert buttons == ["Open…", "Open Folder…"]
    assert window.commands.action("open").isEnabled()


def test_the_shell_takes_documents_before_the_core_is_there(
    qtbot: QtBot, bridge: Bridge, tmp_path: Path
) -> None:
    window = MainWindow(Session(tmp_path / "config"))
    qtbot.addWidget(window)
    window.show()
    assert not window.commands.action("open").isEnabled()
    window.add([pdf(tmp_path / "early.pdf")])
    window.attach(bridge, pasted=tmp_path / "pasted")
    qtbot.waitUntil(lambda: len(bridge.library.jobs()) == 1)
    assert not window.empty.isVisible()
    window.detach()


def test_no_shortcut_is_there_twice(workspace: Workspace) -> None:
    assert workspace.window.commands.clashes() == ()


def test_every_menu_has_something_in_it_and_every_action_a_text(workspace: Workspace) -> None:
    actions = workspace.window.commands.all()
    assert {str(action.property("menu")) for action in actions} == {
        "file", "edit", "view", "page", "queue", "help",
    }  # fmt: skip
    assert all(action.text() for action in actions)


def test_one_key_goes_around_the_panes(
    qtbot: QtBot, workspace: Workspace, add: Add, tmp_path: Path
) -> None:
    add(scanned_pdf(tmp_path / "a.pdf", 1))
    qtbot.waitUntil(workspace.split.isVisible)
    seen = []
    for _ in range(3):
        workspace.window.commands.action("next-pane").trigger()
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(
            next(
                pane
                for pane in (workspace.documents, workspace.page, workspace.text)
                if pane is focused or pane.isAncestorOf(focused)
            )
        )
    assert len(set(map(id, seen))) == 3
    workspace.window.commands.action("previous-pane").trigger()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert seen[1].isAncestorOf(focused)


def test_everything_is_where_it_was_left(
    qtbot: QtBot, bridge: Bridge, open_window: Open, add: Add, tmp_path: Path
) -> None:
    add(scanned_pdf(tmp_path / "a.pdf", 2))
    job = add(scanned_pdf(tmp_path / "b.pdf", 5))
    first = open_window()
    qtbot.waitUntil(first.split.isVisible)
    # Offscreen the screen is 800 by 600; windows are kept inside of it.
    first.window.resize(780, 560)
    first.split.setSizes([120, 300, 330])
    sizes = first.split.sizes()
    first.docks.show("queue")
    bridge.choose(job, 3)
    first.window.leave()
    bridge.choose(None)

    second = open_window()
    qtbot.waitUntil(second.split.isVisible)
    assert (bridge.job, bridge.page) == (job, 3)
    assert second.window.size() == first.window.size()
    qtbot.waitUntil(lambda: second.split.sizes() == sizes)
    assert second.docks.is_shown("queue")
    assert not second.docks.is_shown("problems")


def test_a_document_that_is_gone_is_not_looked_for(
    qtbot: QtBot, bridge: Bridge, open_window: Open, add: Add, tmp_path: Path
) -> None:
    session = Session(tmp_path / "config")
    session.keep("place/job", 999)
    session.keep("place/page", 12)
    session.write()
    job = add(scanned_pdf(tmp_path / "a.pdf", 1))
    open_window()
    qtbot.waitUntil(lambda: bridge.job == job)
    assert bridge.page == 0


def test_an_idle_window_closes_without_a_question(
    qtbot: QtBot, workspace: Workspace, add: Add, tmp_path: Path
) -> None:
    add(scanned_pdf(tmp_path / "a.pdf", 1))
    with qtbot.waitSignal(workspace.window.leaving):
        workspace.window.close()
    assert question() is None


def test_closing_in_the_middle_of_work_asks_once_and_stays_when_asked_to(
    qtbot: QtBot, workspace: Workspace, bridge: Bridge, add: Add, tmp_path: Path
) -> None:
    left: list[bool] = []
    workspace.window.leaving.connect(lambda: left.append(True))
    with StandIn(profile="deepseek-ocr.rs", seconds=30.0) as slow:
        job = add(scanned_pdf(tmp_path / "a.pdf", 2), wait=False, options=options_for(slow))
        qtbot.waitUntil(lambda: bool(workspace.closing.working()))
        workspace.window.close()
        box = question()
        assert box is not None
        assert "2 page" in box.informativeText()
        workspace.window.close()
        assert question() is box
        answer(box, "&Keep Working")
        assert left == []
        assert workspace.window.isVisible()
        workspace.window.close()
        again = question()
        assert again is not None
        answer(again, "&Close")
        assert left == [True]
        bridge.service.cancel(job)


def test_a_paused_document_does_not_hold_the_window(
    qtbot: QtBot, workspace: Workspace, bridge: Bridge, add: Add, tmp_path: Path
) -> None:
    with StandIn(profile="deepseek-ocr.rs", seconds=0.2) as slow:
        job = add(scanned_pdf(tmp_path / "a.pdf", 30), wait=False, options=options_for(slow))
        qtbot.waitUntil(lambda: bool(workspace.closing.working()))
        bridge.service.pause(job)
        qtbot.waitUntil(lambda: not workspace.closing.working())
        workspace.window.close()
        assert question() is None


def test_a_mistake_of_the_program_opens_one_report_and_the_program_goes_on(
    qtbot: QtBot, workspace: Workspace, bridge: Bridge
) -> None:
    window = workspace.window
    for _ in range(3):
        window.show_report(ZeroDivisionError("a bug for the test"))
    assert window.report is not None
    assert window.report.isVisible()
    reports = [w for w in QApplication.topLevelWidgets() if type(w) is type(window.report)]
    assert len([each for each in reports if each.isVisible()]) == 1
    window.report.close()
    assert window.isVisible()
    assert window.report is None


def test_documents_in_the_recent_menu_open_again(
    qtbot: QtBot, workspace: Workspace, bridge: Bridge, tmp_path: Path
) -> None:
    workspace.intake.add([pdf(tmp_path / "one.pdf"), pdf(tmp_path / "two.pdf")])
    qtbot.waitUntil(lambda: len(bridge.library.jobs()) == 2 and not workspace.intake.busy)
    menu = workspace.recent.menu
    menu.aboutToShow.emit()
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert texts == ["&1 two.pdf", "&2 one.pdf", "&Clear This List"]
    menu.actions()[0].trigger()
    assert bridge.job is not None
    shown = bridge.library.job(bridge.job)
    assert shown is not None
    assert shown.path.name == "two.pdf"
    menu.actions()[-1].trigger()
    menu.aboutToShow.emit()
    assert [a.isEnabled() for a in menu.actions() if not a.isSeparator()] == [False]


def test_the_title_names_the_document(
    qtbot: QtBot, workspace: Workspace, add: Add, tmp_path: Path
) -> None:
    add(scanned_pdf(tmp_path / "A book.pdf", 1))
    qtbot.waitUntil(lambda: workspace.window.windowTitle() == "A book.pdf — Diptych")


def test_full_screen_goes_and_comes(qtbot: QtBot, workspace: Workspace) -> None:
    full = workspace.window.commands.action("full-screen")
    full.trigger()
    assert workspace.window.windowState() & Qt.WindowState.WindowFullScreen
    full.trigger()
    assert not workspace.window.windowState() & Qt.WindowState.WindowFullScreen
