"""Endpoints share the pages; those that fail rest and come back."""

from __future__ import annotations

import itertools
import threading
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial

import pytest

from desktop.errors import (
    Cancelled,
    EmptyReply,
    RequestTooLarge,
    ServerError,
    ServerFailed,
    ServerNeedsRestart,
    ServerUnauthorised,
    ServerUnreachable,
)
from desktop.model.cancel import CancelToken
from desktop.model.endpoint import Endpoint, ProfileName
from desktop.model.events import ServerNote
from desktop.ocr.client import Client
from desktop.servers.pool import EndpointPool, Lease
from tests.bed.standin import Rule, StandIn, mark
from tests.conftest import wait_until
from tests.ocr.pages import endpoint, image, page


def _endpoint(name: str, limit: int = 2) -> Endpoint:
    return Endpoint(f"http://{name}.invalid", ProfileName.GENERIC, "m", limit, name=name)


class Health:
    """A health check whose answer a test decides."""

    def __init__(self) -> None:
        self.ill: set[str] = set()
        self.asked: list[tuple[str, float]] = []

    def __call__(self, endpoint: Endpoint) -> None:
        self.asked.append((endpoint.name, time.monotonic()))
        if endpoint.name in self.ill:
            raise ServerUnreachable("It is ill.")


def _lost() -> ServerUnreachable:
    return ServerUnreachable("It can't be reached.", "Start it.")


def _acquire_in_thread(
    pool: EndpointPool, cancel: CancelToken
) -> tuple[threading.Thread, list[Lease | BaseException]]:
    got: list[Lease | BaseException] = []

    def work() -> None:
        try:
            got.append(pool.acquire(cancel=cancel))
        except (Cancelled, ServerError) as error:
            got.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    return thread, got


def test_pages_go_to_the_endpoint_with_the_fewest_in_flight() -> None:
    cancel = CancelToken()
    with EndpointPool([_endpoint("a", 2), _endpoint("b", 4)], check=Health()) as pool:
        assert pool.capacity == 6
        leases = [pool.acquire(cancel=cancel) for _ in range(6)]
        assert Counter(lease.endpoint.name for lease in leases) == {"a": 2, "b": 4}
        assert Counter(lease.endpoint.name for lease in leases[:4]) == {"a": 2, "b": 2}
        b = next(lease for lease in leases if lease.endpoint.name == "b")
        b.release()
        b.release()
        assert pool.acquire(cancel=cancel).endpoint.name == "b"


def test_a_place_goes_to_whoever_has_waited_longest() -> None:
    order: list[int] = []

    def work(number: int) -> None:
        with pool.acquire(cancel=CancelToken()):
            order.append(number)

    with EndpointPool([_endpoint("a", 1)], check=Health()) as pool:
        first = pool.acquire(cancel=CancelToken())
        threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
        for number, thread in enumerate(threads):
            thread.start()
            wait_until(partial(_is_waiting, pool, number + 1))
        first.release()
        for thread in threads:
            thread.join(10)
    assert order == list(range(8))


def _is_waiting(pool: EndpointPool, count: int) -> bool:
    return pool.waiting == count


def test_a_waiting_page_can_be_cancelled_and_takes_no_place_with_it() -> None:
    token = CancelToken()
    with EndpointPool([_endpoint("a", 1)], check=Health()) as pool:
        lease = pool.acquire(cancel=CancelToken())
        thread, got = _acquire_in_thread(pool, token)
        wait_until(partial(_is_waiting, pool, 1))
        token.cancel()
        thread.join(10)
        assert isinstance(got[0], Cancelled)
        lease.release()
        # A token that is set already gets nothing, though a place is free.
        with pytest.raises(Cancelled):
            pool.acquire(cancel=token)
        pool.acquire(cancel=CancelToken()).release()


def test_closing_wakes_everybody_who_waits() -> None:
    health = Health()
    health.ill.add("b")
    pool = EndpointPool([_endpoint("a", 1), _endpoint("b", 1)], check=health, rest_seconds=0.01)
    leases = [pool.acquire(cancel=CancelToken()) for _ in range(2)]
    next(lease for lease in leases if lease.endpoint.name == "b").release(_lost())
    waiters = [_acquire_in_thread(pool, CancelToken()) for _ in range(5)]
    wait_until(partial(_is_waiting, pool, 5))
    pool.close()
    for thread, got in waiters:
        thread.join(10)
        assert isinstance(got[0], Cancelled)
    with pytest.raises(Cancelled):
        pool.acquire(cancel=CancelToken())
    pool.close()


