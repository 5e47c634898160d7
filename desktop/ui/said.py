"""What the core says to people, in the language of the window.

The core speaks English, in sentences with names and numbers filled in. Here a finished sentence is
recognised by what it was made of, and said again. What is not recognised stays as it is, as do the
words of servers, systems and documents inside of a sentence.
"""

from __future__ import annotations

import functools
import re
from typing import Protocol

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.ui.core_sentences import SENTENCES

#: Parts that are filled into sentences and have words of their own.
PARTS: tuple[object, ...] = (
    QT_TRANSLATE_NOOP("Core", "the server at {0}"),
    QT_TRANSLATE_NOOP("Core", "the built-in engine"),
    QT_TRANSLATE_NOOP("Core", "deepseek-ocr.rs at {0}"),
    QT_TRANSLATE_NOOP("Core", "vLLM at {0}"),
    QT_TRANSLATE_NOOP("Core", "llama.cpp at {0}"),
    QT_TRANSLATE_NOOP("Core", "Ollama at {0}"),
    QT_TRANSLATE_NOOP("Core", "an OpenAI-compatible server at {0}"),
    QT_TRANSLATE_NOOP("Core", "[Page {0} could not be read]"),
    QT_TRANSLATE_NOOP("Core", "[Nothing was read on page {0}]"),
    QT_TRANSLATE_NOOP("Core", "[A picture on page {0} has no place]"),
    QT_TRANSLATE_NOOP("Core", "{0} pages"),
    QT_TRANSLATE_NOOP("Core", "1 page"),
    QT_TRANSLATE_NOOP("Core", "{0} regions"),
    QT_TRANSLATE_NOOP("Core", "1 region"),
    QT_TRANSLATE_NOOP("Core", "text layer"),
    QT_TRANSLATE_NOOP("Core", "recognised text behind the page"),
    QT_TRANSLATE_NOOP("Core", "{0} reached beyond the page and were clipped"),
    QT_TRANSLATE_NOOP("Core", "{0} had their corners in the wrong order and were turned round"),
    QT_TRANSLATE_NOOP("Core", "{0} had words among their numbers"),
    QT_TRANSLATE_NOOP("Core", "{0} had no area and were dropped"),
    QT_TRANSLATE_NOOP("Core", "{0} could not be read and were dropped"),
    QT_TRANSLATE_NOOP("Core", "{0} claimed the whole page"),
    QT_TRANSLATE_NOOP("Core", "has lost the borders between its cells"),
    QT_TRANSLATE_NOOP("Core", "has lost its rows"),
    QT_TRANSLATE_NOOP("Core", "has text outside its cells"),
    QT_TRANSLATE_NOOP("Core", "breaks off in the middle of a cell"),
    QT_TRANSLATE_NOOP("Core", "has cells that overlap"),
    QT_TRANSLATE_NOOP("Core", "has rows of different lengths"),
    QT_TRANSLATE_NOOP("Core", "{0} {1} times over"),
    QT_TRANSLATE_NOOP("Core", "nearly nothing new from here on"),
    QT_TRANSLATE_NOOP("Core", "it counts from {0} to {1}"),
    QT_TRANSLATE_NOOP("Core", "{0} empty regions in a row, each a step further"),
    QT_TRANSLATE_NOOP("Core", "regions that were there before came again"),
    QT_TRANSLATE_NOOP("Core", "table"),
    QT_TRANSLATE_NOOP("Core", "formula"),
    QT_TRANSLATE_NOOP("Core", ", "),
)
_BLANK_BEFORE_STOP = re.compile(r" (?=[。，；：])")
_WIDE_STOPS = ("。", "！", "？", "；", "：", "，")
_HOLE = re.compile(r"\{(\d)\}")
#: Sentences in a sentence, or parts in parts, are looked into so deep.
_DEPTH = 3


class Complaint(Protocol):
    """A known error, or the reason that is kept of one."""

    @property
    def what(self) -> str:
        """One sentence saying what happened."""

    @property
    def advice(self) -> str:
        """One sentence saying what to do about it."""


def said(text: str) -> str:
    """A text of the core's, one sentence or several, in the language of the window."""
    return _said(text, _DEPTH) if text and _translates() else text


def complaint(error: Complaint) -> str:
    """What happened and what to do about it, in one line."""
    return in_a_row(said(error.what), said(error.advice))


def in_a_row(*sentences: str) -> str:
    """Sentences, some of which may be empty, one after the other.

    A Chinese full stop is as wide as a stop and a blank together: there is no blank after it.
    """
    row = ""
    for sentence in filter(None, sentences):
        gap = "" if not row or row.endswith(_WIDE_STOPS) else " "
        row = f"{row}{gap}{sentence}"
    return row


def _translates() -> bool:
    """Whether another language than the core's is spoken; it may be chosen after the import."""
    sample = str(SENTENCES[0])
    return QCoreApplication.translate("Core", sample) != sample


def _said(text: str, depth: int) -> str:
    if not depth:
        return text
    known = QCoreApplication.translate("Core", text)
    if known != text:
        return known
    pieces = text.split(", ")
    if len(pieces) > 1:
        translated = [_said(piece, depth - 1) for piece in pieces]
        if all(new != old for new, old in zip(translated, pieces, strict=True)):
            return QCoreApplication.translate("Core", ", ").join(translated)
    for template, pattern, fixed in _patterns():
        if fixed in text and (match := pattern.fullmatch(text)):
            return _filled(QCoreApplication.translate("Core", template), match, depth)
    # “It has pages 1 to 3. Check it.” is two of the core's sentences.
    first, blank, rest = text.partition(". ")
    if blank:
        said_first, said_rest = _said(f"{first}.", depth - 1), _said(rest, depth - 1)
        if (said_first, said_rest) != (f"{first}.", rest):
            return f"{said_first}{'' if not said_first.isascii() else ' '}{said_rest}"
    return text


def _filled(template: str, match: re.Match[str], depth: int) -> str:
    """A translated template with what was found where the core's had its holes."""

    def fill(hole: re.Match[str]) -> str:
        return _said(match[f"n{hole[1]}"], depth - 1)

    # A part that ends with a blank may come before a stop.
    return _BLANK_BEFORE_STOP.sub("", _HOLE.sub(fill, template))


@functools.cache
def _patterns() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    """Templates with holes, those with the most fixed text first, and the longest piece of it."""
    found = []
    parts = [str(part) for part in PARTS]
    for template in (*map(str, SENTENCES), *parts):
        pieces = _HOLE.split(template)
        if len(pieces) == 1:
            continue
        # Of a part that begins a sentence, the core has made the first letter a capital.
        flags = re.DOTALL | (re.IGNORECASE if template in parts else re.NOFLAG)
        texts = pieces[::2]
        fixed = max((text[1:] for text in texts), key=len)
        found.append((sum(map(len, texts)), template, re.compile(_pattern(pieces), flags), fixed))
    found.sort(key=lambda entry: -entry[0])
    return tuple((template, pattern, fixed) for _, template, pattern, fixed in found)


def _pattern(pieces: list[str]) -> str:
    """A pattern for a template that was split at its holes: text, number, text, number, … text."""
    pattern, seen = "", set()
    for place, piece in enumerate(pieces):
        if place % 2 == 0:
            pattern += re.escape(piece)
        elif piece in seen:
            pattern += f"(?P=n{piece})"
        else:
            seen.add(piece)
            pattern += f"(?P<n{piece}>.+?)"
    return pattern
