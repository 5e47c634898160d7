"""An export under way: document after document, each failing for itself. No widgets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.errors import KnownError
from desktop.model.cancel import CancelToken
from desktop.model.states import JobId
from desktop.model.summary import JobSummary
from desktop.service import Service
from desktop.ui.dialogs.export_plan import Due, Gaps, Wish, exportable, gaps, plan


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be exported."""

    job: JobId
    source: Path
    error: KnownError


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an export."""

    written: tuple[Path, ...]
    failures: tuple[Failure, ...]


@dataclass(frozen=True, slots=True)
class Ahead:
    """What an export would do: the files of each document, and the pages that are missing."""

    due: tuple[Due, ...]
    gaps: Gaps


def look(service: Service, jobs: Sequence[JobSummary], wish: Wish) -> Ahead:
    """What would be done now. Documents of which nothing is read yet are left out."""
    now = as_they_are(service, jobs)
    return Ahead(plan(exportable(now), wish), gaps(now))


def run(
    service: Service,
    jobs: Sequence[JobSummary],
    wish: Wish,
    *,
    cancel: CancelToken,
    progress: Callable[[float], None],
) -> Outcome:
    """Write everything. ``progress`` gets the share (0–1) of all. Raises ``Cancelled``.

    What was written before a cancel stays. Names are settled now, whatever was shown before.
    """
    written: list[Path] = []
    failures = []
    due = look(service, jobs, wish).due
    for number, one in enumerate(due):
        cancel.raise_if_cancelled()

        def part(share: float, number: int = number) -> None:
            progress((number + share) / len(due))

        try:
            written += service.export(one.job, one.plan, cancel=cancel, progress=part)
        except KnownError as error:
            failures.append(Failure(one.job, one.source, error))
        part(1.0)
    return Outcome(tuple(written), tuple(failures))


def as_they_are(service: Service, jobs: Sequence[JobSummary]) -> tuple[JobSummary, ...]:
    """The jobs as the library has them by now; what was shown of them may be a moment old."""
    known = {job.job: job for job in service.jobs()}
    return tuple(known[job.job] for job in jobs if job.job in known)
