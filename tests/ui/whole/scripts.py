"""What is played in the real program: ``python -m tests.ui.whole.scripts NAME WORD…``."""

from __future__ import annotations

import sys
from collections.abc import Callable

from desktop import app
from desktop.ui.window import MainWindow
from tests.ui.whole import story
from tests.ui.whole.player import Player, Script

SCRIPTS: dict[str, Callable[..., Script]] = {
    "begin": story.begin,
    "go-on": story.go_on,
}


def main(name: str, *words: str) -> int:
    """Run the program with a script; its exit code."""

    def beside(window: MainWindow) -> Player:
        return Player(window, SCRIPTS[name](window, *words))

    return app.main(beside=beside)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
