"""A window that is alive, over a real service and a stand-in server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.ui.bridge import Bridge, Problem
from desktop.ui.session import Session
from desktop.ui.window import MainWindow
from desktop.ui.workspace import Workspace
from tests.ui.text.view.conftest import web_engine

__all__ = ["web_engine"]

Open = Callable[[], Workspace]


@pytest.fixture
def problems(bridge: Bridge) -> list[Problem]:
    """Every problem that was told."""
    told: list[Problem] = []
    bridge.problem.connect(told.append)
    return told


@pytest.fixture
def open_window(qtbot: QtBot, bridge: Bridge, tmp_path: Path) -> Iterator[Open]:
    """Opens a window over the bridge; once more, as after a restart, when it was left."""
    windows: list[MainWindow] = []

    def opened() -> Workspace:
        window = MainWindow(Session(tmp_path / "config"))
        windows.append(window)
        window.show()
        window.attach(bridge, pasted=tmp_path / "pasted")
        qtbot.waitExposed(window)
        assert window.workspace is not None
        return window.workspace

    yield opened
    for window in windows:
        window.hide()
        window.deleteLater()


@pytest.fixture
def workspace(open_window: Open) -> Workspace:
    """A living window's workspace."""
    return open_window()
