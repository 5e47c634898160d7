"""Events out of bytes, however the network cuts them."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.ocr.sse import Events, Lines, LineTooLong

STREAM = (
    b"\xef\xbb\xbf:hello\r\n\r\ndata: one\r\n\r\nevent: x\ndata:two\ndata:  three\n\n"
    b"data\n\nid: 4\rdata: f\xc3\xbcnf\r\rretry: 1\n\n: comment\n\ndata: [DONE]\n\n"
)
SAID = [b"one", b"two\n three", b"", b"f\xc3\xbcnf", b"[DONE]"]


def _pieces(data: bytes, cuts: list[int]) -> list[bytes]:
    edges = [0, *sorted(cut % (len(data) + 1) for cut in cuts), len(data)]
    return [data[a:b] for a, b in itertools.pairwise(edges)]


@given(cuts=st.lists(st.integers(0, 1000), max_size=12))
def test_events_are_the_same_however_they_arrive(cuts: list[int]) -> None:
    events = Events()
    said = [data for piece in _pieces(STREAM, cuts) for data in events.feed(piece)]
    assert said + events.finish() == SAID


@given(
    data=st.lists(st.sampled_from([b"\n", b"\r", b"a", b"bc", b"\x85", b"\xe2\x80\xa8"])).map(
        b"".join
    ),
    cuts=st.lists(st.integers(0, 1000), max_size=8),
)
def test_lines_are_the_same_however_they_arrive(data: bytes, cuts: list[int]) -> None:
    lines = Lines()
    found = [line for piece in _pieces(data, cuts) for line in lines.feed(piece)]
    assert found + lines.finish() == data.splitlines()


def test_an_event_without_its_empty_line_is_not_lost() -> None:
    events = Events()
    assert events.feed(b"data: [DO") == []
    assert events.feed(b"NE]") == []
    assert events.finish() == [b"[DONE]"]
    assert events.finish() == []


@pytest.mark.parametrize("piece", [b"x" * 99, b"data: " + b"y" * 99 + b"\n"])
def test_what_never_ends_is_cut_off(piece: bytes) -> None:
    events = Events()
    with pytest.raises(LineTooLong):
        _feed_for_ever(events, piece * 100)


def _feed_for_ever(events: Events, piece: bytes) -> None:
    for _ in range(10_000):
        events.feed(piece)
