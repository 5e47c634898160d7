"""WebEngine for the tests that show rendered text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QEventLoop, QUrl
from PySide6.QtWebEngineCore import QWebEnginePage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.bridge import Bridge
from desktop.ui.text.view import RenderedView, register_scheme
from desktop.ui.text.view_page import closed_profile
from tests.ui.text.view.bed import rendered_view

# Wanted before there is an application; tests are collected before that.
register_scheme()


@pytest.fixture(scope="session")
def web_engine(qapp: QApplication) -> Iterator[None]:
    """Chromium's helper processes, which stay until the application ends once they are started."""
    profile = closed_profile()
    page = QWebEnginePage(profile)
    loop = QEventLoop()
    page.loadFinished.connect(loop.quit)
    page.load(QUrl("about:blank"))
    loop.exec()
    yield
    shiboken6.delete(page)
    shiboken6.delete(profile)


@pytest.fixture
def view(web_engine: None, qtbot: QtBot, bridge: Bridge) -> Iterator[RenderedView]:
    """A view that has started, on the screen."""
    with rendered_view(qtbot, bridge) as made:
        yield made
