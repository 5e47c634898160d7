"""The door to documents: what a file is, its pages as images, and the text that they carry.

Every file is opened in a child process with limits on time, memory and pixels. A page that crashes,
hangs or exhausts its child costs that page alone: the next one is served by a fresh child.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from desktop.documents import complaints
from desktop.documents.fingerprint import regular_file, take_fingerprint
from desktop.documents.limits import DEFAULT_LIMITS, Limits
from desktop.documents.opened import Facts
from desktop.documents.tasks import Collapsed, Draw, Look, ReadText, Refused, Task
from desktop.documents.worker import Dead, NotStarted, Overdue, Worker
from desktop.errors import Cancelled, DocumentError
from desktop.model.cancel import CancelToken
from desktop.model.document import DocumentInfo, PageImage, RenderRequest, TextLayer

_Value = TypeVar("_Value")
#: How long ``close`` waits for callers to notice, in seconds; they look every few hundredths.
_CLOSE_SECONDS = 10.0


class Reader:
    """Reads documents in up to ``workers`` child processes, which start when they are needed.

    Thread-safe: callers wait for a free child. Use it as a context manager, or call ``close``.
    Methods that take ``cancel`` raise ``Cancelled`` soon after it is set, and when the reader is
    closed meanwhile; using a closed reader raises ``RuntimeError``. A child that is busy with a
    cancelled task may finish it for a short while and is used again; if it does not it is ended.
    """

    def __init__(self, *, workers: int = 1, limits: Limits = DEFAULT_LIMITS) -> None:
        self._limits = limits
        self._idle: list[Worker] = []  # the one that has rested longest comes first
        self._to_start = max(1, workers)
        self._lent = 0
        self._closed = False
        self._change = threading.Condition()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def warm(self, *, cancel: CancelToken | None = None) -> None:
        """Start all children now, one after the other, so that nobody waits for that later.

        One that can't be started is tried again when it is needed. Raises ``Cancelled``.
        """
        token = cancel or CancelToken()
        while True:
            with self._change:
                if self._closed or not self._to_start:
                    return
                self._lent += 1
                self._to_start -= 1
            worker = None
            try:
                worker = Worker(self._limits)
                worker.warm(lambda: self._stop(token))
            except NotStarted:
                return
            finally:
                self._give_back(worker)

    def inspect(
        self, path: Path, *, password: str | None = None, cancel: CancelToken | None = None
    ) -> DocumentInfo:
        """What the file is: its format, how many pages, its fingerprint.

        The content is parsed in a child; the fingerprint is taken here, because it only counts
        bytes and must neither hurry nor be out of reach of ``cancel`` on a huge file. Pages of
        pictures are not decoded yet: one that is damaged or too large says so when it is rendered.

        Raises ``DocumentMissing``, ``NotADocument``, ``DocumentDamaged``, ``PasswordNeeded``,
        ``PasswordWrong``, ``DocumentChanged`` if the file is written to meanwhile.
        """
        regular_file(path)
        facts = self._ask(Look(path, password), Facts, cancel)
        fingerprint = take_fingerprint(path, cancel)
        return DocumentInfo(
            path, facts.kind, facts.page_count, fingerprint, facts.encrypted, facts.title
        )

    def render(self, request: RenderRequest, *, cancel: CancelToken | None = None) -> PageImage:
        """The page as an encoded image.

        Raises ``PageUnreadable`` if that page alone is the trouble, ``DocumentDamaged`` for a
        broken picture, and what ``inspect`` raises if the file can't be opened any more.
        """
        request = replace(request, rotation=_quarter_turns(request.rotation))
        return self._ask(Draw(request), PageImage, cancel)

    def text_layer(
        self,
        path: Path,
        page: int,
        *,
        password: str | None = None,
        rotation: int = 0,
        cancel: CancelToken | None = None,
    ) -> TextLayer:
        """The text that a PDF's page carries; empty for pictures. ``page`` counts from 0.

        Boxes are in page units of the upright page, turned clockwise by ``rotation`` degrees more.
        Raises as ``render`` does.
        """
        turns = _quarter_turns(rotation)
        return self._ask(ReadText(path, page, password, turns), TextLayer, cancel)

    def close(self) -> None:
        """End all children, also busy ones; their callers get ``Cancelled``. Takes a moment."""
        deadline = time.monotonic() + _CLOSE_SECONDS
        with self._change:
            self._closed = True
            idle, self._idle = self._idle, []
            self._change.notify_all()
        for worker in idle:
            worker.end()
        with self._change:
            while self._lent and time.monotonic() < deadline:
                self._change.wait(deadline - time.monotonic())

    def _ask(self, task: Task, kind: type[_Value], cancel: CancelToken | None) -> _Value:
        token = cancel or CancelToken()
        try:
            with self._worker(task.path, token) as worker:
                reply = worker.ask(task, self._limits.seconds, lambda: self._stop(token))
        except NotStarted as error:
            raise complaints.no_process(task.path, str(error)) from None
        except Overdue:
            raise self._too_slow(task) from None
        except Dead as death:
            if death.out_of_memory:
                raise self._too_hungry(task) from None
            raise _crashed(task, death.how) from None
        if isinstance(reply, Refused):
            raise reply.error
        if isinstance(reply, Collapsed):
            raise self._too_hungry(task) if reply.out_of_memory else _crashed(task, reply.details)
        if not isinstance(reply.value, kind):
            raise TypeError(f"the child answered {task} with {type(reply.value).__name__}")
        return reply.value

    def _stop(self, token: CancelToken) -> None:
        """What a wait for a child looks at."""
        token.raise_if_cancelled()
        self._stop_if_closed()

    def _stop_if_closed(self) -> None:
        if self._closed:
            raise Cancelled

    @contextmanager
    def _worker(self, path: Path, token: CancelToken) -> Iterator[Worker]:
        """Borrow a child, if possible one that has the document open."""
        token.raise_if_cancelled()
        worker = self._take(path, token)
        try:
            if worker is None or not worker.usable:
                if worker is not None:
                    worker.end()
                worker = None  # so that nothing is put back if the start fails
                worker = Worker(self._limits)
            yield worker
        finally:
            self._give_back(worker)

    def _take(self, path: Path, token: CancelToken) -> Worker | None:
        """Wait for an idle child; ``None`` is the right to start one."""
        forget = token.on_cancel(self._wake)
        try:
            with self._change:
                while True:
                    token.raise_if_cancelled()
                    if self._closed:
                        raise RuntimeError("the reader is closed")
                    if self._idle:
                        self._lent += 1
                        return self._idle.pop(self._best(path))
                    if self._to_start:
                        self._lent += 1
                        self._to_start -= 1
                        return None
                    self._change.wait()
        finally:
            forget()

    def _best(self, path: Path) -> int:
        """The index of an idle child that has the document open, else of the longest rested one."""
        for index, worker in enumerate(self._idle):
            if worker.last_path == path:
                return index
        return 0

    def _give_back(self, worker: Worker | None) -> None:
        if worker is not None and worker.unsettled and not self._closed:
            # It stays lent meanwhile. A daemon, so that a program may end with its reader open.
            thread = threading.Thread(
                target=self._settle, args=(worker,), name="documents-settle", daemon=True
            )
            try:
                thread.start()
            except RuntimeError:
                # The program is ending, or the system has no more threads.
                worker.end()
            else:
                return
        self._put_back(worker)

    def _settle(self, worker: Worker) -> None:
        try:
            with suppress(Cancelled):  # closed meanwhile
                worker.settle(self._stop_if_closed)
        finally:
            self._put_back(worker)

    def _put_back(self, worker: Worker | None) -> None:
        sound = worker is not None and worker.usable and not worker.unsettled
        with self._change:
            if worker is not None and sound and not self._closed:
                self._idle.append(worker)
                self._lent -= 1
                self._change.notify_all()
                return
        # First, because ``close`` returns when nothing is lent any more.
        try:
            if worker is not None:
                worker.end()
        finally:
            with self._change:
                self._lent -= 1
                self._to_start += 1
                self._change.notify_all()

    def _wake(self) -> None:
        with self._change:
            self._change.notify_all()

    def _too_slow(self, task: Task) -> DocumentError:
        page = _page_of(task)
        if page is None:
            return complaints.opening_too_slow(task.path, self._limits.seconds)
        return complaints.page_too_slow(task.path, page, self._limits.seconds)

    def _too_hungry(self, task: Task) -> DocumentError:
        page = _page_of(task)
        if page is None:
            return complaints.opening_crashed(task.path, "out of memory")
        return complaints.page_too_hungry(task.path, page, self._limits.memory)


def _quarter_turns(rotation: int) -> int:
    """The rotation as one of 0, 90, 180 and 270 degrees; ``ValueError`` if it is none."""
    if rotation % 90:
        raise ValueError(f"not a quarter turn: {rotation}")
    return rotation % 360


def _page_of(task: Task) -> int | None:
    match task:
        case Draw():
            return task.request.page
        case ReadText():
            return task.page
        case Look():
            return None


def _crashed(task: Task, details: str) -> DocumentError:
    page = _page_of(task)
    if page is None:
        return complaints.opening_crashed(task.path, details)
    return complaints.page_crashed(task.path, page, details)
