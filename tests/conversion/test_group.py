from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest

from desktop.conversion.finding import Engine, Finder
from desktop.conversion.group import RESTARTS, TRIES, ServerGroup
from desktop.conversion.groups import Groups
from desktop.conversion.trouble import PutBack, ServersGone
from desktop.conversion.waits import Waits
from desktop.errors import Cancelled, EngineFailed, ServerFailed, ServerUnreachable
from desktop.model.cancel import CancelToken
from desktop.model.document import ImageFormat, PageImage
from desktop.model.endpoint import Endpoint, ProfileName, ServerSpec
from desktop.model.events import ServerNote
from desktop.model.recognition import PageRequest
from desktop.ocr.client import Client
from tests.bed.standin import Rule, StandIn
from tests.conftest import wait_until

#: A JPEG's first bytes are all that a stand-in looks at.
IMAGE = PageImage(b"\xff\xd8\xff\xe0 a page", ImageFormat.JPEG, 700, 1000, 595.0, 842.0)


class StandInEngine:
    """Owns a stand-in as the real owner owns the engine: a new process has a new address.

    ``rules`` has those of each process in turn (the last ones again and again); ``starts`` is how
    many processes can be started before it fails.
    """

    def __init__(self, *rules: list[Rule], starts: int = 99) -> None:
        self._rules = rules or ([],)
        self._starts = starts
        self._lock = threading.Lock()
        self.server: StandIn | None = None
        self.started = 0

    def endpoint(self, *, cancel: CancelToken | None = None) -> Endpoint:
        with self._lock:
            if self.server is None:
                if self.started == self._starts:
                    raise EngineFailed("The engine does not start.", "Look at its log.")
                rules = self._rules[min(self.started, len(self._rules) - 1)]
                self.server = StandIn(profile="builtin", rules=rules)
                self.server.start()
                self.started += 1
            return Endpoint(self.server.url, ProfileName.BUILTIN, "diptych-builtin", 1)

    def touch(self) -> None:
        """Nothing stops it for being idle."""

    def stop(self) -> None:
        with self._lock:
            server, self.server = self.server, None
        if server is not None:
            server.stop()


class Bed:
    """A group, and what it told."""

    def __init__(self, engine: Engine, *servers: StandIn, builtin: bool = False) -> None:
        self.notes: list[ServerNote] = []
        self.client = Client()
        self.cancel = CancelToken()
        specs = [ServerSpec(server.url) for server in servers]
        if builtin:
            specs.insert(0, ServerSpec())
        finder = Finder(self.client, engine, self.notes.append)
        self.group = ServerGroup(specs, finder=finder, patience=0.3)

    def ask(self, gate: CancelToken | None = None) -> str:
        recognition, _ = self.group.ask(_first, Waits(self.cancel, gate))
        return recognition.text


def _first(_: Endpoint) -> tuple[PageRequest, str]:
    return PageRequest(IMAGE), "first"


@contextmanager
def bed(*servers: StandIn, engine: StandInEngine | None = None) -> Iterator[Bed]:
    with ExitStack() as stack:
        made = Bed(engine or StandInEngine(), *servers, builtin=engine is not None)
        stack.callback(made.client.close)
        stack.callback(made.group.close)
        if engine is not None:
            stack.callback(engine.stop)
        yield made


def test_a_page_whose_engine_dies_is_read_by_the_next_one() -> None:
    engine = StandInEngine([Rule(fault="silent")], [])
    with bed(engine=engine) as made:
        made.group.open(made.cancel)
        said: list[str] = []
        page = threading.Thread(target=lambda: said.append(made.ask()))
        page.start()
        server = engine.server
        assert server is not None
        wait_until(lambda: len(server.requests()) == 1)
        engine.stop()
        page.join(20)
        assert said
        assert said[0]
        assert engine.started == 2


def test_an_engine_that_can_not_be_started_again_ends_the_job() -> None:
    engine = StandInEngine(starts=1)
    with bed(engine=engine) as made:
        made.group.open(made.cancel)
        engine.stop()
        with pytest.raises(ServersGone) as gone:
            made.ask()
        assert gone.value.lasting
        assert isinstance(gone.value.error, EngineFailed)


def test_an_engine_that_wants_a_restart_gets_one() -> None:
    engine = StandInEngine([Rule(fault="poisoned_lock")], [])
    with bed(engine=engine) as made:
        made.group.open(made.cancel)
        assert made.ask()
        assert engine.started == 2


