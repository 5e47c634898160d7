"""Page images and endpoints for tests of the client. Stand-ins look at an image's first bytes."""

from __future__ import annotations

import hashlib

from desktop.model.document import ImageFormat, PageImage
from desktop.model.endpoint import Endpoint, ProfileName
from desktop.model.recognition import Mode, ModeKind, PageRequest
from desktop.ocr.profiles import PROFILES
from tests.bed.standin import StandIn

MODELS = {
    ProfileName.DEEPSEEK_RS: "deepseek-ocr",
    ProfileName.VLLM: "deepseek-ai/DeepSeek-OCR",
    ProfileName.LLAMA_CPP: "deepseek-ocr-q8_0.gguf",
    ProfileName.OLLAMA: "deepseek-ocr:3b",
    ProfileName.GENERIC: "some-ocr-model",
    ProfileName.BUILTIN: "diptych-builtin",
}


def image(number: int = 0, *, size: int = 3000, format: ImageFormat = ImageFormat.PNG) -> PageImage:
    """The image of a page, another one for each number."""
    head = b"\x89PNG\r\n\x1a\n" if format is ImageFormat.PNG else b"\xff\xd8\xff"
    body = hashlib.sha256(str(number).encode()).digest() * (size // 32 + 1)
    return PageImage(head + body[:size], format, 724, 1024, 595, 842)


def page(number: int = 0, kind: ModeKind = ModeKind.MARKDOWN, words: str = "") -> PageRequest:
    """The request for a page."""
    return PageRequest(image(number), Mode(kind, words))


def endpoint(server: StandIn, profile: ProfileName | str = ProfileName.DEEPSEEK_RS) -> Endpoint:
    """The endpoint of a stand-in, without a probe."""
    name = ProfileName(profile)
    limit = PROFILES[name].limit
    return Endpoint(server.url, name, MODELS[name], limit, name=f"the {name} stand-in")
