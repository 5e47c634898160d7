"""What a hostile model said is shown in the real window and exported."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from desktop.ui.dialogs.export import ExportDialog
from desktop.ui.text.panel_mode import Mode
from desktop.ui.window import MainWindow
from tests.ui.whole.player import Script, dialog, drop, press, say
from tests.ui.whole.scenes import alive, all_read, reads, workspace_of

#: The last words of each page.
END = "The end of it."
#: For so long after it is shown nothing may come of a page, in seconds.
CALM = 0.5


def show_and_export(window: MainWindow, paper: str) -> Script:
    """Look at every page, at the whole document, at the source; make a web page and a Word file."""
    yield alive(window)
    workspace = workspace_of(window)
    bridge = workspace.bridge
    drop(window, [Path(paper)])
    yield all_read(window, 1)
    for page in range(2):
        bridge.choose(bridge.job, page)
        yield from reads(window, END)
        yield _calm()
    press("F4")
    yield lambda: workspace.text.mode is Mode.DOCUMENT
    yield from reads(window, END)
    yield _calm()
    say(shown=True)
    press("Ctrl+E")
    yield lambda: dialog(ExportDialog)
    export = dialog(ExportDialog)
    assert export is not None
    written: list[Path] = []
    export.exported.connect(lambda paths: written.extend(paths))
    yield export.start.isEnabled
    press("Return")
    yield lambda: written
    say(written=[str(path) for path in written])
    press("Escape")
    yield window.isActiveWindow
    press("Ctrl+Q")
    yield lambda: False


def _calm() -> Callable[[], bool]:
    until = time.monotonic() + CALM
    return lambda: time.monotonic() > until
