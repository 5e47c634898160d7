"""All the parts that convert documents, put together once and taken apart in order."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from desktop.conversion.finding import Finder
from desktop.conversion.group import ServerGroup
from desktop.conversion.groups import Groups, Servers
from desktop.conversion.locating import Locator
from desktop.conversion.looking import Looker
from desktop.conversion.news import News
from desktop.conversion.output import Exporter, Output
from desktop.conversion.queue import Queue
from desktop.conversion.statuses import Statuses
from desktop.conversion.tablereader import TableReader
from desktop.conversion.thumbnails import Thumbnails
from desktop.conversion.watching import ServerWatch
from desktop.conversion.workers import Workers
from desktop.documents import Limits, Reader
from desktop.errors import UsageError
from desktop.model.cancel import CancelToken
from desktop.model.document import DocumentInfo
from desktop.model.endpoint import BUILTIN, ServerSpec
from desktop.model.states import JobId
from desktop.ocr.client import Client
from desktop.paths import Paths
from desktop.servers.builtin import BuiltinServer
from desktop.store import Store

#: Child processes for what a person looks at: one is never taken by thumbnails.
VIEWERS = 2
#: How far the processes that open documents for reading stand behind the window and those viewers;
#: the built-in engine, which they feed, stands behind them.
BEHIND = 3


class Machinery:
    """Store, news, reader, client, engine, queue, workers and exporter. A context manager.

    ``passwords`` are those of the jobs that are worked on; they are never kept elsewhere, and nor
    are ``tokens``: both are looked into whenever they are needed, so they may change. For the
    other arguments see ``Service``. Raises the ``StoreError`` kinds.
    """

    def __init__(
        self,
        paths: Paths,
        *,
        tokens: Mapping[str, str],
        passwords: Mapping[JobId, str],
        readers: int,
        patience: float,
        engine_idle_seconds: float,
    ) -> None:
        self._warm = False
        with ExitStack() as opened:
            self.store = opened.enter_context(Store(paths.database, paths.locks))
            self.news = News()
            opened.callback(self.news.close)
            client = opened.enter_context(Client())
            self.reader = opened.enter_context(
                Reader(workers=readers or default_readers(), limits=Limits(niceness=BEHIND))
            )
            #: For what a person looks at; its children start only when somebody does.
            self.viewer = opened.enter_context(Reader(workers=VIEWERS))
            self.thumbnails = Thumbnails(paths.thumbnails)
            self.looker = Looker(self.store, self.viewer, self.thumbnails, passwords.get)
            self._watch = watch = ServerWatch()
            self._engine = engine = opened.enter_context(
                BuiltinServer(idle_seconds=engine_idle_seconds, on_state=watch.engine)
            )
            self.statuses = Statuses(watch, engine, tokens)
            self.queue = Queue(
                self.store,
                self.news,
                on_waiting=lambda servers, waiting: self._workers.wanted(servers, waiting),
                on_done=lambda job: self._exporter.submit(job),
            )
            opened.callback(self.queue.close)
            self.output = Output(self.store, self.reader, passwords.get)
            self._exporter = Exporter(
                self.store,
                self.output,
                self.news,
                stop=self.queue.stop,
                on_written=self.queue.let_go,
            )
            opened.callback(self._exporter.close)
            self._finder = finder = Finder(client, engine, self.news.tell, watch, tokens)
            self.probe = finder.probe

            def make(servers: Servers) -> ServerGroup:
                return ServerGroup(servers, finder=finder, patience=patience)

            groups = Groups(make)
            self.locator = Locator(self.store, self.looker, finder, groups)
            self._workers = Workers(
                self.queue,
                reader=self.reader,
                groups=groups,
                tables=TableReader(groups),
                news=self.news,
            )
            opened.callback(self._workers.join)
            opened.callback(self.queue.stop.cancel)
            self._opened = opened.pop_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def warm_up(self, *, cancel: CancelToken | None = None) -> None:
        """Start and load what people need first: what opens documents, what asks for health.

        From now on added documents are opened there too, where their first page is wanted next.
        Takes a second or so; raises ``Cancelled``, also when everything is closed meanwhile.
        """
        self._warm = True
        self.viewer.warm(cancel=cancel)
        self.statuses.prepare()

    def start_engine(self, *, cancel: CancelToken | None = None) -> None:
        """Start the built-in engine in advance, if it does not run, and wait until it answers.

        It stops again when nothing needs it for a while. Raises ``EngineFailed``, ``Cancelled``.
        """
        self._finder.find_one(ServerSpec(), cancel or CancelToken())

    def stop_engine(self) -> None:
        """End the built-in engine now, so that its memory is free; the next page starts it again.

        A start that is under way is called off. Raises ``UsageError`` while it reads pages.
        """
        if any(each.in_flight for each in self._watch.all() if each.address == BUILTIN):
            raise UsageError(
                "The built-in engine is reading a page.",
                "Pause the documents that it reads, and stop it when that page is done.",
            )
        self._engine.stop()

    def inspect(
        self, path: Path, *, password: str | None, cancel: CancelToken | None
    ) -> DocumentInfo:
        """What a document is; see ``Reader.inspect``."""
        reader = self.viewer if self._warm else self.reader
        return reader.inspect(path, password=password, cancel=cancel)

    def close(self) -> None:
        """Stop the work, then close each part after those that use it."""
        self._opened.close()


def default_readers() -> int:
    """How many child processes open documents; they start only as far as pages ask for them.

    With two cores, two of them read a third more pages a second than one where the server is fast,
    although the program itself takes a part of both.
    """
    return max(1, min(4, os.cpu_count() or 1))
