"""How each dialect words a reply: chunks, ends, whole replies, errors."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from tests.bed.standin_dialects import Asked, Dialect


@dataclass(frozen=True)
class Said:
    """What the model said of a page: the text, its length in tokens, and if a limit ended it."""

    text: str
    tokens: int
    cut: bool
    count_tokens: bool = True


def say_up_to(asked: Asked, text: str, tokens: int | None) -> Said:
    """A text cut at the request's token limit, a token being four characters."""
    wanted = tokens if tokens is not None else (len(text) + 3) // 4
    if wanted <= asked.max_tokens:
        return Said(text, wanted, cut=False)
    return Said(text[: asked.max_tokens * 4], asked.max_tokens, cut=True)


class Wording:
    """The replies of a dialect to one request."""

    def __init__(self, dialect: Dialect, asked: Asked, number: int) -> None:
        self.dialect = dialect
        self.asked = asked
        self.ollama = dialect.path == "/api/chat"
        self.kind = "application/x-ndjson" if self.ollama else "text/event-stream"
        self._base: dict[str, Any] = {
            "id": f"chatcmpl-{number}",
            "object": "chat.completion.chunk",
            "created": 1,
            "model": asked.model,
        }

    def event(self, payload: Any) -> bytes:
        """One line or event with a payload; a ``str`` goes as it is."""
        text = payload if isinstance(payload, str) else json.dumps(payload, ensure_ascii=False)
        if self.ollama:
            return text.encode() + b"\n"
        return b"data:%b%b\n\n" % (self.dialect.space.encode(), text.encode())

    def _chunk(self, delta: dict[str, Any], finish: str | None = None, **more: Any) -> bytes:
        choice = {"index": 0, "delta": delta, "finish_reason": finish}
        return self.event({**self._base, "choices": [choice], **more})

    def first(self) -> bytes:
        """What comes before the first words."""
        return b"" if self.ollama else self._chunk({"role": "assistant"})

    def part(self, text: str) -> bytes:
        """A part of the text."""
        if self.ollama:
            message = {"role": "assistant", "content": text}
            return self.event({"model": self.asked.model, "message": message, "done": False})
        return self._chunk({"content": text})

    def last(self, said: Said) -> bytes:
        """What comes after the last words."""
        if self.ollama:
            return self.event(self._ollama_end(said, ""))
        usage = {"usage": self.usage(said)} if said.count_tokens else {}
        if self.dialect.name == "vllm":
            # vLLM counts in a chunk of its own, without choices, and only when asked.
            end = self._chunk({}, self.finish(said))
            if usage and self.asked.include_usage:
                end += self.event({**self._base, "choices": [], **usage})
        else:
            end = self._chunk({}, self.finish(said), **(usage if self.asked.include_usage else {}))
        return end

    def done(self) -> bytes:
        """The end mark."""
        return b"" if self.ollama else self.event("[DONE]")

    def whole(self, said: Said) -> dict[str, Any]:
        """The reply to a request without a stream."""
        if self.ollama:
            return self._ollama_end(said, said.text)
        message = {"role": "assistant", "content": said.text}
        choice = {"index": 0, "message": message, "finish_reason": self.finish(said)}
        whole = {**self._base, "object": "chat.completion", "choices": [choice]}
        return {**whole, "usage": self.usage(said)} if said.count_tokens else whole

    def _ollama_end(self, said: Said, text: str) -> dict[str, Any]:
        return {
            "model": self.asked.model,
            "message": {"role": "assistant", "content": text},
            "done": True,
            "done_reason": "length" if said.cut else "stop",
            "prompt_eval_count": 280,
            "eval_count": said.tokens,
        }

    def finish(self, said: Said) -> str:
        """Why the model stopped, as this server says it."""
        return "length" if said.cut and not self.dialect.always_stop else "stop"

    def usage(self, said: Said) -> dict[str, int]:
        """The token counts."""
        prompt = 280 if said.text else 0
        return {
            "prompt_tokens": prompt,
            "completion_tokens": said.tokens,
            "total_tokens": prompt + said.tokens,
        }

    def error_chunk(self, message: str, *, bare: bool = False) -> bytes:
        """An error in the middle of a stream, and the end mark."""
        if self.ollama:
            return self.event({"error": message})
        error = {"message": message, "type": "internal_error"}
        if bare:
            return self.event({"error": {**error, "code": 500}}) + self.done()
        return self._chunk({}, "error", error={"message": message}) + self.done()


def error_body(dialect: Dialect, status: int, message: str, kind: str) -> dict[str, Any]:
    """An error in the dialect's own form."""
    if dialect.name == "ollama":
        return {"error": message}
    if dialect.name in ("vllm", "llama.cpp"):
        return {"error": {"message": message, "type": kind, "param": None, "code": status}}
    return {"error": {"message": message, "type": kind}}
