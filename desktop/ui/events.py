"""Events of the core, brought to the window's thread in a few bundles a second.

A fast server makes hundreds of events a second; a wake-up for each would keep the window's thread
from drawing. They are gathered where they arrive, and of the texts of a page that is being read
only the newest goes on.
"""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.model.events import Event, PageText
from desktop.model.states import JobId

#: The least time between two bundles, in milliseconds: two frames at 60 a second.
PAUSE = 33
#: How many events are handed on at once, so that no bundle holds up a frame.
BUNDLE = 50


class EventGate(QObject):
    """Takes events in any thread (``put``), tells them by ``passed`` on its own, in order."""

    passed = Signal(object)
    _woken = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._events: list[Event] = []
        self._texts: dict[tuple[JobId, int], int] = {}
        self._asleep = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._tell)
        self._woken.connect(self._wake)

    def put(self, event: Event) -> None:
        """Take an event; returns at once. Thread-safe."""
        with self._lock:
            if isinstance(event, PageText):
                place = self._texts.get((event.job, event.page))
                if place is not None:
                    self._events[place] = event
                    return
                self._texts[event.job, event.page] = len(self._events)
            self._events.append(event)
            wake, self._asleep = self._asleep, False
        if wake:
            self._woken.emit()

    @Slot()
    def _wake(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _tell(self) -> None:
        with self._lock:
            bundle, self._events = self._events[:BUNDLE], self._events[BUNDLE:]
            self._texts = {
                (event.job, event.page): place
                for place, event in enumerate(self._events)
                if isinstance(event, PageText)
            }
            self._asleep = not self._events
            if self._events:
                self._timer.start(1)
            else:
                self._timer.setInterval(PAUSE)
        for event in bundle:
            self.passed.emit(event)
