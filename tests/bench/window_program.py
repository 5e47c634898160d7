"""The real program under the clock: scripts that are played between its window's own events."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from desktop import app
from desktop.ui.window import MainWindow
from tests.bench.window_script import (
    FirstPicture,
    Player,
    Script,
    Stalls,
    drop,
    memory,
    say,
)

if TYPE_CHECKING:
    # The program imports these when its window is on the screen, and this must not be sooner.
    from desktop.ui.bridge import Bridge
    from desktop.ui.text.view import RenderedView
    from desktop.ui.workspace import Workspace

#: How long the window rests before its memory is taken, in seconds.
REST = 3.0


def play(name: str, document: Path, seconds: float, turns: int) -> int:
    """Run the program with a script; its exit code.

    Of ``work`` stalls are counted for so many ``seconds``, and so many ``turns`` of a page timed.
    """
    first = FirstPicture()
    scripts: dict[str, Callable[[MainWindow], Script]] = {
        "start": lambda window: _start(window, first),
        "work": lambda window: _work(window, first, document, seconds, turns),
    }

    def beside(window: MainWindow) -> object:
        window.installEventFilter(first)
        return Player(scripts[name](window))

    return app.main(beside=beside)


def _start(window: MainWindow, first: FirstPicture) -> Script:
    yield lambda: first.seen > 0 and window.workspace is not None
    say(first=first.seen)
    yield _rest(REST)
    window.leave()
    yield lambda: False


def _work(
    window: MainWindow, first: FirstPicture, document: Path, seconds: float, turns: int
) -> Script:
    yield lambda: first.seen > 0 and window.workspace is not None
    from desktop.ui.text.view import RenderedView

    workspace = window.workspace
    assert workspace is not None
    bridge, view = workspace.bridge, workspace.text.view
    assert isinstance(view, RenderedView)
    yield _rest(REST)
    idle = memory()
    # Drop.
    dropped = time.monotonic()
    drop(window, document)
    yield lambda: bridge.job is not None and workspace.page.showing.settled
    seen = time.monotonic() - dropped
    # Pages come in.
    stalls = Stalls()
    before = _read(bridge)
    began = time.monotonic()
    yield _rest(seconds)
    stalls.stop()
    rate = (_read(bridge) - before) / (time.monotonic() - began)
    yield lambda: _read(bridge) == _pages(bridge)
    # Page to page.
    dice = random.Random(1)
    pictures: list[float] = []
    texts: list[float] = []
    settled = Times(view)
    page = 0
    for _ in range(turns):
        page = (
            (page + 1) % _pages(bridge) if dice.random() < 0.8 else dice.randrange(_pages(bridge))
        )
        yield from _turn(workspace, settled, page, pictures, texts)
        yield _rest(0.3)
    # A thousand pages.
    for page in range(_pages(bridge)):
        yield from _turn(workspace, settled, page, [], [])
    yield _rest(REST)
    gaps = sorted(stalls.gaps)
    say(
        idle=idle,
        drop=seen,
        rate=rate,
        stall_99=gaps[int(len(gaps) * 0.99)],
        stall=gaps[-1],
        picture=median(pictures),
        text=median(texts),
        viewed=memory(),
        pages=_pages(bridge),
    )
    window.leave()
    yield lambda: False


class Times:
    """When the text was there last."""

    def __init__(self, view: RenderedView) -> None:
        self.count = 0
        view.settled.connect(self._note)

    def _note(self) -> None:
        self.count += 1


def _turn(
    workspace: Workspace, settled: Times, page: int, pictures: list[float], texts: list[float]
) -> Script:
    bridge, count = workspace.bridge, settled.count
    if page == bridge.page:
        return
    began = time.monotonic()
    bridge.choose(bridge.job, page)
    yield lambda: workspace.page.showing.settled
    pictures.append(time.monotonic() - began)
    yield lambda: settled.count > count
    texts.append(time.monotonic() - began)


def _rest(seconds: float) -> Callable[[], bool]:
    until = time.monotonic() + seconds
    return lambda: time.monotonic() >= until


def _read(bridge: Bridge) -> int:
    from desktop.model.states import PageState

    summary = bridge.library.job(bridge.job) if bridge.job is not None else None
    return 0 if summary is None else summary.counts[PageState.DONE]


def _pages(bridge: Bridge) -> int:
    summary = bridge.library.job(bridge.job) if bridge.job is not None else None
    return 0 if summary is None else summary.pages
