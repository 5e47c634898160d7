"""How every server is doing, kept from what happens to the pages that are sent there."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from desktop.errors import KnownError, UsageError
from desktop.model.endpoint import BUILTIN, Endpoint, ProfileName, ServerSpec
from desktop.model.recognition import Recognition
from desktop.model.status import ServerState, ServerStatus, StateChange
from desktop.ocr.probe import base_url

#: How many changes of a server are remembered.
_HISTORY = 50
#: Rates are those of so many seconds.
_WINDOW = 60.0
#: A server that has nothing to do for so many seconds between two pages was busy all the time.
_BREATH = 2.0


def address_of(place: Endpoint | ServerSpec) -> str:
    """What tells a server from others: ``builtin``, or its base URL."""
    if isinstance(place, Endpoint):
        return BUILTIN if place.name == BUILTIN else place.url
    if place.address == BUILTIN:
        return BUILTIN
    try:
        return base_url(place.address)
    except UsageError:
        return place.address


@dataclass(slots=True)
class _Server:
    address: str
    name: str
    kind: ProfileName | None = None
    model: str = ""
    limit: int = 0
    endpoint: Endpoint | None = None
    state: ServerState = ServerState.UNKNOWN
    in_flight: int = 0
    history: deque[StateChange] = field(default_factory=lambda: deque(maxlen=_HISTORY))
    #: Of each reply of the last minute: when it ended, how long it took, its tokens, and whether it
    #: was the first one for its page.
    replies: deque[tuple[float, float, int, bool]] = field(default_factory=deque)


class ServerWatch:
    """Every server that was used or asked about since the program began. Thread-safe.

    ``clock`` gives seconds since the epoch.
    """

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._servers: dict[str, _Server] = {}
        with self._lock:
            builtin = self._server(ServerSpec())
            builtin.kind = ProfileName.BUILTIN
            self._change(builtin, ServerState.STOPPED)

    # What happens.

    def found(self, spec: ServerSpec, endpoint: Endpoint) -> None:
        """A server answered and said what it is."""
        with self._lock:
            server = self._server(spec)
            self._describe(server, endpoint)
            self._change(server, ServerState.BUSY if server.in_flight else ServerState.READY)

    def lost(self, spec: ServerSpec, error: KnownError) -> None:
        """A server does not answer, or can't be used."""
        with self._lock:
            self._change(self._server(spec), ServerState.DOWN, str(error))

    @contextmanager
    def request(self, endpoint: Endpoint) -> Iterator[Callable[[Recognition], None]]:
        """A request is on its way meanwhile; call what this gives with the reply, if one comes."""
        replies: list[Recognition] = []
        with self._lock:
            server = self._at(endpoint)
            server.in_flight += 1
            if server.state is not ServerState.RESTING:
                self._change(server, ServerState.BUSY)
        try:
            yield replies.append
        finally:
            with self._lock:
                server.in_flight -= 1
                for reply in replies:
                    self._count(server, reply)
                if server.state is ServerState.BUSY and not server.in_flight:
                    self._change(server, ServerState.READY)

    def rests(self, endpoint: Endpoint, error: KnownError | None) -> None:
        """A server failed and gets no pages for a while; or, with ``None``, it is well again."""
        with self._lock:
            server = self._at(endpoint)
            if error is not None:
                self._change(server, ServerState.RESTING, str(error))
            elif server.state is ServerState.RESTING:
                state = ServerState.BUSY if server.in_flight else ServerState.READY
                self._change(server, state, "It is well again.")

    def engine(self, state: ServerState, note: str) -> None:
        """The built-in engine's process was started, answers, was stopped, or died."""
        with self._lock:
            self._change(self._server(ServerSpec()), state, note)

    def answered(self, spec: ServerSpec, error: KnownError | None) -> None:
        """What a quick look at a server's health gave; ``None`` if it is well.

        The pages know better: what happens to those that are there is not overruled.
        """
        with self._lock:
            server = self._server(spec)
            if server.in_flight or server.state is ServerState.RESTING:
                return
            if error is not None:
                self._change(server, ServerState.DOWN, str(error))
            else:
                self._change(server, ServerState.READY)

    # What is known.

    def endpoint(self, spec: ServerSpec) -> Endpoint | None:
        """The endpoint that was found for a server last; ``None`` if none was yet."""
        with self._lock:
            return self._server(spec).endpoint

    def all(self) -> tuple[ServerStatus, ...]:
        """Every server, the built-in engine first, then in the order in which they were met."""
        with self._lock:
            return tuple(self._status(server) for server in self._servers.values())

    def log(self, address: str) -> str:
        """The last changes of a server, a line each."""
        with self._lock:
            server = self._servers.get(address)
            changes = list(server.history) if server is not None else []
        return "\n".join(
            f"{time.strftime('%H:%M:%S', time.localtime(change.at))} {change.state}"
            f"{': ' if change.note else ''}{change.note}"
            for change in changes
        )

    # With the lock held.

    def _server(self, spec: ServerSpec) -> _Server:
        address = address_of(spec)
        if address not in self._servers:
            self._servers[address] = server = _Server(address, spec.address, spec.profile)
            server.model, server.limit = spec.model, spec.limit
            self._change(server, ServerState.UNKNOWN)
        return self._servers[address]

    def _at(self, endpoint: Endpoint) -> _Server:
        server = self._server(ServerSpec(address_of(endpoint)))
        if server.endpoint != endpoint:
            self._describe(server, endpoint)
        return server

    def _describe(self, server: _Server, endpoint: Endpoint) -> None:
        server.endpoint = endpoint
        server.name = endpoint.name or endpoint.url
        server.kind, server.model, server.limit = endpoint.profile, endpoint.model, endpoint.limit

    def _count(self, server: _Server, reply: Recognition) -> None:
        measures = reply.measures
        first = reply.attempt == 0
        server.replies.append((self._clock(), measures.seconds, measures.completion_tokens, first))

    def _change(self, server: _Server, state: ServerState, note: str = "") -> None:
        history = server.history
        if history and history[-1].state is state and (history[-1].note == note or not note):
            return
        now = self._clock()
        server.state = state
        if (
            state is ServerState.BUSY
            and len(history) > 1
            and history[-1].state is ServerState.READY
            and history[-2].state is ServerState.BUSY
            and now - history[-1].at < _BREATH
        ):
            history.pop()
        else:
            history.append(StateChange(state, now, note))

    def _status(self, server: _Server) -> ServerStatus:
        now = self._clock()
        replies = server.replies
        while replies and replies[0][0] < now - _WINDOW:
            replies.popleft()
        pages = tokens = 0.0
        if replies:
            # The time between them counts while it works, not the time since it has done all.
            last = now if server.in_flight else replies[-1][0]
            first = min(end - seconds for end, seconds, _, _ in replies)
            span = max(last - max(first, now - _WINDOW), 0.1)
            pages = 60.0 * sum(is_page for _, _, _, is_page in replies) / span
            tokens = sum(count for _, _, count, _ in replies) / span
        present = server.history[-1]
        return ServerStatus(
            address=server.address,
            name=server.name,
            kind=server.kind,
            model=server.model,
            state=server.state,
            since=present.at,
            history=tuple(server.history),
            limit=server.limit,
            in_flight=server.in_flight,
            pages_per_minute=pages,
            tokens_per_second=tokens,
            note=present.note,
        )
