"""What a report of a mistake says: where it happened, and nothing of any document.

Exception messages of other libraries and Python's own often carry the values that they are about
(``KeyError``, ``ValueError``), so only those of ``KnownError`` are told, which are written for
people. Values of variables and lines of source are left out, too.
"""

from __future__ import annotations

import platform
import sys
import traceback
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from desktop import __version__
from desktop.errors import KnownError
from desktop.logs import redact

#: Where a report ends; a recursion has a thousand frames.
MOST_FRAMES = 60
#: How many causes of causes are told.
MOST_CAUSES = 8

_ROOT = Path(__file__).resolve().parents[3]


def report(error: BaseException) -> str:
    """The whole report of an unexpected exception, for a person to copy."""
    parts = [versions(), *(_told(one, link) for one, link in _chain(error))]
    return redact("\n\n".join(parts))


def versions() -> str:
    """What is running, in one line each."""
    return "\n".join(
        (
            f"Diptych {__version__}",
            f"Python {platform.python_version()}, PySide6 {metadata.version('pyside6')}",
            platform.platform(),
        )
    )


def _chain(error: BaseException) -> Iterator[tuple[BaseException, str]]:
    """An exception and what led to it, newest first, each with how it belongs to the one above."""
    seen: set[int] = set()
    current: BaseException | None = error
    link = ""
    while current is not None and id(current) not in seen and len(seen) < MOST_CAUSES:
        seen.add(id(current))
        yield current, link
        if current.__cause__ is not None:
            current, link = current.__cause__, "caused by"
        elif not current.__suppress_context__:
            current, link = current.__context__, "while handling"
        else:
            return


def _told(error: BaseException, link: str) -> str:
    kind = type(error)
    name = kind.__qualname__
    if kind.__module__ != "builtins":
        name = f"{kind.__module__}.{name}"
    said = f": {error.what}" if isinstance(error, KnownError) else ""
    head = f"{link} {name}{said}" if link else f"{name}{said}"
    frames = traceback.extract_tb(error.__traceback__)
    left_out = len(frames) - MOST_FRAMES
    lines = [f"  {_module(frame.filename)}:{frame.lineno} in {frame.name}" for frame in frames]
    if left_out > 0:
        half = MOST_FRAMES // 2
        lines[half:-half] = [f"  … {left_out} more"]
    return "\n".join([head, *lines])


def _module(filename: str) -> str:
    """The dotted name of a module; of foreign ones what follows the folder they are found in."""
    file = Path(filename)
    roots = [_ROOT, *map(Path, sys.path)]
    inside = [file.relative_to(root) for root in roots if root.parts and file.is_relative_to(root)]
    # A file outside of all of them keeps its name only: a path may tell who the person is.
    short = min(inside, key=lambda path: len(path.parts), default=Path(file.name))
    return ".".join(short.with_suffix("").parts)
