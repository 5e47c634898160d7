"""The model of a stand-in: so many pages at once, so long for each, and how busy that kept it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Reader:
    """A lock for ``parallel`` pages, and an account of the time in which any was being read."""

    parallel: int
    poisoned: bool = False
    reading: int = 0
    peak_reading: int = 0
    pages: int = 0
    busy: float = 0.0
    since: float = 0.0
    first: float = 0.0
    last: float = 0.0
    lock: asyncio.Semaphore = field(init=False)

    def __post_init__(self) -> None:
        self.lock = asyncio.Semaphore(self.parallel)

    @asynccontextmanager
    async def page(self) -> AsyncIterator[float]:
        """Wait for a place, then give the moment (``time.monotonic``) at which reading began."""
        async with self.lock:
            now = time.monotonic()
            if not self.reading:
                self.since = now
            self.first = self.first or now
            self.reading += 1
            self.peak_reading = max(self.peak_reading, self.reading)
            try:
                yield now
            finally:
                self.reading -= 1
                self.pages += 1
                self.last = time.monotonic()
                if not self.reading:
                    self.busy += self.last - self.since

    def account(self) -> dict[str, float]:
        """How many pages were read, and the seconds in which at least one was."""
        busy = self.busy + (time.monotonic() - self.since if self.reading else 0.0)
        return {
            "pages": self.pages,
            "reading": self.reading,
            "peak_reading": self.peak_reading,
            "busy_seconds": busy,
            "span_seconds": max(self.last - self.first, 0.0),
        }


async def until(moment: float) -> None:
    """Sleep until a moment of ``time.monotonic``, so that parts of a wait don't add up errors."""
    left = moment - time.monotonic()
    if left > 0:
        await asyncio.sleep(left)


@dataclass
class Log:
    """Every page request, in the order of arrival; times in seconds since the start."""

    started: float = field(default_factory=time.monotonic)
    entries: list[dict[str, Any]] = field(default_factory=list)
    in_flight: int = 0
    peak_in_flight: int = 0
    connections: int = 0

    def arrive(self, path: str, size: int, connection: int) -> dict[str, Any]:
        """Open the entry of a request."""
        entry: dict[str, Any] = {
            "number": len(self.entries),
            "path": path,
            "bytes": size,
            "connection": connection,
            "arrived": time.monotonic() - self.started,
            "outcome": "open",
        }
        self.entries.append(entry)
        self.in_flight += 1
        self.peak_in_flight = max(self.peak_in_flight, self.in_flight)
        return entry

    def finish(self, entry: dict[str, Any], outcome: str) -> None:
        """Close the entry of a request, once."""
        if entry["outcome"] == "open":
            entry["outcome"] = outcome
            entry["finished"] = time.monotonic() - self.started
            self.in_flight -= 1
