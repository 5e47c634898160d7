"""Run in a process of its own: the real window, driven from inside, with a clock.

    python -m tests.bench.window_script SCRIPT [FILE SECONDS TURNS]

``SCRIPT`` is ``bare`` (a PySide6 window with nothing in it), ``start`` (the program until its first
picture) or ``work`` (the whole measurement with the document FILE; see ``window_program``). It
prints one line of JSON. Times are those of the system's monotonic clock, which all processes share.
"""

from __future__ import annotations

import faulthandler
import json
import os
import sys
import time
from collections.abc import Callable, Generator
from pathlib import Path

import psutil
from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

#: Gives conditions; goes on when the last one holds.
Script = Generator[Callable[[], bool], None, None]
_LEFT, _COPY, _PLAIN = (
    Qt.MouseButton.LeftButton,
    Qt.DropAction.CopyAction,
    Qt.KeyboardModifier.NoModifier,
)


class FirstPicture(QObject):
    """Notes when a window was first painted."""

    def __init__(self) -> None:
        super().__init__()
        self.seen = 0.0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Called by Qt before a widget gets an event."""
        if not self.seen and event.type() is QEvent.Type.Paint and isinstance(watched, QWidget):
            # The picture is on the screen when the painting is over, in the next turn of the loop.
            QTimer.singleShot(0, self._note)
        return False

    def _note(self) -> None:
        self.seen = self.seen or time.monotonic()


class Stalls(QObject):
    """How long the window's thread was away from its loop, told by a timer that should be even."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self._before = time.monotonic()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(1)

    def _tick(self) -> None:
        now = time.monotonic()
        self.gaps.append(now - self._before - 0.001)
        self._before = now

    def stop(self) -> None:
        """Take no more times."""
        self._timer.stop()


class Player(QObject):
    """Runs a script between the window's own events."""

    def __init__(self, script: Script) -> None:
        super().__init__()
        self._script = script
        self._until = next(script)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(1)

    def _look(self) -> None:
        if self._until():
            try:
                self._until = next(self._script)
            except StopIteration:
                self._timer.stop()


def drop(window: QWidget, file: Path) -> None:
    """Drop a file on the middle of a window, as the window system does it."""
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(file))])
    middle = window.rect().center()
    enter = QDragEnterEvent(middle, _COPY, content, _LEFT, _PLAIN)
    QApplication.sendEvent(window, enter)
    event = QDropEvent(QPointF(middle), _COPY, content, _LEFT, _PLAIN)
    QApplication.sendEvent(window, event)


def memory() -> int:
    """Bytes that this process and its children have to themselves, shared ones in proportion."""
    total = 0
    for process in (psutil.Process(), *psutil.Process().children(recursive=True)):
        try:
            total += int(process.memory_full_info().pss)
        except psutil.Error:
            continue
    return total


def bare() -> None:
    """The least that a PySide6 program can be."""
    app = QApplication([])
    first = FirstPicture()
    app.installEventFilter(first)
    window = QMainWindow()
    window.resize(1280, 800)
    window.show()
    player = Player(_bare(app, first))
    app.exec()
    player.deleteLater()


def _bare(app: QApplication, first: FirstPicture) -> Script:
    yield lambda: first.seen > 0
    say(first=first.seen)
    app.quit()


def say(**figures: object) -> None:
    """Print what was measured."""
    print(json.dumps(figures), flush=True)


def main() -> int:
    """Run the script that the command line names."""
    faulthandler.enable()
    name = sys.argv[1]
    if name == "bare":
        bare()
        return 0
    # The whole program, as `diptych` starts it.
    from tests.bench.window_program import play

    file, seconds, turns = sys.argv[2:] or ("", "0", "0")
    return play(name, Path(file), float(seconds), int(turns))


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code) if code else sys.exit(0)
