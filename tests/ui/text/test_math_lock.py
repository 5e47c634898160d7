"""The formulas' engine loads while somebody else has Python's lock."""

from __future__ import annotations

import ctypes
import time
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Q_ARG, QByteArray, QMetaObject, QObject, Qt, QThread, QUrl
from PySide6.QtQml import QQmlApplicationEngine
from pytestqt.qtbot import QtBot

from desktop.ui.text.math_engine import acquaint

#: Notes when it was made, and when its thread was free again after it had been made.
_PROGRAM = b"""
import QtQml
QtObject {
    property double made
    property double free
    property Timer timer: Timer { interval: 50; running: true; onTriggered: free = Date.now() }
    Component.onCompleted: made = Date.now()
}
"""
#: How long Python's lock is held, in microseconds.
HELD = 6_000_000


# The engine outlives its thread here, and QML's clock with it.
@pytest.mark.qt_log_ignore("killTimer")
def test_an_engine_that_pyside_is_acquainted_with_waits_for_no_lock_of_pythons(
    qtbot: QtBot, tmp_path: Path
) -> None:
    """Else it might wait with a lock of Qt's in its hand, and the whole program with it."""
    thread, engine, early = QThread(), QQmlApplicationEngine(), QObject()
    acquaint(engine)
    engine.moveToThread(thread)
    early.moveToThread(thread)
    # A thread asks Python for its lock when it begins, which is no matter of the engine's.
    with qtbot.waitSignal(early.destroyed):
        thread.start()
        early.deleteLater()
    held_from = time.time()
    QMetaObject.invokeMethod(
        engine,
        "loadData",
        Qt.ConnectionType.QueuedConnection,
        Q_ARG(QByteArray, QByteArray(_PROGRAM)),
        Q_ARG(QUrl, QUrl.fromLocalFile(str(tmp_path / "program.qml"))),
    )
    # A function that, unlike nearly all others, keeps the lock while it waits.
    ctypes.PyDLL(None).usleep(HELD)
    held_to = time.time()
    thread.quit()
    thread.wait()
    roots = engine.rootObjects()
    made, free = (roots[0].property(name) / 1_000 if roots else 0.0 for name in ("made", "free"))
    shiboken6.delete(engine)
    assert held_from - 0.01 < made < held_to
    assert made < free < held_to, "it waited for the lock"
