r"""Running text of a reply as Markdown, and as the content of an HTML table's cell.

Math becomes ``$…$`` and ``$$…$$`` (on lines of its own), money ``\$``, ``<br>`` a hard break; what
looks like an HTML tag but is none that models use for layout is literal and gets a backslash.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from desktop.ocr.inline_tokens import Kind, Piece, pieces
from desktop.ocr.parse_marks import decode_entities

#: Two blanks and a line feed: Markdown's line break that stays.
HARD_BREAK = "  \n"
_TAG_LIKE = re.compile(r"<(?=[A-Za-z/!?])")
#: DeepSeek-OCR writes a blank after many hyphens: ``goal- based``, ``PubTables- 1M``.
_LOOSE_HYPHEN = re.compile(r"(?<=[^\W_])- (?=[^\W_])")
_DOUBLE_DASH = re.compile(r"(?<!\S)- - (?=[^\s-])")
_WORD_BEFORE = re.compile(r"[^\W\d_]+\Z")
_WORD_AFTER = re.compile(r"[^\W_]+")
#: Words before which a hyphen stands for something left out: ``pre- and post-war``.
_OMISSION = frozenset(
    {"and", "or", "to", "nor", "und", "oder", "bis", "bzw", "sowie", "als", "wie"}
) | {*("et", "ou", "y", "e", "o", "u", "a", "i", "en", "of", "och", "og", "eller", "ja", "tai")}


def to_markdown(text: str, *, one_line: bool = False) -> str:
    """The text as Markdown; with ``one_line`` (headings, say) all formulas stay inside the line."""
    found = pieces(text)
    if len(found) == 1 and found[0].kind is Kind.TEXT:
        words = _literal(found[0].text)
        return " ".join(words.split()) if one_line else words
    keep = _paired(found)
    out: list[str] = []
    for index, piece in enumerate(found):
        kind = piece.kind
        if kind is Kind.TEXT:
            out.append(_literal(piece.text))
        elif kind is Kind.INLINE_MATH or (kind is Kind.DISPLAY_MATH and one_line):
            out.append(_dollars(piece, found, index))
        elif kind is Kind.DISPLAY_MATH:
            out.append(f"\n\n$$\n{piece.text}\n$$\n\n")
        elif kind is Kind.BREAK:
            out.append(" " if one_line else HARD_BREAK)
        elif kind is Kind.CODE:
            out.append(piece.text)
        elif index in keep:
            out.append(f"<{piece.text}>" if kind is Kind.OPEN else f"</{piece.text}>")
    whole = "".join(out)
    return " ".join(whole.split()) if one_line else whole


def to_cell(text: str) -> str:
    """The text as the inside of a ``<td>``: escaped, on one line, with ``<br>`` and ``$…$``.

    A dollar sign that could be taken for math is written ``&#36;``.
    """
    found = pieces(text)
    if not found:
        return ""
    keep = _paired(found)
    formulas = sum(piece.kind in (Kind.INLINE_MATH, Kind.DISPLAY_MATH) for piece in found)
    money = sum(piece.text.count("$") for piece in found if piece.kind is Kind.TEXT)
    dollar = "&#36;" if formulas + money > 1 else "$"
    lines: list[list[str]] = [[]]
    for index, piece in enumerate(found):
        kind = piece.kind
        if kind is Kind.TEXT:
            words = html.escape(close_hyphens(piece.text), quote=False)
            lines[-1].append(words.replace("$", dollar))
        elif kind in (Kind.INLINE_MATH, Kind.DISPLAY_MATH):
            lines[-1].append(html.escape(_dollars(piece, found, index), quote=False))
        elif kind is Kind.CODE:
            # Backticks mean nothing in HTML, so references inside them do.
            lines[-1].append(html.escape(decode_entities(piece.text), quote=False))
        elif kind is Kind.BREAK:
            lines.append([])
        elif index in keep:
            lines[-1].append(f"<{piece.text}>" if kind is Kind.OPEN else f"</{piece.text}>")
    texts = [" ".join("".join(line).split()) for line in lines]
    return "<br>".join(line for line in texts if line)


def _literal(words: str) -> str:
    if "<" in words:
        words = _TAG_LIKE.sub(r"\\<", words)
    return close_hyphens(words).replace("$", "\\$")


def _dollars(piece: Piece, found: Sequence[Piece], index: int) -> str:
    after = found[index + 1].text[:1] if index + 1 < len(found) else ""
    # A closing dollar before a digit would be none.
    gap = " " if after.isdigit() else ""
    return f"${piece.text.replace(chr(10), ' ')}${gap}"


def _paired(found: Sequence[Piece]) -> frozenset[int]:
    """Which opening and closing tags have each other."""
    keep: set[int] = set()
    stack: list[int] = []
    waiting = {"b": 0, "i": 0, "sub": 0, "sup": 0}
    for index, piece in enumerate(found):
        if piece.kind is Kind.OPEN:
            stack.append(index)
            waiting[piece.text] += 1
        elif piece.kind is Kind.CLOSE and waiting[piece.text]:
            while True:
                opened = stack.pop()
                waiting[found[opened].text] -= 1
                if found[opened].text == piece.text:
                    break
            keep |= {opened, index}
    return frozenset(keep)


def close_hyphens(text: str) -> str:
    """Take back the blank that models write after a hyphen inside a word, and ``- -`` for ``--``.

    Only before small letters and digits, or between two capitalised parts; never where the hyphen
    stands for something left out (``pre- and post-war``), nor where a list item may begin.
    """
    if "- " not in text:
        return text
    if "- - " in text:
        text = _DOUBLE_DASH.sub("-- ", text)
    return _LOOSE_HYPHEN.sub(_closed, text)


def _closed(match: re.Match[str]) -> str:
    text, start, end = match.string, match.start(), match.end()
    after = _WORD_AFTER.match(text, end, end + 20)
    if after is None or after.group() in _OMISSION:
        return "- "
    if after.group()[0].isupper():
        before = _WORD_BEFORE.search(text[max(0, start - 30) : start])
        if before is None or not before.group()[0].isupper():
            return "- "
    elif not (after.group()[0].islower() or after.group()[0].isdigit()):
        return "- "
    return "-"
