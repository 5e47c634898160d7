"""States of jobs and pages, and the moves between them that are allowed."""

from __future__ import annotations

from enum import StrEnum
from typing import NewType

#: The store's number of a job.
JobId = NewType("JobId", int)


class JobState(StrEnum):
    """Where the conversion of one document stands."""

    QUEUED = "queued"
    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class PageState(StrEnum):
    """Where one page stands."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    BLANK = "blank"
    FAILED = "failed"
    CANCELLED = "cancelled"


#: States in which nothing more happens unless somebody asks.
FINISHED_JOB = frozenset({JobState.DONE, JobState.FAILED, JobState.CANCELLED})
FINISHED_PAGE = frozenset({PageState.DONE, PageState.BLANK, PageState.FAILED, PageState.CANCELLED})

_J, _P = JobState, PageState

#: A failed or cancelled job can be queued again (retry, resume); a done one too (read again).
JOB_MOVES: dict[JobState, frozenset[JobState]] = {
    _J.QUEUED: frozenset({_J.RUNNING, _J.PAUSED, _J.FAILED, _J.CANCELLED}),
    _J.RUNNING: frozenset({_J.QUEUED, _J.PAUSED, _J.DONE, _J.FAILED, _J.CANCELLED}),
    _J.PAUSED: frozenset({_J.QUEUED, _J.RUNNING, _J.DONE, _J.FAILED, _J.CANCELLED}),
    _J.DONE: frozenset({_J.QUEUED}),
    _J.FAILED: frozenset({_J.QUEUED}),
    _J.CANCELLED: frozenset({_J.QUEUED}),
}

#: ``RUNNING`` → ``QUEUED`` is a page whose server went away, or whose program did; ``QUEUED`` →
#: ``FAILED`` one that was not begun when its whole job failed.
PAGE_MOVES: dict[PageState, frozenset[PageState]] = {
    _P.QUEUED: frozenset({_P.RUNNING, _P.FAILED, _P.CANCELLED}),
    _P.RUNNING: frozenset({_P.QUEUED, _P.DONE, _P.BLANK, _P.FAILED, _P.CANCELLED}),
    _P.DONE: frozenset({_P.QUEUED}),
    _P.BLANK: frozenset({_P.QUEUED}),
    _P.FAILED: frozenset({_P.QUEUED}),
    _P.CANCELLED: frozenset({_P.QUEUED}),
}


class IllegalMove(Exception):
    """A state was to change in a way that the table of moves does not have: a bug."""


def check_job_move(old: JobState, new: JobState) -> None:
    """Raise ``IllegalMove`` unless a job may go from ``old`` to ``new``."""
    if new not in JOB_MOVES[old]:
        raise IllegalMove(f"job: {old} → {new}")


def check_page_move(old: PageState, new: PageState) -> None:
    """Raise ``IllegalMove`` unless a page may go from ``old`` to ``new``."""
    if new not in PAGE_MOVES[old]:
        raise IllegalMove(f"page: {old} → {new}")
