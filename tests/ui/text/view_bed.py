"""A rendered view over a real service, its WebEngine kept from test to test, and ways to look."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pytestqt.qtbot import QtBot

from desktop.ui.bridge import Bridge
from desktop.ui.text.view import RenderedView, register_scheme

# WebEngine wants this before there is an application, and tests are collected before that.
register_scheme()

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


def ask(qtbot: QtBot, view: RenderedView, script: str) -> Any:
    """What an expression gives, run in the world of our own script in the page."""
    answers: list[Any] = []
    screen = view._screen
    assert screen is not None
    from desktop.ui.text.view_page import WORLD

    screen._browser.page.runJavaScript(f"JSON.stringify({script})", WORLD, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=SECONDS)
    return json.loads(answers[0]) if answers[0] else None
