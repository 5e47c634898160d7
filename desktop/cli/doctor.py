"""``diptych doctor``: what is there and what is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict
from functools import partial

from rich import box
from rich.markup import escape
from rich.table import Table

from desktop import __version__
from desktop.cli import checks
from desktop.cli.checks import Check
from desktop.cli.exits import Exit
from desktop.cli.session import Session
from desktop.errors import KnownError


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
    yield from checks.machine()
    yield from checks.folders(session.paths)
    yield _attempt("pandoc", checks.pandoc)
    yield _attempt("library", partial(checks.library, session.paths))
    yield _attempt("documents", checks.child)
    named = session.args.servers.specs(())
    tokens = session.tokens(named)
    for spec in named:
        check = partial(checks.server, spec, tokens.get(spec.address, ""))
        yield _attempt(f"server {spec.address}", check)


def _attempt(name: str, check: Callable[[], Check]) -> Check:
    """What a check says, or what it stumbled over."""
    try:
        return check()
    except KnownError as error:
        return Check(name, False, error.what, error.advice)
    except ImportError as error:
        return Check(name, False, f"{error}.", checks.INSTALL)
    except OSError as error:
        return Check(name, False, f"{error.strerror}: {error.filename}.", "The log may say more.")


def _table(found: list[Check]) -> Table:
    table = Table("", "What", "Says", box=box.SIMPLE)
    for check in found:
        says = escape(f"{check.says} {check.remedy}".strip())
        table.add_row("[green]ok[/]" if check.ok else "[red]missing[/]", escape(check.name), says)
    return table
