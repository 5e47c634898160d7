"""KaTeX in a thread of its own, inside Qt's JavaScript engine.

It runs in a ``QQmlEngine`` that lives in a ``QThread``: called through Qt's own queue, the engine
works without Python's lock, so that neither loading it (0.15 s) nor any formula holds up the
window. A formula that takes too long is broken off.
"""

from __future__ import annotations

import itertools
import json
import os
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import shiboken6
from PySide6.QtCore import (
    Q_ARG,
    QByteArray,
    QLoggingCategory,
    QMetaObject,
    QObject,
    Qt,
    QThread,
    QUrl,
    Signal,
    Slot,
)
from PySide6.QtQml import QQmlApplicationEngine

from desktop.export.html_math import Formula
from desktop.model.cancel import CancelToken
from desktop.paths import user_paths

#: KaTeX's own limits: how often macros may expand, and the largest size in em that TeX may ask for.
MOST_EXPANSIONS, LARGEST = 1_000, 40
#: How long some formulas may take together, and loading may take, in seconds.
PATIENCE, LOADING = 2.0, 20.0
#: How many formulas are asked for at once.
BATCH = 12
#: How often a waiting caller looks whether it is still wanted, in seconds.
_GLANCE = 0.05

_PROGRAM = """
import QtQml
import "katex.mjs" as Katex
QtObject {
    required property QtObject door
    property Connections questions: Connections {
        target: door
        function onAsked(number, question) { render(number, question) }
    }
    Component.onCompleted: door.open()
    function distrust() { throw new Error("Formulas neither link nor style nor fetch.") }
    function render(number, question) {
        const made = []
        for (const [tex, display] of JSON.parse(question)) {
            try {
                made.push(Katex.default.renderToString(tex, {
                    displayMode: display, output: "html", throwOnError: true, trust: distrust,
                    strict: "ignore", maxExpand: %d, maxSize: %d}))
            } catch (error) {
                made.push(null)
            }
        }
        door.answer(number, JSON.stringify(made))
    }
}
"""


