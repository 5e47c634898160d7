"""Just enough of HTTP/1.1 for a stand-in server: fast, and free to misbehave."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

REASONS = {200: "OK", 302: "Found", 400: "Bad Request", 401: "Unauthorized", 503: "Unavailable"}


@dataclass
class Request:
    """A request whose body is all there, and the number of the connection that brought it."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    connection: int


class Connection(asyncio.Protocol):
    """One connection; ``handle`` is run for each request on it, one after the other."""

    count = 0

    def __init__(self, handle: Callable[[Connection, Request], Awaitable[None]]) -> None:
        Connection.count += 1
        self.number = Connection.count
        self.gone = asyncio.Event()
        self._handle = handle
        self._transport: asyncio.Transport | None = None
        self._data = bytearray()
        self._headers: dict[str, str] | None = None
        self._line = ""
        self._need = 0
        self._task: asyncio.Task[None] | None = None
        self._may_write = asyncio.Event()
        self._may_write.set()
        self._chunked = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def connection_lost(self, exc: Exception | None) -> None:
        self.gone.set()
        self._may_write.set()

    def pause_writing(self) -> None:
        self._may_write.clear()

    def resume_writing(self) -> None:
        self._may_write.set()

    def data_received(self, data: bytes) -> None:
        self._data += data
        self._advance()

    def _advance(self) -> None:
        if self._task is not None and not self._task.done():
            return
        if self._headers is None:
            if not self._data[:1].isupper() and self._data:
                # No method begins like this; it is TLS, or nothing at all.
                self.drop()
                return
            end = self._data.find(b"\r\n\r\n")
            if end < 0:
                return
            self._line, *lines = self._data[:end].decode("latin-1").split("\r\n")
            pairs = (line.partition(":") for line in lines)
            self._headers = {name.lower(): value.strip() for name, _, value in pairs}
            self._need = int(self._headers.get("content-length", "0"))
            del self._data[: end + 4]
        if len(self._data) < self._need:
            return
        body = bytes(self._data[: self._need])
        del self._data[: self._need]
        method, path, _ = self._line.split(" ", 2)
        # Proxies are asked for whole addresses.
        if path.startswith("http://"):
            path = "/" + path.split("/", 3)[3]
        request = Request(method, path, self._headers, body, self.number)
        self._headers = None
        self._task = asyncio.get_running_loop().create_task(self._run(request))

    async def _run(self, request: Request) -> None:
        await self._handle(self, request)
        # The next request on this connection may be here already.
        self._task = None
        self._advance()

    async def write(self, data: bytes) -> None:
        """Send bytes as they are; silently nothing once the client has left."""
        if self._transport is None or self._transport.is_closing():
            return
        self._transport.write(data)
        await self._may_write.wait()

    def drop(self) -> None:
        """Close the connection now, in the middle of whatever was being said."""
        if self._transport is not None:
            self._transport.abort()

    async def head(self, status: int, kind: str, *, length: int | None, more: str = "") -> None:
        """Send the status line and headers; ``length`` ``None`` begins a chunked body."""
        self._chunked = length is None
        size = "Transfer-Encoding: chunked" if length is None else f"Content-Length: {length}"
        reason = REASONS.get(status, "Status")
        lines = f"HTTP/1.1 {status} {reason}\r\nContent-Type: {kind}\r\n{size}\r\n{more}\r\n"
        await self.write(lines.encode("latin-1"))

    async def say(self, data: bytes) -> None:
        """Send a part of the body."""
        if self._chunked and data:
            data = b"%x\r\n%b\r\n" % (len(data), data)
        await self.write(data)

    async def end(self) -> None:
        """End the body."""
        if self._chunked:
            await self.write(b"0\r\n\r\n")

    async def answer(self, status: int, content: Any, *, kind: str = "", more: str = "") -> None:
        """Send a whole reply: bytes, text, or anything that goes as JSON."""
        if isinstance(content, bytes):
            body, usual = content, "application/octet-stream"
        elif isinstance(content, str):
            body, usual = content.encode(), "text/plain; charset=utf-8"
        else:
            body, usual = json.dumps(content).encode(), "application/json"
        await self.head(status, kind or usual, length=len(body), more=more)
        await self.say(body)
