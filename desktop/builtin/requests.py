"""What a chat completion asks for, read from its JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass

from desktop.builtin.images import check_image, image_bytes
from desktop.builtin.problems import Problem, not_found, wrong_request
from desktop.builtin.prompts import Task, known_prompts, task_of
from desktop.builtin.tokens import count, count_image

MODEL = "diptych-builtin"


@dataclass(frozen=True, slots=True)
class PageRequest:
    """One page to read. ``max_tokens`` 0 means no limit; ``data`` is a PNG or JPEG file."""

    task: Task
    data: bytes
    prompt_tokens: int
    max_tokens: int = 0
    stream: bool = False
    include_usage: bool = False


def parsed(body: bytes) -> PageRequest:
    """The request in ``body``; raises ``Problem`` that says what is wrong with it."""
    try:
        given = json.loads(body)
    except (ValueError, RecursionError):
        raise wrong_request("The body is not JSON.") from None
    if not isinstance(given, dict):
        raise wrong_request("The body is not a JSON object.")
    model = given.get("model", MODEL)
    if model != MODEL:
        raise not_found(
            f"There is no model {model!r:.80}; the only one is {MODEL!r}.", code="model_not_found"
        )
    prompt, pictures = _message(given.get("messages"))
    task = task_of(prompt)
    if task is None:
        raise wrong_request(
            f"The engine can't follow the prompt {prompt!r:.120}. "
            f"It knows these, word for word: {known_prompts()}.",
            parameter="messages",
            code="unknown_prompt",
        )
    if len(pictures) != 1:
        raise wrong_request(
            f"The request must have one image, not {len(pictures)}.", parameter="messages"
        )
    data = image_bytes(pictures[0])
    width, height = check_image(data)
    options = given.get("stream_options")
    return PageRequest(
        task,
        data,
        count(prompt) + count_image(width, height),
        max_tokens=_max_tokens(given),
        stream=given.get("stream") is True,
        include_usage=isinstance(options, dict) and options.get("include_usage") is True,
    )


def _message(messages: object) -> tuple[str, list[str]]:
    """The text and the image addresses of all user messages; parts may come in any order."""
    if not isinstance(messages, list) or not messages:
        raise wrong_request("The request has no messages.", parameter="messages")
    texts: list[str] = []
    pictures: list[str] = []
    for message in messages:
        if not isinstance(message, dict):
            raise _misshapen()
        if message.get("role") == "user":
            _add_parts(message.get("content"), texts, pictures)
    return " ".join(texts), pictures


def _add_parts(content: object, texts: list[str], pictures: list[str]) -> None:
    if isinstance(content, str):
        texts.append(content)
        return
    if not isinstance(content, list):
        raise _misshapen()
    for part in content:
        match part:
            case {"type": "text", "text": str(text)}:
                texts.append(text)
            case {"type": "image_url", "image_url": {"url": str(url)}}:
                pictures.append(url)
            case _:
                raise _misshapen()


def _misshapen() -> Problem:
    return wrong_request(
        "Messages must have text parts and image_url parts only.", parameter="messages"
    )


def _max_tokens(given: dict[str, object]) -> int:
    for name in ("max_completion_tokens", "max_tokens"):
        value = given.get(name)
        if value is None:
            continue
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise wrong_request(f"{name} must be a whole number above 0.", parameter=name)
        return value
    return 0