class KatexEngine:
    """KaTeX in its thread; one question at a time."""

    def __init__(self, folder: Path) -> None:
        # KaTeX uses functions above the place where they stand, which Qt finds worth a line each,
        # and says which letters of a formula it has no measures of.
        QLoggingCategory.setFilterRules("qt.qml.usedbeforedeclared=false\nqml.warning=false")
        # Qt keeps what it compiled; then loading takes a quarter of the time.
        os.environ["QML_DISK_CACHE_PATH"] = str(user_paths().cache / "formulas")
        self._asking = threading.Lock()
        self._numbers = itertools.count()
        self._awaited = -1
        self._answer: str | None = None
        self._news = threading.Condition()
        self._loaded = threading.Event()
        self._usable = True
        self._closing = False
        self._thread = QThread()
        self._thread.setObjectName("diptych-katex")
        self._engine = QQmlApplicationEngine()
        self._engine.objectCreationFailed.connect(self._fail, Qt.ConnectionType.DirectConnection)
        self._door = _Door(self._loaded.set, self._take_answer)
        self._engine.setInitialProperties({"door": self._door})
        for each in (self._engine, self._door):
            acquaint(each)
        self._door.moveToThread(self._thread)
        self._engine.moveToThread(self._thread)
        self._idle = threading.Event()
        self._probe = _Probe(self._idle.set)
        self._probe.moveToThread(self._thread)
        self._thread.start()
        program = _PROGRAM % (MOST_EXPANSIONS, LARGEST)
        QMetaObject.invokeMethod(
            self._engine,
            "loadData",
            Qt.ConnectionType.QueuedConnection,
            Q_ARG(QByteArray, QByteArray(program.encode())),
            Q_ARG(QUrl, QUrl.fromLocalFile(str(folder / "typesetter.qml"))),
        )

    def _fail(self) -> None:
        self._usable = False
        self._loaded.set()

    def _take_answer(self, number: int, answer: str) -> None:
        with self._news:
            # Nobody waits any more for the answer to a question that was cancelled.
            if number == self._awaited:
                self._answer = answer
                self._news.notify_all()

    def render(
        self, formulas: Sequence[Formula], cancel: CancelToken | None
    ) -> dict[Formula, str | None]:
        """What KaTeX made of the formulas, ``None`` for those that it refused.

        Formulas that nobody could be asked about are not in it.
        """
        made: dict[Formula, str | None] = {}
        for start in range(0, len(formulas), BATCH):
            batch = formulas[start : start + BATCH]
            answers = self._ask(batch, cancel)
            if answers is None and len(batch) > 1:
                # One of them hangs; it must not take the others with it.
                answers = []
                for formula in batch:
                    alone = self._ask([formula], cancel)
                    answers.append(alone[0] if alone is not None else None)
            made |= zip(batch, answers or [None] * len(batch), strict=True)
            if not self._usable or self._closing:
                return {}
        return made

    def _ask(
        self, formulas: Sequence[Formula], cancel: CancelToken | None
    ) -> list[str | None] | None:
        """One question to the engine; ``None`` if it had to be interrupted."""
        question = json.dumps([[formula.tex, formula.display] for formula in formulas])
        with self._asking:
            self._wait_until_loaded(cancel)
            if not self._usable or self._closing:
                return None
            self._awaited = number = next(self._numbers)
            self._door.asked.emit(number, question)
            answer = self._wait_for_answer(cancel)
        return None if answer is None else list(json.loads(answer))

    def _wait_until_loaded(self, cancel: CancelToken | None) -> None:
        deadline = time.monotonic() + LOADING
        while not self._loaded.wait(_GLANCE) and time.monotonic() < deadline:
            if cancel is not None:
                cancel.raise_if_cancelled()

    def _wait_for_answer(self, cancel: CancelToken | None) -> str | None:
        deadline = time.monotonic() + PATIENCE
        with self._news:
            while self._answer is None and not self._closing:
                if cancel is not None:
                    cancel.raise_if_cancelled()
                if time.monotonic() > deadline:
                    break
                self._news.wait(_GLANCE)
            answer, self._answer = self._answer, None
            self._awaited = -1
        if answer is None:
            self._interrupt()
        return answer

    def _interrupt(self) -> None:
        """Break off what the engine is doing, so that the next question finds it free."""
        if self._closing:
            return
        self._engine.setInterrupted(True)
        self._idle.clear()
        self._probe.asked.emit()
        if self._idle.wait(PATIENCE):
            self._engine.setInterrupted(False)
        else:
            # It hangs where nothing can break in; there is no typesetting any more.
            self._usable = False

    def close(self) -> None:
        """Break off and end the thread."""
        self._closing = True
        with self._news:
            self._news.notify_all()
        self._engine.setInterrupted(True)
        self._thread.quit()
        if self._thread.wait(int(PATIENCE * 1_000)):
            shiboken6.delete(self._engine)


def acquaint(thing: QObject) -> None:
    """Let PySide learn that an object has none of Qt's methods from Python, before Qt needs it.

    PySide looks when Qt calls such a method first, with Python's lock, and keeps what it found. Qt
    calls ``disconnectNotify`` with one of its own locks held, when what hears an object is deleted.
    In another thread than the window's that can be the end: the window's thread, with Python's
    lock, waits for Qt's, and the other one the other way round.
    """
    thing.objectNameChanged.connect(_hear_nothing)
    thing.objectNameChanged.disconnect(_hear_nothing)
    shiboken6.delete(QObject(thing))


def _hear_nothing() -> None:
    pass


class _Door(QObject):
    """What the program in the engine is given: it hears ``asked`` in its own thread, and answers.

    Objects of the engine's own are not handed to Python: the first of these would make PySide look
    through all classes of Qt, in the engine's thread and beside the window's, which crashes.
    """

    asked = Signal(int, str)

    def __init__(self, opened: Callable[[], None], answered: Callable[[int, str], None]) -> None:
        super().__init__()
        self._opened = opened
        self._answered = answered

    @Slot()
    def open(self) -> None:
        """The program is there."""
        self._opened()

    @Slot(int, str)
    def answer(self, number: int, answer: str) -> None:
        """The program has the answer to a question."""
        self._answered(number, answer)


class _Probe(QObject):
    """Finds out whether a thread is free: it then calls ``reached``, soon after ``asked``."""

    asked = Signal()

    def __init__(self, reached: Callable[[], None]) -> None:
        super().__init__()
        self._reached = reached
        self.asked.connect(self._reach, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def _reach(self) -> None:
        self._reached()
