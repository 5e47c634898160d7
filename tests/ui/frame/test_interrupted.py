"""What the last session left unfinished, and documents that want a password again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.model.states import JobId, JobState
from desktop.service import Service
from desktop.ui.bridge import Bridge, Problem
from desktop.ui.history import expired
from desktop.ui.password import PasswordDialog
from desktop.ui.workspace import Workspace
from tests.bed.papers import scanned_pdf, written_pdf
from tests.bed.services import options_for, paths_in
from tests.bed.standin import StandIn
from tests.ui.conftest import Add
from tests.ui.frame.conftest import Open


@pytest.fixture
def left_over(tmp_path: Path, standin: StandIn) -> JobId:
    """A job of an earlier session that was never begun; made before the service of the test."""
    with Service(paths_in(tmp_path / "home")) as earlier:
        return earlier.add(scanned_pdf(tmp_path / "left.pdf", 2), options_for(standin))


def state(bridge: Bridge, job: JobId) -> JobState | None:
    """How a job stands as the window knows it."""
    summary = bridge.library.job(job)
    return None if summary is None else summary.state


def test_what_was_interrupted_goes_on_by_itself_and_is_said(
    qtbot: QtBot, left_over: JobId, bridge: Bridge, workspace: Workspace
) -> None:
    qtbot.waitUntil(lambda: "Going on with 1 " in workspace.status.news)
    qtbot.waitUntil(lambda: state(bridge, left_over) is JobState.DONE, timeout=20_000)


def test_who_chose_so_is_asked_first(
    qtbot: QtBot, left_over: JobId, bridge: Bridge, open_window: Open
) -> None:
    bridge.preferences.update(continue_on_start=False)
    workspace = open_window()
    qtbot.waitUntil(lambda: "1 document" in workspace.status.news)
    assert state(bridge, left_over) is JobState.QUEUED
    assert not bridge.service.owns(left_over)
    workspace.status.answer()
    qtbot.waitUntil(lambda: state(bridge, left_over) is JobState.DONE, timeout=20_000)


def dialog(qtbot: QtBot) -> PasswordDialog:
    """The password dialog, once it is there."""

    def there() -> list[PasswordDialog]:
        shown = QApplication.topLevelWidgets()
        return [w for w in shown if isinstance(w, PasswordDialog) and w.isVisible()]

    qtbot.waitUntil(lambda: len(there()) == 1)
    return there()[0]


def answer(box: PasswordDialog, password: str) -> None:
    """Type a password and press the default button."""
    field = box.findChild(QLineEdit)
    assert field is not None
    field.setText(password)
    next(b for b in box.findChildren(QPushButton) if b.text() == "&Open").click()


def test_an_encrypted_document_of_the_last_session_wants_its_password_to_go_on(
    qtbot: QtBot,
    tmp_path: Path,
    standin: StandIn,
    bridge: Bridge,
    open_window: Open,
    problems: list[Problem],
) -> None:
    with Service(paths_in(tmp_path / "home")) as earlier:
        path = written_pdf(tmp_path / "secret.pdf", 1, password="opensesame")
        job = earlier.add(path, options_for(standin), password="opensesame")
    bridge.library.refresh()
    qtbot.waitUntil(lambda: bridge.library.job(job) is not None)
    workspace = open_window()
    qtbot.waitUntil(lambda: "secret.pdf" in workspace.status.news)
    workspace.status.answer()
    first = dialog(qtbot)
    answer(first, "wrong")
    qtbot.waitUntil(lambda: dialog(qtbot) is not first)
    answer(dialog(qtbot), "opensesame")
    qtbot.waitUntil(lambda: state(bridge, job) is JobState.DONE, timeout=20_000)
    assert not problems


def test_a_locked_document_can_be_looked_at_again(
    qtbot: QtBot, tmp_path: Path, bridge: Bridge, standin: StandIn, workspace: Workspace
) -> None:
    path = written_pdf(tmp_path / "secret.pdf", 1, password="opensesame")
    with Service(paths_in(tmp_path / "home")) as earlier:
        job = earlier.add(path, options_for(standin), password="opensesame")
        earlier.cancel(job)
    bridge.library.refresh()
    qtbot.waitUntil(lambda: bridge.library.job(job) is not None)
    workspace.interrupted.unlock(job)
    with qtbot.waitSignal(workspace.interrupted.unlocked) as told:
        answer(dialog(qtbot), "opensesame")
    assert told.args == [job]
    assert bridge.service.page_image(job, 0, long_edge=100).width > 0


def test_conversions_are_kept_as_long_as_the_person_chose(
    qtbot: QtBot, bridge: Bridge, add: Add, tmp_path: Path
) -> None:
    job = add(scanned_pdf(tmp_path / "a.pdf", 1))
    summary = bridge.service.job(job)
    day = 86_400
    later = summary.created + 10 * day
    assert expired([summary], "always", now=later) == ()
    assert expired([summary], "month", now=later) == ()
    assert expired([summary], "week", now=later) == (job,)
    assert expired([summary], "session", now=summary.created + 1) == (job,)
    assert expired([summary], "nonsense", now=later) == ()


def test_what_is_kept_no_longer_is_gone_after_the_start(
    qtbot: QtBot, bridge: Bridge, add: Add, open_window: Open, tmp_path: Path
) -> None:
    add(scanned_pdf(tmp_path / "a.pdf", 1))
    bridge.preferences.update(keep="session")
    workspace = open_window()
    qtbot.waitUntil(lambda: not bridge.library.jobs())
    qtbot.waitUntil(workspace.window.empty.isVisible)
