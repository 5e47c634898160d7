"""What the engine can be asked: the prompts of DeepSeek-OCR that it knows, word for word."""

from __future__ import annotations

from enum import Enum


class Task(Enum):
    """What is wanted of a page; the value is the prompt."""

    MARKDOWN = "<|grounding|>Convert the document to markdown."
    PLAIN = "Free OCR."
    WORDS = "<|grounding|>OCR this image."
    LAYOUT = "<|grounding|>Given the layout of the image."
    TABLE = "Table Recognition:"


def task_of(prompt: str) -> Task | None:
    """The task that a prompt asks for; ``None`` if it is none of those that are known.

    ``<image>``, which some clients write for the picture, and white space around do not count.
    """
    words = " ".join(prompt.replace("<image>", " ").split())
    return next((task for task in Task if task.value == words), None)


def known_prompts() -> str:
    """All prompts, for an error message."""
    return ", ".join(f"“{task.value}”" for task in Task)
