"""Markdown as it may stand in a file that other programs render.

A block's Markdown comes from a model or from a person. What would be more than text is made text:
HTML other than the few inline tags, pictures (which a viewer would fetch), links that run
something, and marks that would swallow what follows in the document.
"""

from __future__ import annotations

import re

from desktop.export.html import INLINE_TAG
from desktop.export.html_math import find_formula

_SPECIAL = re.compile(
    r"""
      \\.
    | (?P<ticks>`+)
    | (?P<dollar>\$)
    | (?P<tag><(?=[A-Za-z/!?]))
    | (?P<image>!\[)
    | (?P<link>\]\(\s*<?\s*(?:javascript|vbscript|data|file)\s*:)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_TARGET = re.compile(r"\\.|(\]\()", re.DOTALL)
_FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})")
_UNDERLINE = re.compile(r"[ ]{0,3}(?:-+|=+)[ \t]*")
_DEFINITION = re.compile(r"[ ]{0,3}\[(?!\^)[^\]\n]{1,999}\]:")
_LESS_IN_MATH = re.compile(r"<(?=[A-Za-z/!?])")


def safe_markdown(markdown: str) -> str:
    """A block's Markdown that renders as it does here, wherever it is rendered."""
    lines: list[str] = []
    text: list[str] = []
    fence = ""
    for line in markdown.strip("\n").split("\n"):
        mark = _FENCE.match(line)
        if fence:
            lines.append(line)
            if mark and mark[1].startswith(fence) and line.strip() == mark[1]:
                fence = ""
        elif mark and not (mark[1][0] == "`" and "`" in line[mark.end() :]):
            lines.extend(_safe_lines(text))
            text = []
            fence = mark[1]
            lines.append(line)
        else:
            text.append(line)
    lines.extend(_safe_lines(text))
    if fence:
        lines.append(fence)
    return "\n".join(lines)


def _safe_lines(lines: list[str]) -> list[str]:
    if not lines:
        return []
    # Spans may go over lines, so the text is looked at as a whole first.
    safe = _safe_spans("\n".join(lines)).split("\n")
    before = ""
    for index, line in enumerate(safe):
        if before.strip() and _UNDERLINE.fullmatch(line):
            # It would make the line above a heading.
            safe[index] = line = f"\\{line.lstrip()}"
        elif _DEFINITION.match(line):
            # It would vanish from the page.
            safe[index] = line = line.replace("[", "\\[", 1)
        before = line
    return safe


def _safe_spans(text: str) -> str:
    parts: list[str] = []
    unclosed: set[int] = set()
    position = 0
    targets = [match.start() for match in _TARGET.finditer(text) if match[1]]
    last_target = targets[-1] if targets else -1
    while (match := _SPECIAL.search(text, position)) is not None:
        parts.append(text[position : match.start()])
        written, position = _safe_span(text, match, unclosed, last_target)
        parts.append(written)
    parts.append(text[position:])
    return "".join(parts)


def _safe_span(
    text: str, match: re.Match[str], unclosed: set[int], last_target: int
) -> tuple[str, int]:
    """What to write for something special, and where to go on.

    ``last_target`` is where the last address of a link or picture begins: without one behind it
    ``![`` is no picture.
    """
    start, end = match.span()
    if match["ticks"]:
        close = _closing_ticks(text, end, len(match["ticks"]), unclosed)
        return text[start:close], close
    if match["dollar"]:
        found = find_formula(text, start, len(text))
        if found is None:
            return ("\\$", end)
        # A comparison would be read as a tag where math is looked for only afterwards.
        return _LESS_IN_MATH.sub(r"\\lt ", text[start : found[1]]), found[1]
    if match["tag"]:
        tag = INLINE_TAG.match(text, start)
        return (tag.group(), tag.end()) if tag else ("\\<", end)
    if match["image"]:
        return ("!\\[" if end <= last_target else "!["), end
    if match["link"]:
        return f"]\\{match.group()[1:]}", end
    return match.group(), end


def _closing_ticks(text: str, start: int, length: int, unclosed: set[int]) -> int:
    """Where a code span ends that opened with ``length`` backticks; ``start`` if it never does."""
    if length in unclosed:
        return start
    for match in re.compile(rf"(?<!`)`{{{length}}}(?!`)").finditer(text, start):
        return match.end()
    unclosed.add(length)
    return start
