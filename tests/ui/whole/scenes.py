"""Pieces that scripts share."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWebEngineCore import QWebEnginePage
from PySide6.QtWebEngineWidgets import QWebEngineView

from desktop.model.states import JobState
from desktop.model.summary import JobSummary
from desktop.ui.panels.problems import Problems
from desktop.ui.text.view_page import WORLD
from desktop.ui.window import MainWindow
from desktop.ui.workspace import Workspace
from tests.ui.whole.player import Script


def alive(window: MainWindow) -> Callable[[], object]:
    """The window is there, with the library, and has the keyboard."""
    return lambda: (
        window.workspace is not None
        and window.workspace.bridge.library.loaded
        and window.isActiveWindow()
    )


def workspace_of(window: MainWindow) -> Workspace:
    """The living part of a window that is alive."""
    assert window.workspace is not None
    return window.workspace


def documents(window: MainWindow) -> dict[str, JobSummary]:
    """The library by names of files."""
    library = workspace_of(window).bridge.library
    return {job.path.name: job for job in library.jobs()}


def problems(window: MainWindow) -> list[str]:
    """The names of the files that problems in the list are about."""
    entries = Problems.of(workspace_of(window).bridge).entries()
    return [about.name for entry in entries for about in entry.about]


def all_read(window: MainWindow, number: int) -> Callable[[], object]:
    """So many documents are there, and all of them are read."""

    def read() -> bool:
        jobs = documents(window).values()
        return len(jobs) == number and all(job.state is JobState.DONE for job in jobs)

    return read


def shown_page(window: MainWindow) -> QWebEnginePage | None:
    """The page of the view that shows text as it reads, once WebEngine is there."""
    view = workspace_of(window).text.findChild(QWebEngineView)
    return view.page() if isinstance(view, QWebEngineView) else None


def reads(window: MainWindow, *words: str) -> Script:
    """Wait until the view shows these words."""
    told: list[str] = [""]

    def there() -> bool:
        page = shown_page(window)
        if page is None:
            return False
        script = "document.body ? document.body.innerText : ''"
        page.runJavaScript(script, WORLD, lambda text: told.append(str(text)))
        return all(word in told[-1] for word in words)

    yield there
