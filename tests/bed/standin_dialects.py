"""What the servers that the stand-in imitates take and say.

Facts of deepseek-ocr.rs from its own source (crates/server: routes, generation, stream); those of
vLLM, llama.cpp and Ollama from their documentation and from recorded replies.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from dataclasses import dataclass, field
from typing import Any

from tests.bed.standin_options import Options

IMAGE_REQUIRED = (
    "⚠️ **Image Required**\n\n- This OCR backend expects at least one `<image>` placeholder or"
    " attached image.\n- Please include `input_image` / `image_url`, or add `<image>` inside the"
    " prompt."
)
MISMATCH = "prompt/image embedding mismatch: prompt has {holders} `<image>`, {images} given"
EMPTY = "generation failed: model returned empty output (response_tokens=0 and text is empty)"
POISONED = "model lock poisoned"


@dataclass
class Asked:
    """What a server understood of a page request."""

    model: str
    prompt: str
    images: list[str]
    order: list[str]
    kinds: list[str]
    max_tokens: int
    stream: bool
    include_usage: bool = False
    boxes: str = "official"
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass
class Refusal(Exception):
    """A request that the server does not take: HTTP status, message, and the error's type."""

    status: int
    message: str
    kind: str = "invalid_request_error"


@dataclass(frozen=True)
class Dialect:
    """One kind of server.

    ``parallel`` is how many pages it reads at once, ``goes_on`` whether it keeps reading after
    the client left, ``late_headers`` whether headers wait for the first words, ``always_stop``
    whether it hides that it stopped at the limit, ``space`` what follows ``data:``.
    """

    name: str
    owner: str
    models: tuple[str, ...]
    parallel: int
    goes_on: bool = False
    late_headers: bool = False
    always_stop: bool = False
    space: str = " "
    default_tokens: int = 8192
    body_limit: int = 1 << 30
    path: str = "/v1/chat/completions"


DIALECTS = {
    d.name: d
    for d in (
        Dialect(
            "deepseek-ocr.rs",
            "deepseek-ocr",
            ("deepseek-ocr", "deepseek-ocr-q4k", "paddleocr-vl"),
            1,
            goes_on=True,
            always_stop=True,
            space="",
            default_tokens=512,
            body_limit=50_000_000,
        ),
        Dialect("vllm", "vllm", ("deepseek-ai/DeepSeek-OCR",), 32),
        Dialect("llama.cpp", "llamacpp", ("deepseek-ocr-q8_0.gguf",), 4, late_headers=True),
        Dialect("ollama", "library", ("deepseek-ocr:3b",), 1, late_headers=True, path="/api/chat"),
        Dialect("generic", "somebody", ("some-ocr-model",), 4),
        Dialect("builtin", "diptych", ("diptych-builtin",), 1, default_tokens=16384),
    )
}


def answer_get(dialect: Dialect, options: Options, path: str) -> tuple[int, str, Any] | None:
    """The status, content type and body of what a GET gets; ``None`` where nothing is."""
    models = options.models or dialect.models
    if path == "/v1/models":
        if options.models_status != 200:
            return options.models_status, "application/json", {"error": {"message": "not now"}}
        entries: list[dict[str, Any]] = [
            {"id": m, "object": "model", "created": 1, "owned_by": dialect.owner} for m in models
        ]
        if dialect.name == "vllm":
            for entry in entries:
                entry["max_model_len"] = 8192
        return 200, "application/json", {"object": "list", "data": entries}
    own: dict[tuple[str, str], Any] = {
        ("deepseek-ocr.rs", "/v1/health"): "ok",
        ("builtin", "/v1/health"): {
            "status": "ok",
            "engine": "diptych-builtin",
            "limit": options.limit,
        },
        ("vllm", "/health"): "",
        ("vllm", "/version"): {"version": "0.20.2"},
        ("llama.cpp", "/health"): {"status": "ok"},
        ("llama.cpp", "/props"): {
            "total_slots": options.parallel or dialect.parallel,
            "modalities": {"vision": True, "audio": False},
            "build_info": "b8681-stand-in",
            "model_alias": models[0],
        },
        ("ollama", "/"): "Ollama is running",
        ("ollama", "/api/version"): {"version": "0.13.1"},
        ("ollama", "/api/tags"): {"models": [{"name": m, "model": m} for m in models]},
    }
    found = own.get((dialect.name, path))
    if found is None:
        return None
    return 200, "text/plain" if isinstance(found, str) else "application/json", found


def understand(dialect: Dialect, options: Options, path: str, body: bytes) -> Asked:
    """What the server makes of a page request; raises ``Refusal`` where it would not take it."""
    try:
        asked = json.loads(body)
        model, messages = asked["model"], asked["messages"]
        message = next(m for m in reversed(messages) if m.get("role") == "user")
    except (ValueError, KeyError, TypeError, StopIteration, AttributeError) as error:
        raise Refusal(422 if dialect.name == "deepseek-ocr.rs" else 400, str(error)) from error
    if model not in (options.models or dialect.models) and dialect.name != "llama.cpp":
        if dialect.name == "deepseek-ocr.rs":
            raise Refusal(400, f"requested model `{model}` is not available")
        raise Refusal(404, f"The model `{model}` does not exist.", "NotFoundError")
    if path == "/api/chat":
        return _understand_ollama(asked, model, message)
    return _understand_openai(dialect, options, asked, model, message)


