"""What can be asked of a child process; frozen, so that it can be sent there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.errors import KnownError
from desktop.model.document import RenderRequest

#: The exit code of a child that ended itself because it used too much memory.
OUT_OF_MEMORY = 77


@dataclass(frozen=True, slots=True)
class Look:
    """Open the document and tell its ``Facts``."""

    path: Path
    password: str | None


@dataclass(frozen=True, slots=True)
class Draw:
    """Draw and encode a page: a ``PageImage``."""

    request: RenderRequest

    @property
    def path(self) -> Path:
        """The document's file."""
        return self.request.path


@dataclass(frozen=True, slots=True)
class ReadText:
    """Read the text that a page carries: a ``TextLayer``."""

    path: Path
    page: int
    password: str | None
    rotation: int


Task = Look | Draw | ReadText


@dataclass(frozen=True, slots=True)
class Done:
    """The task's value."""

    value: object


@dataclass(frozen=True, slots=True)
class Refused:
    """The document or the page is wrong in a way that is known; the child goes on."""

    error: KnownError


@dataclass(frozen=True, slots=True)
class Collapsed:
    """The child ends after this: it ran out of memory, or met an error that it does not know."""

    out_of_memory: bool
    details: str = ""


Reply = Done | Refused | Collapsed
