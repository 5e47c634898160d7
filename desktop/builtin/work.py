"""Pages read in threads, for a server that must not wait for them.

Pages queue for a few threads; each hands its text over piece by piece, and stops within a line's
time when nobody wants it any more.
"""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import AsyncGenerator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

from desktop.builtin.engine import Engine
from desktop.builtin.images import decoded
from desktop.builtin.page import read_page
from desktop.builtin.problems import Problem, failed
from desktop.builtin.requests import PageRequest
from desktop.errors import Cancelled, EngineFailed

#: How many requests a client should have in flight: while one page is read, the next one's picture
#: is looked at. More only wait.
LIMIT = 2

_log = logging.getLogger(__name__)


class PageWork:
    """The threads that read pages. Belongs to one event loop."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._threads = ThreadPoolExecutor(LIMIT, thread_name_prefix="page")
        self._stops: set[threading.Event] = set()

    async def texts(self, request: PageRequest) -> AsyncGenerator[str, None]:
        """The page's text, piece by piece; raises ``Problem`` where it can't be read.

        Leaving the iterator early stops the work on the page.
        """
        loop = asyncio.get_running_loop()
        pieces: asyncio.Queue[str | Problem | None] = asyncio.Queue()
        stop = threading.Event()

        def hand_over(piece: str | Problem | None) -> None:
            if not stop.is_set():
                loop.call_soon_threadsafe(pieces.put_nowait, piece)

        self._stops.add(stop)
        future = self._threads.submit(self._read, request, stop, hand_over)
        try:
            while (piece := await pieces.get()) is not None:
                if isinstance(piece, Problem):
                    raise piece
                yield piece
        finally:
            stop.set()
            future.cancel()
            self._stops.discard(stop)

    def _read(
        self,
        request: PageRequest,
        stop: threading.Event,
        hand_over: Callable[[str | Problem | None], None],
    ) -> None:
        try:
            if stop.is_set():
                return
            image = decoded(request.data)
            with closing(read_page(self._engine, image, request.task, stop)) as texts:
                for text in texts:
                    hand_over(text)
        except Cancelled:
            _log.info("a page was given up")
        except Problem as problem:
            hand_over(problem)
        except EngineFailed as error:
            _log.error("%s %s", error, error.details)
            hand_over(failed(str(error)))
        except Exception:
            # The boundary of a page: whatever went wrong costs this page, not the server.
            _log.exception("a page could not be read")
            hand_over(failed("The page could not be read; the engine's log says why."))
            raise
        else:
            hand_over(None)

    def stop(self) -> None:
        """Give up all pages at once."""
        for stop in tuple(self._stops):
            stop.set()

    def close(self) -> None:
        """Give up all pages and wait for their threads."""
        self.stop()
        self._threads.shutdown(wait=True, cancel_futures=True)
