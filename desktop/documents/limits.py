"""How much of the computer one untrusted document may use."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What a child process may spend on one task before it is ended.

    ``seconds`` for opening a document, or for one page of it. ``memory`` in bytes: address space
    where the system limits that (``RLIMIT_AS``: Linux), elsewhere resident memory, looked at four
    times a second. ``decoded_pixels`` is the largest picture that is decoded, after whatever a
    JPEG can leave out by itself; a picture in memory takes four bytes a pixel. ``image_pixels`` and
    ``image_edge`` are the largest page image that is handed out; what asks for more is scaled down
    to it, with a note. ``niceness`` (0–19) says how far the child lets other processes go first,
    where the system knows that.
    """

    seconds: float = 30.0
    memory: int = 2 * 1024**3
    decoded_pixels: int = 120_000_000
    image_pixels: int = 40_000_000
    image_edge: int = 20_000
    niceness: int = 0


#: Generous to any document that a person would read, and far below what stops a small computer.
DEFAULT_LIMITS = Limits()
