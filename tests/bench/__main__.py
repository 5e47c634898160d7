"""The bench: every figure that was promised, in one table.

    python -m tests.bench [--quick] [--only NAME]

``--quick`` measures next to nothing: it shows that the bench itself still works.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from desktop.__main__ import collect_rarely
from tests.bench import engine, exports, memory, parsing, pipeline, window
from tests.bench.rows import Row, show

Part = Callable[[Path, bool], list[Row]]


def _serial(folder: Path, quick: bool) -> list[Row]:
    return pipeline.serial(folder, pages=4 if quick else 200, seconds=0.1)


def _parallel(folder: Path, quick: bool) -> list[Row]:
    return pipeline.parallel(folder, pages=6 if quick else 400, seconds=0.2)


def _memory(folder: Path, quick: bool) -> list[Row]:
    sizes = (3,) if quick else (200, 2_000)
    return [memory.memory(folder, pages=pages, most=500) for pages in sizes]


def _parsing(folder: Path, quick: bool) -> list[Row]:
    return parsing.parsing(megabytes=0.01 if quick else 1.0)


def _exports(folder: Path, quick: bool) -> list[Row]:
    return exports.exports(folder, pages=3 if quick else 500)


def _engine(folder: Path, quick: bool) -> list[Row]:
    return [] if quick else engine.engine(folder)


def _window(folder: Path, quick: bool) -> list[Row]:
    if quick:
        return window.window(folder, pages=3, starts=1, seconds=0.5, turns=2)
    return window.window(folder, pages=1000, starts=7, seconds=20.0, turns=60)


PARTS: dict[str, Part] = {
    "serial": _serial,
    "parallel": _parallel,
    "memory": _memory,
    "parser": _parsing,
    "exports": _exports,
    "engine": _engine,
    "window": _window,
}


def main(argv: list[str] | None = None) -> int:
    """Measure, print the table, and return 1 if a target was missed."""
    words = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    words.add_argument("--quick", action="store_true", help="a smoke run of a few seconds")
    words.add_argument("--only", choices=PARTS, action="append", help="this part alone")
    args = words.parse_args(argv)
    collect_rarely()  # as the program does
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="diptych-bench-") as folder:
        for name in args.only or PARTS:
            print(f"measuring: {name}", file=sys.stderr)
            rows += PARTS[name](Path(folder), args.quick)
    show(rows)
    return int(not args.quick and any(row.met is False for row in rows))


if __name__ == "__main__":
    sys.exit(main())
