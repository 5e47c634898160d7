"""Plays a script in the real program, between the window's own events.

A script is a generator that gives conditions and goes on when the last one holds. What it does to
the window, it does as a person: with drops and keys that take the window system's way through Qt.
"""

from __future__ import annotations

import inspect
import json
import os
import sys
import time
import traceback
from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import psutil
from PySide6.QtCore import QMimeData, QObject, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QWindow,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

Script = Generator[Callable[[], object], None, None]
W = TypeVar("W", bound=QWidget)

#: How long a busy machine may take for one step, in seconds.
PATIENCE = float(os.environ.get("WHOLE_PATIENCE", "40"))
#: The exit code when a script fails.
FAILED = 99
_LEFT, _COPY, _PLAIN = (
    Qt.MouseButton.LeftButton,
    Qt.DropAction.CopyAction,
    Qt.KeyboardModifier.NoModifier,
)

_HELD = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
}


class Player(QObject):
    """Runs a script. When it fails or waits in vain, the program ends at once and says where.

    Besides, it does what a window manager does and the offscreen platform lacks: when no window has
    the keyboard, because a dialog is gone, the program's window gets it.
    """

    def __init__(self, window: QWidget, script: Script) -> None:
        super().__init__()
        self._window = window
        self._script = script
        self._until: Callable[[], object] = lambda: True
        self._deadline = time.monotonic() + PATIENCE
        self._playing = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(5)

    def _look(self) -> None:
        if self._playing:
            return  # a step has opened a loop of its own
        self._playing, fine = True, False
        try:
            self._step()
            fine = True
        except StopIteration:
            self._timer.stop()
            fine = True
        finally:
            self._playing = False
            if not fine:
                # Whatever it is, the program must not go on without its script.
                traceback.print_exc()
                self._give_up()

    def _step(self) -> None:
        if QGuiApplication.focusWindow() is None and self._window.isVisible():
            self._window.activateWindow()
        if self._until():
            self._until = next(self._script)
            self._deadline = time.monotonic() + PATIENCE
        elif time.monotonic() > self._deadline:
            active, has_keys = QApplication.activeWindow(), QApplication.focusWidget()
            raise TimeoutError(f"in vain at {_place(self._script)}; {active}, {has_keys}")

    def _give_up(self) -> None:
        sys.stderr.flush()
        for child in psutil.Process().children(recursive=True):
            child.kill()
        os._exit(FAILED)


def _place(script: Script) -> str:
    """Where a script stands, inside of what it is made of."""
    places = []
    inner: Any = script
    while inspect.isgenerator(inner) and inner.gi_frame is not None:
        code = inner.gi_frame.f_code
        places.append(f"{Path(code.co_filename).name}:{inner.gi_frame.f_lineno} {code.co_name}")
        inner = inner.gi_yieldfrom
    return " > ".join(places)


def say(**facts: object) -> None:
    """Tell the test something."""
    print(json.dumps(facts), flush=True)


def heard() -> Callable[[], bool]:
    """Wait until the test answers with a line."""
    name = Path(os.environ["WHOLE_ANSWERS"])
    before = name.stat().st_size
    return lambda: name.stat().st_size > before


# What a person does.


def drop(window: QWidget, files: Sequence[Path]) -> None:
    """Drop files on the middle of a window."""
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    middle = window.rect().center()
    handle = window.windowHandle()
    for event in (
        QDragEnterEvent(middle, _COPY, content, _LEFT, _PLAIN),
        QDragMoveEvent(middle, _COPY, content, _LEFT, _PLAIN),
        QDropEvent(QPointF(middle), _COPY, content, _LEFT, _PLAIN),
    ):
        QApplication.sendEvent(handle, event)
        assert event.isAccepted(), f"nobody takes {event.type()}"


def press(keys: str) -> None:
    """Press keys by their names in Qt: "F2", "Ctrl+Shift+O", "PageDown"."""
    *held, key = keys.split("+")
    modifiers = Qt.KeyboardModifier.NoModifier
    for name in held:
        modifiers |= _HELD[name]
    QTest.keyClick(_focused(), Qt.Key[f"Key_{key}"], modifiers)


def write(text: str) -> None:
    """Type text, letter by letter."""
    for letter in text:
        QTest.keyClick(_focused(), ord(letter))


def _focused() -> QWindow:
    focused = QGuiApplication.focusWindow()
    assert focused is not None, "no window has the keyboard"
    return focused


def dialog(kind: type[W]) -> W | None:
    """A window of this kind that is shown and has the keyboard, if there is one."""
    shown = QApplication.activeWindow()
    return shown if isinstance(shown, kind) else None


def focus() -> QWidget | None:
    """The widget that has the keyboard."""
    return QApplication.focusWidget()
