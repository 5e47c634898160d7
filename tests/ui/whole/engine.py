"""The first minute with nothing set up: the built-in engine reads a page."""

from __future__ import annotations

from pathlib import Path

from desktop.ui.window import MainWindow
from tests.ui.whole.player import Script, drop, press, say
from tests.ui.whole.scenes import alive, all_read, reads, workspace_of


def first_minute(window: MainWindow, paper: str, words: str) -> Script:
    """Drop a scanned page; its words are there."""
    yield alive(window)
    bridge = workspace_of(window).bridge
    drop(window, [Path(paper)])
    yield all_read(window, 1)
    yield from reads(window, words)
    assert bridge.job is not None
    result = bridge.result(bridge.job, 0)
    assert result is not None
    say(boxes=sum(block.box is not None for block in result.blocks))
    press("Ctrl+Q")
    yield lambda: False
