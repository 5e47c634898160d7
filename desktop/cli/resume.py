"""``diptych resume``: finishes every conversion that was interrupted, its files included."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from desktop.cli import work
from desktop.cli.interrupts import Interrupts
from desktop.cli.passwords import Passwords
from desktop.cli.session import Session, path_text
from desktop.documents import Reader
from desktop.errors import Cancelled, KnownError, PasswordNeeded, PasswordWrong
from desktop.model.cancel import CancelToken
from desktop.model.endpoint import ServerSpec
from desktop.model.states import JobId, JobState
from desktop.model.summary import JobSummary
from desktop.service import Service
from desktop.store import Store

_WANTS_PASSWORD = (PasswordNeeded.__name__, PasswordWrong.__name__)


def resume(session: Session) -> int:
    """Take up what was interrupted and finish it; the exit code is that of ``convert``."""
    tokens = session.tokens(_servers(session))
    with Interrupts(lambda: session.say(work.STOPPING)) as interrupts:
        with Service(session.paths, tokens=tokens) as service:
            jobs = _take_up(session, service, interrupts)
            outcomes = list(work.finish(session, service, interrupts, jobs).values())
        if not outcomes:
            session.say("There is nothing to resume.")
    return work.close(session, interrupts, outcomes)


def _servers(session: Session) -> set[ServerSpec]:
    """The servers of the conversions that are not finished."""
    with Store(session.paths.database, session.paths.locks) as store:
        jobs = store.jobs.all()
    return {
        server for job in jobs if job.state is not JobState.DONE for server in job.options.servers
    }


def _take_up(session: Session, service: Service, interrupts: Interrupts) -> list[JobId]:
    """The jobs that this program has now; those that want a password get theirs."""
    passwords = Passwords(session.args.password, interrupts)
    jobs: list[JobId] = []
    with Reader() as reader:
        for job in filter(_is_locked, service.jobs()):
            fits = partial(_fits, reader, job.path, interrupts.token)
            try:
                password = passwords.open(path_text(job.path), fits)
                service.resume(job.job, password=password)
            except Cancelled:
                return jobs
            except KnownError as error:
                session.say(f"{path_text(job.path)}: {error}")
            else:
                jobs.append(job.job)
    return [*jobs, *service.adopt_interrupted(passwords.best)]


def _is_locked(job: JobSummary) -> bool:
    """Whether an interrupted job can't go on without a password."""
    if not job.encrypted:
        return False
    match job.state:
        case JobState.QUEUED | JobState.RUNNING:
            return True
        case JobState.PAUSED:
            return bool(job.reason)
        case JobState.FAILED:
            return job.reason.kind in _WANTS_PASSWORD
        case JobState.DONE | JobState.CANCELLED:
            return False


def _fits(reader: Reader, path: Path, cancel: CancelToken, password: str | None) -> str | None:
    """The password if it opens the document."""
    reader.inspect(path, password=password, cancel=cancel)
    return password
