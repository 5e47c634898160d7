"""How long a job will still take, from how fast its last pages came."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable

from desktop.model.states import JobId

#: From how many of the last pages the speed is taken.
_PAGES = 30


class Pace:
    """When the last pages of each job that is worked on came. Thread-safe.

    ``clock`` gives seconds from any beginning.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._times: dict[JobId, deque[float]] = {}

    def begin(self, job: JobId) -> None:
        """The first page of a job is begun, or the first one after a rest."""
        with self._lock:
            self._times[job] = deque([self._clock()], maxlen=_PAGES + 1)

    def page(self, job: JobId) -> None:
        """A page of a job is finished."""
        with self._lock:
            times = self._times.get(job)
            if times is not None:
                times.append(self._clock())

    def rest(self, job: JobId) -> None:
        """Nothing happens to the job any more, for now or for good."""
        with self._lock:
            self._times.pop(job, None)

    def seconds_for(self, job: JobId, pages: int) -> float | None:
        """How many seconds ``pages`` more will take; ``None`` before any page of the job came."""
        with self._lock:
            times = self._times.get(job)
            if times is None or len(times) < 2:
                return None
            first, last, count = times[0], times[-1], len(times) - 1
            now = self._clock()
        # A page that takes much longer than those before makes the rest look longer too.
        each = max((last - first) / count, (now - first) / (count + 1))
        return max(0.0, each * pages - min(now - last, each))
