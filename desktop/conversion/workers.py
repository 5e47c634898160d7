"""The threads that read pages: one for each request in flight, and a few that render ahead."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from desktop.conversion.desk import PageDesk, PageOrder
from desktop.conversion.group import ServerGroup
from desktop.conversion.groups import Groups, Servers
from desktop.conversion.news import News
from desktop.conversion.page import read_page
from desktop.conversion.queue import Queue
from desktop.conversion.run import Outcome, Work
from desktop.conversion.tablereader import TableReader
from desktop.conversion.trouble import INTERNAL, WHOLE_JOB, PutBack, ServersGone
from desktop.conversion.waits import Waits
from desktop.documents import Reader
from desktop.errors import Cancelled, KnownError
from desktop.model.events import PageText
from desktop.model.states import PageState
from desktop.model.summary import Reason

log = logging.getLogger(__name__)

#: How many pages are rendered before a server has room for them, at most. Two keep a server busy
#: whose pages take as long as a rendering; two more even out pages that render slowly.
AHEAD = 4


_BUG = Reason(INTERNAL, "Diptych made a mistake here.", "Its log says more.")


@dataclass(slots=True, eq=False)
class _Lane:
    """The threads that serve one choice of servers; ``most`` is one until these are found."""

    servers: Servers
    group: ServerGroup
    most: int = 1
    #: Those that may take another page, and those that have not quite ended.
    taking: set[threading.Thread] = field(default_factory=set)
    alive: set[threading.Thread] = field(default_factory=set)


class Workers:
    """Threads for whatever waits in the queue; each ends when nothing waits any more.

    A thread takes a page through its whole recipe and holds its image meanwhile, so that no more
    than ``capacity + AHEAD`` images for a choice of servers are ever in memory.
    """

    def __init__(
        self, queue: Queue, *, reader: Reader, groups: Groups, tables: TableReader, news: News
    ) -> None:
        self._queue = queue
        self._reader = reader
        self._groups = groups
        self._tables = tables
        self._news = news
        self._lanes: dict[Servers, _Lane] = {}
        self._threads: set[threading.Thread] = set()

    def wanted(self, servers: Servers, waiting: int) -> None:
        """See that there are threads for pages that wait. Called under the queue's lock."""
        if self._queue.stop.cancelled:
            # Threads that end would be replaced by others that end, for ever.
            return
        lane = self._lanes.get(servers)
        if lane is None:
            lane = self._lanes[servers] = _Lane(servers, self._groups.take(servers))
        for _ in range(min(lane.most - len(lane.taking), waiting)):
            thread = threading.Thread(
                target=self._serve, args=(lane,), name="diptych-page", daemon=True
            )
            lane.taking.add(thread)
            lane.alive.add(thread)
            self._threads.add(thread)
            thread.start()

    def join(self) -> None:
        """Wait until every thread has ended; the queue must have been stopped."""
        while True:
            with self._queue.lock:
                threads = list(self._threads)
            if not threads:
                return
            for thread in threads:
                thread.join()

    def _serve(self, lane: _Lane) -> None:
        try:
            if self._open(lane):
                while work := self._queue.take(lane.servers, lambda: self._leave(lane)):
                    self._handle(work, lane)
        except Exception:
            # The end of a thread must not leave its jobs waiting for one that never comes.
            log.exception("a page thread failed")
            self._queue.halt(lane.servers, _BUG)
        finally:
            with self._queue.lock:
                self._leave(lane)
                lane.alive.discard(threading.current_thread())
                last = not lane.alive
                # A job may have come while this thread was about to end.
                waiting = self._queue.waiting(lane.servers)
                if waiting:
                    self.wanted(lane.servers, waiting)
            if last:
                self._groups.leave(lane.servers)
            with self._queue.lock:
                self._threads.discard(threading.current_thread())

    def _leave(self, lane: _Lane) -> None:
        """This thread takes no more pages of the lane. Called under the queue's lock."""
        lane.taking.discard(threading.current_thread())
        if not lane.taking and self._lanes.get(lane.servers) is lane:
            del self._lanes[lane.servers]

    def _open(self, lane: _Lane) -> bool:
        """Find the lane's servers, and get more threads once it is known how many they take."""
        try:
            lane.group.open(self._queue.stop)
        except ServersGone as gone:
            self._queue.servers_gone(lane.servers, gone)
            return False
        except Cancelled:
            return False
        with self._queue.lock:
            most = lane.group.capacity + AHEAD
            if most != lane.most and self._lanes.get(lane.servers) is lane:
                lane.most = most
                self.wanted(lane.servers, self._queue.waiting(lane.servers))
        return True

    def _handle(self, work: Work, lane: _Lane) -> None:
        try:
            self._queue.finish(work, self._read(work, lane))
        except Exception:
            # A thread that died here would leave its page running for ever.
            log.exception("job %d, page %d: the queue failed", work.run.job, work.page + 1)
            self._queue.give_up(work, _BUG)

    def _read(self, work: Work, lane: _Lane) -> Outcome:
        run = work.run
        desk = PageDesk(
            PageOrder(
                work.page, run.kind, run.options, run.options.rotation + work.turned, run.password
            ),
            run.original,
            reader=self._reader,
            group=lane.group,
            tables=self._tables,
            waits=Waits(work.token, run.gate),
            on_text=self._teller(work) if self._news.wanted else None,
        )
        try:
            result = read_page(desk)
        except (Cancelled, PutBack):
            return Outcome(PageState.QUEUED)
        except ServersGone as gone:
            self._queue.servers_gone(lane.servers, gone)
            return Outcome(PageState.QUEUED, recognitions=desk.recognitions)
        except WHOLE_JOB as error:
            self._queue.fail(run, Reason.of(error))
            return Outcome(PageState.QUEUED)
        except KnownError as error:
            return _failed(desk, Reason.of(error))
        except Exception:
            # The boundary of a page's work: a bug costs this page and leaves its trace in the log.
            log.exception("job %d, page %d: the recipe failed", run.job, work.page + 1)
            return _failed(desk, _BUG)
        finally:
            work.token.close()
        state = PageState.BLANK if result.blank else PageState.DONE
        return Outcome(state, result, desk.recognitions)

    def _teller(self, work: Work) -> Callable[[str], None]:
        def tell(text: str) -> None:
            self._news.tell(PageText(work.run.job, work.page, text))

        return tell


def _failed(desk: PageDesk, reason: Reason) -> Outcome:
    return Outcome(PageState.FAILED, recognitions=desk.recognitions, reason=reason)
