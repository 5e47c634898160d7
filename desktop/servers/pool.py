"""Several endpoints share the pages between them; one that fails is rested and probed."""

from __future__ import annotations

import copy
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import TracebackType

from desktop.errors import (
    Cancelled,
    EmptyReply,
    ImageIgnored,
    RequestRejected,
    RequestTooLarge,
    ServerError,
)
from desktop.model.cancel import CancelToken
from desktop.model.endpoint import Endpoint
from desktop.model.events import ServerNote

#: The longest rest between two health checks, in seconds.
LONGEST_REST = 60.0
#: How long pages wait for an endpoint to come back when all of them rest, in seconds.
PATIENCE = 30.0
#: Errors that are about the page: another page may do well at the same endpoint right away.
ABOUT_THE_PAGE = (RequestRejected, RequestTooLarge, EmptyReply, ImageIgnored)


@dataclass(eq=False, slots=True)
class _Place:
    """An endpoint as the pool sees it. ``failures`` counts those since the last success."""

    endpoint: Endpoint
    in_flight: int = 0
    failures: int = 0
    #: Counts the rests, so that a reply from before a rest does not speak for the time after it.
    era: int = 0
    error: ServerError | None = None

    @property
    def free(self) -> bool:
        return self.error is None and self.in_flight < self.endpoint.limit


@dataclass(eq=False, slots=True)
class _Ticket:
    """Somebody who waits for a place."""

    ready: threading.Event = field(default_factory=threading.Event)
    place: _Place | None = None
    error: ServerError | None = None


class Lease:
    """A place at an endpoint, until it is released. Also a context manager."""

    def __init__(self, pool: EndpointPool, place: _Place) -> None:
        self._pool = pool
        self._place: _Place | None = place
        self._era = place.era
        self.endpoint = place.endpoint

    def __enter__(self) -> Lease:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        # Anything but an answer or a server's error says nothing about the endpoint.
        if error is None:
            self.release()
        else:
            self._give_back(error if isinstance(error, ServerError) else None, well=False)

    def release(self, error: ServerError | None = None) -> None:
        """Give the place back, with what went wrong there. Calling it again does nothing."""
        self._give_back(error, well=error is None)

    def _give_back(self, error: ServerError | None, *, well: bool) -> None:
        place, self._place = self._place, None
        if place is not None:
            self._pool._give_back(place, self._era, error, well=well)


