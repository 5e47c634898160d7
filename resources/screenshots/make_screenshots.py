"""Takes the README's pictures of the window: the real program, read by the built-in engine.

    python resources/screenshots/make_screenshots.py [FOLDER]

It needs a screen of at least 1280 × 800 points (`make screenshots` gives it one of its own). Each
picture is a start of the program: the second and the third find in the library what the first has
read.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.ui.workspace import Workspace

HERE = Path(__file__).resolve().parent
SAMPLE = HERE.parent / "samples" / "sample.pdf"
SIZE = (1280, 800)
#: How long a picture may take, and how long the window rests before it is taken, in seconds.
PATIENCE, REST = 120.0, 1.5
#: The pictures with their appearance and language.
SHOTS = {
    "page": ("light", "en"),
    "source": ("dark", "en"),
    "review": ("light", "zh_CN"),
}
Steps = Iterator[Callable[[], bool]]


def main() -> int:
    """Take every picture, each in a process of its own."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    with tempfile.TemporaryDirectory(prefix="diptych-screenshots-") as home:
        for shot in SHOTS:
            environment = {**os.environ, "DIPTYCH_HOME": home}
            command = [sys.executable, __file__, "--take", shot, str(folder / f"{shot}.png")]
            subprocess.run(command, env=environment, check=True)
    return 0


def take(shot: str, target: Path) -> int:
    """Open the window, bring it to where the picture is, and take it."""
    from PySide6.QtCore import QTimer

    from desktop import app, settings
    from desktop.paths import user_paths
    from desktop.settings import Settings
    from desktop.ui.window import MainWindow

    appearance, language = SHOTS[shot]
    settings.save(Settings(appearance=appearance, language=language), user_paths().config)

    def beside(window: MainWindow) -> object:
        timer = QTimer(window)
        steps = played(window)
        until = next(steps)
        deadline = time.monotonic() + PATIENCE

        def look() -> None:
            nonlocal until
            if time.monotonic() > deadline:
                sys.exit(f"{shot}: waited in vain")
            if until():
                until = next(steps)

        timer.timeout.connect(look)
        timer.start(20)
        return steps

    def played(window: MainWindow) -> Steps:
        while (workspace := window.workspace) is None:
            yield lambda: window.workspace is not None
        window.setGeometry(0, 0, *SIZE)
        bridge = workspace.bridge
        yield lambda: bridge.library.loaded
        if not bridge.library.jobs():
            window.add([SAMPLE])
        yield lambda: any(job.pages == job.finished_pages for job in bridge.library.jobs())
        yield from pose(shot, workspace)
        yield rested()
        yield lambda: workspace.page.showing.settled
        window.screen().grabWindow(0, 0, 0, *SIZE).save(str(target))
        window.leave()
        yield lambda: False

    return app.main(beside=beside)


def pose(shot: str, workspace: Workspace) -> Steps:
    """What is to be seen in a picture."""
    from desktop.ui.text.panel_mode import Mode

    job = workspace.bridge.library.jobs()[0].job
    if shot == "page":
        workspace.bridge.choose(job, 0)
        yield rested()
        workspace.bridge.point(4, "page")
    elif shot == "source":
        workspace.bridge.choose(job, 1)
        workspace.text.set_mode(Mode.SOURCE)
    else:
        workspace.text.set_mode(Mode.PAGE)
        workspace.bridge.choose(job, 1)
        workspace.docks.show("review")
    yield rested()


def rested() -> Callable[[], bool]:
    """Holds when the window has had time to settle."""
    until = time.monotonic() + REST
    return lambda: time.monotonic() > until


if __name__ == "__main__":
    if sys.argv[1:2] == ["--take"]:
        sys.exit(take(sys.argv[2], Path(sys.argv[3])))
    sys.exit(main())