def test_pages_that_wait_for_an_engine_that_dies_get_the_next_one() -> None:
    engine = StandInEngine([Rule(fault="poisoned_lock", seconds=0.3)], [])
    with bed(engine=engine) as made:
        made.group.open(made.cancel)
        said: list[str] = []
        pages = [threading.Thread(target=lambda: said.append(made.ask())) for _ in range(5)]
        for page in pages:
            page.start()
        for page in pages:
            page.join(30)
        assert len(said) == 5
        assert all(said)
        assert engine.started == 2


def test_an_engine_that_hides_its_death_is_found_out() -> None:
    class Denier(StandInEngine):
        """Says that the process is there until somebody stops it, as a zombie does."""

        def kill(self) -> None:
            assert self.server is not None
            self.server.stop()

    engine = Denier()
    with bed(engine=engine) as made:
        made.group.open(made.cancel)
        engine.kill()
        assert made.ask()
        assert engine.started == 2


def test_a_page_that_brings_every_engine_down_fails_and_the_restarts_have_an_end() -> None:
    engine = StandInEngine([Rule(fault="poisoned_lock")])
    with bed(engine=engine) as made:
        made.group.open(made.cancel)
        with pytest.raises(Exception, match="restart") as failed:
            made.ask()
        assert not isinstance(failed.value, ServersGone)
        assert engine.started == 1 + TRIES
        with pytest.raises(ServersGone) as gone:
            made.ask()
        assert gone.value.lasting
        assert engine.started == 1 + RESTARTS


def test_a_server_that_refuses_every_page_is_left_out_and_the_others_go_on() -> None:
    with (
        StandIn(profile="vllm", rules=[Rule(fault="unauthorised")]) as closed,
        StandIn(profile="vllm") as server,
        bed(closed, server) as made,
    ):
        made.group.open(made.cancel)
        assert len(made.group.endpoints) == 2
        for _ in range(4):
            assert made.ask()
        assert [endpoint.url for endpoint in made.group.endpoints] == [server.url]
        assert made.notes
        server.set_rules([Rule(fault="forbidden")])
        with pytest.raises(ServersGone) as gone:
            made.ask()
        assert gone.value.lasting


def test_a_transient_failure_is_tried_a_few_times_and_then_is_the_page_s() -> None:
    with (
        StandIn(profile="vllm", rules=[Rule(fault="error_chunk")]) as one,
        StandIn(profile="vllm", rules=[Rule(fault="error_chunk")]) as two,
        bed(one, two) as made,
    ):
        made.group.open(made.cancel)
        with pytest.raises((ServerFailed, ServersGone)):
            made.ask()
        assert 2 <= len(one.requests()) + len(two.requests()) <= TRIES


def test_when_no_server_comes_back_in_time_waiting_ends_with_the_reason() -> None:
    with StandIn(profile="vllm") as server, bed(server) as made:
        made.group.open(made.cancel)
        server.stop()
        with pytest.raises(ServersGone) as gone:
            made.ask()
        assert not gone.value.lasting
        assert isinstance(gone.value.error, ServerUnreachable)


def test_a_model_that_says_nothing_is_an_empty_reply_and_no_failure() -> None:
    with (
        StandIn(profile="vllm", rules=[Rule(fault="empty_generation")]) as server,
        bed(server) as made,
    ):
        made.group.open(made.cancel)
        assert made.ask() == ""
        assert len(server.requests()) == 1


def test_a_page_that_waits_is_put_back_when_its_gate_closes_and_stops_when_cancelled() -> None:
    with StandIn(rules=[Rule(fault="silent")]) as server, bed(server) as made:
        made.group.open(made.cancel)
        gate = CancelToken()
        ended: list[str] = []

        def page(gate: CancelToken | None) -> None:
            try:
                made.ask(gate)
            except (PutBack, Cancelled) as end:
                ended.append(type(end).__name__)

        # Two fill the server's places; the third one waits for one.
        threads = [threading.Thread(target=page, args=(None,)) for _ in range(2)]
        for thread in threads:
            thread.start()
        wait_until(lambda: len(server.requests()) >= 1)
        third = threading.Thread(target=page, args=(gate,))
        third.start()
        gate.cancel()
        third.join(5)
        assert ended in (["PutBack"], [])
        made.cancel.cancel()
        for thread in (*threads, third):
            thread.join(5)
            assert not thread.is_alive()
        assert ended.count("Cancelled") >= 2


def test_groups_are_shared_while_used_and_closed_after() -> None:
    with StandIn(profile="vllm") as server, bed(server) as made:
        groups = Groups(lambda _: made.group)
        servers = (ServerSpec(server.url),)
        with groups.use(servers) as first, groups.use(servers) as second:
            assert first is second
            first.open(made.cancel)
            assert made.group.capacity == 32
        assert made.group.endpoints == ()
