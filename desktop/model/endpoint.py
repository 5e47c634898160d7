"""Servers as a person names them, and their reachable addresses."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

#: The address that stands for the CPU engine which Diptych brings along.
BUILTIN = "builtin"


class ProfileName(StrEnum):
    """The kinds of server that Diptych knows how to talk to."""

    BUILTIN = "builtin"
    DEEPSEEK_RS = "deepseek-ocr.rs"
    VLLM = "vllm"
    LLAMA_CPP = "llama.cpp"
    OLLAMA = "ollama"
    GENERIC = "generic"


@dataclass(frozen=True, slots=True)
class ServerSpec:
    """A server as a person chose it, before anybody asked it what it is.

    ``address`` is ``builtin`` or a base URL. ``profile`` ``None`` means: find out by probing.
    ``model`` empty means the server's own; ``limit`` 0 the profile's. The bearer token is not part
    of it, so that it can be stored: tokens come from the environment or the settings.
    """

    address: str = BUILTIN
    profile: ProfileName | None = None
    model: str = ""
    limit: int = 0


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One reachable address of a server, with all that a request needs.

    ``url`` is the base without ``/v1`` and without a slash at its end. ``limit`` is how many
    requests may be in flight at once. ``token`` is a bearer token or empty; it is kept out of
    ``repr``, so that no log has it. ``name`` is what people see.
    """

    url: str
    profile: ProfileName
    model: str
    limit: int
    token: str = ""
    name: str = ""

    def __repr__(self) -> str:
        return f"Endpoint({self.url!r}, {self.profile.value!r}, {self.model!r}, limit={self.limit})"
