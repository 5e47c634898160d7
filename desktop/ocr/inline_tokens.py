r"""Running text of a reply as pieces: plain words, formulas, code, the few HTML tags that count.

One pass finds what might begin or end something, a second one pairs it up with the help of tables
made from the right, so that nothing is looked at twice. All three ways to write math are read:
``\(…\)`` and ``\[…\]`` (DeepSeek-OCR), ``$…$`` and ``$$…$$`` (others). A dollar sign is math only
in a pair whose inside looks like math; else it is money.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import NamedTuple

from desktop.ocr.parse_marks import ENTITY, SPECIAL, decode_entities


class Kind(Enum):
    """What a piece is."""

    TEXT = auto()
    INLINE_MATH = auto()
    DISPLAY_MATH = auto()
    CODE = auto()
    BREAK = auto()
    OPEN = auto()
    CLOSE = auto()


class Piece(NamedTuple):
    """``text`` is decoded: words, LaTeX without its delimiters, code with them, a tag's name.

    A dollar sign among words is a literal one.
    """

    kind: Kind
    text: str


#: Tags that are kept, under the name that they are kept by.
KEPT = {"b": "b", "strong": "b", "i": "i", "em": "i", "sub": "sub", "sup": "sup"}
_TOKEN = re.compile(
    rf"""
      (?:\\\\)+ | \\[()\[\]] | \\.
    | \$+
    | `+
    | {ENTITY.replace("&", "(?P<entity>&", 1)})
    | <(?P<close>/?)(?P<name>center|br|b|strong|i|em|sub|sup|u|p|span|font|div)
       (?:\ (?P<attributes>[^<>]{{0,200}}))? \s? /? >
    """,
    re.VERBOSE,
)
#: What any token begins with.
_ACTIVE = re.compile(r"[\\$`&<]")
#: What is changed in words, and so must not be taken for words inside code.
_TOUCHED = re.compile(r"[$<&']|- ")
_ESCAPED_BREAK = re.compile(r"&(?:amp;)?lt;br ?/?&(?:amp;)?gt;")
_OWN_LINE = frozenset({"p", "div", "center"})
#: Tags that models use for layout only with attributes.
_LAYOUT = frozenset({"div", "span", "font"})
_CLOSER_OF = {"\\(": "\\)", "\\[": "\\]"}
_CLOSERS = frozenset(_CLOSER_OF.values())
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
#: A citation whose brackets were escaped for Markdown.
_CITATION = re.compile(r"\d[\d,;– -]{0,30}")
#: What money hardly ever has: commands, powers, indices, equations.
_MATH_SIGN = re.compile(r"[\\^_={}<>|]|[A-Za-z0-9)]\s?[+*/]\s?[A-Za-z0-9(\\]")
_LONGEST_INLINE = 2000


