"""A cancel token reaches everybody who waits, looks or is blocked, and only once."""

from __future__ import annotations

import threading
from functools import partial

import pytest

from desktop.errors import Cancelled
from desktop.model.cancel import CancelToken


def stopped(token: CancelToken) -> bool:
    """What the token says now (a type checker takes a property for constant)."""
    return token.cancelled


def test_work_that_looks_goes_on_until_it_is_cancelled() -> None:
    token = CancelToken()
    token.raise_if_cancelled()
    assert not stopped(token)
    token.cancel()
    assert stopped(token)
    with pytest.raises(Cancelled):
        token.raise_if_cancelled()


def test_a_callback_runs_once_however_often_one_cancels() -> None:
    token, calls = CancelToken(), list[str]()
    token.on_cancel(lambda: calls.append("x"))
    token.cancel()
    token.cancel()
    assert calls == ["x"]


def test_a_callback_that_comes_too_late_runs_at_once() -> None:
    token, calls = CancelToken(), list[str]()
    token.cancel()
    forget = token.on_cancel(lambda: calls.append("x"))
    assert calls == ["x"]
    forget()


def test_a_callback_that_was_taken_back_never_runs() -> None:
    token, calls = CancelToken(), list[str]()
    forget = token.on_cancel(lambda: calls.append("x"))
    forget()
    forget()
    token.cancel()
    assert calls == []


def test_a_child_is_cancelled_with_its_parent_but_not_the_other_way_round() -> None:
    parent = CancelToken()
    child, other = CancelToken(parent), CancelToken(parent)
    child.cancel()
    assert not stopped(parent)
    assert not stopped(other)
    parent.cancel()
    assert stopped(other)
    assert stopped(CancelToken(parent))


def test_a_child_that_has_left_is_not_cancelled_any_more() -> None:
    parent = CancelToken()
    child = CancelToken(parent)
    child.close()
    child.close()
    parent.cancel()
    assert not stopped(child)


def test_waiting_ends_as_soon_as_another_thread_cancels() -> None:
    token = CancelToken()
    assert not token.wait(0.001)
    answers: list[bool] = []
    waiter = threading.Thread(target=lambda: answers.append(token.wait(60)))
    waiter.start()
    token.cancel()
    waiter.join(10)
    assert answers == [True]


def test_no_callback_is_lost_or_run_twice_while_threads_race() -> None:
    for _ in range(50):
        token, calls = CancelToken(), list[int]()
        start = threading.Barrier(3)

        def register(
            number: int,
            token: CancelToken = token,
            calls: list[int] = calls,
            start: threading.Barrier = start,
        ) -> None:
            start.wait()
            for step in range(20):
                token.on_cancel(partial(calls.append, number * 100 + step))

        threads = [threading.Thread(target=register, args=(number,)) for number in (1, 2)]
        for thread in threads:
            thread.start()
        start.wait()
        token.cancel()
        for thread in threads:
            thread.join(10)
        assert sorted(calls) == [*range(100, 120), *range(200, 220)]
