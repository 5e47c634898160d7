"""From one list to another in steps that an item model can announce, with nothing moved in vain."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class Removal:
    """Rows ``first`` to ``last`` go."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Insertion:
    """The new list's rows ``first`` to ``last`` come in, at the places that they have there."""

    first: int
    last: int


def steps(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[Removal | Insertion]:
    """The steps that make ``old`` into ``new``, to be done one after the other.

    All removals come first, so that a row that moves is never there twice.
    """
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    middle_old, middle_new = old[head : len(old) - tail], new[head : len(new) - tail]
    if not middle_old and not middle_new:
        return
    # autojunk takes frequent items for noise; every row counts here.
    matcher = SequenceMatcher(None, middle_old, middle_new, autojunk=False)
    changes = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    # From the end, so that no removal changes the rows of a later one.
    for _, first, end, _, _ in reversed(changes):
        if end > first:
            yield Removal(head + first, head + end - 1)
    # From the beginning: all that is before an insertion is in its place by then.
    for _, _, _, first, end in changes:
        if end > first:
            yield Insertion(head + first, head + end - 1)
