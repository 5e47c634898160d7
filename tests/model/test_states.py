"""The tables of moves: what can happen to a job and to a page, and what never does."""

from __future__ import annotations

import pytest

from desktop.model.states import (
    FINISHED_JOB,
    FINISHED_PAGE,
    JOB_MOVES,
    PAGE_MOVES,
    IllegalMove,
    JobState,
    PageState,
    check_job_move,
    check_page_move,
)


def test_every_state_has_its_moves() -> None:
    assert set(JOB_MOVES) == set(JobState)
    assert set(PAGE_MOVES) == set(PageState)


@pytest.mark.parametrize("state", sorted(FINISHED_JOB))
def test_a_finished_job_can_only_be_queued_again(state: JobState) -> None:
    assert JOB_MOVES[state] == {JobState.QUEUED}


@pytest.mark.parametrize("state", sorted(FINISHED_PAGE))
def test_a_finished_page_can_only_be_queued_again(state: PageState) -> None:
    assert PAGE_MOVES[state] == {PageState.QUEUED}


def test_every_job_can_be_cancelled_until_it_is_finished() -> None:
    for state in set(JobState) - FINISHED_JOB:
        check_job_move(state, JobState.CANCELLED)


def test_every_page_can_be_cancelled_until_it_is_finished() -> None:
    for state in set(PageState) - FINISHED_PAGE:
        check_page_move(state, PageState.CANCELLED)


def test_a_page_whose_server_went_away_waits_again() -> None:
    check_page_move(PageState.RUNNING, PageState.QUEUED)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (JobState.QUEUED, JobState.DONE),
        (JobState.DONE, JobState.RUNNING),
        (JobState.CANCELLED, JobState.PAUSED),
        (JobState.RUNNING, JobState.RUNNING),
    ],
)
def test_a_job_makes_no_other_move(old: JobState, new: JobState) -> None:
    with pytest.raises(IllegalMove, match=new.value):
        check_job_move(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (PageState.QUEUED, PageState.DONE),
        (PageState.DONE, PageState.RUNNING),
        (PageState.BLANK, PageState.FAILED),
    ],
)
def test_a_page_makes_no_other_move(old: PageState, new: PageState) -> None:
    with pytest.raises(IllegalMove, match=new.value):
        check_page_move(old, new)
