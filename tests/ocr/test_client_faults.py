"""What goes wrong with a server, and the error that says so and says what to do."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace

import pytest

from desktop.errors import (
    EmptyReply,
    ModelMissing,
    RequestRejected,
    RequestTooLarge,
    ServerBusy,
    ServerError,
    ServerFailed,
    ServerNeedsRestart,
    ServerTimeout,
    ServerUnauthorised,
    ServerUnknown,
    ServerUnreachable,
)
from desktop.model.endpoint import Endpoint, ProfileName
from desktop.ocr.client import Client, Timeouts
from tests.bed.standin import Rule, StandIn
from tests.ocr.pages import endpoint, page

EXPECTED: dict[str, type[ServerError]] = {
    "drop": ServerUnreachable,
    "drop_midway": ServerUnreachable,
    "no_end": ServerUnreachable,
    "busy": ServerBusy,
    "too_many": ServerBusy,
    "server_error": ServerFailed,
    "bad_request": RequestRejected,
    "unauthorised": ServerUnauthorised,
    "forbidden": ServerUnauthorised,
    "not_found": ServerUnknown,
    "too_large": RequestTooLarge,
    "poisoned_lock": ServerNeedsRestart,
    "empty_generation": EmptyReply,
    "error_chunk": ServerFailed,
    "html": ServerUnknown,
    "junk": ServerUnknown,
    "bad_json": ServerUnknown,
    "odd_json": ServerUnknown,
    "huge_line": ServerUnknown,
    "endless": ServerFailed,
    "silent": ServerTimeout,
    "hang_midway": ServerTimeout,
    "heartbeats": ServerTimeout,
}
IMPATIENT = Timeouts(first_text=0.3, page=0.3, between=0.3)


@pytest.mark.parametrize("profile", ["deepseek-ocr.rs", "vllm", "ollama"])
def test_each_fault_becomes_an_error_that_says_what_to_do(profile: str) -> None:
    surprises = {}
    slow = ("silent", "hang_midway", "heartbeats")
    # Only deepseek-ocr.rs has the lock; Ollama's lines have no comments.
    foreign = {"vllm": ["poisoned_lock"], "ollama": ["poisoned_lock", "heartbeats"]}
    with StandIn(profile) as server, Client() as patient, Client(timeouts=IMPATIENT) as impatient:
        one = endpoint(server, profile)
        for fault, kind in EXPECTED.items():
            if fault in foreign.get(profile, []):
                continue
            server.forget()
            server.set_rules([Rule(fault=fault)])
            client = impatient if fault in slow else patient
            heard: set[str] = set()
            try:
                got = client.recognise(one, page(), on_text=heard.add)
            except ServerError as error:
                if type(error) is not kind or not error.advice.endswith("."):
                    surprises[fault] = f"{type(error).__name__}: {error} {error.details}"
            else:
                surprises[fault] = got.text
        assert not surprises
        server.forget()
        server.set_rules([])
        assert patient.recognise(one, page()).text


def test_a_poisoned_lock_is_permanent_and_says_so() -> None:
    with StandIn(rules=[Rule(fault="poisoned_lock", times=1)]) as server, Client() as client:
        for _ in range(2):
            with pytest.raises(ServerNeedsRestart) as caught:
                client.recognise(endpoint(server), page())
        assert not caught.value.transient
        assert "Restart" in caught.value.advice
        # Its health says nothing of it.
        client.check(endpoint(server))


def test_an_error_chunk_without_choices_is_an_error_too() -> None:
    with (
        StandIn("vllm", rules=[Rule(fault="bare_error")]) as server,
        Client() as client,
        pytest.raises(ServerNeedsRestart) as caught,
    ):
        client.recognise(endpoint(server, "vllm"), page())
    assert "EngineCore died" in caught.value.details


@pytest.mark.parametrize("profile", ["deepseek-ocr.rs", "vllm", "ollama"])
def test_a_model_that_the_server_does_not_have(profile: str) -> None:
    with StandIn(profile) as server, Client() as client, pytest.raises(ModelMissing):
        client.recognise(replace(endpoint(server, profile), model="another"), page())


def test_a_server_that_is_not_there() -> None:
    with StandIn() as server:
        one = endpoint(server)
    with Client() as client:
        with pytest.raises(ServerUnreachable) as caught:
            client.recognise(one, page())
        assert caught.value.transient
        with pytest.raises(ServerUnreachable):
            client.check(one)


def test_a_name_that_nobody_knows() -> None:
    one = Endpoint("http://no-such-server.invalid:8000", ProfileName.VLLM, "m", 1)
    with Client() as client, pytest.raises(ServerUnreachable):
        client.recognise(one, page())


def test_a_wrong_token() -> None:
    with StandIn(token="right") as server, Client() as client:
        for token in ("", "wrong", "two words", "pasted\n", "tökén"):
            with pytest.raises(ServerUnauthorised):
                client.recognise(replace(endpoint(server), token=token), page())
            with pytest.raises(ServerUnauthorised):
                client.check(replace(endpoint(server), token=token))


def test_a_redirect_is_never_followed() -> None:
    with StandIn() as other:
        rules = [Rule(fault="redirect", reply=f"{other.url}/v1/chat/completions")]
        with (
            StandIn(rules=rules, token="t") as server,
            Client() as client,
            pytest.raises(ServerUnknown) as caught,
        ):
            client.recognise(replace(endpoint(server), token="t"), page())
        assert other.requests() == []
    assert other.url in caught.value.details


def test_a_reply_that_broke_off_leaves_nothing_behind() -> None:
    rules = [Rule(fault="drop_midway", times=1)]
    with StandIn(rules=rules, seconds=0.2) as server, Client() as client:
        with pytest.raises(ServerUnreachable) as caught:
            client.recognise(endpoint(server), page())
        assert caught.value.transient
        assert client.recognise(endpoint(server), page()).text.count("# Page") == 1


def test_a_queue_of_ones_own_pages_is_waited_for() -> None:
    timeouts = Timeouts(first_text=0.6, page=0.6, between=0.6)
    with StandIn(seconds=0.4) as server, Client(timeouts=timeouts) as client:
        one = replace(endpoint(server), limit=4)
        with ThreadPoolExecutor(4) as threads:
            got = list(threads.map(lambda n: client.recognise(one, page(n)).text, range(4)))
    assert all(got)


@contextmanager
def _peer(says: bytes) -> Iterator[str]:
    """Something that is no HTTP server: it says its piece and hangs up."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            with listening.accept()[0] as connection:
                connection.recv(65536)
                connection.sendall(says)

        thread = threading.Thread(target=serve)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        thread.join()


@pytest.mark.parametrize(
    "says",
    [
        b"SSH-2.0-OpenSSH_9.6\r\n",
        b"\x00\x01\x02" * 500,
        b"HTTP/1.1 200 OK\r\nContent-Length: banana\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 300_000,
        b"HTTP/1.1 999 Odd\r\nContent-Length: 0\r\n\r\n",
    ],
)
def test_something_that_is_no_web_server(says: bytes) -> None:
    with _peer(says) as url, Client() as client, pytest.raises(ServerError) as caught:
        client.recognise(Endpoint(url, ProfileName.VLLM, "m", 1), page())
    assert isinstance(caught.value, ServerUnknown | ServerFailed | ServerUnreachable)
    assert caught.value.advice


def test_https_towards_a_server_without_it() -> None:
    with StandIn() as server, Client() as client:
        one = replace(endpoint(server), url=server.url.replace("http://", "https://"))
        with pytest.raises(ServerUnreachable):
            client.recognise(one, page())
