"""How fast pages come, over the last minute."""

from __future__ import annotations

from collections import deque

#: Over how many seconds the pace is taken.
WINDOW = 60.0
#: No pace is told before work went on for so many seconds.
AT_LEAST = 2.0


class Pace:
    """Counts pages as they are finished. Times in seconds of one monotonic clock."""

    def __init__(self) -> None:
        self._since: float | None = None
        self._finished: deque[float] = deque()

    def begin(self, now: float) -> None:
        """Work goes on from now, if it does not yet."""
        if self._since is None:
            self._since = now

    def rest(self) -> None:
        """Work stands still: what was before says nothing of what comes after."""
        self._since = None
        self._finished.clear()

    def page(self, now: float) -> None:
        """A page was finished."""
        self.begin(now)
        self._finished.append(now)

    def per_minute(self, now: float) -> float | None:
        """Pages a minute; ``None`` while too little is known."""
        while self._finished and self._finished[0] < now - WINDOW:
            self._finished.popleft()
        if self._since is None or not self._finished:
            return None
        seconds = min(now - self._since, WINDOW)
        return None if seconds < AT_LEAST else len(self._finished) * 60.0 / seconds
