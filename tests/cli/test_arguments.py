"""The words of the command line and what they mean."""

from __future__ import annotations

import argparse
from argparse import Namespace

import pytest

from desktop.cli import choices, kinds
from desktop.cli.arguments import parser
from desktop.errors import UsageError
from desktop.model.endpoint import ProfileName, ServerSpec
from desktop.model.options import ExportFormat
from desktop.model.recognition import Mode, ModeKind

USUAL = ("builtin",)


def read(*words: str) -> Namespace:
    return parser().parse_args(["convert", "paper.pdf", *words])


def servers(*words: str) -> tuple[ServerSpec, ...]:
    named: kinds.Servers = read(*words).servers
    return named.specs(USUAL)


def test_without_a_server_the_usual_one_reads() -> None:
    assert servers() == (ServerSpec("builtin"),)


def test_each_server_has_the_options_that_follow_it() -> None:
    assert servers(
        "--server", "http://a", "--profile", "vllm", "--limit", "9", "--server", "http://b"
    ) == (
        ServerSpec("http://a", ProfileName.VLLM, "", 9),
        ServerSpec("http://b"),
    )


def test_options_before_the_first_server_hold_for_all() -> None:
    words = ("--model", "m", "--server", "http://a", "--server", "http://b", "--model", "other")
    assert servers(*words) == (
        ServerSpec("http://a", None, "m"),
        ServerSpec("http://b", None, "other"),
    )


def test_options_without_a_server_are_for_the_usual_one() -> None:
    assert servers("--limit", "3") == (ServerSpec("builtin", None, "", 3),)


def test_one_command_line_does_not_remember_another() -> None:
    assert servers("--server", "http://a") == servers("--server", "http://a")


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("builtin", "builtin"),
        ("localhost:8000", "http://localhost:8000"),
        ("https://host/path/", "https://host/path"),
        (" http://[::1]:8000 ", "http://[::1]:8000"),
    ],
)
def test_an_address_is_understood(text: str, means: str) -> None:
    assert kinds.address(text) == means


@pytest.mark.parametrize(
    "text", ["", "ftp://host", "http://", "http:///", "two words", "file:///x"]
)
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError):
        kinds.address(text)


def test_formats_keep_their_order_and_lose_doubles() -> None:
    assert kinds.formats("DOCX, .md,docx") == (ExportFormat.DOCX, ExportFormat.MARKDOWN)


@pytest.mark.parametrize(
    ("words", "mode"),
    [
        ((), Mode()),
        (("--mode", "plain"), Mode(ModeKind.PLAIN)),
        (("--locate", "total"), Mode(ModeKind.LOCATE, "total")),
        (("--mode", "locate", "--locate", "total"), Mode(ModeKind.LOCATE, "total")),
        (("--prompt", "Read it."), Mode(ModeKind.FREE, "Read it.")),
    ],
)
def test_a_mode_is_understood(words: tuple[str, ...], mode: Mode) -> None:
    assert choices.mode(read(*words)) == mode


@pytest.mark.parametrize(
    "words",
    [
        ("--mode", "locate"),
        ("--mode", "free"),
        ("--mode", "free", "--prompt", "  "),
        ("--mode", "plain", "--locate", "x"),
        ("--mode", "markdown", "--prompt", "x"),
        ("--mode", "locate", "--prompt", "x"),
    ],
)
def test_a_mode_without_its_words_or_with_others_is_refused(words: tuple[str, ...]) -> None:
    with pytest.raises(UsageError):
        choices.mode(read(*words))


@pytest.mark.parametrize(
    "words",
    [
        ("--to", "pdf"),
        ("--to", ","),
        ("--server", "ftp://x"),
        ("--limit", "0"),
        ("--limit", "many"),
        ("--profile", "unheard-of"),
        ("--mode", "layout"),
        ("--mode", "table"),
        ("--retries", "4"),
        ("--rotate", "45"),
        ("--long-edge", "9"),
        ("--text-layer", "perhaps"),
        ("--overwrite", "--skip-existing"),
        ("--quiet", "--verbose"),
        ("--locate", "a", "--prompt", "b"),
        ("--pass", "abbreviated"),
        ("--jobs", "0"),
    ],
)
def test_wrong_words_are_wrong_usage(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        read(*words)
    assert end.value.code == 2
    assert "Traceback" not in capsys.readouterr().err
