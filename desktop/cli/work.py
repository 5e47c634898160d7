"""Jobs at work: watched until they end, or stopped tidily."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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
    session: Session, service: Service, interrupts: Interrupts, names: Mapping[JobId, str]
) -> None:
    """Start the jobs in ``names`` and wait until they have ended or a signal came."""
    if not names:
        return
    with Board(session, {name: service.job(job) for job, name in names.items()}) as board:
        leave = service.subscribe(board.watch)
        try:
            service.start()
            while not interrupts.token.cancelled and not service.wait(names, timeout=LOOK):
                pass
        finally:
            leave()


def close(
    session: Session,
    interrupts: Interrupts,
    outcomes: Sequence[Outcome],
) -> int:
    """Say what came of it and return the exit code."""
    code = interrupts.exit_code or report.exit_code(outcomes)
    report.tell(session, outcomes, code)
    if any(outcome.unfinished for outcome in outcomes):
        session.say("To go on where this stopped: diptych resume")
    return code
