"""What every test must leave behind: no thread, no child process; and its own Diptych home."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

#: How long something that is ending may take to be gone, in seconds.
GRACE = 5.0


def wait_until(condition: Callable[[], bool], *, seconds: float = 10.0, what: str = "") -> None:
    """Wait until ``condition`` holds; fail the test if it does not within ``seconds``."""
    deadline = time.monotonic() + seconds
    pause = threading.Event()
    while not condition():
        if time.monotonic() > deadline:
            pytest.fail(f"waited {seconds:g} s in vain{f' for {what}' if what else ''}")
        pause.wait(0.01)


def _threads() -> set[threading.Thread]:
    return {thread for thread in threading.enumerate() if thread.is_alive()}


def _children() -> set[psutil.Process]:
    """The child processes that run, without the helpers that Python itself keeps to the end."""
    children = set()
    for child in psutil.Process().children(recursive=True):
        try:
            command = " ".join(child.cmdline())
            if child.status() == psutil.STATUS_ZOMBIE or "resource_tracker" in command:
                continue
        except psutil.NoSuchProcess:
            continue
        children.add(child)
    return children


@pytest.fixture(autouse=True)
def nothing_is_left_behind() -> Iterator[None]:
    """Fail the test if a thread or a child process outlives it."""
    threads, children = _threads(), _children()
    yield
    deadline = time.monotonic() + GRACE
    pause = threading.Event()
    while (_threads() - threads or _children() - children) and time.monotonic() < deadline:
        pause.wait(0.02)
    left = [thread.name for thread in _threads() - threads]
    left += [f"process {child.pid}" for child in _children() - children]
    assert not left, f"left behind: {', '.join(left)}"


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep every test's library, cache and settings in its own folder."""
    home = tmp_path / "diptych-home"
    monkeypatch.setenv("DIPTYCH_HOME", str(home))
    monkeypatch.delenv("DIPTYCH_TOKEN", raising=False)
    monkeypatch.delenv("DIPTYCH_PASSWORD", raising=False)
    return home
