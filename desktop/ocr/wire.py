"""A page request as the bytes of an HTTP body.

The image is most of it, so it is encoded once and put into its place as bytes: a JSON encoder
would look at each of its characters again.
"""

from __future__ import annotations

import binascii
import json
from dataclasses import dataclass
from typing import Any

from desktop.errors import RequestTooLarge
from desktop.model.endpoint import Endpoint
from desktop.model.recognition import PageRequest
from desktop.ocr.modes import prompt_for
from desktop.ocr.profiles import NgramWindow, Profile, Protocol, profile_of

PLACEHOLDER = "<image>"
#: Stands for the image in the JSON around it; nothing in a prompt is written like this.
_HERE = "\x00image\x00"
_HERE_JSON = json.dumps(_HERE).encode()


@dataclass(frozen=True, slots=True)
class Letter:
    """What is sent: a path under the endpoint's address, a JSON body, and its token limit."""

    path: str
    body: bytes
    max_tokens: int


def letter_for(endpoint: Endpoint, request: PageRequest, *, placeholder: bool = False) -> Letter:
    """The request for a page in the words of the endpoint's profile.

    With ``placeholder`` the text itself says where the image goes. Raises ``UsageError`` for a
    mode that the server can't do, and ``RequestTooLarge`` before anything is sent.
    """
    profile = profile_of(endpoint)
    prompt = profile.prefix + prompt_for(endpoint, request.mode)
    if placeholder:
        prompt = f"{PLACEHOLDER}\n{prompt}"
    max_tokens = request.max_tokens or profile.max_tokens
    if profile.protocol is Protocol.OLLAMA:
        path, fields, head = "/api/chat", _ollama(profile, prompt, max_tokens), b""
    else:
        path, fields = "/v1/chat/completions", _openai(profile, prompt, request, max_tokens)
        head = f"data:{request.image.format.value};base64,".encode()
    fields["model"] = endpoint.model
    before, after = json.dumps(fields).encode().split(_HERE_JSON)
    image = binascii.b2a_base64(request.image.data, newline=False)
    body = b"".join((before, b'"', head, image, b'"', after))
    if len(body) > profile.body_limit:
        raise too_large(len(body), profile)
    return Letter(path, body, max_tokens)


def too_large(size: int, profile: Profile) -> RequestTooLarge:
    """The error for a request of ``size`` bytes."""
    return RequestTooLarge(
        f"The page image makes a request of {size / 1e6:.0f} MB, and {profile.title} takes"
        f" {profile.body_limit / 1e6:.0f} MB.",
        "Choose a smaller page size, or JPEG instead of PNG.",
    )


def _openai(profile: Profile, prompt: str, request: PageRequest, max_tokens: int) -> dict[str, Any]:
    text = {"type": "text", "text": prompt}
    image = {"type": "image_url", "image_url": {"url": _HERE}}
    content = [image, text] if profile.image_first else [text, image]
    fields: dict[str, Any] = {
        "stream": True,
        # Servers that know no better default stop after 512 tokens or so.
        "max_tokens": max_tokens,
        **profile.extra,
        **_ngram_window(profile, request.ngram_window),
        "messages": [{"role": "user", "content": content}],
    }
    if profile.counts_when_asked:
        fields["stream_options"] = {"include_usage": True}
    return fields


def _ngram_window(profile: Profile, window: int) -> dict[str, Any]:
    """The fields that forbid repeated n-grams within ``window`` tokens.

    The length of the n-gram keeps the proportion of DeepSeek's own recipe, 30 in 90.
    """
    size = max(1, window // 3)
    if not window or profile.ngram_window is NgramWindow.NONE:
        return {}
    if profile.ngram_window is NgramWindow.SIZE:
        return {"no_repeat_ngram_size": size}
    recipe = profile.extra["vllm_xargs"]
    return {"vllm_xargs": {**recipe, "ngram_size": min(size, 30), "window_size": window}}


def _ollama(profile: Profile, prompt: str, max_tokens: int) -> dict[str, Any]:
    return {
        "stream": True,
        "options": {**profile.extra, "num_predict": max_tokens},
        "messages": [{"role": "user", "content": prompt, "images": [_HERE]}],
    }
