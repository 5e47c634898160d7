"""What each kind of server wants, as data: the order of parts, extra fields, how many at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from desktop.model.endpoint import Endpoint, ProfileName
from desktop.model.recognition import ModeKind

MEGABYTE = 1_000_000


class Protocol(StrEnum):
    """How a page is asked for."""

    OPENAI = "openai"
    OLLAMA = "ollama"


class NgramWindow(StrEnum):
    """How a server is told that no n-gram may repeat, if it can be told at all."""

    NONE = "none"
    #: vLLM's logits processor for DeepSeek-OCR, in ``vllm_xargs``.
    XARGS = "vllm_xargs"
    #: deepseek-ocr.rs: no n-gram of this length may repeat anywhere.
    SIZE = "no_repeat_ngram_size"


#: The modes that the prompts of DeepSeek-OCR make.
DEEPSEEK_MODES = frozenset(
    {
        ModeKind.MARKDOWN,
        ModeKind.WORDS,
        ModeKind.PLAIN,
        ModeKind.FIGURE,
        ModeKind.DESCRIBE,
        ModeKind.LOCATE,
        ModeKind.FREE,
    }
)
BUILTIN_MODES = frozenset(
    {ModeKind.MARKDOWN, ModeKind.WORDS, ModeKind.PLAIN, ModeKind.LAYOUT, ModeKind.TABLE}
)


@dataclass(frozen=True, slots=True)
class Profile:
    """One kind of server.

    ``title`` is its name for people. ``limit`` is how many requests may be in flight, ``serial``
    whether it reads one page at a time all the same. ``long_edge`` in pixels is what it reads best
    in a single pass, ``crops_long_edge`` when it is set up to look at crops of the page.
    ``body_limit`` is the largest request in bytes. ``image_first`` puts the image part before the
    text part. ``prefix`` begins every prompt. ``extra`` fields go into every request.
    ``retry_ngram_window`` is a window (in tokens, see ``PageRequest``) worth trying when a page
    loops. ``placeholder_fallback`` says that some builds want ``<image>`` in the text.
    ``loads_on_first_use`` says that the first request loads the model, and two first requests
    would load it twice. ``counts_when_asked`` says that a stream counts tokens only when asked to.
    ``health`` is the path of a quick health check.
    """

    name: ProfileName
    title: str
    limit: int
    max_tokens: int
    long_edge: int = 1024
    crops_long_edge: int = 1600
    serial: bool = False
    protocol: Protocol = Protocol.OPENAI
    body_limit: int = 100 * MEGABYTE
    image_first: bool = True
    prefix: str = ""
    extra: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    ngram_window: NgramWindow = NgramWindow.NONE
    retry_ngram_window: int = 0
    placeholder_fallback: bool = False
    loads_on_first_use: bool = False
    counts_when_asked: bool = False
    gives_boxes: bool = True
    modes: frozenset[ModeKind] = DEEPSEEK_MODES
    health: str = "/v1/models"

    @property
    def has_ngram_window(self) -> bool:
        """Whether ``PageRequest.ngram_window`` does anything."""
        return self.ngram_window is not NgramWindow.NONE

    @property
    def knows_layout(self) -> bool:
        """Whether the layout mode (labels and boxes only) can be asked for."""
        return ModeKind.LAYOUT in self.modes

    @property
    def knows_tables(self) -> bool:
        """Whether the table mode (one table's HTML from its crop) can be asked for."""
        return ModeKind.TABLE in self.modes

    @property
    def at_once(self) -> int:
        """How many pages the server itself reads at once when all its places are taken."""
        return 1 if self.serial else self.limit


def _frozen(**fields: Any) -> Mapping[str, Any]:
    return MappingProxyType(fields)


_ALL = (
    Profile(
        ProfileName.BUILTIN,
        "the built-in engine",
        limit=1,
        max_tokens=16384,
        long_edge=1280,
        crops_long_edge=1280,
        serial=True,
        body_limit=50 * MEGABYTE,
        image_first=False,
        modes=BUILTIN_MODES,
        health="/v1/health",
    ),
    # Its JSON limit is 50 MB. It decodes greedily unless do_sample is sent.
    Profile(
        ProfileName.DEEPSEEK_RS,
        "deepseek-ocr.rs",
        limit=2,
        max_tokens=6000,
        serial=True,
        body_limit=50 * MEGABYTE,
        image_first=False,
        ngram_window=NgramWindow.SIZE,
        retry_ngram_window=105,
        placeholder_fallback=True,
        loads_on_first_use=True,
        health="/v1/health",
    ),
    # A context of 8192 tokens holds the image too.
    Profile(
        ProfileName.VLLM,
        "vLLM",
        limit=32,
        max_tokens=7000,
        long_edge=1280,
        extra=_frozen(
            temperature=0,
            skip_special_tokens=False,
            vllm_xargs={
                "ngram_size": 30,
                "window_size": 90,
                # <td> and </td>: tables repeat them honestly.
                "whitelist_token_ids": [128821, 128822],
            },
        ),
        ngram_window=NgramWindow.XARGS,
        retry_ngram_window=300,
        counts_when_asked=True,
        health="/health",
    ),
    # Without the image in front of the text no boxes come.
    Profile(
        ProfileName.LLAMA_CPP,
        "llama.cpp",
        limit=4,
        max_tokens=7000,
        extra=_frozen(temperature=0),
        counts_when_asked=True,
        health="/health",
    ),
    # Its own context is 4096 tokens unless the request says more; a prompt without a line break
    # in front confuses the model.
    Profile(
        ProfileName.OLLAMA,
        "Ollama",
        limit=2,
        max_tokens=7000,
        serial=True,
        protocol=Protocol.OLLAMA,
        prefix="\n",
        extra=_frozen(temperature=0, num_ctx=8192),
        health="/api/version",
    ),
    Profile(
        ProfileName.GENERIC,
        "an OpenAI-compatible server",
        limit=4,
        max_tokens=7000,
        extra=_frozen(temperature=0),
        counts_when_asked=True,
        placeholder_fallback=True,
    ),
)

PROFILES: Mapping[ProfileName, Profile] = MappingProxyType({p.name: p for p in _ALL})


def profile_of(endpoint: Endpoint) -> Profile:
    """The profile of an endpoint's server."""
    return PROFILES[endpoint.profile]
