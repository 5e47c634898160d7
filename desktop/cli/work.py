"""Jobs at work: watched until they end, or stopped tidily."""

from __future__ import annotations

import time
from collections.abc import Sequence

from desktop.cli import report
from desktop.cli.board import Board
from desktop.cli.interrupts import Interrupts
from desktop.cli.report import Outcome
from desktop.cli.session import Session
from desktop.model.states import JobId
from desktop.service import Service

#: How soon a signal is noticed while waiting, in seconds.
LOOK = 0.1
STOPPING = "Stopping; Ctrl+C once more stops at once."


def finish(
    session: Session, service: Service, interrupts: Interrupts, jobs: Sequence[JobId]
) -> dict[JobId, Outcome]:
    """Start the jobs, wait until nothing moves in them or a signal came; what came of each."""
    if jobs:
        with Board(session, [service.job(job) for job in jobs]) as board:
            leave = service.subscribe(board.watch)
            try:
                service.start()
                _wait(service, interrupts, jobs)
            finally:
                leave()
    return {job: Outcome.of(service.job(job), service.pages(job)) for job in jobs}


def _wait(service: Service, interrupts: Interrupts, jobs: Sequence[JobId]) -> None:
    while not interrupts.token.cancelled:
        began = time.monotonic()
        # An early “no” says that nothing more happens by itself: a job stands still for a reason.
        if service.wait(jobs, timeout=LOOK) or time.monotonic() - began < LOOK:
            return


def close(session: Session, interrupts: Interrupts, outcomes: Sequence[Outcome]) -> int:
    """Say what came of it and return the exit code."""
    code = interrupts.exit_code or report.exit_code(outcomes)
    report.tell(session, outcomes, code)
    if any(outcome.unfinished for outcome in outcomes):
        session.say("To go on where this stopped: diptych resume")
    return code
