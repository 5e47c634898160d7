"""Edits on their way to the store: one after the other, and none is lost at the end."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktop.errors import KnownError
from desktop.model.states import JobId


class EditSaver(QObject):
    """Runs changes of pages in the order in which they were asked for, in one thread.

    ``saved`` tells the job and the page of each change that is in the store, ``failed`` the
    ``KnownError`` and the job of one that isn't, ``unexpected`` any other exception.
    """

    saved = Signal(object, int)
    failed = Signal(object, object)
    unexpected = Signal(object)
    #: A change of a job's page that is not in the store, whatever the reason.
    lost = Signal(object, int)
    _settled = Signal(object, object, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="diptych-edits")
        self._waiting = 0
        # Queued even from this thread: a callback must never run inside the call that asked for it.
        self._settled.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether a change is not in the store yet."""
        return self._waiting > 0

    def save(self, job: JobId, page: int, change: Callable[[], object]) -> None:
        """Do ``change``, which writes to the page (from 0) of the job, when its turn comes."""
        self._waiting += 1
        future = self._thread.submit(change)
        future.add_done_callback(lambda it: self._settled.emit(it, job, page))

    @Slot(object, object, int)
    def _tell(self, future: Future[object], job: JobId, page: int) -> None:
        self._waiting -= 1
        error = future.exception()
        if error is None:
            self.saved.emit(job, page)
        elif isinstance(error, KnownError):
            self.failed.emit(error, job)
        else:
            self.unexpected.emit(error)
        if error is not None:
            self.lost.emit(job, page)

    def close(self) -> None:
        """Wait until everything that was asked for is in the store."""
        self._thread.shutdown(wait=True)
