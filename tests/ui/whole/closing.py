"""Closing in the middle of work, and coming back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QMessageBox

from desktop.ui.window import MainWindow
from tests.ui.whole.player import Script, dialog, drop, press, say
from tests.ui.whole.scenes import alive, all_read, documents, workspace_of


def close(window: MainWindow, paper: str) -> Script:
    """Want to leave while pages are being read; stay, want to leave again, and leave."""
    yield alive(window)
    bridge = workspace_of(window).bridge
    drop(window, [Path(paper)])
    yield lambda: any(job.finished_pages for job in documents(window).values())
    press("Ctrl+Q")
    yield lambda: dialog(QMessageBox)
    question = dialog(QMessageBox)
    assert question is not None
    asked = question.text()
    window.close()
    boxes = [each for each in QApplication.topLevelWidgets() if isinstance(each, QMessageBox)]
    press("Escape")
    yield window.isActiveWindow
    say(asked=asked, questions=len(boxes), stays=window.isVisible() and bridge.job is not None)
    press("Ctrl+Q")
    yield lambda: dialog(QMessageBox)
    say(leaves=True)
    press("Alt+C")
    yield lambda: False


def come_back(window: MainWindow) -> Script:
    """The work goes on by itself; then nothing holds the window."""
    yield alive(window)
    workspace = workspace_of(window)
    yield lambda: workspace.status.news
    news = workspace.status.news
    yield all_read(window, 1)
    say(news=news)
    press("Ctrl+Q")
    yield lambda: False