class EndpointPool:
    """Hands out places at endpoints. Thread-safe; a context manager.

    A place goes to the endpoint with the fewest pages in flight, to whoever has waited longest.
    An endpoint whose server fails rests: ``check`` is called in the background, after
    ``rest_seconds`` and then ever more rarely, until it raises no ``ServerError``; each failure
    without a success in between makes the next rest longer. Errors that are about one page don't
    rest an endpoint. ``on_note`` tells people of rests and returns; it is called in the thread
    that found out and must not block; so does ``on_rest``, which gets the error, or ``None`` when
    the endpoint is well again. ``patience`` is how long ``acquire`` waits when all
    endpoints rest.
    """

    def __init__(
        self,
        endpoints: Sequence[Endpoint],
        *,
        check: Callable[[Endpoint], None],
        on_note: Callable[[ServerNote], None] | None = None,
        on_rest: Callable[[Endpoint, ServerError | None], None] | None = None,
        rest_seconds: float = 2.0,
        patience: float = PATIENCE,
    ) -> None:
        if not endpoints:
            raise ValueError("a pool needs an endpoint")
        self._places = [_Place(endpoint) for endpoint in endpoints]
        self._check = check
        self._on_note = on_note
        self._on_rest = on_rest
        self._rest_seconds = rest_seconds
        self._patience = patience
        self._lock = threading.Lock()
        self._waiting: deque[_Ticket] = deque()
        self._all_rest_since = 0.0
        self._closing = CancelToken()
        self._probers: set[threading.Thread] = set()

    def __enter__(self) -> EndpointPool:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def capacity(self) -> int:
        """How many pages may be in flight at once when every endpoint is well."""
        return sum(place.endpoint.limit for place in self._places)

    @property
    def waiting(self) -> int:
        """How many callers wait for a place."""
        with self._lock:
            return len(self._waiting)

    def acquire(self, *, cancel: CancelToken) -> Lease:
        """Wait for a place. Raises ``Cancelled`` (also when the pool is closed).

        When every endpoint rests, raises the ``ServerError`` of the one that failed last: at once
        if no wait can help with any of them, else when none came back within ``patience``.
        """
        ticket = _Ticket()
        with self._waits(ticket, cancel):
            while True:
                with self._lock:
                    self._serve()
                    if ticket.place is not None:
                        break
                    problem, left = self._hopeless()
                if cancel.cancelled or self._closing.cancelled:
                    raise Cancelled
                if problem is not None:
                    # A copy: one error may be raised in many threads, each with its own traceback.
                    raise copy.copy(problem)
                ticket.ready.wait(left)
                ticket.ready.clear()
            if cancel.cancelled or self._closing.cancelled:
                raise Cancelled
            place, ticket.place = ticket.place, None
            return Lease(self, place)

    @contextmanager
    def _waits(self, ticket: _Ticket, cancel: CancelToken) -> Iterator[None]:
        """Stand in the line; whatever ends the wait, a place that was given is not lost."""
        with self._lock:
            self._waiting.append(ticket)
        leave = (cancel.on_cancel(ticket.ready.set), self._closing.on_cancel(ticket.ready.set))
        try:
            yield
        finally:
            for forget in leave:
                forget()
            with self._lock:
                if ticket in self._waiting:
                    self._waiting.remove(ticket)
                if ticket.place is not None:
                    ticket.place.in_flight -= 1
                self._serve()

    def _serve(self) -> None:
        """Give free places to those who wait longest; the lock is held."""
        while self._waiting:
            free = [place for place in self._places if place.free]
            if not free:
                return
            place = min(free, key=lambda p: (p.in_flight, p.in_flight / p.endpoint.limit))
            place.in_flight += 1
            ticket = self._waiting.popleft()
            ticket.place = place
            ticket.ready.set()

    def _hopeless(self) -> tuple[ServerError | None, float | None]:
        """The error to give up with, or how long to wait still (``None``: for a place)."""
        errors = [place.error for place in self._places if place.error is not None]
        if len(errors) < len(self._places):
            return None, None
        latest = max(self._places, key=lambda place: place.era).error
        left = self._all_rest_since + self._patience - time.monotonic()
        if left <= 0 or not any(error.transient for error in errors):
            return latest, None
        return None, left

    def _give_back(self, place: _Place, era: int, error: ServerError | None, *, well: bool) -> None:
        rests = error is not None and not isinstance(error, ABOUT_THE_PAGE)
        with self._lock:
            place.in_flight -= 1
            begins = rests and place.error is None and era == place.era
            if begins:
                self._begin_rest(place, error)
            elif well and era == place.era:
                place.failures = 0
            self._serve()
        if begins and error is not None:
            self._note(place, error, f"{error.what} It gets no pages until it is well again.")

    def _begin_rest(self, place: _Place, error: ServerError | None) -> None:
        place.error = error
        place.failures += 1
        # Eras count over all endpoints, so that the latest failure is known.
        place.era = 1 + max(p.era for p in self._places)
        if all(p.error is not None for p in self._places):
            self._all_rest_since = time.monotonic()
            for ticket in self._waiting:
                ticket.ready.set()
        if not self._closing.cancelled:
            prober = threading.Thread(
                target=self._probe, args=(place,), name="diptych-probe", daemon=True
            )
            self._probers.add(prober)
            prober.start()

    def _probe(self, place: _Place) -> None:
        """Check a resting endpoint until it is well or the pool is closed."""
        with self._lock:
            doublings = place.failures - 1
        rest = min(self._rest_seconds * 2.0 ** min(doublings, 16), LONGEST_REST)
        while not self._closing.wait(rest):
            try:
                self._check(place.endpoint)
            except ServerError as error:
                with self._lock:
                    place.error = error
                rest = min(rest * 2, LONGEST_REST)
            except Cancelled:
                break
            else:
                break
        with self._lock:
            self._probers.discard(threading.current_thread())
            back = not self._closing.cancelled
            if back:
                place.error = None
                self._serve()
        if back:
            self._note(place, None, "It is well again and gets pages.")

    def _note(self, place: _Place, error: ServerError | None, text: str) -> None:
        if self._on_rest is not None:
            self._on_rest(place.endpoint, error)
        if self._on_note is not None:
            self._on_note(ServerNote(place.endpoint.name or place.endpoint.url, text))

    def close(self) -> None:
        """End every wait with ``Cancelled`` and stop probing.

        Waits for a health check that is under way, which is as long as ``check`` takes at most.
        """
        self._closing.cancel()
        while True:
            with self._lock:
                probers = list(self._probers)
            if not probers:
                return
            for prober in probers:
                prober.join()
