"""The window's composition root: the only module that joins the core and the user interface.

The window comes first. The core takes longer to import than Qt itself, asyncio a third of that; so
both are imported when the window is on the screen, and the core in a thread. Then the window comes
to life.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from desktop import __version__
from desktop.errors import KnownError
from desktop.paths import Paths, resource, user_paths
from desktop.ui import theme, translation
from desktop.ui.garbage import Garbage
from desktop.ui.preferences import Preferences
from desktop.ui.session import Session
from desktop.ui.text.view_rules import register_scheme
from desktop.ui.window import MainWindow

if TYPE_CHECKING:
    from desktop.service import Service
    from desktop.ui.guard import Guard

log = logging.getLogger(__name__)
#: How many seconds an orderly end may take. Python itself takes a few tenths to end after that, and
#: the program is to be gone within three.
DEADLINE = 2.4
#: How long the first picture is waited for, in milliseconds.
FIRST_PICTURE = 500
#: The parts of the window that take long to import.
ROOMS = ("bridge", "panels.server_panel", "page.panel", "text.panel", "documents.panel")
#: How often the servers' state is asked for, in seconds.
HEALTH_EVERY = 3.0
#: The exit codes when the library can't be opened, and when that is our mistake.
NOTHING_DONE, BUG = 2, 70


def main(argv: Sequence[str] = (), *, beside: Callable[[MainWindow], object] | None = None) -> int:
    """Open the window with the documents and folders ``argv``; returns the exit code.

    ``beside`` is called with the window before it is shown, and what it returns lives as long as
    the window: whoever measures it, takes its picture or tries it out gets hold of it there.
    """
    paths = user_paths()
    app = application()
    preferences = Preferences(paths.config)
    translation.install(app, preferences.current.language)
    theme.apply(app, preferences.current.appearance)
    preferences.changed.connect(lambda chosen: theme.apply(app, chosen.appearance))
    window = MainWindow(Session(paths.config))
    window.add([Path(word).absolute() for word in argv])
    kept = beside(window) if beside is not None else None
    with Garbage() as garbage:
        window.show()
        _let_it_appear(window)
        code = _run(window, paths, preferences, started=garbage.settle)
        del kept
        # Widgets go before the application does, or Qt complains about what is left.
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return code


def _run(
    window: MainWindow, paths: Paths, preferences: Preferences, *, started: Callable[[], None]
) -> int:
    """Everything after the first picture, with a net under it."""
    import qasync

    from desktop.logs import Log
    from desktop.ui.guard import Guard
    from desktop.ui.interrupts import Interrupts
    from desktop.ui.leaving import Deadline, end_now

    with (
        Log(paths.logs) as written,
        Guard() as guard,
        Interrupts() as interrupts,
        Deadline(DEADLINE) as deadline,
        qasync.QEventLoop(QCoreApplication.instance()) as loop,
    ):
        log.info("diptych %s opens its window", __version__)
        if written.problem:
            print(written.problem, file=sys.stderr)
        window.leaving.connect(deadline.start)
        guard.caught.connect(window.show_report)
        interrupts.asked.connect(lambda: end_now() if window.left else window.leave())
        loop.set_exception_handler(guard.of_loop)
        core = _live(window, guard, paths, preferences, started=started)
        return int(loop.run_until_complete(core))


def application() -> QApplication:
    """The one ``QApplication``, made in the order that WebEngine needs."""
    register_scheme()
    app = QApplication(["diptych"])
    app.setApplicationName("diptych")
    app.setApplicationDisplayName("Diptych")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("diptych")
    app.setWindowIcon(QIcon(str(resource("icons", "diptych.svg"))))
    app.setQuitOnLastWindowClosed(False)
    return app


def _let_it_appear(window: MainWindow) -> None:
    """Wait for the first picture, which other work would hold up, but not for ever."""
    shown = QEventLoop()
    window.appeared.connect(shown.quit)
    QTimer.singleShot(FIRST_PICTURE, shown.quit)
    shown.exec()


async def _live(
    window: MainWindow,
    guard: Guard,
    paths: Paths,
    preferences: Preferences,
    *,
    started: Callable[[], None],
) -> int:
    """From the first picture of the window to its end."""
    import asyncio
    from concurrent.futures import ThreadPoolExecutor

    from desktop.ui.questions import try_again

    loop = asyncio.get_running_loop()
    leaving = asyncio.Event()
    window.leaving.connect(leaving.set)
    if window.left:
        leaving.set()
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
            except Exception as error:
                # The boundary: a bug, without which there would be a window and nothing in it.
                log.exception("the core could not be opened")
                guard.caught.emit(error)
                await leaving.wait()
                return BUG
        # Now that the core is imported, what stands on it is too, room by room, so that the window
        # answers in between; not in a thread, for Qt's classes are made as they are imported.
        for room in ROOMS:
            import_module(f"desktop.ui.{room}")
            await asyncio.sleep(0)
        from desktop.ui.bridge import Bridge

        bridge = Bridge(service, preferences)
        bridge.unexpected.connect(guard.take)
        health = None
        if not window.left:
            window.attach(bridge, pasted=paths.pasted)
            await loop.run_in_executor(threads, service.start)
            log.info("the library is open")
            if window.workspace is not None:
                window.workspace.warm_up()
            started()
            health = asyncio.create_task(_watch_servers(service, preferences))
        await leaving.wait()
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


async def _watch_servers(service: Service, preferences: Preferences) -> None:
    """Ask the servers how they are; whoever shows it reads ``service.status``."""
    import asyncio

    from desktop.ui.choices import servers

    while True:
        await service.health(servers(preferences.current))
        await asyncio.sleep(HEALTH_EVERY)
