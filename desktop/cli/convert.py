"""``diptych convert``: documents in, files out."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from desktop.cli import choices, work
from desktop.cli.interrupts import Interrupts
from desktop.cli.outputs import Names, Source, sources
from desktop.cli.passwords import Passwords
from desktop.cli.report import Outcome
from desktop.cli.session import Session, path_text
from desktop.documents import collect
from desktop.errors import Cancelled, KnownError, UsageError
from desktop.model.cancel import CancelToken
from desktop.model.options import ConversionOptions, ExportPlan
from desktop.model.states import JobId
from desktop.service import Service


def convert(session: Session) -> int:
    """Convert what the command line names; the exit code says how much of it went well."""
    args = session.args
    options = choices.options(session)
    assembly = choices.assembly(args)
    given: list[Path] = args.files
    found = sources(given, collect(given))
    if not found:
        raise UsageError("There is no document in the folders that were named.", "Name others.")
    names = Names(choices.folder(session), choices.formats(session), choices.existing(args))

    with (
        Interrupts(lambda: session.say(work.STOPPING)) as interrupts,
        Service(session.paths, tokens=session.tokens(options.servers)) as service,
    ):
        passwords = Passwords(args.password, interrupts)
        outcomes: dict[Source, Outcome] = {}
        jobs: dict[JobId, Source] = {}
        for source in found:
            plan = names.plan(source, assembly)
            if plan is None:
                outcomes[source] = Outcome.skipped(source.path)
                continue
            add = partial(
                _add, service, source, options=options, plan=plan, cancel=interrupts.token
            )
            try:
                jobs[passwords.open(path_text(source.path), add)] = source
            except KnownError as error:
                outcomes[source] = Outcome.refused(source.path, error)
            except Cancelled:
                break
        for job, outcome in work.finish(session, service, interrupts, list(jobs)).items():
            outcomes[jobs[job]] = outcome
    return work.close(session, interrupts, [outcomes[s] for s in found if s in outcomes])


def _add(
    service: Service,
    source: Source,
    password: str | None,
    *,
    options: ConversionOptions,
    plan: ExportPlan,
    cancel: CancelToken,
) -> JobId:
    return service.add(source.path, options, plan=plan, password=password, cancel=cancel)
