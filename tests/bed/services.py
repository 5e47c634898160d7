"""A service with its own library, and what it tells, for tests of the whole way."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.model.endpoint import ServerSpec
from desktop.model.events import Event, JobChanged, PageChanged
from desktop.model.options import ConversionOptions, TextLayerUse
from desktop.model.states import JobId, JobState, PageState
from desktop.paths import Paths
from desktop.service import Service
from tests.bed.standin import StandIn
from tests.conftest import wait_until

#: Small renderings: these tests are not about pictures.
EDGE = 400


def paths_in(folder: Path) -> Paths:
    """The folders of a Diptych whose home is ``folder``."""
    return Paths(folder / "data", folder / "cache", folder / "logs", folder / "config")


def options_for(
    *servers: StandIn | str,
    pages: str = "",
    priority: int = 0,
    retries: int = 0,
    send_blank: bool = False,
    text_layer: TextLayerUse = TextLayerUse.NEVER,
) -> ConversionOptions:
    """Options for these servers that render small pages and leave text layers alone."""
    return ConversionOptions(
        servers=tuple(
            ServerSpec(server if isinstance(server, str) else server.url) for server in servers
        ),
        pages=pages,
        priority=priority,
        retries=retries,
        send_blank=send_blank,
        text_layer=text_layer,
        long_edge=EDGE,
    )


class Heard:
    """Every event so far, and ways to wait for one."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._events: list[Event] = []

    def __call__(self, event: Event) -> None:
        with self._lock:
            self._events.append(event)

    @property
    def events(self) -> list[Event]:
        """A copy of what was told."""
        with self._lock:
            return list(self._events)

    def states(self, job: JobId, page: int) -> list[PageState]:
        """The states that a page went through."""
        return [
            event.state
            for event in self.events
            if isinstance(event, PageChanged) and (event.job, event.page) == (job, page)
        ]

    def job_states(self, job: JobId) -> list[JobState]:
        """The states that a job went through."""
        return [
            event.state
            for event in self.events
            if isinstance(event, JobChanged) and event.job == job
        ]

    def pages_in(self, job: JobId, *states: PageState) -> int:
        """How many pages were last told to be in one of the states."""
        last = {
            event.page: event.state
            for event in self.events
            if isinstance(event, PageChanged) and event.job == job
        }
        counts = Counter(last.values())
        return sum(counts[state] for state in states)

    def wait_for(self, found: Callable[[Event], bool], *, seconds: float = 10.0) -> None:
        """Wait until an event was told for which ``found`` holds."""
        wait_until(lambda: any(map(found, self.events)), seconds=seconds, what="an event")


@contextmanager
def serving(home: Path, *, patience: float = 30.0) -> Iterator[tuple[Service, Heard]]:
    """A service at work with its library in ``home``."""
    with Service(paths_in(home), patience=patience) as service:
        heard = Heard()
        service.subscribe(heard)
        service.start()
        yield service, heard


def counts(service: Service, job: JobId) -> dict[PageState, int]:
    """The states of a job's pages that occur."""
    return {state: number for state, number in service.job(job).counts.items() if number}
