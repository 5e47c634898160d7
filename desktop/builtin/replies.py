"""The JSON of chat completions, whole and in chunks (server-sent events)."""

from __future__ import annotations

import json
import time
import uuid
from collections.abc import Mapping

from desktop.builtin.requests import MODEL
from desktop.builtin.tokens import count, cut

DONE = "data: [DONE]\n\n"


class Reply:
    """One answer while it grows: counts its tokens, ends it at a limit, words it for the wire."""

    def __init__(self, prompt_tokens: int, max_tokens: int) -> None:
        self._id = f"chatcmpl-{uuid.uuid4().hex}"
        self._created = int(time.time())
        self._prompt_tokens = prompt_tokens
        self._max_tokens = max_tokens
        self._tokens = 0
        self._texts: list[str] = []
        self.full = False

    def add(self, text: str) -> str:
        """Take in more text; returns what of it there was room for and sets ``full`` at the end."""
        tokens = count(text)
        if self._max_tokens and self._tokens + tokens > self._max_tokens:
            self.full = True
            text = cut(text, self._max_tokens - self._tokens)
            tokens = count(text)
        self._tokens += tokens
        self._texts.append(text)
        return text

    @property
    def usage(self) -> dict[str, int]:
        """Tokens of the request, of the answer, and of both."""
        return {
            "prompt_tokens": self._prompt_tokens,
            "completion_tokens": self._tokens,
            "total_tokens": self._prompt_tokens + self._tokens,
        }

    @property
    def finish_reason(self) -> str:
        """Why the answer ends: ``stop``, or ``length`` at the limit of tokens."""
        return "length" if self.full else "stop"

    def whole(self) -> dict[str, object]:
        """The answer to a request without stream."""
        message = {"role": "assistant", "content": "".join(self._texts)}
        choice = {"index": 0, "message": message, "finish_reason": self.finish_reason}
        return self._envelope("chat.completion", choices=[choice], usage=self.usage)

    def first_chunk(self) -> str:
        """The event that opens a stream: the role."""
        return self._chunk({"role": "assistant", "content": ""})

    def text_chunk(self, text: str) -> str:
        """An event with more text."""
        return self._chunk({"content": text})

    def last_chunks(self, *, include_usage: bool) -> str:
        """The events that close a stream.

        With ``include_usage`` the usage has an event of its own, as OpenAI does it; without, it
        stands beside the finish reason, where others put it.
        """
        if not include_usage:
            return self._chunk({}, finish_reason=self.finish_reason, usage=self.usage) + DONE
        end = self._chunk({}, finish_reason=self.finish_reason)
        usage = self._envelope("chat.completion.chunk", choices=[], usage=self.usage)
        return f"{end}{event(usage)}{DONE}"

    def _chunk(
        self,
        delta: Mapping[str, str],
        *,
        finish_reason: str | None = None,
        usage: Mapping[str, int] | None = None,
    ) -> str:
        choice = {"index": 0, "delta": delta, "finish_reason": finish_reason}
        more = {"usage": usage} if usage is not None else {}
        return event(self._envelope("chat.completion.chunk", choices=[choice], **more))

    def _envelope(self, kind: str, **rest: object) -> dict[str, object]:
        head = {"id": self._id, "object": kind, "created": self._created, "model": MODEL}
        return {**head, **rest}


def event(body: Mapping[str, object]) -> str:
    """One server-sent event."""
    return f"data: {json.dumps(body, ensure_ascii=False)}\n\n"
