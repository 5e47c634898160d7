"""Lines and server-sent events out of bytes that arrive in any pieces.

Format: https://html.spec.whatwg.org/multipage/server-sent-events.html (lines end in LF, CR LF or
CR; ``data`` lines of one event are joined by LF; comments and other fields are skipped). httpx-sse
holds an unfinished line without any bound and decodes before it splits; a server is not to be
trusted that far, and bytes are split faster than text.
"""

from __future__ import annotations

#: The longest line that is taken, in bytes: a page of text in one event is far below.
LINE_LIMIT = 8 * 1024 * 1024


class LineTooLong(Exception):
    """A server does not end its line."""


class Lines:
    """Splits bytes into lines, however they were cut on the way. Linear in their number."""

    def __init__(self, limit: int = LINE_LIMIT) -> None:
        self._limit = limit
        self._parts: list[bytes] = []
        self._size = 0

    def feed(self, data: bytes) -> list[bytes]:
        """The lines that ``data`` ends, without their ends. Raises ``LineTooLong``."""
        if self._parts and self._parts[-1].endswith(b"\r"):
            data, self._parts[-1] = self._parts[-1][-1:] + data, self._parts[-1][:-1]
        elif b"\n" not in data and b"\r" not in data:
            self._keep(data)
            return []
        lines = b"".join([*self._parts, data]).splitlines(keepends=True)
        self._parts, self._size = [], 0
        # A CR at the very end may be the first half of a CR LF.
        if lines and not lines[-1].endswith(b"\n"):
            self._keep(lines.pop())
        return [line.rstrip(b"\r\n") for line in lines]

    def _keep(self, data: bytes) -> None:
        self._size += len(data)
        if self._size > self._limit:
            raise LineTooLong
        if data:
            self._parts.append(data)

    def finish(self) -> list[bytes]:
        """The line that came last without its end, if there is one."""
        rest = b"".join(self._parts).splitlines()
        self._parts, self._size = [], 0
        return rest


class Events:
    """The data of server-sent events."""

    def __init__(self) -> None:
        self._lines = Lines()
        self._data: list[bytes] = []
        self._size = 0

    def feed(self, data: bytes) -> list[bytes]:
        """The data of each event that ``data`` ends. Raises ``LineTooLong``."""
        events = []
        for line in self._lines.feed(data):
            if line:
                self._take(line)
            elif self._data:
                events.append(self._dispatch())
        return events

    def finish(self) -> list[bytes]:
        """The data of an event that the stream left without its empty line, if there is one."""
        for line in self._lines.finish():
            self._take(line)
        return [self._dispatch()] if self._data else []

    def _take(self, line: bytes) -> None:
        name, _, value = line.partition(b":")
        if name == b"data":
            self._size += len(value)
            if self._size > LINE_LIMIT:
                raise LineTooLong
            self._data.append(value.removeprefix(b" "))

    def _dispatch(self) -> bytes:
        data = b"\n".join(self._data)
        self._data, self._size = [], 0
        return data
