"""The child process in which untrusted documents are opened.

It answers one task at a time over a pipe, and ends when the pipe closes, when its parent dies, or
when it needs more memory than its limits allow. After an error that it does not know it trusts
nothing that it holds: it says so and ends, and its parent starts a fresh one.
"""

from __future__ import annotations

import os
import signal
import threading
import traceback
import warnings
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait

from desktop.documents.encode import encode
from desktop.documents.limits import Limits
from desktop.documents.memory import limit_memory, resident_memory
from desktop.documents.shelf import Shelf
from desktop.documents.tasks import (
    OUT_OF_MEMORY,
    Collapsed,
    Done,
    Draw,
    Look,
    ReadText,
    Refused,
    Reply,
    Task,
)
from desktop.documents.uniform import is_uniform
from desktop.errors import KnownError
from desktop.model.document import PageImage, RenderRequest

#: How often the memory is looked at where the system does not limit it, in seconds.
_MEMORY_LOOK = 0.25


def serve(pipe: Connection, limits: Limits) -> None:
    """Answer tasks from ``pipe`` until it closes. The first thing sent is ``Done(None)``: ready."""
    _behave(limits)
    shelf = Shelf(limits)
    pipe.send(Done(None))
    while True:
        try:
            task: Task = pipe.recv()
        except (EOFError, ConnectionError):
            break
        reply = _reply(shelf, task, pipe)
        pipe.send(reply)
        if isinstance(reply, Collapsed):
            break
    shelf.close()


def _reply(shelf: Shelf, task: Task, pipe: Connection) -> Reply:
    try:
        return Done(_answer(shelf, task))
    except KnownError as error:
        return Refused(error)
    except MemoryError:
        return Collapsed(out_of_memory=True)
    except Exception:
        # Whatever else a hostile file provokes in a decoder: the parent hears of it, the page is
        # lost, and this process ends.
        pipe.send(Collapsed(out_of_memory=False, details=traceback.format_exc(limit=-5)))
        raise


def _answer(shelf: Shelf, task: Task) -> object:
    match task:
        case Look():
            return shelf.document(task.path, task.password).facts
        case Draw():
            return _page_image(shelf, task.request)
        case ReadText():
            document = shelf.document(task.path, task.password)
            return document.text_layer(task.page, task.rotation)


def _page_image(shelf: Shelf, request: RenderRequest) -> PageImage:
    drawn = shelf.document(request.path, request.password).draw(request)
    image = drawn.image
    return PageImage(
        data=encode(image, request.format),
        format=request.format,
        width=image.width,
        height=image.height,
        page_width=drawn.page_width,
        page_height=drawn.page_height,
        uniform=is_uniform(image, drawn.page_edge),
        notes=drawn.notes,
    )


def _behave(limits: Limits) -> None:
    """Keep quiet, keep to the limits, and do not outlive the parent."""
    # Ctrl+C reaches every process of a terminal; only the parent decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Libraries write their complaints about hostile files straight to the terminal.
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 2)
    os.close(silence)
    warnings.simplefilter("ignore")
    if hasattr(os, "nice"):
        os.nice(limits.niceness)
    limited = limit_memory(limits.memory)
    threading.Thread(
        target=_watch, args=(None if limited else limits.memory,), name="watch", daemon=True
    ).start()


def _watch(memory: int | None) -> None:
    """End this process with its parent, even while a library is busy, and when it grows too large.

    A thread, because it works on every system; the libraries let go of the interpreter's lock
    while they work. ``memory`` is ``None`` where the system itself limits it.
    """
    parent = parent_process()
    if parent is None:
        return
    pause = None if memory is None else _MEMORY_LOOK
    while not wait([parent.sentinel], pause):
        if memory is not None and resident_memory() > memory:
            os._exit(OUT_OF_MEMORY)
    os._exit(0)
