"""The pure parts of the panels: paces, times, steps between lists, what to review next."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.model.blocks import Flag, FlagKind
from desktop.model.states import JobId, PageState
from desktop.model.summary import PageSummary, Reason
from desktop.ui.panels import words
from desktop.ui.panels.outcome import wants_a_look
from desktop.ui.panels.pace import Pace
from desktop.ui.panels.review_entries import Entry, next_place
from desktop.ui.panels.steps import Removal, steps


def _done(old: list[int], new: list[int]) -> list[int]:
    rows = list(old)
    for step in steps(old, new):
        if isinstance(step, Removal):
            del rows[step.first : step.last + 1]
        else:
            rows[step.first : step.first] = new[step.first : step.last + 1]
    return rows


@given(
    st.lists(st.integers(0, 30), unique=True, max_size=30),
    st.lists(st.integers(0, 30), unique=True, max_size=30),
)
def test_steps_make_any_list_into_any_other(old: list[int], new: list[int]) -> None:
    assert _done(old, new) == new


def test_what_stays_is_not_touched() -> None:
    rows = list(range(1_000))
    assert list(steps(rows, rows)) == []
    assert list(steps(rows, [*rows[:500], *rows[501:]])) == [Removal(500, 500)]


def test_a_pace_is_that_of_the_last_minute() -> None:
    pace = Pace()
    assert pace.per_minute(0.0) is None
    pace.begin(0.0)
    for second in range(1, 31):
        pace.page(float(second))
    assert pace.per_minute(30.0) == pytest.approx(60.0)
    assert pace.per_minute(85.0) == pytest.approx(6.0)
    assert pace.per_minute(200.0) is None
    pace.rest()
    pace.page(300.0)
    assert pace.per_minute(300.5) is None


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (3, "a few seconds left"),
        (14, "about 10 s left"),
        (52, "about 50 s left"),
        (58, "about 1 min left"),
        (125, "about 2 min left"),
        (89 * 60, "about 89 min left"),
        (125 * 60, "about 2 h left"),
        (132 * 60, "about 2 h 10 min left"),
        (119.6 * 60, "about 2 h left"),
        (30 * 3600, "about 30 h left"),
    ],
)
def test_the_time_left_is_no_more_exact_than_it_can_be(seconds: float, said: str) -> None:
    assert words.time_left(seconds) == said


def test_every_reason_and_state_has_words() -> None:
    assert all(words.flag(kind) for kind in FlagKind)
    assert all(words.page_state(state) for state in PageState)
    assert [words.clock(s) for s in (7, 750, 3723)] == ["0:07", "12:30", "1:02:03"]


def test_flags_that_only_inform_ask_nobody_to_look() -> None:
    def page(*kinds: FlagKind) -> PageSummary:
        flags = tuple(Flag(kind) for kind in kinds)
        return PageSummary(0, PageState.DONE, Reason(), flags, 1)

    assert not wants_a_look(page(FlagKind.SCALED_DOWN))
    assert wants_a_look(page(FlagKind.SCALED_DOWN, FlagKind.SPLIT))


def _entry(job: int, page: int, *, reviewed: bool = False) -> Entry:
    return Entry(JobId(job), page, "a.pdf", (FlagKind.SPLIT,), "", False, reviewed)


def test_the_next_page_to_review_is_the_one_behind_where_one_is() -> None:
    listed = [_entry(1, 2), _entry(1, 5, reviewed=True), _entry(1, 9), _entry(7, 0)]
    order = {JobId(1): 0, JobId(7): 1}

    def go(job: int, page: int, step: int = 1) -> tuple[int, int] | None:
        found = next_place(listed, order, (JobId(job), page), step)
        return None if found is None else found.place

    assert go(1, 0) == (1, 2)
    assert go(1, 2) == (1, 9)
    assert go(1, 9) == (7, 0)
    assert go(7, 0) == (1, 2)
    assert go(1, 2, -1) == (7, 0)
    assert go(1, 4, -1) == (1, 2)
    assert next_place([_entry(1, 1, reviewed=True)], order, None, 1) is None
    assert next_place(listed, order, None, -1) == listed[-1]
