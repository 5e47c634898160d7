"""A rendered view over a real service, and ways to look into what it shows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtWebEngineCore import QWebEnginePage
from PySide6.QtWebEngineWidgets import QWebEngineView
from pytestqt.qtbot import QtBot

from desktop.ui.bridge import Bridge
from desktop.ui.text.view import RenderedView
from desktop.ui.text.view_page import WORLD

#: How long anything may take, in milliseconds.
SECONDS = 15_000


@contextmanager
def rendered_view(qtbot: QtBot, bridge: Bridge) -> Iterator[RenderedView]:
    """A view that has started, on the screen, and that is closed in order."""
    view = RenderedView(bridge)
    view.resize(760, 900)
    view.show()
    try:
        with qtbot.waitSignal(view.settled, timeout=SECONDS):
            view.warm_up()
        yield view
    finally:
        view.close_down()
        view.close()
        view.deleteLater()


def web_view(view: RenderedView) -> QWebEngineView:
    """WebEngine's own widget in the view."""
    found = view.findChild(QWebEngineView)
    assert isinstance(found, QWebEngineView)
    return found


def page_of(view: RenderedView) -> QWebEnginePage:
    """The page that the view shows."""
    return web_view(view).page()


def ask(qtbot: QtBot, view: RenderedView, script: str) -> Any:
    """What an expression gives, run in the world of our own script in the page."""
    answers: list[str] = []
    page_of(view).runJavaScript(f"JSON.stringify({script})", WORLD, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=SECONDS)
    return json.loads(answers[0]) if answers[0] else None
