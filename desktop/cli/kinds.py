"""Kinds of argument: text from the command line into a value, or one sentence about why not."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from desktop.model.endpoint import BUILTIN, ProfileName, ServerSpec
from desktop.model.options import ExportFormat


def formats(text: str) -> tuple[ExportFormat, ...]:
    """``md,docx`` as formats in that order, without doubles."""
    names = [name.strip().lower().lstrip(".") for name in text.split(",") if name.strip()]
    try:
        found = tuple(dict.fromkeys(ExportFormat(name) for name in names))
    except ValueError as error:
        known = ", ".join(ExportFormat)
        raise argparse.ArgumentTypeError(f"{text!r} is not a list of {known}") from error
    if not found:
        raise argparse.ArgumentTypeError("no format is named")
    return found


def number(least: int, most: int) -> Callable[[str], int]:
    """A whole number between ``least`` and ``most``."""

    def parse(text: str) -> int:
        try:
            value = int(text)
        except ValueError as error:
            raise argparse.ArgumentTypeError(f"{text!r} is not a whole number") from error
        if not least <= value <= most:
            raise argparse.ArgumentTypeError(f"{value} is not between {least} and {most}")
        return value

    return parse


def address(text: str) -> str:
    """``builtin`` or the base URL of a server; a missing scheme is http."""
    text = text.strip()
    if text == BUILTIN:
        return text
    if "://" not in text:
        text = f"http://{text}"
    scheme, _, rest = text.partition("://")
    if (
        scheme.lower() not in ("http", "https")
        or not rest.strip("/")
        or any(map(str.isspace, rest))
    ):
        raise argparse.ArgumentTypeError(f"{text!r} is neither {BUILTIN!r} nor a web address")
    return text.rstrip("/")


def profile(text: str) -> ProfileName:
    """The name of a profile."""
    try:
        return ProfileName(text.strip().lower())
    except ValueError as error:
        known = ", ".join(p for p in ProfileName if p is not ProfileName.BUILTIN)
        raise argparse.ArgumentTypeError(f"{text!r} is not one of {known}") from error


@dataclass(frozen=True, slots=True)
class Servers:
    """The servers named so far, and what was said before the first: it holds for all of them."""

    named: tuple[ServerSpec, ...] = ()
    common: ServerSpec = field(default_factory=ServerSpec)

    def plus(self, option: str, value: object) -> Servers:
        """With one option more: ``server``, or a field of the server named last."""
        if option == "server":
            return replace(self, named=(*self.named, replace(self.common, address=str(value))))
        if self.named:
            last = _changed(self.named[-1], option, value)
            return replace(self, named=(*self.named[:-1], last))
        return replace(self, common=_changed(self.common, option, value))

    def specs(self, usual: Sequence[str]) -> tuple[ServerSpec, ...]:
        """The servers, or those of the addresses ``usual`` if none was named."""
        if self.named:
            return self.named
        return tuple(replace(self.common, address=address) for address in usual)


def _changed(spec: ServerSpec, option: str, value: object) -> ServerSpec:
    match option, value:
        case "profile", ProfileName():
            return replace(spec, profile=value)
        case "model", str():
            return replace(spec, model=value)
        case "limit", int():
            return replace(spec, limit=value)
    raise AssertionError(f"no option of a server: {option}")


class ServerAction(argparse.Action):
    """Collects ``--server`` and the options that belong to the one named last."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        option_string: str | None = None,
    ) -> None:
        """Add one option to ``namespace.servers``."""
        option = (option_string or "").lstrip("-")
        servers: Servers = namespace.servers
        namespace.servers = servers.plus(option, values)
