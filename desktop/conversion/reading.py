"""One reply understood: blocks, flags, and whether it can be taken as it is. Pure functions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.model.blocks import Block, Flag, FlagKind
from desktop.model.recognition import ModeKind, Recognition
from desktop.ocr.parse import parse
from desktop.ocr.quality import assess

#: What another try may cure, for modes in which a page has something to say for sure.
_CURABLE = frozenset({FlagKind.TRUNCATED, FlagKind.REPEATED, FlagKind.EMPTY})
#: In the other modes nothing may be the right answer.
_CURABLE_ELSEWHERE = frozenset({FlagKind.TRUNCATED, FlagKind.REPEATED})
#: Modes that are about the whole text of a page.
WHOLE_TEXT = frozenset({ModeKind.MARKDOWN, ModeKind.WORDS, ModeKind.PLAIN})


@dataclass(frozen=True, slots=True)
class Reading:
    """What one try gave; ``length`` is the number of good characters, ``fine`` that all are."""

    blocks: tuple[Block, ...]
    flags: tuple[Flag, ...]
    length: int
    fine: bool


def understand(recognition: Recognition) -> Reading:
    """Judge and parse a reply; of a loop only the good beginning is taken."""
    verdict = assess(recognition.text, cut=recognition.cut)
    parsed = parse(verdict.good, recognition.mode)
    flags = merged((*verdict.flags, *parsed.flags))
    curable = _CURABLE if recognition.mode.kind in WHOLE_TEXT else _CURABLE_ELSEWHERE
    fine = not any(flag.kind in curable for flag in flags)
    return Reading(parsed.blocks, flags, len(verdict.good), fine)


def merged(flags: Iterable[Flag]) -> tuple[Flag, ...]:
    """The flags without those that say of the same block, or of the page, the same again."""
    seen: dict[tuple[FlagKind, int | None], Flag] = {}
    for flag in flags:
        seen.setdefault((flag.kind, flag.block), flag)
    return tuple(seen.values())