@pytest.mark.parametrize(
    "error",
    [_lost(), ServerFailed("It failed."), ServerNeedsRestart("Broken."), ServerUnauthorised("No.")],
)
def test_pages_of_an_endpoint_that_fails_go_to_the_others_until_it_is_back(
    error: ServerError,
) -> None:
    health, notes = Health(), list[ServerNote]()
    health.ill.add("a")
    cancel = CancelToken()
    both = [_endpoint("a", 4), _endpoint("b", 4)]
    with EndpointPool(both, check=health, on_note=notes.append, rest_seconds=0.01) as pool:
        lease = pool.acquire(cancel=cancel)
        assert lease.endpoint.name == "a"
        lease.release(error)
        leases = [pool.acquire(cancel=cancel) for _ in range(4)]
        assert {lease.endpoint.name for lease in leases} == {"b"}
        thread, got = _acquire_in_thread(pool, cancel)
        wait_until(lambda: len(health.asked) >= 2)
        assert got == []
        health.ill.clear()
        thread.join(10)
        assert isinstance(got[0], Lease)
        assert got[0].endpoint.name == "a"
    assert [note.server for note in notes] == ["a", "a"]
    assert notes[0].text.startswith(error.what)
    assert "well again" in notes[1].text


@pytest.mark.parametrize("error", [EmptyReply("Nothing."), RequestTooLarge("Too large.")])
def test_what_is_wrong_with_a_page_does_not_rest_its_endpoint(error: ServerError) -> None:
    health = Health()
    with EndpointPool([_endpoint("a", 1)], check=health) as pool:
        pool.acquire(cancel=CancelToken()).release(error)
        pool.acquire(cancel=CancelToken()).release()
    assert health.asked == []


def test_many_failures_at_once_are_one_rest() -> None:
    health, notes = Health(), list[ServerNote]()
    with EndpointPool(
        [_endpoint("a", 16)], check=health, on_note=notes.append, rest_seconds=0.05
    ) as pool:
        leases = [pool.acquire(cancel=CancelToken()) for _ in range(16)]
        for lease in leases:
            lease.release(_lost())
        pool.acquire(cancel=CancelToken()).release()
        # The last of an earlier time comes late and says nothing of today.
        wait_until(lambda: len(notes) == 2)
    assert len(health.asked) == 1


def test_a_reply_from_before_a_rest_says_nothing_of_the_time_after_it() -> None:
    health = Health()
    with EndpointPool([_endpoint("a", 4)], check=health, rest_seconds=0.01) as pool:
        late, early = (pool.acquire(cancel=CancelToken()) for _ in range(2))
        early.release(_lost())
        wait_until(lambda: len(health.asked) == 1)
        pool.acquire(cancel=CancelToken()).release()
        late.release(_lost())
        pool.acquire(cancel=CancelToken()).release()
    assert len(health.asked) == 1


def test_rests_grow_while_an_endpoint_stays_ill() -> None:
    health = Health()
    health.ill.add("a")
    with EndpointPool([_endpoint("a", 1)], check=health, rest_seconds=0.02) as pool:
        pool.acquire(cancel=CancelToken()).release(_lost())
        wait_until(lambda: len(health.asked) == 4)
        times = [moment for _, moment in health.asked]
    gaps = [later - earlier for earlier, later in itertools.pairwise(times)]
    # At least: whoever is busy may be late, but nobody is early.
    assert gaps[0] >= 0.04
    assert gaps[1] >= 0.08
    assert gaps[2] >= 0.16


def test_rests_grow_while_an_endpoint_looks_well_and_fails_every_page() -> None:
    health = Health()
    failed: list[float] = []
    with EndpointPool([_endpoint("a", 1)], check=health, rest_seconds=0.02) as pool:
        for _ in range(3):
            lease = pool.acquire(cancel=CancelToken())
            failed.append(time.monotonic())
            lease.release(_lost())
        pool.acquire(cancel=CancelToken()).release()
        # A page that was read makes up for all of it.
        pool.acquire(cancel=CancelToken()).release(_lost())
        pool.acquire(cancel=CancelToken()).release()
    rests = [asked - moment for (_, asked), moment in zip(health.asked, failed, strict=False)]
    assert len(health.asked) == 4
    assert rests[1] >= 0.04
    assert rests[2] >= 0.08


def test_when_all_rest_the_last_error_is_raised_after_a_while() -> None:
    health, notes = Health(), list[ServerNote]()
    health.ill |= {"a", "b"}
    pair = [_endpoint("a", 1), _endpoint("b", 1)]
    with EndpointPool(
        pair, check=health, on_note=notes.append, rest_seconds=0.02, patience=0.3
    ) as pool:
        first, second = (pool.acquire(cancel=CancelToken()) for _ in range(2))
        thread, got = _acquire_in_thread(pool, CancelToken())
        first.release(_lost())
        second.release(_lost())
        thread.join(10)
        assert isinstance(got[0], ServerUnreachable)
        # Those who come later are told at once, until one of the endpoints is well again.
        with pytest.raises(ServerUnreachable):
            pool.acquire(cancel=CancelToken())
        health.ill.clear()
        wait_until(lambda: len(notes) >= 3)
        pool.acquire(cancel=CancelToken()).release()


