"""The one client of OCR servers.

``Client.recognise`` blocks the thread that calls it and is called from many threads at once. That
is deliberate: 32 blocking threads over sockets that can be woken cost about half the processor
time of one event loop that serves them, and the callers are threads anyway. See ``wire_call`` for
how a blocked thread is freed.
"""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType

import httpcore
import httpx

from desktop.errors import ImageIgnored, RequestRejected, ServerUnreachable
from desktop.model.cancel import CancelToken
from desktop.model.endpoint import Endpoint, ServerSpec
from desktop.model.recognition import Measures, PageRequest, Recognition
from desktop.ocr import faults, probe
from desktop.ocr.client_exchange import Answer, Exchange, read_short
from desktop.ocr.client_gate import Gate
from desktop.ocr.client_reply import Reply
from desktop.ocr.client_timeouts import Timeouts
from desktop.ocr.faults_words import PlaceholderMismatch
from desktop.ocr.profiles import profile_of
from desktop.ocr.wire import Letter, letter_for
from desktop.ocr.wire_call import Call

__all__ = ["Client", "Timeouts"]

#: How often ``on_text`` is called at most, in seconds between two calls.
TEXT_SECONDS = 0.1
#: How long the end of a body may take after its end mark, for the connection to be used again.
TAIL_SECONDS = 0.5
#: How long an error's body may take.
ERROR_SECONDS = 10.0


