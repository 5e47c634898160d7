"""How long conversions stay in the library, as the person chose."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.model.states import FINISHED_JOB, JobId
from desktop.model.summary import JobSummary

_DAY = 86_400.0
#: For how many seconds each choice of ``Settings.keep`` keeps them; the others keep them for ever.
_KEPT = {"year": 365 * _DAY, "month": 31 * _DAY, "week": 7 * _DAY, "session": 0.0}


def expired(jobs: Iterable[JobSummary], keep: str, *, now: float) -> tuple[JobId, ...]:
    """The finished conversions whose time is over; ``now`` in seconds since the epoch."""
    if keep not in _KEPT:
        return ()
    return tuple(
        job.job for job in jobs if job.state in FINISHED_JOB and now - job.created >= _KEPT[keep]
    )
