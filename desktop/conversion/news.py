"""Events on their way to whoever watches: in order, without holding up the work."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable

from desktop.model.events import Event

log = logging.getLogger(__name__)

Watch = Callable[[Event], None]


class News:
    """Hands every event to every watcher, in the order in which they were told.

    Watchers are called in one thread of their own. A watcher that raises is logged and stays.
    """

    def __init__(self) -> None:
        self._told: queue.SimpleQueue[Event | threading.Event | None] = queue.SimpleQueue()
        self._watchers: tuple[Watch, ...] = ()
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._deliver, name="diptych-events", daemon=True)
        self._thread.start()

    @property
    def wanted(self) -> bool:
        """Whether anybody watches: news of mere progress need not be made for nobody."""
        return bool(self._watchers)

    def subscribe(self, watch: Watch) -> Callable[[], None]:
        """Call ``watch`` with every event from now on; returns what ends that."""
        with self._lock:
            self._watchers = (*self._watchers, watch)

        def leave() -> None:
            with self._lock:
                self._watchers = tuple(each for each in self._watchers if each is not watch)

        return leave

    def tell(self, event: Event) -> None:
        """Pass an event on; returns at once."""
        self._told.put(event)

    def flush(self, *, seconds: float = 10.0) -> None:
        """Wait until all that was told before has been delivered."""
        if threading.current_thread() is self._thread:
            return
        passed = threading.Event()
        self._told.put(passed)
        passed.wait(seconds)

    def close(self) -> None:
        """Deliver what was told, then end."""
        self._told.put(None)
        if threading.current_thread() is not self._thread:
            self._thread.join()

    def _deliver(self) -> None:
        while (told := self._told.get()) is not None:
            if isinstance(told, threading.Event):
                told.set()
                continue
            for watch in self._watchers:
                try:
                    watch(told)
                except Exception:
                    # Watchers are other people's code: a bug of theirs must not stop the news.
                    log.exception("a watcher failed at %r", told)
