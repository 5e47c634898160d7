"""What people are told of the servers: how they are doing, what their logs say, who is well."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace

from desktop.conversion.watching import ServerWatch, address_of
from desktop.errors import KnownError, UsageError
from desktop.model.endpoint import BUILTIN, ServerSpec
from desktop.model.status import ServerState, ServerStatus
from desktop.ocr.health import Health
from desktop.ocr.probe import base_url
from desktop.ocr.profiles import profile_of
from desktop.servers.builtin import BuiltinServer


class Statuses:
    """The servers that were used, looked for or asked about since the program began.

    Thread-safe, but ``health`` belongs to one event loop. ``tokens`` are bearer tokens by address.
    """

    def __init__(
        self, watch: ServerWatch, engine: BuiltinServer, tokens: Mapping[str, str]
    ) -> None:
        self._watch = watch
        self._engine = engine
        self._tokens = tokens
        self._health = Health()

    def prepare(self) -> None:
        """Make the first ``health`` as quick as the others; call it outside the event loop."""
        self._health.prepare()

    def status(self) -> tuple[ServerStatus, ...]:
        """How each server is doing, the built-in engine first. Costs nothing and asks nobody."""
        return tuple(self._as_it_is(status) for status in self._watch.all())

    def _as_it_is(self, status: ServerStatus) -> ServerStatus:
        """The built-in engine's process may have died since anybody used it."""
        lives = status.state in (ServerState.READY, ServerState.BUSY)
        if status.address != BUILTIN or not lives or status.in_flight or self._engine.running:
            return status
        return replace(status, state=ServerState.DOWN, note="Its process has ended.")

    def log_tail(self, address: str) -> str:
        """The last lines of a server's log, as far as it can be had: the built-in engine's own.

        Of other servers, and while the engine has said nothing, what happened to them.
        """
        own = self._engine.log_tail() if address == BUILTIN else ""
        return own or self._watch.log(address)

    async def health(self, servers: Sequence[ServerSpec] = ()) -> tuple[ServerStatus, ...]:
        """Ask every known server and these whether they are well, all at once; then ``status``.

        Takes a few seconds at most and starts nothing: not the built-in engine, and no model. A
        server that has pages in hand is not asked.
        """
        known = (
            ServerSpec(status.address) for status in self.status() if status.address != BUILTIN
        )
        wanted = {address_of(spec): spec for spec in (*known, *servers)}
        wanted.pop(BUILTIN, None)
        await asyncio.gather(*(self._ask(spec) for spec in wanted.values()))
        return self.status()

    async def _ask(self, spec: ServerSpec) -> None:
        error: KnownError | None
        try:
            url = base_url(spec.address)
        except UsageError as problem:
            error = problem
        else:
            endpoint = self._watch.endpoint(spec)
            path = profile_of(endpoint).health if endpoint is not None else "/v1/models"
            name = endpoint.name if endpoint is not None else f"the server at {spec.address}"
            token = self._tokens.get(spec.address, "") or (endpoint.token if endpoint else "")
            error = await self._health.ask(url + path, server=name, token=token)
        self._watch.answered(spec, error)