def pieces(text: str) -> list[Piece]:
    """The pieces of a text in its order. Never raises; linear in the length of the text."""
    if not _ACTIVE.search(text):
        return [Piece(Kind.TEXT, text)] if text else []
    if "<" in text:
        text = SPECIAL.sub("", text)
    if "lt;br" in text:
        text = _ESCAPED_BREAK.sub("<br>", text)
    return _Reader(text).read()


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = list(_TOKEN.finditer(text))
        self.closers = self._closers()
        self.out: list[Piece] = []
        self.words: list[str] = []
        self.closes = "</" in text
        self.styled = {name for name in _LAYOUT if f"<{name} " in text}
        self.quotes = "``" in text and "''" in text and "```" not in text

    def _closers(self) -> list[int]:
        """For each token the index of the token that could close it, or -1."""
        closers = [-1] * len(self.tokens)
        following: dict[str, int] = {}
        self.last_delimiter = -1
        for index in range(len(self.tokens) - 1, -1, -1):
            token = self.tokens[index].group()
            if token in _CLOSER_OF:
                # What opens again before it closes was never closed.
                closers[index] = following.pop(_CLOSER_OF[token], -1)
            elif token in _CLOSERS or (token[0] in "$`" and token[:3] != "$$$"):
                closers[index] = following.get(token, -1)
                following[token] = index
            else:
                continue
            if token[0] == "\\":
                self.last_delimiter = max(self.last_delimiter, index)
        return closers

    def read(self) -> list[Piece]:
        at, index = 0, 0
        text, tokens = self.text, self.tokens
        while index < len(tokens):
            start = tokens[index].start()
            taken = self._take(index)
            if taken is None:
                index += 1
                continue
            if start > at:
                self.words.append(text[at:start])
            piece, at, index = taken
            if piece is None:
                continue
            if piece.kind is Kind.TEXT:
                self.words.append(piece.text)
            else:
                if self.words:
                    self._flush()
                self.out.append(piece)
        self.words.append(text[at:])
        self._flush()
        return self.out

    def _flush(self) -> None:
        words = "".join(self.words)
        if words:
            self.words.clear()
            if self.quotes:
                words = words.replace("``", "“").replace("''", "”")
            self.out.append(Piece(Kind.TEXT, words))

    def _take(self, index: int) -> tuple[Piece | None, int, int] | None:
        """The piece that begins at a token, where it ends, and the next token; ``None``: words."""
        token = self.tokens[index]
        mark, end = token.group(), token.end()
        if mark[0] == "$":
            return self._dollars(index)
        if mark in _CLOSER_OF:
            return self._delimited(index)
        if mark in _CLOSERS:
            return None, end, index + 1
        if mark == "\\$":
            return Piece(Kind.TEXT, "$"), end, index + 1
        if mark[0] == "`":
            return None if self.quotes and mark == "``" else self._code(index)
        if mark[0] == "&":
            return Piece(Kind.TEXT, decode_entities(mark)), end, index + 1
        if token["name"]:
            if token["name"] in _LAYOUT and token["name"] not in self.styled:
                # ``<div>`` by itself is what a page about HTML shows.
                return None
            return _tag(token, pairs=self.closes), end, index + 1
        return None

    def _delimited(self, index: int) -> tuple[Piece | None, int, int]:
        token = self.tokens[index]
        display = token.group() == "\\["
        closer = self.closers[index]
        if closer >= 0:
            close = self.tokens[closer]
            inside = self.text[token.end() : close.start()]
            if display and _CITATION.fullmatch(inside) and self._in_a_line(token.start()):
                return Piece(Kind.TEXT, f"[{inside}]"), close.end(), closer + 1
            if display or not _PARAGRAPH.search(inside):
                return _math(inside, display), close.end(), closer + 1
        elif index == self.last_delimiter and _MATH_SIGN.search(self.text, token.end()):
            # The reply breaks off inside a formula.
            return _math(self.text[token.end() :], display), len(self.text), len(self.tokens)
        return None, token.end(), index + 1

    def _in_a_line(self, start: int) -> bool:
        """Whether words stand before an offset in its line."""
        before = self.text[max(0, start - 80) : start]
        return bool(before.rpartition("\n")[2].strip())

    def _dollars(self, index: int) -> tuple[Piece | None, int, int] | None:
        closer = self.closers[index]
        if closer < 0:
            return None
        text, token, close = self.text, self.tokens[index], self.tokens[closer]
        begin, end = token.end(), close.start()
        double = begin - token.start() == 2
        # Money is told at a glance, which keeps a text full of dollar signs cheap.
        if not double and (text[begin].isspace() or text[end - 1].isspace()):
            return None
        inside = text[begin:end]
        if double:
            is_math = bool(inside.strip())
        else:
            is_math = _is_inline_math(inside, text[close.end() : close.end() + 1])
        return (_math(inside, double), close.end(), closer + 1) if is_math else None

    def _code(self, index: int) -> tuple[Piece | None, int, int] | None:
        closer = self.closers[index]
        if closer < 0:
            return None
        token, close = self.tokens[index], self.tokens[closer]
        inside = self.text[token.start() : close.end()]
        if _PARAGRAPH.search(inside):
            return None
        kind = Kind.CODE if _TOUCHED.search(inside) else Kind.TEXT
        return Piece(kind, inside), close.end(), closer + 1


def _tag(token: re.Match[str], *, pairs: bool) -> Piece | None:
    name = token["name"]
    if name == "br" or (name in _OWN_LINE and token["close"]):
        return Piece(Kind.BREAK, "")
    if pairs and name in KEPT and not token["attributes"]:
        return Piece(Kind.CLOSE if token["close"] else Kind.OPEN, KEPT[name])
    return None


def _math(latex: str, display: bool) -> Piece | None:
    lines = [line for part in decode_entities(latex).split("\n") if (line := part.strip())]
    latex = ("\n" if display else " ").join(lines)
    if "$" in latex:
        latex = re.sub(r"(?<!\\)\$", r"\\$", latex)
    if not latex:
        return None
    return Piece(Kind.DISPLAY_MATH if display else Kind.INLINE_MATH, latex)


def _is_inline_math(inside: str, follows: str) -> bool:
    """Whether what stands between two dollar signs is math (pandoc's rule, and a look at it)."""
    if not inside or len(inside) > _LONGEST_INLINE:
        return False
    if follows.isdigit() or _PARAGRAPH.search(inside):
        return False
    return (
        not any(c.isspace() for c in inside)
        or _MATH_SIGN.search(decode_entities(inside)) is not None
    )
