"""Texts of menus and buttons without the marks of their keys."""

from __future__ import annotations

import re

#: Chinese has the letter in parentheses behind the text, other languages have it inside.
_BEHIND = re.compile(r"\(&\w\)")


def bare(text: str) -> str:
    """``&Open…`` and ``打开(&O)…`` as they read in a tooltip or a list: ``Open``, ``打开``.

    Two ampersands are one that is meant.
    """
    parts = _BEHIND.sub("", text).split("&&")
    return "&".join(part.replace("&", "") for part in parts).rstrip("…")
