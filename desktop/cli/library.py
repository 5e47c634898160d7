"""``diptych list``, ``cancel``, ``export``: what is in the library, and files made of it again."""

from __future__ import annotations

from datetime import datetime

from rich import box
from rich.markup import escape
from rich.table import Table

from desktop import __version__
from desktop.cli import choices, work
from desktop.cli.exits import Exit
from desktop.cli.interrupts import Interrupts
from desktop.cli.outputs import Names, Source
from desktop.cli.report import Outcome
from desktop.cli.session import Session, path_text
from desktop.errors import Cancelled, UsageError
from desktop.model.states import JobId
from desktop.model.summary import JobSummary
from desktop.service import Service


def list_jobs(session: Session) -> int:
    """Print every conversion, oldest first."""
    with Service(session.paths) as service:
        jobs = service.jobs()
    if session.args.json:
        documents = [Outcome.of(job, ()).as_json() for job in jobs]
        session.result_json({"diptych": __version__, "documents": documents})
    elif jobs:
        session.show(_table(jobs))
    else:
        session.say("There are no conversions yet.")
    return Exit.OK


def _table(jobs: tuple[JobSummary, ...]) -> Table:
    table = Table("Job", "Begun", "State", "Pages", "Document", box=box.SIMPLE)
    for job in jobs:
        begun = datetime.fromtimestamp(job.created).astimezone().strftime("%Y-%m-%d %H:%M")
        outcome = Outcome.of(job, ())
        pages = f"{outcome.read}/{job.pages}"
        state = f"{job.state}: {job.reason.what}" if job.reason else job.state
        table.add_row(str(job.job), begun, escape(state), pages, escape(path_text(job.path)))
    return table


def cancel(session: Session) -> int:
    """Give up conversions; pages that were read stay in the library."""
    with Service(session.paths) as service:
        jobs = [service.job(JobId(number)) for number in session.args.jobs]
        for job in jobs:
            service.cancel(job.job)
            session.say(f"{job.job} {path_text(job.path)}: {service.job(job.job).state}")
    return Exit.OK


def export(session: Session) -> int:
    """Write files of what a conversion has so far."""
    args = session.args
    with (
        Interrupts(lambda: session.say(work.STOPPING)) as interrupts,
        Service(session.paths) as service,
    ):
        job = service.job(JobId(args.job))
        names = Names(choices.folder(session), choices.formats(session), choices.existing(args))
        plan = names.plan(Source(job.path), choices.assembly(args))
        if plan is None:
            session.say("The files are all there.")
            return Exit.OK
        if not Outcome.of(job, ()).read:
            raise UsageError(
                f"No page of the conversion number {job.job} has been read.",
                "Finish it first: diptych resume",
            )
        try:
            files = service.export(job.job, plan, cancel=interrupts.token)
        except Cancelled:
            return interrupts.exit_code
    if args.json:
        session.result_json({"diptych": __version__, "files": [str(file) for file in files]})
    else:
        session.result(map(str, files))
    return Exit.OK
