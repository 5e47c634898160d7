"""Requests and answers over the one httpx client: every wait has an end and can be cancelled."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import httpcore
import httpx

import desktop
from desktop.errors import Cancelled, ServerUnauthorised
from desktop.model.cancel import CancelToken
from desktop.ocr import faults
from desktop.ocr.client_timeouts import Timeouts
from desktop.ocr.wire_call import Call, Waker, in_call
from desktop.ocr.wire_transport import Transport

#: The longest answer to a question of a probe, and the longest error, in bytes.
SHORT_LIMIT = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Answer:
    """The whole of a short answer."""

    status: int
    content_type: str
    body: bytes
    location: str = ""


class Exchange:
    """Owns the httpx client. Thread-safe; closing it ends every exchange with ``Cancelled``."""

    def __init__(self, timeouts: Timeouts) -> None:
        self._timeouts = timeouts
        self._closing = CancelToken()
        self._lock = threading.Lock()
        self._wakers: list[Waker] = []
        self._in_use = 0
        # The environment is not trusted: httpx would take proxies from it, even for loopback,
        # and passwords from .netrc. The transport has its own rules on proxies and on time.
        self._http = httpx.Client(
            transport=Transport(),
            trust_env=False,
            follow_redirects=False,
            headers={
                "User-Agent": f"Diptych/{desktop.__version__}",
                # Nothing is compressed, so nothing can blow up.
                "Accept-Encoding": "identity",
            },
        )

    def close(self) -> None:
        """End what is under way and free every connection. Calling it again does nothing."""
        self._closing.cancel()
        with self._lock:
            wakers, self._wakers = self._wakers, []
            idle = self._in_use == 0
        for waker in wakers:
            waker.close()
        if idle:
            self._http.close()

    @contextmanager
    def call(self, cancel: CancelToken | None) -> Iterator[Call]:
        """What this thread does inside can be cancelled. Raises ``Cancelled``."""
        if cancel is not None:
            cancel.raise_if_cancelled()
        waker = self._borrow()
        both = CancelToken(self._closing)
        leave = cancel.on_cancel(both.cancel) if cancel is not None else None
        try:
            call = Call(waker, both, connect=self._timeouts.connect, send=self._timeouts.send)
            with in_call(call):
                yield call
        finally:
            if leave is not None:
                leave()
            both.close()
            self._give_back(waker)

    def _borrow(self) -> Waker:
        with self._lock:
            if self._closing.cancelled:
                raise Cancelled
            self._in_use += 1
            return self._wakers.pop() if self._wakers else Waker()

    def _give_back(self, waker: Waker) -> None:
        with self._lock:
            self._in_use -= 1
            last = self._closing.cancelled and self._in_use == 0
            keep = not self._closing.cancelled
            if keep:
                waker.rest()
                self._wakers.append(waker)
        if not keep:
            waker.close()
        if last:
            # The last one out: the one who closed could not do it under our feet.
            self._http.close()

    @contextmanager
    def post(
        self, call: Call, url: str, body: bytes, *, server: str, token: str
    ) -> Iterator[httpx.Response]:
        """Send a body; the answer's headers are there, its body is to be read.

        Raises ``ServerError``.
        """
        headers = {"Content-Type": "application/json", **_authorization(server, token)}
        with _translated(server):
            request = self._http.build_request("POST", url, content=body, headers=headers)
            response = self._send(call, request)
            try:
                yield response
            finally:
                response.close()

    def get(
        self, url: str, *, server: str, token: str, seconds: float, cancel: CancelToken | None
    ) -> Answer:
        """The whole answer to a question. Raises ``ServerError`` if there is none."""
        with self.call(cancel) as call, _translated(server):
            call.expect_within(seconds)
            headers = _authorization(server, token)
            response = self._send(call, self._http.build_request("GET", url, headers=headers))
            try:
                body = read_short(call, response, seconds)
            finally:
                response.close()
            return Answer(
                response.status_code,
                response.headers.get("content-type", ""),
                body,
                response.headers.get("location", ""),
            )

    def _send(self, call: Call, request: httpx.Request) -> httpx.Response:
        """Send a request; once more if an idle connection was closed just as it was used."""
        try:
            return self._http.send(request, stream=True)
        except (httpcore.NetworkError, httpcore.RemoteProtocolError):
            if not call.stale or call.received:
                raise
            return self._http.send(request, stream=True)


def read_short(call: Call, response: httpx.Response, seconds: float) -> bytes:
    """The body of a short answer, or its beginning if it is not short."""
    call.expect_within(seconds)
    parts, size = [], 0
    for part in response.iter_raw():
        parts.append(part)
        size += len(part)
        if size > SHORT_LIMIT:
            break
    return b"".join(parts)[:SHORT_LIMIT]


def _authorization(server: str, token: str) -> dict[str, str]:
    if not token:
        return {}
    if not (token.isascii() and token.isprintable()) or " " in token:
        raise ServerUnauthorised(
            f"The token for {server} has characters that no token has.",
            "Copy the token again, without spaces and line breaks.",
        )
    return {"Authorization": f"Bearer {token}"}


@contextmanager
def _translated(server: str) -> Iterator[None]:
    """Errors of the network become errors for people."""
    try:
        yield
    except faults.NETWORK_ERRORS as error:
        raise faults.from_network(server, error) from error
