"""Pages read in threads, for a server that must not wait for them.

Pages queue for a few threads; each hands its text over piece by piece, and stops within a line's
time when nobody wants it any more.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import threading
from collections.abc import AsyncGenerator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

from desktop.builtin.engine import Engine
from desktop.builtin.images import decoded
from desktop.builtin.page import read_page
from desktop.builtin.problems import Problem, ending, failed
from desktop.builtin.requests import PageRequest
from desktop.errors import Cancelled, EngineFailed

#: How many requests a client should have in flight: while one page is read, the next one's picture
#: is looked at. More only wait.
LIMIT = 2

_log = logging.getLogger(__name__)

_HandOver = Callable[[str | Problem | None], None]


class PageWork:
    """The threads that read pages. Belongs to one event loop; only ``stop`` is for any thread."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._threads = ThreadPoolExecutor(LIMIT, thread_name_prefix="page")
        self._pages: dict[threading.Event, _HandOver] = {}

    @property
    def busy(self) -> int:
        """How many pages are being read or wait for it."""
        return len(self._pages)

    async def texts(self, request: PageRequest) -> AsyncGenerator[str, None]:
        """The page's text, piece by piece; raises ``Problem`` where it can't be read.

        Leaving the iterator early stops the work on the page.
        """
        loop = asyncio.get_running_loop()
        pieces: asyncio.Queue[str | Problem | None] = asyncio.Queue()
        stop = threading.Event()

        def hand_over(piece: str | Problem | None) -> None:
            # A loop that has ended has nobody left who waits.
            with contextlib.suppress(RuntimeError):
                loop.call_soon_threadsafe(pieces.put_nowait, piece)

        self._pages[stop] = hand_over
        future = self._threads.submit(self._read, request, stop, hand_over)
        try:
            while (piece := await pieces.get()) is not None:
                if isinstance(piece, Problem):
                    raise piece
                yield piece
        finally:
            stop.set()
            future.cancel()
            del self._pages[stop]

    def _read(self, request: PageRequest, stop: threading.Event, hand_over: _HandOver) -> None:
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
        """Give up all pages at once; whoever waits for one is told that the engine ends."""
        for stop, hand_over in tuple(self._pages.items()):
            stop.set()
            hand_over(ending())

    def close(self) -> None:
        """Give up all pages and wait for their threads."""
        self.stop()
        self._threads.shutdown(wait=True, cancel_futures=True)
