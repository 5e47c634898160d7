"""The lines of a region as Markdown: paragraphs, hard breaks, lists, headings.

A model writes a line feed for every line that it sees. In running prose such a break means nothing
and the lines are joined; in an address, a receipt or a poem it means everything and stays as a hard
break. A break counts as running on when the line is full, that is when the next word would not have
fitted within the longest line of its paragraph, and nothing else (an enumeration, an amount, a row
of dots) speaks against it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop.ocr.inline import HARD_BREAK, to_markdown
from desktop.ocr.inline_lists import split_glued
from desktop.text import join_lines

_FENCE = re.compile(r"\s{0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r"\s{0,3}(#{1,6})[ \t]+(\S.*)")
_BULLET = re.compile(r"([ \t]*)(?:[-*+][ \t]+|[•●◦▪■○‣∙·][ \t]*)(?=\S)(.*)", re.DOTALL)
_BULLETS = frozenset("-*+•●◦▪■○‣∙·–—")
_DASH_BULLET = re.compile(r"([ \t]*)[–—][ \t]+(?=\S)(.*)", re.DOTALL)
_NUMBERED = re.compile(r"([ \t]*)(\d{1,3}[.)])[ \t]+(?=\S)(.*)", re.DOTALL)
_ENUMERATED = re.compile(r"[(\[]?(?:[A-Za-z]|\d{1,4}|[ivxIVX]{1,5})[.):\]]\s")
_LEADERS = re.compile(r"(?:\.{4,}|…{2,}|_{4,}|(?: \.){4,}|·{4,})")
_UNDERLINE = re.compile(r"\s{0,3}(?:=+|-+)\s*\Z")
_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]"
)
#: What a sentence may go on with in the next line, besides letters and digits.
_OPENING = "\"'“„‘‚«»(‹"
_DEEPEST = 6

#: A full line of prose is at least this wide, in characters (wide ones count twice).
_PROSE = 45
#: The same where the next line goes on with a small letter.
_SENTENCE = 20


def shape(text: str, *, as_list: bool = False) -> str:
    """A region's text, as the model wrote it, as Markdown. Linear; never raises.

    With ``as_list`` every line is an item, unless some lines have a bullet or a number of their
    own: then the others go on with the item before them.
    """
    return "\n\n".join(paragraphs(text, as_list=as_list))


def paragraphs(text: str, *, as_list: bool = False) -> list[str]:
    """The same, one by one: prose, formulas, lists, headings, pipe tables, fenced code."""
    out: list[str] = []
    for code, part in fenced(text):
        out += [part] if code else _paragraphs(to_markdown(part), as_list)
    return out


def fenced(text: str) -> list[tuple[bool, str]]:
    """The text in parts: (whether it is a fenced block of code, the part)."""
    if "```" not in text and "~~~" not in text:
        return [(False, text)]
    parts: list[tuple[bool, str]] = []
    lines: list[str] = []
    fence = ""
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        if fence:
            lines.append(line)
            if mark and mark[1].startswith(fence) and not line.strip(" `~"):
                parts.append((True, "\n".join(lines)))
                lines, fence = [], ""
        elif mark:
            parts.append((False, "\n".join(lines)))
            lines, fence = [line], mark[1]
        else:
            lines.append(line)
    if fence:
        lines.append(fence)
    parts.append((bool(fence), "\n".join(lines)))
    return parts


def _paragraphs(text: str, as_list: bool) -> list[str]:
    out: list[str] = []
    group: list[str] = []
    lines = text.split("\n")
    at = 0

    def flush() -> None:
        out.extend(_group(group, as_list))
        group.clear()

    while at < len(lines):
        line = lines[at]
        stripped = line.strip()
        end = at + 1
        if not stripped:
            flush()
        elif stripped == "$$":
            flush()
            while end < len(lines) and lines[end].strip() != "$$":
                end += 1
            out.append("\n".join(lines[at : end + 1]))
            end += 1
        elif "|" in line and end < len(lines) and _is_pipe_rule(lines[end]):
            flush()
            while end < len(lines) and "|" in lines[end]:
                end += 1
            out.append("\n".join(row.strip() for row in lines[at:end]))
        elif stripped[0] == "#" and (heading := _HEADING.match(line)):
            flush()
            out.append(f"{heading[1]} {heading[2].rstrip()}")
        elif group and stripped[0] in "=-" and _UNDERLINE.match(line):
            # It would make a heading of the line above.
            if len(stripped) < 3 or stripped[0] == "=":
                group.append("\\" + stripped)
            else:
                flush()
        else:
            group.append(line)
        at = end
    flush()
    return out


def _is_pipe_rule(line: str) -> bool:
    return "|" in line and "-" in line and not line.strip(" \t|:-")


@dataclass(slots=True)
class _Entry:
    """A plain paragraph (no ``marker``) or one item of a list."""

    marker: str
    indent: int
    lines: list[str] = field(default_factory=list)


def _group(lines: Sequence[str], as_list: bool) -> list[str]:
    if not lines:
        return []
    entries: list[_Entry] = []
    for line in lines:
        marked = _marked(line, as_list)
        if marked is not None:
            entries += marked
        elif entries:
            entries[-1].lines.append(line)
        else:
            entries.append(_Entry("", 0, [line]))
    if as_list and len(entries) == 1 and not entries[0].marker:
        entries = [_Entry("-", 0, [line]) for line in lines]
    out: list[str] = []
    items: list[str] = []
    indents: list[int] = []
    for entry in entries:
        if not entry.marker:
            out.append(_joined(entry.lines))
            continue
        while indents and entry.indent <= indents[-1]:
            indents.pop()
        level = min(len(indents), _DEEPEST)
        indents.append(entry.indent)
        margin = "    " * level
        body = _joined(entry.lines, item=True).replace(
            "\n", f"\n{margin}{' ' * (len(entry.marker) + 1)}"
        )
        items.append(f"{margin}{entry.marker} {body}")
    if items:
        out.append("\n".join(items))
    return out


def _marked(line: str, as_list: bool) -> list[_Entry] | None:
    """The item or items that a line begins, if it begins any."""
    first = line.lstrip()[:1]
    if not (first in _BULLETS or first.isdigit()):
        return None
    if first.isdigit():
        number = _NUMBERED.match(line)
        if number is None:
            return None
        return [_Entry(number[2], _width_of_indent(number[1]), [number[3]])]
    bullet = _BULLET.match(line) or (_DASH_BULLET.match(line) if as_list else None)
    if bullet is None:
        return None
    indent = _width_of_indent(bullet[1])
    return [_Entry("-", indent, [part]) for part in split_glued(bullet[2])]


def _width_of_indent(blanks: str) -> int:
    return sum(4 if blank == "\t" else 1 for blank in blanks)


# --- breaks between lines ------------------------------------------------------------------------


def _joined(lines: Sequence[str], *, item: bool = False) -> str:
    """One paragraph: running lines joined, the others kept apart by hard breaks.

    In an ``item`` of a list every line counts as full: what has no bullet of its own goes on.
    """
    if len(lines) == 1:
        return lines[0].strip()
    widths = [_width(line.strip()) for line in lines]
    longest = max(widths)
    if item:
        longest = max(longest, _SENTENCE)
        widths = [longest] * len(lines)
    if longest < _SENTENCE and not any(line.rstrip().endswith("-") for line in lines):
        return HARD_BREAK.join(text for line in lines if (text := line.strip()))
    runs: list[list[str]] = [[lines[0]]]
    for index in range(1, len(lines)):
        if _runs_on(lines[index - 1], lines[index], widths[index - 1], longest):
            runs[-1].append(lines[index])
        else:
            runs.append([lines[index]])
    texts = (run[0].strip() if len(run) == 1 else join_lines(run).strip() for run in runs)
    return HARD_BREAK.join(text for text in texts if text)


def _width(text: str) -> int:
    return len(text) + (0 if text.isascii() else len(_WIDE.findall(text)))


def _runs_on(line: str, following: str, width: int, longest: int) -> bool:
    """Whether a sentence goes on from a line to the next one."""
    if line.endswith(HARD_BREAK[:-1]) and line.strip():
        return False
    before, after = line.strip(), following.strip()
    if not before or not after:
        return True
    if _ENUMERATED.match(after) or _LEADERS.search(before) or before[-1] == ":":
        return False
    if before[-1].isdigit() and after[-1].isdigit():
        return False
    if before[-1] == "-" and after[0].islower() and before[-2:-1].isalpha():
        return True
    word = after.split(maxsplit=1)[0]
    needed = width + 1 + min(_width(word), 12)
    if after[0].islower():
        return longest >= _SENTENCE and needed >= 0.6 * longest and before[-1] not in ".!?;"
    goes_on = after[0].isalnum() or after[0] in _OPENING
    return goes_on and longest >= _PROSE and needed >= 0.85 * longest
