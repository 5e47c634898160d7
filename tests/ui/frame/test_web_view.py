"""The window with its text view alive: WebEngine, which most tests do without."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.bridge import Bridge
from desktop.ui.text.view import RenderedView
from desktop.ui.workspace import Workspace
from tests.bed.papers import scanned_pdf
from tests.cli.bed import pdf
from tests.ui.conftest import Add
from tests.ui.frame.test_drops import content_of, drag_over, drop_on


def test_files_dropped_on_the_text_are_added_and_not_shown_by_the_browser(
    web_engine: None,
    qtbot: QtBot,
    bridge: Bridge,
    workspace: Workspace,
    add: Add,
    tmp_path: Path,
) -> None:
    add(scanned_pdf(tmp_path / "a.pdf", 1))
    view = workspace.text.view
    assert isinstance(view, RenderedView)
    with qtbot.waitSignal(view.settled, timeout=20_000):
        workspace.warm_up()
    takers = [part for part in view.findChildren(QWidget) if part.acceptDrops()]
    assert takers
    for number, taker in enumerate(takers):
        content = content_of(pdf(tmp_path / f"dropped{number}.pdf"))
        assert drag_over(taker, content)
        assert drop_on(taker, content)
    wanted = {f"dropped{number}.pdf" for number in range(len(takers))}
    qtbot.waitUntil(lambda: wanted <= {job.path.name for job in bridge.library.jobs()})
    workspace.close()
