"""A page's source over a real service, as the panel has it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from desktop.model.states import JobId
from desktop.ui.bridge import Bridge
from desktop.ui.text.panel import TextPanel
from desktop.ui.text.source import SourceEditor
from desktop.ui.text.source_page import SourcePage
from tests.bed.papers import scanned_pdf
from tests.bed.standin import Rule, StandIn
from tests.ui.conftest import Add
from tests.ui.text.plain_view import PlainView

#: What the stand-in reads on a page: a heading, two paragraphs, a table, a formula and a figure.
REPLY = (
    "<|ref|>title<|/ref|><|det|>[[100, 50, 900, 90]]<|/det|>\n# On Gardens\n\n"
    "<|ref|>text<|/ref|><|det|>[[100, 120, 900, 200]]<|/det|>\nThe first paragraph.\n\n"
    "<|ref|>text<|/ref|><|det|>[[100, 220, 900, 300]]<|/det|>\nAnother one, with $x^2$ in it.\n\n"
    "<|ref|>table<|/ref|><|det|>[[100, 320, 900, 500]]<|/det|>\n<table><tr><td>Name</td>"
    "<td>Value</td></tr><tr><td>a</td><td>1</td></tr></table>\n\n"
    "<|ref|>image<|/ref|><|det|>[[100, 520, 900, 800]]<|/det|>\n\n"
    "<|ref|>text<|/ref|><|det|>[[100, 820, 900, 900]]<|/det|>\nThe last paragraph.\n"
)

#: Adds a document of that many pages, waits until it is read, and looks at its first page.
Read = Callable[..., JobId]


@pytest.fixture
def read(bridge: Bridge, standin: StandIn, add: Add, tmp_path: Path) -> Read:
    """See ``Read``; ``reply`` is what every page reads as."""

    def read_document(pages: int = 1, *, reply: str = REPLY) -> JobId:
        standin.set_rules([Rule(reply=reply)])
        job = add(scanned_pdf(tmp_path / f"{pages}-pages.pdf", pages))
        bridge.choose(job, 0)
        return job

    return read_document


@pytest.fixture
def editor(qtbot: QtBot) -> SourceEditor:
    """An editor on the screen."""
    editor = SourceEditor(lambda label, dark: QColor("#3080c0"))
    qtbot.addWidget(editor)
    editor.resize(500, 500)
    editor.show()
    return editor


@pytest.fixture
def source(bridge: Bridge, editor: SourceEditor) -> SourcePage:
    """A page in that editor that follows what the bridge chooses."""
    source = SourcePage(bridge, editor)
    source.set_active(True)
    bridge.chosen.connect(source.show_page)
    return source


@pytest.fixture
def panel(qtbot: QtBot, bridge: Bridge) -> Iterator[TextPanel]:
    """A whole panel on the screen, with a plain view in it."""
    panel = TextPanel(bridge, make_view=PlainView)
    qtbot.addWidget(panel)
    panel.resize(600, 600)
    panel.show()
    yield panel
    panel.flush()
