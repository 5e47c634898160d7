"""Which endpoints a choice of servers has."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from desktop.conversion.trouble import ServersGone
from desktop.conversion.watching import ServerWatch
from desktop.errors import KnownError, ServerError, ServerNeedsRestart, UsageError
from desktop.model.cancel import CancelToken
from desktop.model.endpoint import BUILTIN, Endpoint, ServerSpec
from desktop.model.events import ServerNote
from desktop.ocr.client import Client


class Engine(Protocol):
    """What is needed of the built-in engine's owner."""

    def endpoint(self, *, cancel: CancelToken | None = None) -> Endpoint:
        """The running engine's address; starts it if need be."""

    def touch(self) -> None:
        """Say that the engine is in use."""

    def stop(self) -> None:
        """End its process."""


@dataclass(frozen=True, slots=True)
class Finder:
    """Asks servers what they are. ``tokens`` are bearer tokens by address.

    ``watch`` is told what became of each.
    """

    client: Client
    engine: Engine
    on_note: Callable[[ServerNote], None]
    watch: ServerWatch = field(default_factory=ServerWatch)
    tokens: Mapping[str, str] = field(default_factory=dict, repr=False)

    def find(
        self, specs: Sequence[ServerSpec], cancel: CancelToken
    ) -> list[tuple[ServerSpec, Endpoint]]:
        """The servers that answer, each with its endpoint; of the others people are told.

        Starts the built-in engine if it is one of them. Raises ``ServersGone`` if none answers,
        ``Cancelled``.
        """
        found: list[tuple[ServerSpec, Endpoint]] = []
        errors: list[ServerError | UsageError] = []
        for spec in specs:
            try:
                found.append((spec, self.find_one(spec, cancel)))
            except (ServerError, UsageError) as error:
                errors.append(error)
                if len(specs) > 1:
                    self.on_note(ServerNote(spec.address, str(error)))
        if not found:
            # One that may come back is worth waiting for, whatever the others said.
            best = min(errors, key=lasting_error)
            raise ServersGone(best, lasting=lasting_error(best))
        return found

    def find_one(self, spec: ServerSpec, cancel: CancelToken) -> Endpoint:
        """The endpoint of one server. Raises ``ServerError``, ``UsageError``, ``Cancelled``."""
        try:
            endpoint = self._ask(spec, cancel)
        except (ServerError, UsageError) as error:
            self.watch.lost(spec, error)
            raise
        self.watch.found(spec, endpoint)
        return endpoint

    def _ask(self, spec: ServerSpec, cancel: CancelToken) -> Endpoint:
        if spec.address == BUILTIN:
            endpoint = self.engine.endpoint(cancel=cancel)
            return replace(endpoint, limit=spec.limit) if spec.limit else endpoint
        return self.client.probe(spec, token=self.tokens.get(spec.address, ""), cancel=cancel)

    def probe(
        self, spec: ServerSpec, *, token: str = "", cancel: CancelToken | None = None
    ) -> Endpoint:
        """What answers at an address, asked with this token; nothing of it is kept.

        Starts the built-in engine if it is meant. Raises as ``find_one``.
        """
        if spec.address == BUILTIN:
            return self.engine.endpoint(cancel=cancel)
        return self.client.probe(spec, token=token, cancel=cancel)


def lasting_error(error: KnownError) -> bool:
    """Whether a server that fails so will fail until somebody changes something about the job.

    A server that is gone, busy or wants a restart may be back any time.
    """
    transient = isinstance(error, ServerError) and error.transient
    return not (transient or isinstance(error, ServerNeedsRestart))