class Client:
    """Talks to every server, over one httpx client. Thread-safe; a context manager."""

    def __init__(self, *, timeouts: Timeouts | None = None) -> None:
        self._timeouts = timeouts or Timeouts()
        self._exchange = Exchange(self._timeouts)
        self._lock = threading.Lock()
        self._in_flight: Counter[str] = Counter()
        self._gates: dict[tuple[str, str], Gate] = {}
        #: The endpoints that want ``<image>`` in the text, as a refused request taught.
        self._placeholders: dict[str, bool] = {}

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Free every connection; calls that are under way end with ``Cancelled``."""
        self._exchange.close()

    def recognise(
        self,
        endpoint: Endpoint,
        request: PageRequest,
        *,
        purpose: str = "first",
        attempt: int = 0,
        on_text: Callable[[str], None] | None = None,
        cancel: CancelToken | None = None,
    ) -> Recognition:
        """Have one page read. Blocks; call it from as many threads as the endpoint has places.

        ``on_text`` gets the text so far, in this thread, at most ten times a second and once at
        the end. A reply without any words is a recognition with an empty text; ``EmptyReply`` is
        for servers that call it an error. Raises ``UsageError`` for a mode that the server can't
        do, the kinds of ``ServerError``, and ``Cancelled``, within 100 ms of ``cancel``.
        """
        with self._lock:
            placeholder = self._placeholders.get(endpoint.url, False)
        letter = letter_for(endpoint, request, placeholder=placeholder)
        with self._exchange.call(cancel) as call:
            started = time.monotonic()
            try:
                reply, first = self._passed(call, endpoint, letter, on_text)
            except (PlaceholderMismatch, ImageIgnored) as error:
                if not profile_of(endpoint).placeholder_fallback:
                    raise _final(error) from error
                letter = letter_for(endpoint, request, placeholder=not placeholder)
                reply, first = self._other_way(call, endpoint, letter, on_text, error)
                with self._lock:
                    self._placeholders[endpoint.url] = not placeholder
            seconds = time.monotonic() - started
        tokens = reply.completion_tokens
        return Recognition(
            text=reply.text,
            mode=request.mode,
            server=endpoint.name or endpoint.url,
            model=endpoint.model,
            # deepseek-ocr.rs always says “stop”: only the count tells.
            cut=reply.finish_reason == "length" or tokens >= letter.max_tokens,
            measures=Measures(
                prompt_tokens=reply.prompt_tokens,
                completion_tokens=tokens,
                seconds=seconds,
                first_text_seconds=max(0.0, first - started),
            ),
            attempt=attempt,
            purpose=purpose,
            image_width=request.image.width,
            image_height=request.image.height,
        )

    def _other_way(
        self,
        call: Call,
        endpoint: Endpoint,
        letter: Letter,
        on_text: Callable[[str], None] | None,
        refusal: PlaceholderMismatch | ImageIgnored,
    ) -> tuple[Reply, float]:
        """The same page with the mark for the image in the text, or without it."""
        try:
            return self._passed(call, endpoint, letter, on_text)
        except (PlaceholderMismatch, ImageIgnored):
            # It was not that; the first answer is the one to report.
            raise _final(refusal) from refusal

    def _passed(
        self,
        call: Call,
        endpoint: Endpoint,
        letter: Letter,
        on_text: Callable[[str], None] | None,
    ) -> tuple[Reply, float]:
        if not profile_of(endpoint).loads_on_first_use:
            return self._ask(call, endpoint, letter, on_text, lambda: None)
        with self._lock:
            gate = self._gates.setdefault((endpoint.url, endpoint.model), Gate())
        with gate.passing(call.cancel):
            try:
                return self._ask(call, endpoint, letter, on_text, gate.open)
            except ServerUnreachable:
                gate.shut()
                raise

    def _ask(
        self,
        call: Call,
        endpoint: Endpoint,
        letter: Letter,
        on_text: Callable[[str], None] | None,
        on_answer: Callable[[], None],
    ) -> tuple[Reply, float]:
        """Send a letter and read the reply to its end; also the moment of its first words."""
        server = endpoint.name or endpoint.url
        url = endpoint.url + letter.path
        with self._counted(endpoint) as ahead:
            call.expect_within(self._timeouts.first_text_after(ahead))
            with self._exchange.post(
                call, url, letter.body, server=server, token=endpoint.token
            ) as response:
                if response.status_code != 200:
                    body = read_short(call, response, ERROR_SECONDS)
                    location = response.headers.get("location", "")
                    raise faults.from_status(server, response.status_code, body, location=location)
                on_answer()
                reply = Reply(server, response.headers.get("content-type", ""))
                first = self._read(call, response, reply, on_text)
        if faults.IMAGE_REQUIRED.match(reply.text):
            raise faults.image_ignored(server, reply.text)
        return reply, first

    def _read(
        self,
        call: Call,
        response: httpx.Response,
        reply: Reply,
        on_text: Callable[[str], None] | None,
    ) -> float:
        """Read to the end of the reply; gives the moment of its first words."""
        first, told, told_text = 0.0, time.monotonic(), ""
        try:
            for data in response.iter_raw():
                if not reply.feed(data):
                    continue
                # Comment lines keep a connection alive, not a page: only words move the deadline.
                call.expect_within(TAIL_SECONDS if reply.ended else self._timeouts.between)
                now = time.monotonic()
                first = first or now
                if on_text is not None and now - told >= TEXT_SECONDS and not reply.ended:
                    told, told_text = now, reply.text
                    on_text(told_text)
        except (httpcore.NetworkError, httpcore.RemoteProtocolError, httpcore.ReadTimeout):
            # All was said; only the connection can't be used again.
            if not reply.complete:
                raise
        reply.finish()
        if on_text is not None and reply.text != told_text:
            on_text(reply.text)
        return first or time.monotonic()

    @contextmanager
    def _counted(self, endpoint: Endpoint) -> Iterator[int]:
        """Count a request in flight; gives how many rounds of pages the server may read before it.

        Requests can overtake each other on their way, so all of the endpoint's places count.
        """
        with self._lock:
            others = max(self._in_flight[endpoint.url], endpoint.limit - 1)
            ahead = others // profile_of(endpoint).at_once
            self._in_flight[endpoint.url] += 1
        try:
            yield ahead
        finally:
            with self._lock:
                self._in_flight[endpoint.url] -= 1

    def probe(
        self, spec: ServerSpec, *, token: str = "", cancel: CancelToken | None = None
    ) -> Endpoint:
        """Find out what answers at an address, which model to use, and how many pages at once.

        Raises ``UsageError`` for an address that is none, ``ModelMissing``, and the other kinds of
        ``ServerError``; ``Cancelled``.
        """

        def ask(url: str, server: str) -> Answer:
            return self._exchange.get(
                url, server=server, token=token, seconds=self._timeouts.probe, cancel=cancel
            )

        return probe.probe(spec, ask, token=token)

    def check(self, endpoint: Endpoint, *, cancel: CancelToken | None = None) -> None:
        """Ask a server whether it is well, quickly. Raises ``ServerError`` and ``Cancelled``."""
        server = endpoint.name or endpoint.url
        answer = self._exchange.get(
            endpoint.url + profile_of(endpoint).health,
            server=server,
            token=endpoint.token,
            seconds=self._timeouts.check,
            cancel=cancel,
        )
        if answer.status != 200:
            raise faults.from_status(server, answer.status, answer.body, location=answer.location)


def _final(error: PlaceholderMismatch | ImageIgnored) -> RequestRejected | ImageIgnored:
    """The error as people get it: the kind that asks for another way stays in this room."""
    if isinstance(error, ImageIgnored):
        return error
    return RequestRejected(error.what, error.advice, details=error.details)
