"""The servers that share one job's pages: found when needed, exchanged when they die."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace

from desktop.conversion.finding import Finder, lasting_error
from desktop.conversion.trouble import WHOLE_ENDPOINT, PutBack, ServersGone
from desktop.conversion.waits import EitherToken, Turn, Waits
from desktop.errors import (
    Cancelled,
    EmptyReply,
    EngineFailed,
    ServerError,
    ServerTimeout,
    ServerUnreachable,
)
from desktop.model.cancel import CancelToken
from desktop.model.endpoint import BUILTIN, Endpoint, ServerSpec
from desktop.model.events import ServerNote
from desktop.model.recognition import PageRequest, Recognition
from desktop.ocr.profiles import profile_of
from desktop.servers.pool import PATIENCE, EndpointPool, Lease

log = logging.getLogger(__name__)

#: How often one page is sent when its server fails transiently, the first time included.
TRIES = 4
#: How often in a row the built-in engine is started again without having read a page in between.
RESTARTS = 6
#: Requests in flight over all of a group's endpoints: each has a thread.
MOST_IN_FLIGHT = 64


class ServerGroup:
    """The endpoints of one choice of servers. Thread-safe.

    ``patience`` is for how many seconds pages wait when no server answers.
    """

    def __init__(
        self, specs: Sequence[ServerSpec], *, finder: Finder, patience: float = PATIENCE
    ) -> None:
        self._specs = tuple(specs)
        self._finder = finder
        self._client = finder.client
        self._engine = finder.engine
        self._on_note = finder.on_note
        self._watch = finder.watch
        self._patience = patience
        self._lock = threading.Lock()
        self._suspects = threading.Lock()
        self._pool: EndpointPool | None = None
        self._endpoints: tuple[Endpoint, ...] = ()
        #: The endpoint of our own engine, if it is one of them.
        self._own: Endpoint | None = None
        #: Cancelled when the pool is exchanged, so that whoever waits at the old one comes back.
        self._exchange = CancelToken()
        self._restarts = 0

    def open(self, cancel: CancelToken) -> None:
        """Find the endpoints; the ones that do not answer are left out, with a note.

        Raises ``ServersGone`` if none answers, ``Cancelled``. Does nothing if already open.
        """
        with self._lock:
            if self._pool is not None:
                return
            found = self._finder.find(self._specs, cancel)
            own = (endpoint for spec, endpoint in found if spec.address == BUILTIN)
            self._own = next(own, None)
            self._install([endpoint for _, endpoint in found])

    def _install(self, endpoints: Sequence[Endpoint]) -> None:
        """Put other endpoints in the place of those that there are; the lock is held."""
        self._discard()
        self._endpoints = tuple(endpoints)
        self._exchange = exchange = CancelToken()

        def check(endpoint: Endpoint) -> None:
            self._client.check(endpoint, cancel=exchange)

        self._pool = EndpointPool(
            self._endpoints,
            check=check,
            on_note=self._on_note,
            on_rest=self._watch.rests,
            patience=self._patience,
        )

    def _discard(self) -> None:
        pool, self._pool = self._pool, None
        # Whoever waits at the old pool comes back for the new one, and its checks end at once.
        self._exchange.cancel()
        if pool is not None:
            pool.close()

    def close(self) -> None:
        """Stop probing the endpoints; ``open`` finds them anew."""
        with self._lock:
            self._discard()
            self._endpoints, self._own = (), None

    @property
    def endpoints(self) -> tuple[Endpoint, ...]:
        """The endpoints in use; none before ``open``."""
        return self._endpoints

    @property
    def capacity(self) -> int:
        """How many requests may be in flight at once."""
        return min(MOST_IN_FLIGHT, sum(endpoint.limit for endpoint in self._endpoints))

    @property
    def long_edge(self) -> int:
        """The render size in pixels that suits all the endpoints."""
        return max((profile_of(endpoint).long_edge for endpoint in self._endpoints), default=1024)

    def ask(
        self,
        request_for: Callable[[Endpoint], tuple[PageRequest, str]],
        waits: Waits,
        *,
        attempt: int = 0,
        on_text: Callable[[str], None] | None = None,
    ) -> tuple[Recognition, Endpoint]:
        """Send one page image to the endpoint that has the most room; it may be another in the end.

        ``request_for`` makes the request, and says its purpose, once it is known whom it is for. A
        reply without any text is a recognition with empty text. A transient failure sends the page
        to the others, or waits for the same one, at most ``TRIES`` times in all.

        Raises ``ServerError`` for what is wrong with this page only, ``ServersGone``, ``PutBack``
        when the gate closed before the page was sent, ``Cancelled``.
        """
        failures = 0
        suspect = False
        while True:
            try:
                if suspect:
                    with Turn(self._suspects, waits.cancel):
                        return self._ask_once(request_for, waits, attempt, on_text)
                return self._ask_once(request_for, waits, attempt, on_text)
            except _Failed as failure:
                failures += 1
                error = failure.error
                waits = replace(waits, gate=None)
                if failures >= TRIES or not (error.transient or isinstance(error, WHOLE_ENDPOINT)):
                    raise error from None
                # A page that brings the engine down would take its neighbours along again and
                # again: such pages try again one at a time, until the guilty one has failed.
                suspect = failure.own
                log.info("page goes elsewhere after %s: %s", error.kind, error.what)

    def _ask_once(
        self,
        request_for: Callable[[Endpoint], tuple[PageRequest, str]],
        waits: Waits,
        attempt: int,
        on_text: Callable[[str], None] | None,
    ) -> tuple[Recognition, Endpoint]:
        lease = self._lease(waits)
        endpoint = lease.endpoint
        failed: ServerError | None = None
        try:
            if endpoint == self._own:
                self._engine.touch()
            request, purpose = request_for(endpoint)
            with self._watch.request(endpoint) as note_reply:
                recognition = self._client.recognise(
                    endpoint,
                    request,
                    purpose=purpose,
                    attempt=attempt,
                    on_text=on_text,
                    cancel=waits.cancel,
                )
                note_reply(recognition)
        except EmptyReply:
            recognition = Recognition(
                "",
                request.mode,
                endpoint.name or endpoint.url,
                endpoint.model,
                attempt=attempt,
                purpose=purpose,
                image_width=request.image.width,
                image_height=request.image.height,
            )
        except ServerError as error:
            failed = error
        finally:
            lease.release(failed)
        if failed is not None:
            own = endpoint == self._own
            self._repair(endpoint, failed, waits.cancel)
            raise _Failed(failed, own=own)
        self._restarts = 0
        return recognition, endpoint

    def _lease(self, waits: Waits) -> Lease:
        while True:
            with self._lock:
                pool, exchange, own = self._pool, self._exchange, self._own
            if pool is None:
                raise Cancelled
            with EitherToken(waits, exchange) as either:
                try:
                    return pool.acquire(cancel=either)
                except ServerError as error:
                    if own is None:
                        raise ServersGone(error, lasting=lasting_error(error)) from error
                    problem = error
                except Cancelled:
                    waits.cancel.raise_if_cancelled()
                    if waits.gate is not None and waits.gate.cancelled:
                        raise PutBack from None
                    if not exchange.cancelled:
                        raise
                    continue
            self._renew_engine(own, problem, waits.cancel)

    def _repair(self, endpoint: Endpoint, error: ServerError, cancel: CancelToken) -> None:
        """Exchange an endpoint that will fail every page: a new engine, or one server fewer.

        Raises ``ServersGone`` if none is left.
        """
        if endpoint == self._own:
            if isinstance(error, (ServerUnreachable, ServerTimeout, *WHOLE_ENDPOINT)):
                self._renew_engine(endpoint, error, cancel)
        elif isinstance(error, WHOLE_ENDPOINT):
            self._drop(endpoint, error)

    def _renew_engine(self, dead: Endpoint, error: ServerError, cancel: CancelToken) -> None:
        with self._lock:
            if dead != self._own or self._pool is None:
                return
            self._restarts += 1
            if self._restarts > RESTARTS:
                raise ServersGone(
                    EngineFailed(
                        "The built-in engine ended again and again.",
                        "Look into the log for what it said last, or choose another server.",
                        details=str(error),
                    ),
                    lasting=True,
                )
            # A process that was just killed may look alive for a moment.
            if not isinstance(error, ServerUnreachable) or not self._is_well(dead, cancel):
                self._engine.stop()
            try:
                fresh = replace(self._engine.endpoint(cancel=cancel), limit=dead.limit)
            except ServerError as failure:
                raise ServersGone(failure, lasting=True) from failure
            self._install([fresh if each == dead else each for each in self._endpoints])
            self._own = fresh

    def _is_well(self, endpoint: Endpoint, cancel: CancelToken) -> bool:
        try:
            self._client.check(endpoint, cancel=cancel)
        except ServerError:
            return False
        return True

    def _drop(self, endpoint: Endpoint, error: ServerError) -> None:
        with self._lock:
            if endpoint not in self._endpoints or self._pool is None:
                return
            left = [each for each in self._endpoints if each != endpoint]
            if not left:
                raise ServersGone(error, lasting=lasting_error(error))
            self._on_note(ServerNote(endpoint.name or endpoint.url, str(error)))
            self._install(left)


class _Failed(Exception):
    """One try of one page failed; ``own`` says whether at our own engine."""

    def __init__(self, error: ServerError, *, own: bool) -> None:
        super().__init__(error.what)
        self.error = error
        self.own = own