def _understand_ollama(asked: dict[str, Any], model: str, message: dict[str, Any]) -> Asked:
    prompt = message.get("content", "")
    try:
        images = [base64.b64decode(i, validate=True) for i in message.get("images", [])]
    except (binascii.Error, TypeError) as error:
        raise Refusal(400, f"illegal base64 data: {error}") from error
    settings = asked.get("options", {})
    return Asked(
        model,
        prompt,
        [hashlib.sha256(i).hexdigest() for i in images],
        ["text"] + ["image"] * len(images),
        [_kind(i) for i in images],
        int(settings.get("num_predict", 2048)),
        bool(asked.get("stream", True)),
        include_usage=True,
        # Without the line break in front the model loses its way and gives no boxes.
        boxes="official" if prompt.startswith("\n") else "none",
        extra={k: v for k, v in asked.items() if k not in ("messages", "model")},
    )


def _understand_openai(
    dialect: Dialect, options: Options, asked: dict[str, Any], model: str, message: dict[str, Any]
) -> Asked:
    content = message.get("content", "")
    parts: list[dict[str, Any]]
    parts = [{"type": "text", "text": content}] if isinstance(content, str) else content
    order, texts, images, kinds = [], [], [], []
    holders_added = dialect.name == "deepseek-ocr.rs" and not options.older_build
    # deepseek-ocr.rs walks the parts from the last to the first.
    for part in reversed(parts) if dialect.name == "deepseek-ocr.rs" else parts:
        if part.get("type") == "text":
            texts.append(part.get("text", ""))
            order.append("text")
            continue
        url = part["image_url"]["url"]
        data = _data_url(url)
        order.append("image")
        kinds.append(_kind(data))
        if kinds[-1] == "other" and dialect.name == "deepseek-ocr.rs":
            raise Refusal(400, "failed to decode inline image: unsupported format")
        images.append(hashlib.sha256(data).hexdigest())
        if holders_added:
            texts.append("<image>")
    extra = {k: v for k, v in asked.items() if k not in ("messages", "model")}
    result = Asked(
        model,
        "\n".join(texts).strip(),
        images,
        # As the request has them, whichever way they are read.
        order[::-1] if dialect.name == "deepseek-ocr.rs" else order,
        kinds,
        int(asked.get("max_tokens") or dialect.default_tokens),
        bool(asked.get("stream", False)),
        include_usage=dialect.name in ("deepseek-ocr.rs", "llama.cpp", "builtin")
        or bool((asked.get("stream_options") or {}).get("include_usage")),
        extra=extra,
    )
    result.boxes = _boxes(dialect, asked, result)
    return result


def _boxes(dialect: Dialect, asked: dict[str, Any], result: Asked) -> str:
    if "<|grounding|>" not in result.prompt and "<|ref|>" not in result.prompt:
        return "none"
    if dialect.name == "deepseek-ocr.rs":
        return "stripped"
    if dialect.name == "vllm":
        return "stripped" if asked.get("skip_special_tokens", True) else "official"
    if dialect.name == "llama.cpp":
        return "stripped" if result.order[:1] == ["image"] else "none"
    return "official"


def holders_fit(asked: Asked) -> bool:
    """Whether the prompt of deepseek-ocr.rs has one ``<image>`` for each image."""
    return asked.prompt.count("<image>") == len(asked.images)


def _data_url(url: str) -> bytes:
    head, _, payload = url.partition(",")
    if not head.startswith("data:") or not head.endswith(";base64"):
        raise Refusal(400, "data URLs must specify base64 encoding")
    try:
        return binascii.a2b_base64(payload)
    except binascii.Error as error:
        raise Refusal(400, f"invalid base64 image payload: {error}") from error


def _kind(image: bytes) -> str:
    if image.startswith(b"\x89PNG"):
        return "png"
    return "jpeg" if image.startswith(b"\xff\xd8") else "other"


def usual_reply(asked: Asked) -> str:
    """A reply that says which image it belongs to, in the server's own form.

    The page's mark is the first 16 digits of the image's SHA-256.
    """
    mark = asked.images[0][:16] if asked.images else "no image"
    if "Table Recognition:" in asked.prompt:
        return f"<table><tr><td>table</td><td>{mark}</td></tr></table>"
    said = (
        ("title", (100, 80, 900, 120), f"# Page {mark}"),
        ("text", (100, 150, 900, 300), f"These are the words of page {mark}."),
    )
    if "the layout of the image" in asked.prompt:
        said = (("title", said[0][1], ""), ("text", said[1][1], ""))
    if asked.boxes == "none":
        return "\n\n".join(words for _, _, words in said if words)
    form = (
        "<|ref|>{}<|/ref|><|det|>[[{}, {}, {}, {}]]<|/det|>"
        if asked.boxes == "official"
        else "{}[[{}, {}, {}, {}]]"
    )
    return "\n\n".join(f"{form.format(label, *box)}\n{words}".strip() for label, box, words in said)
