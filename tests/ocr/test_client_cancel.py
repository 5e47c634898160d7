"""Whoever waits for a server can be freed at once, wherever the wait is."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable
from functools import partial

import pytest

from desktop.errors import Cancelled, ServerUnreachable
from desktop.model.cancel import CancelToken
from desktop.model.endpoint import Endpoint, ProfileName
from desktop.model.recognition import PageRequest
from desktop.ocr.client import Client, Timeouts
from tests.bed.standin import Rule, StandIn
from tests.conftest import wait_until
from tests.ocr.pages import endpoint, image, page

#: How long a freed caller may take, in seconds. The promise is 0.1; this machine is shared.
SOON = 1.0


class Caller(threading.Thread):
    """Runs one blocking call and keeps what came of it, and when."""

    def __init__(self, work: Callable[[], object]) -> None:
        super().__init__()
        self._work = work
        self.outcome: object = None
        self.ended = 0.0
        self.start()

    def run(self) -> None:
        try:
            self.outcome = self._work()
        except (Cancelled, ServerUnreachable) as error:
            self.outcome = error
        self.ended = time.monotonic()


def _freed_by(cancel: Callable[[], None], caller: Caller) -> None:
    asked = time.monotonic()
    cancel()
    caller.join(10)
    assert isinstance(caller.outcome, Cancelled)
    assert caller.ended - asked < SOON


@pytest.mark.parametrize("fault", ["silent", "hang_midway", "heartbeats", "endless"])
def test_a_cancelled_page_frees_its_caller_at_once(fault: str) -> None:
    with StandIn(rules=[Rule(fault=fault)]) as server, Client() as client:
        token = CancelToken()
        caller = Caller(lambda: client.recognise(endpoint(server), page(), cancel=token))
        wait_until(lambda: server.account()["requests"] == 1)
        _freed_by(token.cancel, caller)


@pytest.mark.parametrize(("profile", "goes_on"), [("deepseek-ocr.rs", True), ("vllm", False)])
def test_a_server_goes_on_with_a_cancelled_page_or_stops_as_its_kind_does(
    profile: str, goes_on: bool
) -> None:
    with StandIn(profile, seconds=1.0) as server, Client() as client:
        token = CancelToken()
        one = endpoint(server, profile)
        caller = Caller(lambda: client.recognise(one, page(), cancel=token))
        wait_until(lambda: server.account()["reading"] == 1)
        _freed_by(token.cancel, caller)
        wait_until(lambda: server.account()["reading"] == 0)
        busy = server.account()["busy_seconds"]
    assert (busy >= 1.0) is goes_on


def test_a_page_that_was_cancelled_before_is_not_sent() -> None:
    token = CancelToken()
    token.cancel()
    with StandIn() as server, Client() as client:
        with pytest.raises(Cancelled):
            client.recognise(endpoint(server), page(), cancel=token)
        assert server.requests() == []


def test_a_page_can_be_cancelled_while_it_waits_for_the_model_to_load() -> None:
    with StandIn(load_seconds=3600) as server, Client() as client:
        first, second = CancelToken(), CancelToken()
        one = endpoint(server)
        callers = [
            Caller(lambda: client.recognise(one, page(1), cancel=first)),
            Caller(lambda: client.recognise(one, page(2), cancel=second)),
        ]
        wait_until(lambda: server.account()["requests"] == 1)
        second.cancel()
        first.cancel()
        for caller in callers:
            caller.join(10)
            assert isinstance(caller.outcome, Cancelled)
        assert server.account()["loads"] == 1


def test_a_connection_that_is_not_made_can_be_cancelled() -> None:
    # A full backlog takes no connection and refuses none.
    with socket.create_server(("127.0.0.1", 0), backlog=0) as full:
        address = full.getsockname()
        fillers = []
        for _ in range(4):
            filler = socket.socket()
            filler.setblocking(False)
            filler.connect_ex(address)
            fillers.append(filler)
        one = Endpoint(f"http://127.0.0.1:{address[1]}", ProfileName.VLLM, "m", 1)
        token = CancelToken()
        with Client() as client:
            caller = Caller(lambda: client.recognise(one, page(), cancel=token))
            assert not token.wait(0.2)
            _freed_by(token.cancel, caller)
        with Client(timeouts=Timeouts(connect=0.2)) as client, pytest.raises(ServerUnreachable):
            client.check(one)
        for filler in fillers:
            filler.close()


def test_a_server_that_takes_no_bytes_can_be_cancelled() -> None:
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        one = Endpoint(f"http://127.0.0.1:{deaf.getsockname()[1]}", ProfileName.VLLM, "m", 1)
        token = CancelToken()
        large = PageRequest(image(size=20_000_000))
        with Client() as client:
            caller = Caller(lambda: client.recognise(one, large, cancel=token))
            connection, _ = deaf.accept()
            with connection:
                _freed_by(token.cancel, caller)


def test_closing_the_client_frees_everybody() -> None:
    with StandIn("vllm", rules=[Rule(fault="silent")]) as server:
        client = Client()
        one = endpoint(server, "vllm")
        callers = [Caller(lambda: client.recognise(one, page())) for _ in range(16)]
        wait_until(lambda: server.account()["requests"] == 16)
        client.close()
        for caller in callers:
            caller.join(10)
            assert isinstance(caller.outcome, Cancelled)
        client.close()
        with pytest.raises(Cancelled):
            client.recognise(one, page())
        with pytest.raises(Cancelled):
            client.check(one)


def test_one_cancelled_page_does_not_disturb_its_neighbours() -> None:
    with StandIn("vllm", seconds=0.3) as server, Client() as client:
        one = endpoint(server, "vllm")
        token = CancelToken()
        unlucky = Caller(lambda: client.recognise(one, page(0), cancel=token))
        others = [Caller(partial(client.recognise, one, page(n))) for n in range(1, 6)]
        wait_until(lambda: server.account()["requests"] == 6)
        _freed_by(token.cancel, unlucky)
        for other in others:
            other.join(10)
            assert not isinstance(other.outcome, BaseException)
