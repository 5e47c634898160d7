"""From the words of the command line to the options of a conversion."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from desktop.cli import kinds
from desktop.cli.outputs import Existing
from desktop.cli.session import Session
from desktop.errors import UsageError
from desktop.model.endpoint import ServerSpec
from desktop.model.options import (
    AssemblyOptions,
    ConversionOptions,
    ExportFormat,
    TextLayerUse,
)
from desktop.model.recognition import Mode, ModeKind


def options(session: Session) -> ConversionOptions:
    """How the pages are read. Raises ``UsageError``."""
    args = session.args
    return ConversionOptions(
        servers=servers(session),
        mode=mode(args),
        pages=args.pages,
        long_edge=args.long_edge,
        text_layer=TextLayerUse(args.text_layer),
        send_blank=args.send_blank,
        retries=args.retries,
        rotation=args.rotate,
    )


def servers(session: Session) -> tuple[ServerSpec, ...]:
    """The servers that were named, or the usual ones.

    ``--jobs`` is shared out among those that have no limit of their own.
    """
    named: kinds.Servers = session.args.servers
    specs = named.specs(session.settings.servers)
    most: int = session.args.jobs
    if not most:
        return specs
    free = sum(not spec.limit for spec in specs)
    most -= sum(spec.limit for spec in specs)
    shared = []
    for spec in specs:
        if not spec.limit:
            share = max(1, -(-most // free))
            most, free = most - share, free - 1
            spec = replace(spec, limit=share)
        shared.append(spec)
    return tuple(shared)


def mode(args: Namespace) -> Mode:
    """The mode with its words; ``--locate`` and ``--prompt`` alone say enough.

    Raises ``UsageError`` for a mode without its words, or for words of another mode.
    """
    words = {ModeKind.LOCATE: args.locate, ModeKind.FREE: args.prompt}
    implied = next((kind for kind, text in words.items() if text is not None), ModeKind.MARKDOWN)
    kind = ModeKind(args.mode) if args.mode else implied
    if kind is not implied and implied is not ModeKind.MARKDOWN:
        option = "--locate" if implied is ModeKind.LOCATE else "--prompt"
        raise UsageError(f"{option} makes no sense with --mode {kind}.", "Leave one of them out.")
    if kind in words and not (words[kind] or "").strip():
        option = "--locate TEXT" if kind is ModeKind.LOCATE else "--prompt TEXT"
        raise UsageError(f"The mode {kind} needs words.", f"Give them with {option}.")
    return Mode(kind, words.get(kind) or "")


def assembly(args: Namespace) -> AssemblyOptions:
    """How pages become one document."""
    return AssemblyOptions(
        keep_marginalia=args.keep_headers, join=not args.no_join, page_marks=args.page_marks
    )


def formats(session: Session) -> tuple[ExportFormat, ...]:
    """The formats that were named, or the usual ones."""
    if session.args.to:
        named: tuple[ExportFormat, ...] = session.args.to
        return named
    known = {each.value: each for each in ExportFormat}
    usual = [known[name] for name in session.settings.formats if name in known]
    return tuple(usual) or (ExportFormat.MARKDOWN, ExportFormat.DOCX)


def existing(args: Namespace) -> Existing:
    """What happens where a file of the name exists."""
    if args.overwrite:
        return Existing.OVERWRITE
    return Existing.SKIP if args.skip_existing else Existing.NUMBER


def folder(session: Session) -> Path:
    """Where the files go: made if need be, and tried. Raises ``UsageError``.

    Better to hear of it now than after an hour of reading.
    """
    chosen: Path | None = session.args.output
    usual = session.settings.folder
    target = (chosen or (Path(usual).expanduser() if usual else Path())).absolute()
    try:
        target.mkdir(parents=True, exist_ok=True)
        probe = target / f".diptych-{target.name[:20]}.tmp"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise UsageError(
            f"Nothing can be written to {target} ({error.strerror}).",
            "Choose another folder with -o.",
            details=str(error),
        ) from error
    return target
