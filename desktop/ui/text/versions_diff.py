"""What differs between two texts, word by word; pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

#: Words, blanks, and single signs (each character of scripts that write without blanks).
_WORD = re.compile(r"[^\W\u3040-\u9fff\uac00-\ud7af]+|\s+|.", re.DOTALL)
#: Texts of more parts are compared by lines: word by word would take too long.
MOST_PARTS = 4_000


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a text; ``other`` says that the other text does not have it."""

    text: str
    other: bool


def compare(one: str, two: str) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """Both texts in stretches that are the same or differ. Joined again they are the texts."""
    parts = _WORD.findall(one), _WORD.findall(two)
    if len(parts[0]) + len(parts[1]) > MOST_PARTS:
        parts = one.splitlines(keepends=True), two.splitlines(keepends=True)
    matcher = SequenceMatcher(None, *parts, autojunk=False)
    left: list[Stretch] = []
    right: list[Stretch] = []
    for kind, a0, a1, b0, b1 in matcher.get_opcodes():
        left.append(Stretch("".join(parts[0][a0:a1]), kind != "equal"))
        right.append(Stretch("".join(parts[1][b0:b1]), kind != "equal"))
    return _joined(left), _joined(right)


def _joined(stretches: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Without empty stretches; a lone blank between two that differ differs with them."""
    some = [stretch for stretch in stretches if stretch.text]
    same = [
        Stretch(here.text, True)
        if not here.other and here.text.isspace() and before.other and after.other
        else here
        for before, here, after in zip(some, some[1:], some[2:], strict=False)
    ]
    some = [*some[:1], *same, *some[-1:]] if len(some) > 1 else some
    joined: list[Stretch] = []
    for stretch in some:
        if joined and joined[-1].other == stretch.other:
            joined[-1] = Stretch(joined[-1].text + stretch.text, stretch.other)
        else:
            joined.append(stretch)
    return tuple(joined)
