"""The words and codes that servers use for what goes wrong, and what each of them means.

Only ``faults`` reads these tables; ``{server}`` in them is the server's name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop.errors import (
    EmptyReply,
    ImageIgnored,
    ModelMissing,
    RequestRejected,
    RequestTooLarge,
    ServerBusy,
    ServerError,
    ServerFailed,
    ServerNeedsRestart,
    ServerTimeout,
    ServerUnauthorised,
    ServerUnknown,
)


class PlaceholderMismatch(RequestRejected):
    """The server counts the marks for images in another way; the other way may be right."""


@dataclass(frozen=True, slots=True)
class Words:
    """What it means when a server's message has these words."""

    pattern: re.Pattern[str]
    kind: type[ServerError]
    what: str
    advice: str


def _words(pattern: str, kind: type[ServerError], what: str, advice: str) -> Words:
    return Words(re.compile(pattern, re.IGNORECASE), kind, what, advice)


#: The first entry that fits a message is used.
WORDS = (
    _words(
        r"lock poisoned|EngineDead|EngineCore|engine (loop )?(is|has) (dead|died|errored)",
        ServerNeedsRestart,
        "{server} has broken down inside and will fail every page until it is restarted.",
        "Restart the server.",
    ),
    _words(
        r"embedding mismatch|prompt formatting failed|rendered prompt expects"
        r"|(image|multimodal) (placeholder|token)s?\b.{0,80}\b(match|mismatch|number|count)",
        PlaceholderMismatch,
        "{server} did not find the image where it expects it in the request.",
        "Choose another profile for this server, or update the server.",
    ),
    _words(
        r"empty output|response_tokens=0|empty (generation|completion|response)\b",
        EmptyReply,
        "The model of {server} said nothing about this page.",
        "Try another page size or the plain mode.",
    ),
    _words(
        r"image input is not supported|does not support (image|vision|multimodal)"
        r"|not a (multimodal|vision) model|no multimodal projector|mmproj",
        ImageIgnored,
        "The model of {server} can't see images.",
        "Choose a model that reads images, such as DeepSeek-OCR.",
    ),
    _words(
        r"requested model .{0,200}not available|model .{0,200}(does not exist|not found)"
        r"|no such model|try pulling it",
        ModelMissing,
        "{server} does not have the model that was asked for.",
        "Choose one of the models that the server has.",
    ),
    _words(
        r"loading model|model is (still )?(being )?load(ed|ing)",
        ServerBusy,
        "{server} is still loading its model.",
        "Wait a little and try again.",
    ),
    _words(
        r"maximum context length|exceeds? .{0,40}context|context (size|window) .{0,40}exceed"
        r"|longer than the maximum model length",
        RequestRejected,
        "The page and the words allowed for it are more than the model of {server} can hold.",
        "Choose a smaller page size or fewer tokens.",
    ),
    _words(
        r"(payload|body|request entity|request)\b.{0,20}too large|larger than .{0,20}limit",
        RequestTooLarge,
        "The page image is larger than {server} takes.",
        "Choose a smaller page size, or JPEG instead of PNG.",
    ),
    _words(
        r"out of memory|requires more system memory|insufficient memory",
        ServerFailed,
        "{server} ran out of memory.",
        "Choose a smaller page size, fewer pages at once, or a smaller model.",
    ),
)

#: What a status means when the message has no known words.
STATUSES: dict[int, tuple[type[ServerError], str, str]] = {
    401: (
        ServerUnauthorised,
        "{server} asks for a token.",
        "Give the server's token in the settings or in the environment.",
    ),
    403: (
        ServerUnauthorised,
        "{server} does not accept the token.",
        "Check the server's token in the settings or in the environment.",
    ),
    404: (
        ServerUnknown,
        "{server} has nothing that reads pages at this address.",
        "Check the address and the port.",
    ),
    405: (
        ServerUnknown,
        "{server} has nothing that reads pages at this address.",
        "Check the address and the port.",
    ),
    408: (ServerTimeout, "{server} gave up waiting.", "Try again, with fewer pages at once."),
    413: (
        RequestTooLarge,
        "The page image is larger than {server} takes.",
        "Choose a smaller page size, or JPEG instead of PNG.",
    ),
    429: (ServerBusy, "{server} has too many requests.", "Try again, with fewer pages at once."),
    502: (ServerFailed, "{server} is not reached by its own gateway.", "Start the server again."),
    503: (ServerBusy, "{server} does not take pages for now.", "Wait a little and try again."),
    504: (ServerTimeout, "{server} took too long for its own gateway.", "Try again later."),
}
