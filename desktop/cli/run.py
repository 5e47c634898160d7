"""One command from its words to its exit code, and the boundary at which bugs end."""

from __future__ import annotations

import argparse
import contextlib
import io
import logging
import platform
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from desktop import __version__
from desktop.cli.arguments import parser
from desktop.cli.exits import Exit
from desktop.errors import Cancelled, KnownError

if TYPE_CHECKING:
    from desktop.cli.session import Session

log = logging.getLogger(__name__)


def run(words: Sequence[str]) -> int:
    """Run the command line ``words`` and return the exit code."""
    top = parser()
    try:
        args = top.parse_args(words)
    except SystemExit as end:
        # argparse has said all there is to say: help (0) or wrong usage (2).
        return end.code if isinstance(end.code, int) else Exit.USAGE
    if not args.command:
        top.print_help(sys.stderr)
        return Exit.USAGE
    return _run(args)


def _run(args: argparse.Namespace) -> int:
    # Not at the top: help must not wait for them.
    from desktop import settings
    from desktop.cli.session import Session
    from desktop.logs import Log
    from desktop.paths import user_paths

    _let_names_through()
    paths = user_paths()
    loaded = settings.load(paths.config)
    session = Session(args, paths, loaded.settings)
    with Log(paths.logs, verbose=args.verbose) as written:
        python = platform.python_version()
        log.info("diptych %s on Python %s: %s", __version__, python, args.command)
        for problem in filter(None, (loaded.complaint, written.problem)):
            session.say(problem)
        try:
            return _command(args.command)(session)
        except KnownError as error:
            log.warning("%s: %s %s", error.kind, error.what, error.details)
            session.complain(error)
            return Exit.USAGE
        except (Cancelled, KeyboardInterrupt):
            return Exit.INTERRUPTED
        except Exception:
            # The boundary: whatever comes here is a bug, and a person can do nothing with a trace.
            log.exception("a bug ended the command")
            session.console.print("[red]Diptych has made a mistake of its own and had to stop.[/]")
            where = f"see {written.path}" if not written.problem else "there is no log to see"
            session.console.print(
                f"Nothing that was finished is lost; for the details {where}.", soft_wrap=True
            )
            return Exit.BUG


def _command(name: str) -> Callable[[Session], int]:
    """The function behind a command; only its own modules are imported."""
    match name:
        case "convert":
            from desktop.cli.convert import convert

            return convert
        case "resume":
            from desktop.cli.resume import resume

            return resume
        case "list":
            from desktop.cli.library import list_jobs

            return list_jobs
        case "cancel":
            from desktop.cli.library import cancel

            return cancel
        case "export":
            from desktop.cli.library import export

            return export
        case "doctor":
            from desktop.cli.doctor import doctor

            return doctor
    raise AssertionError(f"no such command: {name}")


def _let_names_through() -> None:
    """Let standard output take every file name, and standard error every text.

    File names may have bytes that are no text in the terminal's encoding.
    """
    for stream, errors in ((sys.stdout, "surrogateescape"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            with contextlib.suppress(ValueError):
                stream.reconfigure(errors=errors)
