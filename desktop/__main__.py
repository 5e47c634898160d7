"""The console command ``diptych``: a command, or the window.

Nothing heavy is imported before it is known what is wanted: ``diptych --help`` answers at once,
and the built-in engine's own process loads the engine and nothing else.
"""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line ``argv`` (without the program's name) and return its exit code."""
    multiprocessing.freeze_support()
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] == ["serve"]:
        return _serve(words[1:])
    from desktop.cli.run import run

    return run(words)


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
