from __future__ import annotations

import pytest

from desktop.conversion.watching import ServerWatch
from desktop.errors import ServerUnreachable
from desktop.model.endpoint import BUILTIN, Endpoint, ProfileName, ServerSpec
from desktop.model.recognition import Measures, Mode, Recognition
from desktop.model.status import ServerState, ServerStatus

SPEC = ServerSpec("http://10.0.0.2:8000/v1")
ENDPOINT = Endpoint("http://10.0.0.2:8000", ProfileName.VLLM, "deepseek-ocr", 32, name="vLLM")
GONE = ServerUnreachable("It can't be reached.", "Start it.")


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def reply(seconds: float, tokens: int, attempt: int = 0) -> Recognition:
    measures = Measures(0, tokens, seconds)
    return Recognition("x", Mode(), "vLLM", "deepseek-ocr", measures=measures, attempt=attempt)


def remote(watch: ServerWatch) -> ServerStatus:
    (status,) = (each for each in watch.all() if each.address != BUILTIN)
    return status


def states(watch: ServerWatch) -> list[ServerState]:
    return [change.state for change in remote(watch).history]


def test_a_server_is_known_by_its_base_url_however_it_was_written() -> None:
    watch = ServerWatch()
    watch.lost(SPEC, GONE)
    assert remote(watch).address == ENDPOINT.url
    assert remote(watch).note == str(GONE)
    watch.found(SPEC, ENDPOINT)
    assert (remote(watch).state, remote(watch).kind, remote(watch).limit) == (
        ServerState.READY,
        ProfileName.VLLM,
        32,
    )


def test_a_breath_between_two_pages_is_no_rest_but_a_longer_one_is() -> None:
    clock = Clock()
    watch = ServerWatch(clock)
    watch.found(SPEC, ENDPOINT)
    for pause in (0.1, 0.1, 10):
        with watch.request(ENDPOINT):
            assert remote(watch).in_flight == 1
            clock.now += 1
        clock.now += pause
    with watch.request(ENDPOINT):
        assert [*map(str, states(watch))] == ["unknown", "ready", "busy", "ready", "busy"]


def test_what_pages_tell_counts_more_than_a_health_check() -> None:
    watch = ServerWatch()
    watch.found(SPEC, ENDPOINT)
    with watch.request(ENDPOINT):
        watch.answered(SPEC, GONE)
        assert remote(watch).state is ServerState.BUSY
    watch.rests(ENDPOINT, GONE)
    watch.answered(SPEC, None)
    assert remote(watch).state is ServerState.RESTING
    watch.rests(ENDPOINT, None)
    assert remote(watch).state is ServerState.READY
    watch.answered(SPEC, GONE)
    assert remote(watch).state is ServerState.DOWN
    assert "down: It can't be reached." in watch.log(ENDPOINT.url)


def test_rates_are_those_of_the_time_in_which_it_worked() -> None:
    clock = Clock()
    watch = ServerWatch(clock)
    for page in range(10):
        with watch.request(ENDPOINT) as note:
            clock.now += 3
            note(reply(3, 300, attempt=page % 2))
    status = remote(watch)
    assert status.pages_per_minute == pytest.approx(10)
    assert status.tokens_per_second == pytest.approx(100)
    clock.now += 20
    assert remote(watch).tokens_per_second == pytest.approx(100)
    clock.now += 61
    assert remote(watch).tokens_per_second == 0


def test_an_error_of_a_page_is_no_reply() -> None:
    watch = ServerWatch()
    with pytest.raises(ServerUnreachable), watch.request(ENDPOINT):
        raise GONE
    assert (remote(watch).in_flight, remote(watch).tokens_per_second) == (0, 0)
