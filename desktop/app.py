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
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from desktop import __version__
from desktop.errors import KnownError
from desktop.logs import Log
from desktop.paths import Paths, user_paths
from desktop.ui import theme
from desktop.ui.guard import Guard
from desktop.ui.interrupts import Interrupts
from desktop.ui.leaving import deadline, end_now
from desktop.ui.preferences import Preferences
from desktop.ui.questions import try_again
from desktop.ui.session import Session
from desktop.ui.text.view_rules import register_scheme
from desktop.ui.window import MainWindow

if TYPE_CHECKING:
    from desktop.service import Service

log = logging.getLogger(__name__)
#: Within how many seconds the program is gone once it is told to leave.
DEADLINE = 2.7
#: How often the servers' state is asked for, in seconds.
HEALTH_EVERY = 3.0
#: The exit code when the library can't be opened.
NOTHING_DONE = 2


def main(argv: Sequence[str] = ()) -> int:
    """Open the window with the documents and folders ``argv``; returns the exit code."""
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
    window = MainWindow(Session(paths.config))
    with Guard() as guard, Interrupts() as interrupts:
        guard.caught.connect(window.show_report)
        interrupts.asked.connect(lambda: end_now() if window.left else window.leave())
        window.add(documents)
        window.show()
        with qasync.QEventLoop(app) as loop:
            loop.set_exception_handler(guard.of_loop)
            code = loop.run_until_complete(_live(window, guard, paths, preferences))
    # Widgets go before the application does, or Qt complains about what is left.
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return int(code)


def application() -> QApplication:
    """The one ``QApplication``, made in the order that WebEngine needs."""
    register_scheme()
    app = QApplication(["diptych"])
    app.setApplicationName("diptych")
    app.setApplicationDisplayName("Diptych")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("diptych")
    app.setQuitOnLastWindowClosed(False)
    return app


async def _live(window: MainWindow, guard: Guard, paths: Paths, preferences: Preferences) -> int:
    """From the first picture of the window to its end."""
    loop = asyncio.get_running_loop()
    leaving = asyncio.Event()
    window.leaving.connect(leaving.set)
    with ThreadPoolExecutor(1, thread_name_prefix="core") as threads:
        tokens = preferences.current.tokens
        while True:
            try:
                service = await loop.run_in_executor(threads, _open_core, paths, tokens)
                break
            except KnownError as error:
                log.warning("%s: %s %s", error.kind, error.what, error.details)
                if window.left or not await try_again(error, window):
                    return NOTHING_DONE
        # Now that the core is imported, what stands on it is too.
        from desktop.ui.bridge import Bridge

        bridge = Bridge(service, preferences)
        bridge.unexpected.connect(guard.take)
        health = None
        if not window.left:
            window.attach(bridge, pasted=paths.data / "pasted")
            await loop.run_in_executor(threads, service.start)
            log.info("the library is open")
            health = asyncio.create_task(_watch_servers(window, service))
        await leaving.wait()
        with deadline(DEADLINE):
            window.hide()
            if health is not None:
                health.cancel()
                await asyncio.gather(health, return_exceptions=True)
            window.detach()
            bridge.close()
            await loop.run_in_executor(threads, service.close)
    log.info("the window is closed")
    return 0


def _open_core(paths: Paths, tokens: Mapping[str, str]) -> Service:
    from desktop.service import Service

    return Service(paths, tokens=tokens)


async def _watch_servers(window: MainWindow, service: Service) -> None:
    while True:
        await asyncio.sleep(HEALTH_EVERY)
