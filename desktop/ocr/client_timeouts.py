"""How long a client waits for what."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Waits in seconds; each is for one step, never for a whole page.

    ``connect`` is for a connection to be made, ``send`` for a server that takes no more bytes of a
    request. ``first_text`` is for the first words of a page that nobody is ahead of; it is long,
    because deepseek-ocr.rs loads its model inside its first request and a server may have other
    clients. ``page`` is added for each page that this client has in the server's queue ahead of the
    one that waits. ``between`` is for the next words of a page that has begun. ``probe`` is for
    each question of a probe, ``check`` for a health check.
    """

    connect: float = 5.0
    send: float = 60.0
    first_text: float = 300.0
    page: float = 180.0
    between: float = 90.0
    probe: float = 10.0
    check: float = 3.0

    def first_text_after(self, ahead: int) -> float:
        """How long to wait for the first words when ``ahead`` pages are read before this one."""
        return self.first_text + self.page * ahead
