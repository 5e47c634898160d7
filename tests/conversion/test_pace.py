from __future__ import annotations

import pytest

from desktop.conversion.pace import Pace
from desktop.model.states import JobId

JOB = JobId(1)


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_the_time_left_follows_from_the_pages_that_came() -> None:
    clock = Clock()
    pace = Pace(clock)
    assert pace.seconds_for(JOB, 10) is None
    pace.begin(JOB)
    assert pace.seconds_for(JOB, 10) is None
    for _ in range(4):
        clock.now += 2
        pace.page(JOB)
    assert pace.seconds_for(JOB, 10) == pytest.approx(20)
    clock.now += 1
    assert pace.seconds_for(JOB, 10) == pytest.approx(19)
    # A page that hangs makes all the rest look longer.
    clock.now += 99
    left = pace.seconds_for(JOB, 10)
    assert left is not None
    assert left > 100
    pace.rest(JOB)
    assert pace.seconds_for(JOB, 10) is None
