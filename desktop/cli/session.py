"""What every command has at hand: settings, folders, and the two streams it may write to."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from desktop.errors import KnownError
from desktop.model.endpoint import BUILTIN, ServerSpec
from desktop.paths import Paths
from desktop.settings import Settings
from desktop.text import clean

#: Columns where no terminal shows them.
WIDE = 1000


@dataclass(frozen=True, slots=True)
class Session:
    """One run of one command. ``console`` is standard error; results go to ``result``."""

    args: argparse.Namespace
    paths: Paths
    settings: Settings
    console: Console = field(default_factory=lambda: _console(stderr=True))

    @property
    def quiet(self) -> bool:
        """Say only what went wrong."""
        return bool(self.args.quiet)

    @property
    def verbose(self) -> bool:
        """Say more than usual."""
        return bool(self.args.verbose)

    def say(self, text: str) -> None:
        """Say something on standard error unless it is to be quiet."""
        if not self.quiet:
            self.console.print(escape(text), soft_wrap=True)

    def complain(self, error: KnownError) -> None:
        """Say what went wrong and what to do about it, even when it is to be quiet."""
        self.console.print(f"[red]{escape(error.what)}[/]", soft_wrap=True)
        if error.advice:
            self.console.print(escape(error.advice), soft_wrap=True)

    def result(self, lines: Iterable[str]) -> None:
        """Write lines to standard output."""
        try:
            for line in lines:
                sys.stdout.write(f"{line}\n")
            sys.stdout.flush()
        except BrokenPipeError:
            _hush()

    def show(self, table: Table) -> None:
        """Write a table to standard output; as wide as it wants to be where nobody looks."""
        try:
            _console().print(table)
        except BrokenPipeError:
            _hush()

    def result_json(self, content: Mapping[str, object]) -> None:
        """Write one JSON object to standard output."""
        self.result([json.dumps(content, indent=2)])

    def tokens(self, servers: Iterable[ServerSpec]) -> Mapping[str, str]:
        """The bearer token of each of the servers that has one, by address.

        Those of the settings come first; ``DIPTYCH_SERVER_TOKEN`` is for all the others.
        """
        kept = {_base(address): token for address, token in self.settings.tokens.items()}
        given = os.environ.get("DIPTYCH_SERVER_TOKEN", "")
        found = {
            server.address: kept.get(_base(server.address), given)
            for server in servers
            if server.address != BUILTIN
        }
        return {address: token for address, token in found.items() if token}


def _console(*, stderr: bool = False) -> Console:
    console = Console(stderr=stderr, highlight=False)
    if not console.is_terminal:
        # Nobody sees an edge at which words would have to break; programs read whole lines.
        console.width = WIDE
    return console


def _base(address: str) -> str:
    """An address without what people write or leave out at its end."""
    return address.rstrip("/").removesuffix("/v1")


def _hush() -> None:
    """Whoever reads standard output has seen enough; Python would complain again at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def path_text(path: Path) -> str:
    """A path for people: relative to the current folder where it lies in there, and printable."""
    try:
        shown = path.relative_to(Path.cwd())
    except (ValueError, FileNotFoundError):
        shown = path
    return clean(str(shown))
