"""Files made of a job's results, on request or when its pages are finished."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from desktop.assembly import assemble
from desktop.conversion.news import News
from desktop.conversion.trouble import INTERNAL
from desktop.documents import Reader
from desktop.errors import Cancelled, KnownError, PageUnreadable, StoreError
from desktop.export import export
from desktop.export.atomic import explained
from desktop.model.assembled import Figure
from desktop.model.cancel import CancelToken
from desktop.model.document import ImageFormat, RenderRequest
from desktop.model.events import Exported, ExportFailed
from desktop.model.options import AssemblyOptions, ExportFormat
from desktop.model.states import JobId, PageState
from desktop.model.summary import Reason
from desktop.store import Store

log = logging.getLogger(__name__)

Files = Iterable[tuple[ExportFormat, Path]]


class Output:
    """Writes a job's files. ``password_of`` gives the password that a job was begun with."""

    def __init__(
        self, store: Store, reader: Reader, password_of: Callable[[JobId], str | None]
    ) -> None:
        self._store = store
        self._reader = reader
        self._password_of = password_of

    def write(
        self,
        job: JobId,
        files: Files,
        assembly: AssemblyOptions,
        *,
        cancel: CancelToken,
        progress: Callable[[float], None] | None = None,
    ) -> Iterator[tuple[ExportFormat, Path, KnownError | None]]:
        """Write the files one after the other; says of each whether it was written.

        ``progress`` gets the share (0–1) of all. Raises ``Cancelled`` and the ``StoreError`` kinds.
        """
        due = list(files)
        summary = self._store.jobs.get(job)
        title = summary.title or summary.path.stem
        document = assemble(
            self._store.results.iterate(job), assembly, title=title, missing=self._missing(job)
        )

        turned = {page.page: page.rotation for page in self._store.pages.all(job)}

        def figures(figure: Figure) -> bytes | None:
            request = RenderRequest(
                summary.path,
                figure.page,
                0,
                password=self._password_of(job),
                rotation=summary.options.rotation + turned.get(figure.page, 0),
                crop=figure.box,
                format=ImageFormat.PNG,
            )
            try:
                return self._reader.render(request, cancel=cancel).data
            except PageUnreadable as error:
                # The words of the document are worth having without this picture.
                log.warning("job %d: a figure could not be cut out: %s", job, error.what)
                return None

        for number, (format, path) in enumerate(due):
            cancel.raise_if_cancelled()
            try:
                _make_folder(path.parent)
                export(
                    document,
                    self._store.results.iterate(job),
                    path,
                    format,
                    figures=figures,
                    cancel=cancel,
                    progress=_part(progress, number, len(due)),
                )
            except StoreError:
                raise
            except KnownError as error:
                yield format, path, error
            else:
                yield format, path, None

    def _missing(self, job: JobId) -> dict[int, str]:
        """Why pages have no result, by page, so that the files say where they are missing."""
        reasons = {PageState.FAILED: "", PageState.CANCELLED: "It was cancelled."}
        return {
            page.page: page.reason.what or reasons[page.state]
            for page in self._store.pages.all(job)
            if page.state in reasons
        }


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise explained(error) from error


def _part(
    progress: Callable[[float], None] | None, number: int, count: int
) -> Callable[[float], None] | None:
    if progress is None:
        return None
    return lambda share: progress((number + share) / count)


class Exporter:
    """Writes the planned files of finished jobs in a thread of its own, one job after the other.

    ``on_written`` is called when nothing more is done for a job, whatever came of it.
    """

    def __init__(
        self,
        store: Store,
        output: Output,
        news: News,
        *,
        stop: CancelToken,
        on_written: Callable[[JobId], None],
    ) -> None:
        self._store = store
        self._output = output
        self._news = news
        self._stop = stop
        self._on_written = on_written
        self._jobs: queue.SimpleQueue[JobId | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def submit(self, job: JobId) -> bool:
        """Have the job's due files written; ``False`` if there are none."""
        if not self._store.exports.due(job):
            return False
        self._jobs.put(job)
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(
                    target=self._serve, name="diptych-export", daemon=True
                )
                self._thread.start()
        return True

    def close(self) -> None:
        """Wait for the thread; ``stop`` must be cancelled. Files that are not whole stay due."""
        self._jobs.put(None)
        with self._lock:
            thread = self._thread
        if thread is not None:
            thread.join()

    def _serve(self) -> None:
        while (job := self._jobs.get()) is not None:
            try:
                self._write(job)
            except Cancelled:
                log.info("job %d: its files are left for later", job)
            except StoreError as error:
                log.warning("job %d: its files are left for later: %s", job, error)
            finally:
                self._on_written(job)

    def _write(self, job: JobId) -> None:
        due = self._store.exports.due(job)
        plan = self._store.jobs.get(job).plan
        assembly = plan.assembly if plan is not None else AssemblyOptions()
        try:
            for format, path, error in self._output.write(job, due, assembly, cancel=self._stop):
                self._tell(job, format, path, Reason.of(error) if error else Reason())
        except (Cancelled, StoreError):
            raise
        except Exception:
            # The boundary of the exports: a bug costs these files and leaves its trace in the log.
            log.exception("job %d: writing its files failed", job)
            reason = Reason(
                INTERNAL, "Diptych made a mistake with this file.", "Its log says more."
            )
            for format, path in self._store.exports.due(job):
                self._tell(job, format, path, reason)

    def _tell(self, job: JobId, format: ExportFormat, path: Path, reason: Reason) -> None:
        self._store.exports.finish(job, format, path, reason)
        if reason:
            self._news.tell(ExportFailed(job, path, str(reason)))
        else:
            self._news.tell(Exported(job, path))
