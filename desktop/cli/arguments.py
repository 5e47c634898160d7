"""The words of the command line, and nothing of what they do.

Kept free of heavy imports: help must come at once.
"""

from __future__ import annotations

import argparse
import textwrap
from pathlib import Path

from desktop import __version__
from desktop.cli import kinds
from desktop.model.options import TextLayerUse
from desktop.model.recognition import ModeKind

#: What a person may ask for; the other modes are the program's own.
MODES = tuple(m.value for m in ModeKind if m not in (ModeKind.LAYOUT, ModeKind.TABLE))

#: What can be said to ``diptych`` first; anything else is a file for the window.
COMMANDS = frozenset({"convert", "resume", "list", "cancel", "export", "doctor", "serve"})

_ABOUT = """\
Turns documents into text that people can read, edit and trust, on their own machine.
Without a command it opens its window, with the files and folders that are named.
"""
_CONVERT = """\
    Read PDFs and images (PNG, JPEG, WebP, BMP, GIF, TIFF) and write Markdown, Word and other
    files. Folders are read with all that is in them. The files that were written are listed on
    standard output, one a line; everything else is said on standard error.
    """
_CONVERT_END = """\
    exit codes:
      0    every page is done and every file written
      1    some failed; they are listed with their reasons
      2    wrong usage, or nothing could be done
      130  stopped with Ctrl+C; `diptych resume` goes on

    environment:
      DIPTYCH_PASSWORD      the password of encrypted PDFs
      DIPTYCH_SERVER_TOKEN  the bearer token for the servers given with --server
      DIPTYCH_HOME          one folder for library, settings and logs

    examples:
      diptych convert paper.pdf
      diptych convert scans/ -o out --to md,docx --server http://localhost:8000
      diptych convert book.pdf --pages 1-20,last --text-layer never --json
    """


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    top = argparse.ArgumentParser(
        prog="diptych",
        usage="diptych [-h] [--version] [COMMAND … | FILE …]",
        description=_ABOUT,
        allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"diptych {__version__}")
    commands = top.add_subparsers(
        dest="command", metavar="COMMAND", title="commands", prog="diptych"
    )
    _convert(_command(commands, "convert", "documents in, files out", _CONVERT, _CONVERT_END))
    _resume(_command(commands, "resume", "finish every conversion that was interrupted"))
    _list(_command(commands, "list", "list the conversions in the library"))
    _cancel(_command(commands, "cancel", "give up conversions, so that resume leaves them alone"))
    _export(_command(commands, "export", "write files of a conversion in the library"))
    _doctor(_command(commands, "doctor", "say what is there and what is missing"))
    # Dispatched before this parser is made; here only for the help.
    commands.add_parser("serve", help="run the built-in engine as a server (--help: its options)")
    return top


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    about: str,
    description: str = "",
    end: str = "",
) -> argparse.ArgumentParser:
    command = commands.add_parser(
        name,
        help=about,
        description=textwrap.dedent(description) or f"{about.capitalize()}.",
        epilog=textwrap.dedent(end),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    loudness = command.add_mutually_exclusive_group()
    loudness.add_argument("-q", "--quiet", action="store_true", help="say only what went wrong")
    loudness.add_argument("-v", "--verbose", action="store_true", help="say more, and log more")
    return command


def _convert(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", nargs="+", type=Path, metavar="FILE", help="file or folder")
    _outputs(command)
    _servers(command)
    _reading(command)
    _running(command)


def _outputs(command: argparse.ArgumentParser) -> None:
    group = command.add_argument_group("what is written")
    group.add_argument(
        "-o", "--output", type=Path, metavar="DIR", help="where to (default: the current folder)"
    )
    _to(group)
    existing = group.add_mutually_exclusive_group()
    existing.add_argument(
        "--overwrite",
        action="store_true",
        help="replace files that exist (default: write “NAME (2)” beside them)",
    )
    existing.add_argument(
        "--skip-existing",
        action="store_true",
        help="leave out documents whose files all exist",
    )
    _assembly(group)
    group.add_argument("--json", action="store_true", help="one JSON object on standard output")


def _to(group: argparse._ActionsContainer) -> None:
    group.add_argument(
        "--to",
        type=kinds.formats,
        metavar="FORMATS",
        help="md, docx, html, json, txt, with commas between them (default: md,docx)",
    )


def _assembly(group: argparse._ActionsContainer) -> None:
    group.add_argument(
        "--keep-headers",
        action="store_true",
        help="keep running headers, footers and page numbers",
    )
    group.add_argument(
        "--no-join",
        action="store_true",
        help="do not join paragraphs and tables that go over a page break",
    )
    group.add_argument("--page-marks", action="store_true", help="mark where each page begins")


def _servers(command: argparse.ArgumentParser) -> None:
    group = command.add_argument_group(
        "who reads the pages",
        "Several servers share the pages. --profile, --model and --limit belong to the --server "
        "before them; before the first, they hold for all.",
    )
    command.set_defaults(servers=kinds.Servers())
    options = (
        ("--server", kinds.address, "ADDRESS", "builtin or a URL; may be repeated"),
        ("--profile", kinds.profile, "NAME", "deepseek-ocr.rs, vllm, llama.cpp, ollama, generic"),
        ("--model", str, "ID", "one of the server's models (default: its own)"),
        ("--limit", kinds.number(1, 256), "N", "pages in flight at once (default: the profile's)"),
    )
    for name, kind, shown, about in options:
        group.add_argument(
            name,
            action=kinds.ServerAction,
            type=kind,
            metavar=shown,
            help=about,
            default=argparse.SUPPRESS,
        )


def _reading(command: argparse.ArgumentParser) -> None:
    group = command.add_argument_group("how the pages are read")
    group.add_argument("--pages", default="", metavar="RANGE", help="such as 1-3,7,last")
    group.add_argument("--mode", choices=MODES, metavar="MODE", help=_modes())
    words = group.add_mutually_exclusive_group()
    words.add_argument("--locate", metavar="TEXT", help="find TEXT on the pages (mode locate)")
    words.add_argument("--prompt", metavar="TEXT", help="ask the model this (mode free)")
    group.add_argument(
        "--text-layer",
        choices=[use.value for use in TextLayerUse],
        default=TextLayerUse.AUTO.value,
        metavar="USE",
        help="use the words that a PDF carries: auto (where they are good), never, only",
    )
    group.add_argument(
        "--rotate",
        type=int,
        choices=(0, 90, 180, 270),
        default=0,
        metavar="DEGREES",
        help="turn every page clockwise by 90, 180 or 270",
    )
    group.add_argument(
        "--long-edge",
        type=kinds.number(64, 8192),
        default=0,
        metavar="PIXELS",
        help="size of the page images (default: what the server likes)",
    )
    group.add_argument(
        "--retries",
        type=kinds.number(0, 3),
        default=3,
        metavar="N",
        help="extra tries for a page that loops or is cut short (0 to 3)",
    )
    group.add_argument(
        "--send-blank", action="store_true", help="send pages that look blank all the same"
    )
    _password(group)


def _modes() -> str:
    return f"{', '.join(MODES)} (default: markdown)"


def _password(group: argparse._ActionsContainer) -> None:
    group.add_argument(
        "--password",
        metavar="TEXT",
        help="of encrypted PDFs; others on this machine may see it here, so DIPTYCH_PASSWORD is "
        "better; asked for on a terminal",
    )


def _running(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "-j",
        "--jobs",
        type=kinds.number(1, 64),
        default=0,
        metavar="N",
        help="pages in work at once, over all documents and servers (default: what these take)",
    )


def _resume(command: argparse.ArgumentParser) -> None:
    _password(command)
    command.add_argument("--json", action="store_true", help="one JSON object on standard output")


def _list(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="one JSON object on standard output")


def _cancel(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "jobs", nargs="+", type=int, metavar="JOB", help="a number from `diptych list`"
    )


def _export(command: argparse.ArgumentParser) -> None:
    command.add_argument("job", type=int, metavar="JOB", help="a number from `diptych list`")
    _outputs(command)


def _doctor(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="one JSON object on standard output")
    _servers(command)
