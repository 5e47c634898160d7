"""Loops in the regions of a reply: boxes that step on, regions that come again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from desktop.model.blocks import Label
from desktop.model.geometry import Box
from desktop.ocr.parse_labels import known_label
from desktop.ocr.parse_tags import Segment
from desktop.ocr.quality_loops import Loop

#: How much the size and the column of stepping boxes may vary, in page units.
_TOLERANCE = 0.004
#: Empty regions of one size, one beside the other; a sheet of photographs has fewer.
_IMAGES, _OTHERS = 20, 40
#: The very same region so many times.
_SAME, _SAME_EMPTY = 3, 4
#: Regions without a box of their own that repeat earlier ones, one after the other.
_ECHOES = 6
_LONGEST_KEY = 4000
_NOT_A_WORD = re.compile(r"[\W_]+")


def block_loops(raw: str, segments: Sequence[Segment]) -> Iterator[Loop]:
    """The loops among a reply's regions."""
    yield from _stepping(raw, segments)
    yield from _again(raw, segments)
    yield from _echoes(raw, segments)


def _is_empty(raw: str, segment: Segment) -> bool:
    body = raw[segment.body_start : segment.body_end]
    return not body or body.isspace()


def _stepping(raw: str, segments: Sequence[Segment]) -> Iterator[Loop]:
    """The same label without text again and again, its box stepping along one axis."""
    run: list[Segment] = []
    for segment in (*segments, None):
        if segment is not None and segment.boxes and _is_empty(raw, segment):
            if run and _steps(run[-1], segment):
                run.append(segment)
                continue
            begun = [segment]
        else:
            begun = []
        if _is_stepping_loop(run):
            what = f"{len(run)} empty regions in a row, each a step further"
            yield Loop(run[0].start, run[1].start, run[-1].body_end, what)
        run = begun


def _steps(one: Segment, two: Segment) -> bool:
    before, after = one.boxes[0], two.boxes[0]
    same_size = (
        abs(before.width - after.width) <= _TOLERANCE
        and abs(before.height - after.height) <= _TOLERANCE
    )
    straight = (
        abs(before.x0 - after.x0) <= _TOLERANCE / 2 or abs(before.y0 - after.y0) <= _TOLERANCE / 2
    )
    return one.words == two.words and same_size and straight


def _is_stepping_loop(run: Sequence[Segment]) -> bool:
    if len(run) < _IMAGES:
        return False
    if known_label(run[0].words) is Label.IMAGE:
        return True
    # Lines of a form may well be so regular, but they don't come twice.
    return len(run) >= _OTHERS and len({segment.boxes for segment in run}) < len(run)


def _again(raw: str, segments: Sequence[Segment]) -> Iterator[Loop]:
    """Regions of the same label, box and text."""
    seen: Counter[tuple[str, tuple[Box, ...], str]] = Counter()
    previous: dict[tuple[str, tuple[Box, ...], str], list[int]] = {}
    for segment in segments:
        if not segment.boxes:
            continue
        body = raw[segment.body_start : min(segment.body_end, segment.body_start + _LONGEST_KEY)]
        key = (segment.words, segment.boxes, body.strip())
        seen[key] += 1
        previous.setdefault(key, []).append(segment.start)
        if seen[key] == (_SAME if key[2] or known_label(segment.words) is None else _SAME_EMPTY):
            first, second = previous[key][:2]
            yield Loop(first, second, segment.body_end, "the same region came again and again")


def _echoes(raw: str, segments: Sequence[Segment]) -> Iterator[Loop]:
    """Regions without boxes that say what others have said before."""
    if not any(segment.tagged for segment in segments):
        return
    said: set[str] = set()
    run: list[Segment] = []
    echoes = misses = 0
    for segment in (*segments, None):
        if segment is not None:
            body = raw[
                segment.body_start : min(segment.body_end, segment.body_start + _LONGEST_KEY)
            ]
            words = _NOT_A_WORD.sub("", body).casefold()
            echo = len(words) >= 8 and words in said and not segment.boxes
            said.add(words)
            if echo:
                run.append(segment)
                echoes, misses = echoes + 1, max(0, misses - 1)
                continue
            misses += 1
            if run and misses <= 2:
                continue
        if echoes >= _ECHOES:
            what = "regions that were there before came again"
            yield Loop(run[0].start, run[0].start, run[-1].body_end, what)
        run, echoes, misses = [], 0, 0
