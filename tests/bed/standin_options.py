"""What a stand-in server is told: its dialect, its pace, and its menu of faults and replies."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Any

#: The faults that a rule can ask for, and what each one does to the page that it hits.
FAULTS = {
    "drop": "the connection is closed before any header",
    "drop_midway": "the connection is closed in the middle of the reply",
    "silent": "nothing is ever answered",
    "hang_midway": "a part of the reply, then silence",
    "heartbeats": "headers, then nothing but comment lines, for ever",
    "busy": "503 with Retry-After",
    "too_many": "429",
    "server_error": "500 with an error in the dialect's form",
    "bad_request": "400 with an error in the dialect's form",
    "unauthorised": "401",
    "forbidden": "403",
    "not_found": "404",
    "too_large": "413",
    "mismatch": "400 prompt/image embedding mismatch, before any stream",
    "poisoned_lock": "model lock poisoned, for this page and every later one",
    "image_required": "200 whose text says that an image is required",
    "empty_generation": "the model returned nothing, said as an error",
    "empty_text": "a normal reply without any text",
    "error_chunk": "a part of the reply, then an error inside the stream, then the end mark",
    "bare_error": "a part of the reply, then an error chunk without choices (vLLM's form)",
    "no_end": "the whole reply, but the stream ends without its end mark",
    "no_usage": "a normal reply that does not count tokens",
    "html": "200 with a web page",
    "junk": "200 with bytes that are no text",
    "bad_json": "a stream whose chunks are no JSON",
    "odd_json": "a stream whose chunks are JSON of another shape",
    "huge_line": "a stream that is one endless line",
    "endless": "a stream that never stops saying things",
    "redirect": "302 to another address (the rule's reply is that address)",
    "plain_json": "one JSON object although a stream was asked for",
    "split_utf8": "the reply arrives byte by byte",
    "crlf": "lines end in CR LF, with comments and fields that mean nothing between them",
    "many_lines": "each chunk's JSON is spread over several data lines",
    "loop": "the reply again and again until the token limit",
    "truncated": "the reply stops in its middle at exactly the token limit",
}


@dataclass(frozen=True)
class Rule:
    """What happens to the pages that it fits; the first rule that fits is used.

    ``nth`` are numbers of page requests counted from 0 in the order of their arrival, ``every``
    fits each n-th one, ``image`` is the SHA-256 of the image's bytes in hexadecimal, ``prompt`` a
    part of the prompt. ``times`` ends the rule after so many uses (0: never). ``reply`` replaces
    the usual reply, ``seconds`` the usual time, ``tokens`` the count of completion tokens.
    """

    fault: str = ""
    reply: str | None = None
    nth: tuple[int, ...] = ()
    every: int = 0
    image: str = ""
    prompt: str = ""
    times: int = 0
    seconds: float | None = None
    tokens: int | None = None

    def __post_init__(self) -> None:
        if self.fault and self.fault not in FAULTS:
            raise ValueError(f"no such fault: {self.fault}")

    def fits(self, number: int, image: str, prompt: str) -> bool:
        """Whether the rule is about the page request ``number``."""
        return (
            (not self.nth or number in self.nth)
            and (not self.every or number % self.every == self.every - 1)
            and (not self.image or self.image == image)
            and self.prompt in prompt
        )


@dataclass(frozen=True)
class Options:
    """How a stand-in behaves when no rule says otherwise.

    ``seconds`` is the time that reading one page takes, ``parallel`` how many are read at once
    (0: as the dialect does), ``chunks`` in how many parts a stream says its reply. ``token`` is the
    bearer token to ask for. ``older_build`` wants ``<image>`` in the text (deepseek-ocr.rs).
    ``late_mismatch`` reports a wrong count of ``<image>`` inside the stream, as the real server
    does, and not with a 400. ``limit`` is what the built-in engine says of itself. ``load_seconds``
    is how long each first request loads the model, before any header (deepseek-ocr.rs).
    ``models_status`` is what asking for the models gets. ``certificate`` and ``key`` are files;
    with them the server talks TLS. ``port`` 0 takes a free one.
    """

    profile: str = "deepseek-ocr.rs"
    seconds: float = 0.0
    parallel: int = 0
    chunks: int = 4
    token: str = ""
    models: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    older_build: bool = False
    late_mismatch: bool = True
    limit: int = 1
    port: int = 0
    models_status: int = 200
    load_seconds: float = 0.0
    certificate: str = ""
    key: str = ""

    def to_json(self) -> str:
        """The options as one line."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, line: str) -> Options:
        """The options of such a line."""
        fields = json.loads(line)
        fields["models"] = tuple(fields["models"])
        fields["rules"] = tuple(rule_from(rule) for rule in fields["rules"])
        return cls(**fields)


def rule_from(fields: dict[str, Any]) -> Rule:
    """A rule from the JSON of one."""
    return Rule(**{**fields, "nth": tuple(fields.get("nth", ()))})


@dataclass
class Rules:
    """The rules in force and how often each was used."""

    rules: list[Rule] = field(default_factory=list)
    used: dict[int, int] = field(default_factory=dict)

    def replace(self, rules: list[Rule]) -> None:
        """Put other rules in force; their counts start again."""
        self.rules = rules
        self.used = {}

    def pick(self, number: int, image: str, prompt: str) -> Rule:
        """The rule for a page request, or an empty one; its use is counted."""
        for index, rule in enumerate(self.rules):
            used = self.used.get(index, 0)
            if (not rule.times or used < rule.times) and rule.fits(number, image, prompt):
                self.used[index] = used + 1
                return rule
        return Rule()
