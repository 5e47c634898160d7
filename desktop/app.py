"""The window's composition root: the only module that joins the core and the user interface.

The window comes first: nothing of the core is imported before it is on the screen, for that takes
longer than Qt itself. The core is then opened in a thread, and the window comes to life.
"""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import qasync
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication

from desktop import __version__
from desktop.logs import Log
from desktop.paths import Paths, user_paths
from desktop.ui import theme
from desktop.ui.guard import Guard
from desktop.ui.interrupts import Interrupts
from desktop.ui.preferences import Preferences
from desktop.ui.session import Session
from desktop.ui.window import MainWindow

if TYPE_CHECKING:
    from desktop.service import Service

log = logging.getLogger(__name__)
#: Within how many seconds the program is gone once it is told to leave.
DEADLINE = 2.8


def main(argv: Sequence[str] = ()) -> int:
    """Open the window, with the documents and folders ``argv``; returns the exit code."""
    paths = user_paths()
    with Log(paths.logs) as written:
        log.info("diptych %s opens its window", __version__)
        if written.problem:
            print(written.problem, file=sys.stderr)
        return _run(paths, [Path(word).absolute() for word in argv])


def _run(paths: Paths, documents: Sequence[Path]) -> int:
    app = application()
    preferences = Preferences(paths.config)
    theme.apply(app, "system")
    with Guard() as guard, Interrupts() as interrupts:
        window = MainWindow(Session(paths.config))
        interrupts.asked.connect(window.leave)
        window.add(documents)
        window.show()
        with qasync.QEventLoop(app) as loop:
            loop.set_exception_handler(guard.of_loop)
            return int(loop.run_until_complete(_live(window, guard, paths, preferences)))


def application() -> QApplication:
    """The one ``QApplication``, made in the order that WebEngine needs."""
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    app = QApplication([])
    app.setApplicationName("diptych")
    app.setApplicationDisplayName("Diptych")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("diptych")
    app.setQuitOnLastWindowClosed(False)
    return app


async def _live(window: MainWindow, guard: Guard, paths: Paths, preferences: Preferences) -> int:
    loop = asyncio.get_running_loop()
    leaving = asyncio.Event()
    window.leaving.connect(leaving.set)
    with ThreadPoolExecutor(1, thread_name_prefix="core") as threads:
        service = await loop.run_in_executor(threads, _open_core, paths, preferences.current.tokens)
        from desktop.ui.bridge import Bridge

        bridge = Bridge(service, preferences)
        bridge.unexpected.connect(guard.take)
        window.attach(bridge, pasted=paths.data / "pasted")
        await loop.run_in_executor(threads, service.start)
        await leaving.wait()
        window.hide()
        bridge.close()
        await loop.run_in_executor(threads, service.close)
    window.deleteLater()
    return 0


def _open_core(paths: Paths, tokens: Mapping[str, str]) -> Service:
    from desktop.service import Service

    return Service(paths, tokens=tokens)
