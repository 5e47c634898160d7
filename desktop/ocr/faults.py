"""The one place where the words and codes of servers become errors that people can act on.

What servers say in errors is read here and nowhere else; the tables are in ``faults_words``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import httpcore

from desktop.errors import (
    ImageIgnored,
    RequestRejected,
    ServerError,
    ServerFailed,
    ServerTimeout,
    ServerUnknown,
    ServerUnreachable,
)
from desktop.ocr.faults_words import STATUSES, WORDS

#: How much of a server's own words goes into an error's details.
DETAILS = 2000
#: What the reply to a request without an image begins with (deepseek-ocr.rs).
IMAGE_REQUIRED = re.compile(r"\W{0,8}Image Required\b")


def from_words(server: str, message: str) -> ServerError | None:
    """The error that a server's own words stand for, if they are known."""
    for words in WORDS:
        if words.pattern.search(message[:DETAILS]):
            what = words.what.format(server=server)
            return words.kind(sentence(what), words.advice, details=message[:DETAILS])
    return None


def from_status(server: str, status: int, body: bytes, *, location: str = "") -> ServerError:
    """The error for an HTTP answer that is not 200."""
    message = message_in(body)
    if 300 <= status < 400:
        return ServerUnknown(
            sentence(f"{server} sends requests on to another address."),
            "Give the address that really answers.",
            details=f"HTTP {status} {location}"[:DETAILS],
        )
    # A token or a path that is wrong is wrong whatever the message says.
    if message and status not in (401, 403):
        known = from_words(server, message)
        if known is not None:
            return known
    details = f"HTTP {status} {message}".strip()[:DETAILS]
    kind, what, advice = STATUSES.get(status, _other_status(status))
    return kind(sentence(what.format(server=server)), advice, details=details)


def _other_status(status: int) -> tuple[type[ServerError], str, str]:
    if status >= 500:
        return ServerFailed, "{server} failed while it read the page.", "Look at the server's log."
    if status >= 400:
        return (
            RequestRejected,
            "{server} found the request wrong.",
            "Choose another profile for this server, or update the server.",
        )
    return ServerUnknown, "{server} answers in a way that is not known.", "Check the address."


def in_reply(server: str, message: str) -> ServerError:
    """The error for an error that came inside a reply."""
    return from_words(server, message) or ServerFailed(
        sentence(f"{server} failed while it read the page."),
        "Try the page again, or look at the server's log.",
        details=message[:DETAILS],
    )


def image_ignored(server: str, text: str) -> ImageIgnored:
    """The error for a reply which says that there was no image."""
    return ImageIgnored(
        sentence(f"{server} answered without having seen the page."),
        "Choose another profile for this server, or update the server.",
        details=text[:DETAILS],
    )


def not_understood(server: str, sample: bytes) -> ServerUnknown:
    """The error for an answer in which nothing is what an OCR server says."""
    return ServerUnknown(
        sentence(f"{server} answers, but not as an OCR server does."),
        "Check the address and the port: something else may be running there.",
        details=repr(sample[:200]),
    )


def garbled(server: str, sample: bytes) -> ServerFailed:
    """The error for a reply that stops making sense in its middle."""
    return ServerFailed(
        sentence(f"{server} sent a reply that can't be read."),
        "Try the page again; if it goes on, restart or update the server.",
        details=repr(sample[:200]),
    )


def endless(server: str) -> ServerFailed:
    """The error for a reply of more bytes than any page can have."""
    return ServerFailed(
        sentence(f"{server} would not stop talking."),
        "Try the page again with another page size or fewer tokens.",
    )


def broken_off(server: str, details: str = "") -> ServerUnreachable:
    """The error for a reply that ended before its end."""
    return ServerUnreachable(
        sentence(f"The connection to {server} broke in the middle of the reply."),
        "Check that the server is still running.",
        details=details,
    )


def _unreachable(server: str, error: Exception) -> ServerError:
    return ServerUnreachable(
        sentence(f"{server} can't be reached."),
        "Check that it is running, and that the address and the port are right.",
        details=str(error),
    )


def _timeout(server: str, error: Exception) -> ServerError:
    return ServerTimeout(
        sentence(f"{server} is connected, but has been silent for too long."),
        "Check that it is still working; if it is only slow, send it fewer pages at once.",
        details=str(error),
    )


def _broken(server: str, error: Exception) -> ServerError:
    return broken_off(server, str(error))


def _no_http(server: str, error: Exception) -> ServerError:
    # The same error stands for a peer that left and for one that talks something else.
    if "disconnected" in str(error) or "closed" in str(error):
        return broken_off(server, str(error))
    return not_understood(server, str(error).encode())


def _no_address(server: str, error: Exception) -> ServerError:
    return ServerUnknown(
        sentence(f"The address of {server} can't be used."), "Check it.", details=str(error)
    )


_NETWORK: tuple[tuple[type[Exception], Callable[[str, Exception], ServerError]], ...] = (
    (httpcore.ConnectError, _unreachable),
    (httpcore.ConnectTimeout, _unreachable),
    (httpcore.ProxyError, _unreachable),
    (httpcore.ReadTimeout, _timeout),
    (httpcore.WriteTimeout, _timeout),
    (httpcore.PoolTimeout, _timeout),
    (httpcore.NetworkError, _broken),
    (httpcore.RemoteProtocolError, _no_http),
    (httpcore.LocalProtocolError, _no_address),
    (httpcore.UnsupportedProtocol, _no_address),
)
#: The errors of the network that ``from_network`` knows.
NETWORK_ERRORS = tuple(kind for kind, _ in _NETWORK)


def from_network(server: str, error: Exception) -> ServerError:
    """The error that one of ``NETWORK_ERRORS`` stands for."""
    make = next(make for kind, make in _NETWORK if isinstance(error, kind))
    return make(server, error)


def message_in(body: bytes) -> str:
    """The words of an error's body: OpenAI's form, Ollama's, FastAPI's, or text as it is."""
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        return body[:DETAILS].decode("utf-8", "replace").strip()
    return message_of(content)


def message_of(content: object) -> str:
    """The words of an error object, whichever of the known forms it has."""
    if isinstance(content, dict):
        for name in ("error", "message", "detail"):
            if content.get(name):
                return message_of(content[name])
    return content if isinstance(content, str) else json.dumps(content)[:DETAILS]


def sentence(text: str) -> str:
    """A text that begins with a capital, whatever name it begins with."""
    return text[:1].upper() + text[1:]
