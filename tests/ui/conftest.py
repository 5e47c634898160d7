"""A bridge over a real service and a stand-in server, for tests of the window's parts."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.model.options import ConversionOptions
from desktop.model.states import FINISHED_JOB, JobId
from desktop.service import Service
from desktop.ui.bridge import Bridge
from desktop.ui.preferences import Preferences
from tests.bed.services import options_for, paths_in
from tests.bed.standin import StandIn

#: Adds a document, waits until it is read and known to the bridge's library, and returns its job.
Add = Callable[..., JobId]


@pytest.fixture(autouse=True)
def widgets_die_on_the_windows_thread() -> Iterator[None]:
    """Collect cycles here and never in a worker, as the program does; see ``ui/garbage``."""
    gc.disable()
    yield
    gc.enable()
    gc.collect()


@pytest.fixture
def standin() -> Iterator[StandIn]:
    """A stand-in OCR server of the deepseek-ocr.rs kind that answers at once."""
    with StandIn(profile="deepseek-ocr.rs", seconds=0.0) as server:
        yield server


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    """A service at work with a library of its own."""
    with Service(paths_in(tmp_path / "home")) as service:
        service.start()
        yield service


@pytest.fixture
def bridge(qtbot: QtBot, service: Service, standin: StandIn, tmp_path: Path) -> Iterator[Bridge]:
    """A bridge whose settings name the stand-in server."""
    preferences = Preferences(tmp_path / "home" / "config")
    preferences.update(servers=(standin.url,))
    bridge = Bridge(service, preferences)
    qtbot.waitUntil(lambda: bridge.library.loaded)
    yield bridge
    bridge.close()


@pytest.fixture
def add(qtbot: QtBot, bridge: Bridge, standin: StandIn) -> Add:
    """See ``Add``; ``add(path, wait=False)`` returns at once, ``options=`` replaces the usual."""

    def add_document(
        path: Path, *, wait: bool = True, options: ConversionOptions | None = None
    ) -> JobId:
        job = bridge.service.add(path, options or options_for(standin))
        bridge.library.refresh()
        qtbot.waitUntil(lambda: bridge.library.job(job) is not None)
        if wait:

            def finished() -> bool:
                summary = bridge.library.job(job)
                return summary is not None and summary.state in FINISHED_JOB

            qtbot.waitUntil(finished, timeout=20_000)
        return job

    return add_document
