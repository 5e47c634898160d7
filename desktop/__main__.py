"""The console command ``diptych``: a command, or the window.

Nothing heavy is imported before it is known what is wanted: ``diptych --help`` answers at once,
and the built-in engine's own process loads the engine and nothing else.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line ``argv`` (without the program's name) and return its exit code."""
    if getattr(sys, "frozen", False):
        # A packaged program starts itself again for its child processes.
        import multiprocessing

        multiprocessing.freeze_support()
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] == ["serve"]:
        return _serve(words[1:])
    if _are_documents(words):
        return _window(words)
    collect_rarely()
    from desktop.cli.run import run

    return run(words)


def collect_rarely() -> None:
    """Let Python look for cycles less often than every 700 objects.

    Pages become many small objects that live long and are in no cycle; looking through them again
    and again takes a fifth of the time in which replies are understood.
    """
    gc.set_threshold(50_000, 20, 50)


def _are_documents(words: Sequence[str]) -> bool:
    """Whether ``words`` are no command but files and folders that exist; no words are, too."""
    if not words:
        return True
    if not all(map(_exists, words)):
        return False
    from desktop.cli.arguments import COMMANDS

    return words[0] not in COMMANDS


def _exists(word: str) -> bool:
    try:
        return Path(word).exists()
    except (OSError, ValueError):
        return False  # too long for a path, or no path at all


def _window(documents: Sequence[str]) -> int:
    """Open the window, if this installation and this computer have what it takes."""
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform == "linux" and not any(map(os.environ.get, screens)):
        print("There is no screen for the window.", file=sys.stderr)
        print("`diptych --help` has the commands that need none.", file=sys.stderr)
        return 2
    try:
        from desktop.app import main as window
    except ImportError as error:
        if (error.name or "").partition(".")[0] == "desktop":
            raise
        print(f"The window can't be opened ({error}).", file=sys.stderr)
        print("`make run` installs what is missing for it.", file=sys.stderr)
        return 2
    return window(documents)


def _serve(words: list[str]) -> int:
    """Run the built-in engine, a part of the installation that may have been left out."""
    try:
        from desktop.builtin.serve import main as serve

        return serve(words)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == "desktop":
            raise
        print(f"The built-in engine lacks the package {error.name}.", file=sys.stderr)
        print("Install Diptych again with all its parts (make setup).", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
