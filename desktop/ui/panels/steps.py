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
    """The new list's rows ``first`` to ``last`` come in before the row ``at``."""

    at: int
    first: int
    last: int


def steps(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[Removal | Insertion]:
    """The steps that make ``old`` into ``new``, to be done one after the other.

    They go from the end to the beginning, so that no step changes the rows of a later one.
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
    for tag, from_old, to_old, from_new, to_new in reversed(matcher.get_opcodes()):
        if tag == "equal":
            continue
        if to_old > from_old:
            yield Removal(head + from_old, head + to_old - 1)
        if to_new > from_new:
            yield Insertion(head + from_old, head + from_new, head + to_new - 1)
