"""How the OCR servers are doing, for people who wonder, and what is kept on this computer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.model.endpoint import ProfileName


class ServerState(StrEnum):
    """What a server is doing, as far as this program knows.

    ``UNKNOWN`` nobody has asked it anything yet; ``RESTING`` it failed, gets no pages and is asked
    in the background whether it is well again; ``STOPPED`` is the built-in engine while no page
    needs it.
    """

    UNKNOWN = "unknown"
    STARTING = "starting"
    READY = "ready"
    BUSY = "busy"
    RESTING = "resting"
    DOWN = "down"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class StateChange:
    """A server came into ``state`` at ``at`` (seconds since the epoch); ``note`` says why."""

    state: ServerState
    at: float
    note: str = ""


@dataclass(frozen=True, slots=True)
class ServerStatus:
    """One server and how it is doing.

    ``address`` is ``builtin`` or its base URL, which tells servers apart; ``name`` is for people.
    ``kind`` is ``None`` while nobody has found out. ``since`` is when ``state`` began, in seconds
    since the epoch, ``note`` what there is to say about it. ``history`` are its last changes, the
    oldest first, the present one last. ``limit`` is how many requests it takes at once, 0 if
    unknown, and ``in_flight`` how many it has. The two rates are those of the last minute in which
    it worked, 0 where it did not; tokens are those that it made.
    """

    address: str
    name: str
    kind: ProfileName | None
    model: str
    state: ServerState
    since: float
    history: tuple[StateChange, ...]
    limit: int = 0
    in_flight: int = 0
    pages_per_minute: float = 0.0
    tokens_per_second: float = 0.0
    note: str = ""


@dataclass(frozen=True, slots=True)
class StorageInfo:
    """What Diptych keeps on this computer: sizes on the disk in bytes, and how many of what.

    ``library_bytes`` has all conversions with their results and edits, and the copies that were
    made before the library was brought to a newer form. ``pasted_bytes`` are the pictures that
    came from the clipboard.
    """

    library_bytes: int
    thumbnails_bytes: int
    pasted_bytes: int
    logs_bytes: int
    jobs: int
    pages: int
