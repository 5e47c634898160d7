"""The models that all pages share, loaded once, and the threads that read lines."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

from desktop.builtin.detection import Detector
from desktop.builtin.layout import LayoutModel
from desktop.builtin.networks import check_models, usable_cores
from desktop.builtin.recognition import Recogniser
from desktop.builtin.table_model import TableModel
from desktop.errors import Cancelled

#: More lines at once than this gain nothing: memory is the limit then.
MOST_THREADS = 8

Given = TypeVar("Given")
Done = TypeVar("Done")


@dataclass(frozen=True, slots=True)
class Models:
    """The loaded models. All are thread-safe."""

    detector: Detector
    layout: LayoutModel
    recogniser: Recogniser
    tables: TableModel


class Engine:
    """Models and threads; a context manager. Thread-safe.

    ``threads`` is how many cores are used; 0 means all that this process may run on.
    Raises ``EngineFailed`` at once if a model is not installed; loading waits for the first page.
    """

    def __init__(self, *, threads: int = 0) -> None:
        check_models()
        self.threads = min(MOST_THREADS, threads or usable_cores())
        self._models: Models | None = None
        self._loading = threading.Lock()
        self._looking = threading.Lock()
        self._pool = ThreadPoolExecutor(self.threads, thread_name_prefix="line")

    def __enter__(self) -> Engine:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def loaded(self) -> bool:
        """Whether the models are in memory."""
        return self._models is not None

    @property
    def models(self) -> Models:
        """The models, loaded now if they are not yet. Whoever comes second waits for the first."""
        with self._loading:
            if self._models is None:
                self._models = Models(
                    Detector(threads=self.threads),
                    LayoutModel(threads=self.threads),
                    Recogniser(),
                    TableModel(),
                )
            return self._models

    @property
    def looking(self) -> threading.Lock:
        """Held while a whole page is looked at, which takes much memory: one page at a time."""
        return self._looking

    def begin(self, work: Callable[[], Done]) -> Future[Done]:
        """Do something in one of the engine's threads."""
        return self._pool.submit(work)

    def in_order(
        self, work: Callable[[Given], Done], given: Iterable[Given], stop: threading.Event
    ) -> Generator[Done, None, None]:
        """``work`` on everything that is given, as many at once as there are threads.

        Results come in the order of what was given, each as soon as it and those before it are
        there. Only a few run ahead, so that giving up (by closing the iterator, or by ``stop``,
        which makes it raise ``Cancelled``) ends it within a line.
        """
        waiting: list[Future[Done]] = []
        try:
            for one in given:
                if stop.is_set():
                    raise Cancelled
                waiting.append(self._pool.submit(work, one))
                if len(waiting) > 2 * self.threads:
                    yield waiting.pop(0).result()
            while waiting:
                if stop.is_set():
                    raise Cancelled
                yield waiting.pop(0).result()
        finally:
            for future in waiting:
                future.cancel()

    def close(self) -> None:
        """Wait for what runs and end the threads."""
        self._pool.shutdown(wait=True, cancel_futures=True)
