"""What is played in the real program: ``python -m tests.ui.whole.scripts NAME WORD…``."""

from __future__ import annotations

import sys
from collections.abc import Callable

from desktop import app
from desktop.ui.window import MainWindow
from tests.ui.whole import closing, engine, hostile, keyboard, outage, story, tour
from tests.ui.whole.player import Player, Script

SCRIPTS: dict[str, Callable[..., Script]] = {
    "begin": story.begin,
    "go-on": story.go_on,
    "first-minute": engine.first_minute,
    "close": closing.close,
    "come-back": closing.come_back,
    "keys": keyboard.from_start_to_file,
    "hostile": hostile.show_and_export,
    "outage": outage.wait_and_resume,
    "tour": tour.see_everything,
}


def main(name: str, *words: str) -> int:
    """Run the program with a script; its exit code."""

    def beside(window: MainWindow) -> Player:
        return Player(window, SCRIPTS[name](window, *words))

    return app.main(beside=beside)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
