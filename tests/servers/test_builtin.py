"""The built-in engine's child process: when it starts, when it ends, what it leaves."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import psutil
import pytest

from desktop.errors import Cancelled, EngineFailed
from desktop.model.cancel import CancelToken
from desktop.model.endpoint import Endpoint, ProfileName
from desktop.servers.builtin import BuiltinServer
from tests.conftest import wait_until

pytestmark = pytest.mark.engine


def _answers(endpoint: Endpoint) -> bool:
    headers = {"Authorization": f"Bearer {endpoint.token}"}
    try:
        answer = httpx.get(f"{endpoint.url}/v1/models", headers=headers, trust_env=False)
    except httpx.HTTPError:
        return False
    return answer.status_code == 200


def _children() -> list[psutil.Process]:
    return [
        child
        for child in psutil.Process().children()
        if child.is_running() and child.status() != psutil.STATUS_ZOMBIE
    ]


class Engines:
    """The engines that a test has started; those of other tests don't count."""

    def __init__(self) -> None:
        self._before = set(_children())

    def __call__(self) -> list[psutil.Process]:
        return [child for child in _children() if child not in self._before]


@pytest.fixture
def engines() -> Engines:
    """Looks for engines that were not there when the test began."""
    return Engines()


def test_it_starts_once_for_everybody_and_stops(engines: Engines) -> None:
    with BuiltinServer() as server:
        with ThreadPoolExecutor(4) as pool:
            endpoints = list(pool.map(lambda _: server.endpoint(), range(4)))
        assert len({endpoint.url for endpoint in endpoints}) == 1
        assert len(engines()) == 1
        assert server.running
        endpoint = endpoints[0]
        assert endpoint.profile is ProfileName.BUILTIN
        assert endpoint.model == "diptych-builtin"
        assert endpoint.limit >= 1
        assert endpoint.token not in repr(endpoint)
        assert _answers(endpoint)
        server.stop()
        assert not engines()
        assert not _answers(endpoint)
        assert "the engine ends" in server.log_tail()
        assert _answers(server.endpoint())
    assert not engines()
    with pytest.raises(EngineFailed):
        server.endpoint()


def test_it_is_stopped_when_nobody_needs_it(engines: Engines) -> None:
    told: list[str] = []
    with BuiltinServer(idle_seconds=0.3, on_state=lambda state, _: told.append(state)) as server:
        endpoint = server.endpoint()
        wait_until(lambda: not server.running, what="the idle engine to stop")
        wait_until(lambda: not engines(), what="its process to end")
        assert told == ["starting", "ready", "stopped"]
        assert server.endpoint().url != endpoint.url


def test_one_that_died_is_started_again(engines: Engines) -> None:
    told: list[str] = []
    with BuiltinServer(on_state=lambda state, _: told.append(state)) as server:
        server.endpoint()
        (process,) = engines()
        process.kill()
        process.wait(10)
        assert not server.running
        assert _answers(server.endpoint())
        assert told == ["starting", "ready", "down", "starting", "ready"]


def test_one_that_cannot_start_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hollow = tmp_path / "rapid_layout"
    hollow.mkdir()
    (hollow / "__init__.py").touch()
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    told: list[tuple[str, str]] = []
    with BuiltinServer(on_state=lambda *state: told.append(state)) as server:
        with pytest.raises(EngineFailed) as failure:
            server.endpoint()
        assert "layout_cdla.onnx" in failure.value.details
        assert failure.value.advice
        assert told[-1] == ("down", str(failure.value))
        assert "layout_cdla.onnx" in server.log_tail()
        monkeypatch.delenv("PYTHONPATH")
        assert _answers(server.endpoint())


def test_waiting_for_it_can_be_cancelled_and_leaves_no_process(engines: Engines) -> None:
    cancel = CancelToken()
    with BuiltinServer() as server:
        threading.Timer(0.1, cancel.cancel).start()
        with pytest.raises(Cancelled):
            server.endpoint(cancel=cancel)
        wait_until(lambda: not engines(), what="the process to end")
        assert not server.running


def test_closing_while_it_starts_leaves_no_process(engines: Engines) -> None:
    server = BuiltinServer()
    with ThreadPoolExecutor(1) as pool:
        starting = pool.submit(server.endpoint)
        wait_until(lambda: bool(engines()), what="the process to start")
        server.close()
        with pytest.raises(EngineFailed):
            starting.result(10)
    assert not engines()


#: Starts the engine, forks a sibling that holds all its pipes open, says who they are, and waits.
_PARENT = """
import os, psutil, time
from desktop.servers.builtin import BuiltinServer
server = BuiltinServer()
server.endpoint()
engine = psutil.Process().children()[0].pid
sibling = os.fork()
if sibling == 0:
    os.close(1)
    time.sleep(60)
    os._exit(0)
print(engine, sibling, flush=True)
time.sleep(60)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")
def test_it_ends_with_its_parent_even_when_that_is_killed() -> None:
    parent = subprocess.Popen([sys.executable, "-c", _PARENT], stdout=subprocess.PIPE)
    assert parent.stdout is not None
    engine, sibling = (int(word) for word in parent.stdout.readline().split())
    try:
        os.kill(parent.pid, signal.SIGKILL)
        parent.communicate(timeout=10)
        wait_until(lambda: not psutil.pid_exists(engine), seconds=10, what="the engine to end")
    finally:
        os.kill(sibling, signal.SIGKILL)
