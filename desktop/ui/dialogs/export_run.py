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
from desktop.ui.dialogs.export_plan import Wish, plan


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
    for number, due in enumerate(plan(jobs, wish)):
        cancel.raise_if_cancelled()

        def part(share: float, number: int = number) -> None:
            progress((number + share) / len(jobs))

        try:
            written += service.export(due.job, due.plan, cancel=cancel, progress=part)
        except KnownError as error:
            failures.append(Failure(due.job, due.source, error))
        part(1.0)
    return Outcome(tuple(written), tuple(failures))
