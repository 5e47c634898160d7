"""A server's answer to a page request, read as it comes in: words, end, token counts, errors."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from desktop.errors import ServerError
from desktop.ocr import faults
from desktop.ocr.sse import Events, Lines, LineTooLong

#: More than any page can have, in bytes: 16,384 tokens at 300 bytes of JSON around each are 5 MB.
BODY_LIMIT = 64 * 1024 * 1024
#: More than any page can say, in characters: 16,384 tokens are about 100,000.
TEXT_LIMIT = 2 * 1024 * 1024


class Reply:
    """Takes the bytes of an answer in any pieces and knows what was said so far.

    Streams of server-sent events, streams of JSON lines (Ollama), and one JSON object (servers
    that don't stream) are told by the content type, or by how the answer begins. Every shape that
    a server may send is taken; what does not fit is skipped or is a ``ServerError``.
    """

    def __init__(self, server: str, content_type: str) -> None:
        self.server = server
        self.finish_reason = ""
        self.prompt_tokens = 0
        self.completion_tokens = 0
        self.ended = False
        self._texts: list[str] = []
        self._kind = _kind_of(content_type)
        self._events = Events()
        self._lines = Lines()
        self._whole: list[bytes] = []
        self._sample = b""
        self._size = 0
        self._said = 0
        self._understood = False

    def feed(self, data: bytes) -> bool:
        """Take bytes; return whether they said something (words, or the end).

        Raises ``ServerError`` for an error inside the reply or for a reply that makes no sense.
        """
        self._size += len(data)
        if self._size > BODY_LIMIT:
            raise faults.endless(self.server)
        if len(self._sample) < 200:
            self._sample += data[:200]
        if self._kind == "other":
            self._kind = _kind_by_look(self._sample)
            if self._kind == "sse":
                data, self._whole = b"".join([*self._whole, data]), []
        if self._kind == "html":
            raise faults.not_understood(self.server, self._sample)
        if self._kind in ("json", "other"):
            self._whole.append(data)
            return False
        said = False
        for payload in self._split(data):
            said = self._take(payload) or said
        return said

    def _split(self, data: bytes) -> Iterator[bytes]:
        try:
            yield from (self._events if self._kind == "sse" else self._lines).feed(data)
        except LineTooLong:
            raise self._senseless(data) from None

    def finish(self) -> None:
        """The answer is over. Raises ``ServerError`` if the reply was not."""
        if self._kind in ("json", "other"):
            self._take_whole(b"".join(self._whole))
        elif not self.ended:
            rest = self._events.finish() if self._kind == "sse" else self._lines.finish()
            for payload in rest:
                self._take(payload)
        if not self._understood:
            raise faults.not_understood(self.server, self._sample)
        if not self.complete:
            raise faults.broken_off(self.server)

    def _take_whole(self, body: bytes) -> None:
        lines = body.splitlines()
        if len(lines) > 1 and all(line.strip().startswith(b'{"') for line in lines if line):
            # Ollama behind a proxy that gives its JSON lines another type.
            for line in lines:
                self._take(line)
            return
        self._take(body)
        self.ended = self._understood

    @property
    def complete(self) -> bool:
        """Whether the reply came to its end (some servers leave out the end mark)."""
        return self._understood and (self.ended or bool(self.finish_reason))

    @property
    def text(self) -> str:
        """What was said so far. Halves of a character that came apart are joined again."""
        text = "".join(self._texts)
        if len(self._texts) > 1:
            self._texts = [text]
        try:
            text.encode()
        except UnicodeEncodeError:
            return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return text

    def _take(self, payload: bytes) -> bool:
        if not payload.strip() or self.ended:
            return False
        if payload.strip() == b"[DONE]":
            self.ended = True
            return True
        try:
            content = json.loads(payload)
        except (ValueError, RecursionError):
            raise self._senseless(payload) from None
        if not isinstance(content, dict):
            return False
        if content.get("error"):
            raise faults.in_reply(self.server, faults.message_of(content["error"]))
        if isinstance(content.get("done"), bool):
            return self._take_ollama(content)
        return self._take_openai(content)

    def _senseless(self, sample: bytes) -> ServerError:
        make = faults.garbled if self._understood else faults.not_understood
        return make(self.server, sample)

    def _take_ollama(self, content: dict[str, Any]) -> bool:
        self._understood = True
        said = self._add(_dict(content.get("message")).get("content"))
        if content["done"]:
            self.ended = True
            self.finish_reason = _string(content.get("done_reason"))
            self.prompt_tokens = _count(content.get("prompt_eval_count"))
            self.completion_tokens = _count(content.get("eval_count"))
        return said or self.ended

    def _take_openai(self, content: dict[str, Any]) -> bool:
        usage = _dict(content.get("usage"))
        self.prompt_tokens = _count(usage.get("prompt_tokens")) or self.prompt_tokens
        self.completion_tokens = _count(usage.get("completion_tokens")) or self.completion_tokens
        choices = content.get("choices")
        choice = _dict(choices[0]) if isinstance(choices, list) and choices else {}
        part = _dict(choice.get("delta")) or _dict(choice.get("message"))
        shaped = isinstance(choice.get("delta"), dict) or isinstance(choice.get("message"), dict)
        self._understood = self._understood or shaped
        said = self._add(part.get("content"))
        reason = _string(choice.get("finish_reason"))
        if reason == "error":
            raise faults.in_reply(self.server, "the reply ended with an error")
        self.finish_reason = reason or self.finish_reason
        return said or bool(reason)

    def _add(self, content: object) -> bool:
        if isinstance(content, list):
            content = "".join(_string(_dict(part).get("text")) for part in content)
        if isinstance(content, str) and content:
            self._said += len(content)
            if self._said > TEXT_LIMIT:
                raise faults.endless(self.server)
            self._texts.append(content)
            return True
        return False


def _kind_of(content_type: str) -> str:
    kind = content_type.partition(";")[0].strip().lower()
    known = {
        "text/event-stream": "sse",
        "application/x-ndjson": "ndjson",
        "application/jsonl": "ndjson",
        "application/json": "json",
        "text/html": "html",
    }
    return known.get(kind, "other")


def _kind_by_look(sample: bytes) -> str:
    start = sample.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith((b"data:", b"event:", b"id:", b"retry:", b":")):
        return "sse"
    if start.startswith(b"<"):
        return "html"
    return "json" if start.startswith(b"{") else "other"


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _string(value: object) -> str:
    return value if isinstance(value, str) else ""


def _count(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else 0
