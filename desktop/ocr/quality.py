"""Whether a reply is whole: empty, broken off, or caught in a loop. Pure; it never raises.

A model that reads greedily can fall into repeating itself until it hits the limit. What was right
before the loop is kept (``Verdict.good``); what helps then is another try (``conversion``).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.model.blocks import Flag, FlagKind
from desktop.ocr.parse_marks import without_cut_token
from desktop.ocr.parse_scan import scan
from desktop.ocr.parse_tags import Segment
from desktop.ocr.quality_blocks import block_loops
from desktop.ocr.quality_loops import Loop, text_loops
from desktop.ocr.quality_visible import visible

#: How far from a loop's second round a block may begin that is still taken for its beginning.
_NEAR = 400
_END_OF_SENTENCE = re.compile(r"<[|｜][^<>|｜\n]{1,40}[|｜]>\s*\Z|</s>\s*\Z")
_ENDING = 60
#: So many empty cells are an empty form, which is something.
_EMPTY_GRID = 4


@dataclass(frozen=True, slots=True)
class Verdict:
    """``good`` is the part of the reply that can be trusted: all of it, or what came before a
    loop's second round. ``flags`` are of the kinds ``EMPTY``, ``TRUNCATED`` and ``REPEATED``.
    """

    flags: tuple[Flag, ...]
    good: str


def assess(raw: str, *, cut: bool) -> Verdict:
    """Judge a whole reply; ``cut`` says that the server stopped at a limit.

    A reply that ends in the middle of a tag, a table or a formula is truncated whatever the server
    says: one kind of server always claims to have finished.
    """
    segments = scan(raw)
    shown = visible(raw, segments)
    nothing = not shown.text.strip() and not any(segment.boxes for segment in segments)
    if nothing and raw.count("<td") < _EMPTY_GRID:
        flags = [Flag(FlagKind.EMPTY, "The server said nothing about this page.")]
        if cut:
            flags.append(_TRUNCATED)
        return Verdict(tuple(flags), raw)
    broken = _broken_off(raw, segments)
    open_end = cut or bool(broken)
    found = (*text_loops(raw, shown, open_end=open_end), *block_loops(raw, segments))
    loops = [loop for loop in found if loop.certain or not _has_places(segments, loop)]
    if not loops:
        if not open_end:
            return Verdict((), raw)
        truncated = _TRUNCATED if cut else Flag(FlagKind.TRUNCATED, broken)
        return Verdict((truncated,), raw)
    loop = min(loops, key=lambda found: found.second)
    flags = [Flag(FlagKind.REPEATED, f"The model repeated itself: {loop.what}.")]
    if cut:
        flags.append(_TRUNCATED)
    return Verdict(tuple(flags), raw[: _border(raw, segments, loop)].rstrip())


_TRUNCATED = Flag(FlagKind.TRUNCATED, "The reply was cut off at the server's limit.")


def _broken_off(raw: str, segments: Sequence[Segment]) -> str:
    """A sentence saying what the reply ends in the middle of; empty if it ends as it should."""
    if _END_OF_SENTENCE.search(raw, max(0, len(raw) - _ENDING)):
        return ""
    if without_cut_token(raw) != raw or (segments and segments[-1].cut):
        return "The reply breaks off in the middle of a tag."
    last = segments[-1]
    for opening, closing, what in (("<table", "</table", "table"), ("\\[", "\\]", "formula")):
        if raw.rfind(opening, last.body_start) > raw.rfind(closing, last.body_start):
            return f"The reply breaks off in the middle of a {what}."
    return ""


#: A page has no more lines than this; what claims more places makes them up.
_MOST_PLACES = 80
#: What stands in a place of its own is a label, a ticket, a row of a form: short.
_LONGEST_PLACE = 400


def _has_places(segments: Sequence[Segment], loop: Loop) -> bool:
    """Whether what repeats itself stands in boxes of its own, as on a sheet of labels."""
    inside = [s for s in segments if loop.first <= s.body_start and s.start < loop.end]
    places = {segment.boxes for segment in inside if segment.boxes}
    enough = max(loop.rounds - 2, 5)
    short = all(s.body_end - s.body_start <= _LONGEST_PLACE for s in inside)
    return short and enough <= len(places) <= _MOST_PLACES and len(places) == len(inside)


def _border(raw: str, segments: Sequence[Segment], loop: Loop) -> int:
    """Where to cut: at the block that begins the second round, else at a row or a line of it."""
    starts = [segment.start for segment in segments]
    first, second = loop.first, loop.second
    reach = min(max(second - first, 1), _NEAR)
    low = bisect_right(starts, max(first, second - reach))
    high = bisect_left(starts, second + reach + 1)
    near = starts[low:high]
    if near:
        return min(near, key=lambda start: abs(start - second))
    for border in ("</tr>", "</td>", "\n", ". "):
        places = (raw.rfind(border, first, second), raw.find(border, second, second + reach))
        ends = [at + len(border) for at in places if at >= 0]
        nearest = min(ends, key=lambda end: abs(end - second), default=second + reach)
        if abs(nearest - second) <= reach / 2:
            return nearest
    return second
