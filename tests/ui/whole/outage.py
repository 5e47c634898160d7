"""A server that is not there, and then is."""

from __future__ import annotations

from pathlib import Path

from desktop.ui.window import MainWindow
from tests.ui.whole.player import Script, drop, heard, press, say
from tests.ui.whole.scenes import alive, all_read, documents, problems, workspace_of


def wait_and_resume(window: MainWindow, paper: str) -> Script:
    """Drop a document, be told of the server, go on when it is back."""
    yield alive(window)
    workspace = workspace_of(window)
    drop(window, [Path(paper)])
    yield workspace.bar.isVisible
    (job,) = documents(window).values()
    back = heard()
    say(
        bar=workspace.bar.label.text(),
        state=job.state.value,
        reason=job.reason.what,
        counts={state.value: number for state, number in job.counts.items() if number},
        problems=problems(window),
    )
    yield back
    press("Ctrl+Alt+G")
    yield all_read(window, 1)
    yield lambda: not workspace.bar.isVisible()
    say(left=problems(window))
    press("Ctrl+Q")
    yield lambda: False