def test_when_no_wait_can_help_the_error_is_raised_at_once() -> None:
    health = Health()
    with EndpointPool([_endpoint("a", 1)], check=health, rest_seconds=3600, patience=3600) as pool:
        lease = pool.acquire(cancel=CancelToken())
        thread, got = _acquire_in_thread(pool, CancelToken())
        lease.release(ServerNeedsRestart("Broken.", "Restart it."))
        thread.join(10)
        assert isinstance(got[0], ServerNeedsRestart)


def test_a_lease_in_a_with_block_reports_the_error_that_ends_it() -> None:
    health = Health()
    health.ill.add("a")
    with EndpointPool([_endpoint("a"), _endpoint("b")], check=health) as pool:
        with pytest.raises(ServerUnreachable), pool.acquire(cancel=CancelToken()):
            raise _lost()
        with pytest.raises(Cancelled), pool.acquire(cancel=CancelToken()):
            raise Cancelled
        assert pool.acquire(cancel=CancelToken()).endpoint.name == "b"


def test_a_pool_without_endpoints_is_a_bug() -> None:
    with pytest.raises(ValueError, match="endpoint"):
        EndpointPool([], check=Health())


def test_no_place_is_lost_or_doubled_in_a_crowd() -> None:
    health = Health()
    ends = [_endpoint("a", 3), _endpoint("b", 5)]
    inside: Counter[str] = Counter()
    most: Counter[str] = Counter()
    lock = threading.Lock()

    def work(number: int) -> None:
        token = CancelToken()
        if number % 7 == 0:
            token.cancel()
        try:
            lease = pool.acquire(cancel=token)
        except Cancelled:
            return
        name = lease.endpoint.name
        with lock:
            inside[name] += 1
            most[name] = max(most[name], inside[name])
        with lock:
            inside[name] -= 1
        lease.release(_lost() if number % 50 == 1 else None)

    with EndpointPool(ends, check=health, rest_seconds=0.001) as pool:
        with ThreadPoolExecutor(32) as threads:
            list(threads.map(work, range(600)))
        leases = [pool.acquire(cancel=CancelToken()) for _ in range(pool.capacity)]
        assert Counter(lease.endpoint.name for lease in leases) == {"a": 3, "b": 5}
    assert most["a"] <= 3
    assert most["b"] <= 5


def _read_all(
    pool: EndpointPool, client: Client, count: int, *, between: Callable[[int], None]
) -> list[str]:
    """Read pages the way a queue does: a page whose server fails goes to whoever is next."""

    def read(number: int) -> str:
        between(number)
        while True:
            lease = pool.acquire(cancel=CancelToken())
            try:
                text = client.recognise(lease.endpoint, page(number)).text
            except ServerError as error:
                lease.release(error)
                if isinstance(error, ServerNeedsRestart) or error.transient:
                    continue
                raise
            lease.release()
            return text

    with ThreadPoolExecutor(8) as threads:
        return list(threads.map(read, range(count)))


def test_two_true_servers_share_the_pages_and_one_is_killed_and_started_again() -> None:
    with (
        StandIn("vllm", seconds=0.02) as one,
        StandIn("vllm", seconds=0.02) as two,
        Client() as client,
    ):
        ends = [replace(endpoint(server, "vllm"), limit=4) for server in (one, two)]

        def between(number: int) -> None:
            if number == 20:
                one.stop()
            if number == 60:
                one.start()

        with EndpointPool(ends, check=client.check, rest_seconds=0.05) as pool:
            texts = _read_all(pool, client, 120, between=between)
            wait_until(lambda: _reads_at(pool, one.url))
        served = two.account()["pages"]
    assert all(mark(image(n).data) in text for n, text in enumerate(texts))
    assert served >= 40


def _reads_at(pool: EndpointPool, url: str) -> bool:
    """Whether one of two free places is at this address."""
    with pool.acquire(cancel=CancelToken()) as a, pool.acquire(cancel=CancelToken()) as b:
        return url in (a.endpoint.url, b.endpoint.url)


def test_the_pages_of_a_server_that_needs_a_restart_are_read_by_the_other() -> None:
    rules = [Rule(fault="poisoned_lock", nth=(3,))]
    with StandIn(rules=rules) as ill, StandIn() as well, Client() as client:
        ends = [endpoint(ill), endpoint(well)]
        with EndpointPool(ends, check=client.check, rest_seconds=30) as pool:
            texts = _read_all(pool, client, 40, between=lambda _: None)
        account = ill.account()
    assert all(mark(image(n).data) in text for n, text in enumerate(texts))
    assert account["requests"] <= 6
