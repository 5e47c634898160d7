"""A page panel over a real service, whose server always sees the same regions."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.model.states import JobId
from desktop.ui.bridge import Bridge
from desktop.ui.page import PagePanel
from tests.bed.standin import StandIn
from tests.bed.standin_options import Rule

#: Boxes in thousandths (0–999) of the page: the equation lies inside the first text.
REPLY = r"""<|ref|>title<|/ref|><|det|>[[100, 50, 900, 100]]<|/det|>
# A title

<|ref|>text<|/ref|><|det|>[[100, 150, 500, 500]]<|/det|>
The first paragraph, with *some* words.

<|ref|>equation<|/ref|><|det|>[[200, 300, 400, 350]]<|/det|>
\[ E = mc^2 \]

<|ref|>table<|/ref|><|det|>[[100, 550, 900, 800]]<|/det|>
<table><tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr></table>

<|ref|>text<|/ref|><|det|>[[550, 150, 900, 500]]<|/det|>
The second paragraph.
"""
TITLE, TEXT, EQUATION, TABLE, SECOND = range(5)


@pytest.fixture
def standin() -> Iterator[StandIn]:
    """See ``tests.ui.conftest``: this one always answers ``REPLY``."""
    with StandIn(profile="deepseek-ocr.rs", rules=(Rule(reply=REPLY),)) as server:
        yield server


@pytest.fixture
def panel(qtbot: QtBot, bridge: Bridge) -> Iterator[PagePanel]:
    """A visible panel of a known size."""
    panel = PagePanel(bridge)
    panel.resize(700, 900)
    panel.show()
    qtbot.waitExposed(panel)
    yield panel
    panel.close()
    panel.deleteLater()


Show = Callable[[JobId, int], None]


@pytest.fixture
def show(qtbot: QtBot, bridge: Bridge, panel: PagePanel) -> Show:
    """Chooses a page, and waits until the panel shows it sharp and with what was read of it."""

    def show_page(job: JobId, page: int) -> None:
        bridge.choose(job, page)
        qtbot.waitUntil(lambda: panel.showing.settled, timeout=20_000)
        qtbot.waitUntil(lambda: bridge.has_read(job, page))

    return show_page
