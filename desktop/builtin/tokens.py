"""Counting and cutting text in tokens.

The engine has no tokeniser: a token here is up to four letters or digits of one word, one sign, or
one character of a script without spaces, which is close to what language models count.
"""

from __future__ import annotations

import re

_TOKEN = re.compile(
    "[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|(?:(?![\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])\\w){1,4}"
    "|[^\\w\\s]"
)
#: One token for each square of this many pixels a side of a picture.
PATCH = 32


def count(text: str) -> int:
    """How many tokens the text has."""
    return sum(1 for _ in _TOKEN.finditer(text))


def count_image(width: int, height: int) -> int:
    """How many tokens a picture of ``width`` × ``height`` pixels counts for."""
    return -(-width // PATCH) * -(-height // PATCH)


def cut(text: str, most: int) -> str:
    """The beginning of the text that has at most ``most`` tokens."""
    for number, token in enumerate(_TOKEN.finditer(text)):
        if number == most:
            return text[: token.start()]
    return text
