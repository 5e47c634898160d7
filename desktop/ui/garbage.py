"""Python's cycle collector, kept to the window's thread.

By itself it runs in whichever thread makes the next object. Should it find a forgotten widget or
timer there, it would destroy that in the wrong thread, which Qt answers with a crash.
"""

from __future__ import annotations

import gc
from typing import Self

from PySide6.QtCore import QObject, QTimer

#: How often it is looked whether there is something to collect, in milliseconds.
PAUSE = 250


class Garbage(QObject):
    """While it is entered, cycles are collected by a timer and never by chance.

    Collecting costs no more than before: it holds up all threads wherever it runs.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(collect_if_due)

    def __enter__(self) -> Self:
        gc.disable()
        self._timer.start()
        return self

    def settle(self) -> None:
        """Say that the program has started: what there is stays to its end, and is left alone."""
        gc.freeze()

    def __exit__(self, *_: object) -> None:
        self._timer.stop()
        gc.enable()
        gc.unfreeze()


def collect_if_due() -> None:
    """Collect the oldest generation whose time has come, by Python's own measure."""
    for generation, (count, limit) in reversed(
        tuple(enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)))
    ):
        if count > limit > 0:
            gc.collect(generation)
            return
