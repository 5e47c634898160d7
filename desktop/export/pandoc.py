"""pandoc as a program: always in its sandbox, bounded in time, memory and number.

pandoc is started with ``--sandbox`` (it opens no file and no connection that a document names),
without the user's own data folder and with a limit on its heap. Files go in and out as open
handles, so that no pipe can fill up.
"""

from __future__ import annotations

import functools
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import pypandoc

from desktop.errors import Cancelled, ExportError
from desktop.model.cancel import CancelToken

#: How many may run at once in this program; each may use ``HEAP`` and a little more.
AT_ONCE = 2
HEAP = "512m"
#: How long one may take for its part of a document, which it does in two or three.
SECONDS = 120.0
#: A larger nursery than pandoc's own saves a quarter of its time and costs no memory worth naming.
_NURSERY = "32m"
#: pandoc's exit code when its heap limit was reached.
_HEAP_EXHAUSTED = 251
_places = threading.BoundedSemaphore(AT_ONCE)


class PandocGaveUp(ExportError):
    """pandoc ran out of time or of memory: what it was given is too hard for it."""


@functools.cache
def program() -> str:
    """Where the pandoc is that came with Diptych. Raises ``ExportError`` if it is missing."""
    try:
        return str(pypandoc.get_pandoc_path())
    except OSError as error:
        raise ExportError(
            "pandoc, which makes Word files and formulas, is missing.",
            "Install Diptych again: pandoc is a part of it.",
            details=str(error),
        ) from error


def run(
    arguments: Sequence[str],
    source: BinaryIO,
    target: BinaryIO,
    *,
    seconds: float = SECONDS,
    heap: str = HEAP,
    cancel: CancelToken | None = None,
) -> None:
    """Run pandoc with ``source`` as its input and ``target`` as its output, both real files.

    Waits for a free place first. Raises ``PandocGaveUp`` after ``seconds`` or when the heap is
    exhausted, ``ExportError`` for any other failure, ``Cancelled`` at once when asked to; the
    process is gone in every case.
    """
    with _place(cancel), tempfile.TemporaryDirectory(prefix="diptych-pandoc-") as folder:
        limits = ["+RTS", f"-M{heap}", f"-A{_NURSERY}", "-RTS"]
        command = [program(), *limits, "--sandbox", f"--data-dir={folder}"]
        with tempfile.TemporaryFile() as complaints:
            process = subprocess.Popen(
                [*command, *arguments, "-o", "-"],
                stdin=source,
                stdout=target,
                stderr=complaints,
                cwd=folder,
                env={"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "HOME": folder},
            )
            code = _wait(process, seconds, cancel)
            complaints.seek(0)
            said = complaints.read(4000).decode(errors="replace")
    if code == _HEAP_EXHAUSTED:
        raise PandocGaveUp(
            "A part of the document is too large to be converted.",
            "Export fewer pages at once, or another format.",
            details=said,
        )
    if code != 0:
        raise ExportError(
            "pandoc could not convert the document.",
            "Export another format, and please report this.",
            details=f"exit code {code}: {said}",
        )


def _wait(process: subprocess.Popen[bytes], seconds: float, cancel: CancelToken | None) -> int:
    forget = cancel.on_cancel(process.kill) if cancel is not None else None
    try:
        code = process.wait(timeout=seconds)
    except subprocess.TimeoutExpired as error:
        raise PandocGaveUp(
            f"pandoc did not finish a part of the document in {seconds:.0f} seconds.",
            "Export again when the computer is less busy, or another format.",
        ) from error
    finally:
        if forget is not None:
            forget()
        if process.poll() is None:
            process.kill()
            process.wait()
    if cancel is not None and cancel.cancelled:
        raise Cancelled
    return code


@contextmanager
def _place(cancel: CancelToken | None) -> Iterator[None]:
    """One of the places for a running pandoc; waits for it, and no longer than it is wanted."""
    while not _places.acquire(timeout=0.05):
        if cancel is not None:
            cancel.raise_if_cancelled()
    try:
        if cancel is not None:
            cancel.raise_if_cancelled()
        yield
    finally:
        _places.release()


def convert(
    arguments: Sequence[str],
    text: str,
    target: Path,
    *,
    seconds: float = SECONDS,
    heap: str = HEAP,
    cancel: CancelToken | None = None,
) -> None:
    """Run pandoc on ``text`` and put its output into the new file ``target``. Raises as ``run``."""
    with tempfile.TemporaryFile() as source, target.open("xb") as output:
        source.write(text.encode(errors="replace"))
        source.seek(0)
        run(arguments, source, output, seconds=seconds, heap=heap, cancel=cancel)


def default_file(name: str) -> bytes:
    """One of the data files that pandoc carries, such as ``reference.docx``."""
    started = time.monotonic()
    with tempfile.TemporaryFile() as nothing, tempfile.TemporaryFile() as output:
        run([f"--print-default-data-file={name}"], nothing, output, seconds=60.0)
        output.seek(0)
        data = output.read()
    if not data:
        raise ExportError(
            f"pandoc has no {name}.",
            "Install Diptych again: pandoc is a part of it.",
            details=f"after {time.monotonic() - started:.1f} s",
        )
    return data
