"""``diptych doctor``: what is there and what is missing."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import asdict

from rich import box
from rich.markup import escape
from rich.table import Table

from desktop import __version__
from desktop.cli import checks
from desktop.cli.checks import Check
from desktop.cli.exits import Exit
from desktop.cli.session import Session
from desktop.errors import KnownError
from desktop.model.endpoint import BUILTIN, ServerSpec
from desktop.ocr.client import Client
from desktop.servers.builtin import BuiltinServer


def doctor(session: Session) -> int:
    """Print every check; the exit code is 1 if one of them is not well."""
    found = []
    for check in _checks(session):
        found.append(check)
        if session.verbose and not session.args.json:
            session.say(f"looked at {check.name}")
    well = all(check.ok for check in found)
    if session.args.json:
        rows = [asdict(check) for check in found]
        session.result_json({"diptych": __version__, "ok": well, "checks": rows})
    else:
        session.show(_table(found))
    return Exit.OK if well else Exit.SOME_FAILED


def _checks(session: Session) -> Iterator[Check]:
    yield checks.python()
    yield from checks.parts()
    yield checks.models()
    yield checks.one_opencv()
    yield checks.pandoc()
    yield from checks.machine()
    yield from checks.folders(session.paths)
    yield checks.library(session.paths)
    yield checks.child()
    named = session.args.servers.specs(())
    tokens = session.tokens(named)
    for spec in named:
        yield _server(spec, tokens.get(spec.address, ""))


def _server(spec: ServerSpec, token: str) -> Check:
    """Whether a server answers, and what it is. The built-in engine is started for it."""
    name = f"server {spec.address}"
    with contextlib.ExitStack() as stack:
        try:
            if spec.address == BUILTIN:
                endpoint = stack.enter_context(contextlib.closing(BuiltinServer())).endpoint()
            else:
                endpoint = stack.enter_context(Client()).probe(spec, token=token)
        except KnownError as error:
            return Check(name, False, error.what, error.advice)
    says = f"{endpoint.profile}, model {endpoint.model}, {endpoint.limit} pages at once"
    return Check(name, True, says)


def _table(found: list[Check]) -> Table:
    table = Table("", "What", "Says", box=box.SIMPLE)
    for check in found:
        says = escape(f"{check.says} {check.remedy}".strip())
        table.add_row("[green]ok[/]" if check.ok else "[red]missing[/]", escape(check.name), says)
    return table
