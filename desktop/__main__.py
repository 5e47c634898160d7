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
        from desktop.builtin.serve import main as serve

        return serve(words[1:])
    from desktop.cli.run import run

    return run(words)


if __name__ == "__main__":
    sys.exit(main())
