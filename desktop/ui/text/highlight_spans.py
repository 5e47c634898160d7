"""Where the signs of Markdown stand in one line of source; pure, for the highlighter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple


class Kind(IntEnum):
    """What a stretch of source is, later ones drawn over earlier ones."""

    HEADING = 0
    MARK = 1
    QUOTE = 2
    STRONG = 3
    EMPHASIS = 4
    STRUCK = 5
    LINK = 6
    TAG = 7
    ENTITY = 8
    ESCAPE = 9
    PIPE = 10
    CODE = 11
    MATH = 12


class Span(NamedTuple):
    """A stretch of a line, in characters."""

    start: int
    end: int
    kind: Kind


class Carry(IntEnum):
    """What a line leaves open for the next one."""

    NOTHING = 0
    BACKTICKS = 1
    TILDES = 2
    MATH = 3


#: Lines of whole tables can be very long; emphasis inside longer ones is not looked for.
LONG = 20_000
_FENCE = re.compile(r" {0,3}(```+|~~~+)")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]|$)")
_LEAD = re.compile(r"[ \t]*(?:>[ \t]?)*[ \t]*(?:[-+*]|\d{1,9}[.)])(?=[ \t])")
_QUOTE = re.compile(r" {0,3}>.*")
_TABLE_LINE = re.compile(r"[ \t]*\|")
#: What is not looked into: no sign inside it means anything. Every part stops at the next sign of
#: its kind, so that lonely ones can't make the search quadratic.
_SOLID = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<code>(?P<ticks>`{1,8})[^`]+(?P=ticks)(?!`))"
    r"|(?P<math>\$\$[^$]+\$\$|\$[^$\s](?:[^$]*[^$\s])?\$)"
    r"|(?P<tag>(?:</?[A-Za-z][^<>]*>)+)"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,31});)"
    r"|(?P<link>!?\[[^\[\]]*\]\([^()\s]*\))"
)
_SOLID_KINDS = {
    "escape": Kind.ESCAPE,
    "code": Kind.CODE,
    "math": Kind.MATH,
    "tag": Kind.TAG,
    "entity": Kind.ENTITY,
    "link": Kind.LINK,
}
_EMPHASIS = (
    (Kind.STRONG, re.compile(r"\*\*(?=[^\s*])[^*]+\*\*|(?<!\w)__(?=[^\s_])[^_]+__(?!\w)")),
    (
        Kind.EMPHASIS,
        re.compile(r"(?<!\*)\*(?=[^\s*])[^*]+\*(?!\*)|(?<![\w_])_(?=[^\s_])[^_]+_(?!\w)"),
    ),
    (Kind.STRUCK, re.compile(r"~~(?=[^\s~])[^~]+~~")),
)
#: Stands for a character of what is not looked into.
_BLANK = "\ufdd6"


def spans_of(line: str, carry: Carry = Carry.NOTHING) -> tuple[list[Span], Carry]:
    """The spans of a line, those drawn first at the front, and what it leaves open."""
    if carry is Carry.MATH:
        end = line.find("$$")
        if end < 0:
            return [Span(0, len(line), Kind.MATH)], Carry.MATH
        rest, left = spans_of(_BLANK * (end + 2) + line[end + 2 :])
        return [*rest, Span(0, end + 2, Kind.MATH)], left
    fence = _FENCE.match(line)
    if carry is not Carry.NOTHING:
        closing = fence is not None and (fence[1][0] == "`") == (carry is Carry.BACKTICKS)
        closing = closing and fence is not None and not line[fence.end() :].strip()
        return [Span(0, len(line), Kind.CODE)], Carry.NOTHING if closing else carry
    if fence is not None and not (fence[1][0] == "`" and "`" in line[fence.end() :]):
        left = Carry.BACKTICKS if fence[1][0] == "`" else Carry.TILDES
        return [Span(0, len(line), Kind.CODE)], left
    return _prose(line)


def _prose(line: str) -> tuple[list[Span], Carry]:
    solid = [
        Span(match.start(), match.end(), _SOLID_KINDS[match.lastgroup])
        for match in _SOLID.finditer(line)
        if match.lastgroup is not None
    ]
    open_line = _masked(line, solid)
    left = Carry.NOTHING
    opening = open_line.rfind("$$")
    if opening >= 0 and not open_line[:opening].strip():
        # Display math over several lines begins on a line of its own.
        solid = [span for span in solid if span.end <= opening]
        solid.append(Span(opening, len(line), Kind.MATH))
        open_line = open_line[:opening]
        left = Carry.MATH
    spans = [*_line_spans(open_line)]
    if len(line) <= LONG:
        for kind, pattern in _EMPHASIS:
            spans.extend(Span(m.start(), m.end(), kind) for m in pattern.finditer(open_line))
    return [*spans, *solid], left


def _line_spans(line: str) -> Iterator[Span]:
    if _HEADING.match(line):
        yield Span(0, len(line), Kind.HEADING)
    elif _TABLE_LINE.match(line):
        yield from (Span(m.start(), m.end(), Kind.PIPE) for m in re.finditer(r"\|", line))
    elif _QUOTE.match(line):
        yield Span(0, len(line), Kind.QUOTE)
    lead = _LEAD.match(line)
    if lead is not None:
        yield Span(lead.start(), lead.end(), Kind.MARK)


def _masked(line: str, solid: list[Span]) -> str:
    parts = []
    position = 0
    for span in solid:
        parts.append(line[position : span.start])
        parts.append(_BLANK * (span.end - span.start))
        position = span.end
    parts.append(line[position:])
    return "".join(parts)
