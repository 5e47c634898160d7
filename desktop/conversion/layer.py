"""Whether the text layer of a page can be believed. Pure functions.

Nothing here knows a language: a layer is told from garbage by what all writing has in common, that
words are of one script, of one case, and have vowels where the script writes them.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from desktop.model.document import TextLayer, TextLine

#: Characters in the body of a page below which nothing can be said about it, and below which a
#: scan with a stamp or a running head is likelier than a page of text.
FEW = 50
#: The share of a page's height at its top and bottom where stamps and running heads stand.
EDGE = 0.08
#: From this share of invisible characters on, a layer is taken for the work of an OCR program.
MOSTLY_INVISIBLE = 0.5

_UNMAPPED = 0.05
_PRIVATE = 0.03
_MOJIBAKE = 0.02
#: Implausible words, by letters: formulas and code come to a third, a cipher to two thirds.
_ODD_WORDS = 0.45
_ODD_WORDS_OF_OCR = 0.15
_NOISE_OF_OCR = 0.05
#: Vowels among letters: between 0.3 (Czech, code) and 0.6 (Hawaiian) in all that people write.
_VOWELS = (0.22, 0.7)
_ENOUGH_LETTERS = 100

_CID = re.compile(r"\(cid:\d+\)")
#: UTF-8 that was read as Windows-1252 or Latin-1: a lead byte and its continuation as characters.
_TWICE_DECODED = re.compile(
    "[\u00c2-\u00c5\u00ce-\u00d1][\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6"
    "\u2030\u0160\u2039\u0152\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161"
    "\u203a\u0153\u017e\u0178]|\u00e2\u20ac|\u00e2\u201a|\u00ef\u00bf\u00bd"
)
_WORD = re.compile(r"[^\W_]+")
_NOISE = re.compile(r"[|~^\\_{}<>=¦§¬°¤¢¥£«»•■□]")
_CONSONANTS = re.compile(r"[bcdfghjklmnpqrstvwxz]{9}")
_VOWEL_LETTERS = frozenset("aeiouyæœøıаеёиоуыэюяіїєўαεηιουωAEIOU")


@dataclass(frozen=True, slots=True)
class LayerVerdict:
    """Whether a text layer is used, and why, in a sentence for people."""

    good: bool
    reason: str


def judge(layer: TextLayer) -> LayerVerdict:
    """Say whether the layer can stand for the page's words; never raises.

    The layer of an OCR program (most of it invisible) must read better than one that somebody
    typeset: it is there for searching, and reading the page again is often better.
    """
    if not layer.lines:
        return LayerVerdict(False, "The page has no text layer.")
    if layer.unmapped > _UNMAPPED:
        return LayerVerdict(
            False, f"{layer.unmapped:.0%} of the text layer's characters mean nothing."
        )
    text = "\n".join(line.text for line in layer.lines)
    if sum(map(_weight, layer.lines)) < FEW:
        return LayerVerdict(False, "The text layer has hardly any text.")
    if sum(_weight(line) for line in layer.lines if _in_body(line)) < FEW:
        return LayerVerdict(False, "The text layer has text only at the page's edge.")
    fault = _garbage(layer.lines, text)
    if fault:
        return LayerVerdict(False, fault)
    ocr = layer.invisible >= MOSTLY_INVISIBLE
    odd = odd_words(text)
    if odd > (_ODD_WORDS_OF_OCR if ocr else _ODD_WORDS):
        of = "recognised text behind the page" if ocr else "text layer"
        return LayerVerdict(False, f"{odd:.0%} of the {of} does not read as words.")
    if ocr and len(_NOISE.findall(text)) > _NOISE_OF_OCR * layer.character_count:
        return LayerVerdict(False, "The recognised text behind the page is full of stray signs.")
    if ocr:
        return LayerVerdict(True, "The recognised text behind the page reads well.")
    return LayerVerdict(True, "The text layer reads well.")


def odd_words(text: str) -> float:
    """Which share (0–1) of the letters of ``text`` stand in words that nobody writes.

    Words of one or two letters and plain numbers say nothing and are left out. 0 where there is
    nothing to judge.
    """
    odd = every = 0
    for match in _WORD.finditer(text):
        word = match.group()
        if len(word) > 2 and not word.isdigit():
            every += len(word)
            odd += len(word) if _is_odd(word) else 0
    return odd / every if every else 0.0


def _weight(line: TextLine) -> float:
    """Characters of the line; one of a CJK script says as much as two and a half others."""
    words = line.text.split()
    if line.text.isascii():
        return float(sum(map(len, words)))
    return sum(
        2.5 if unicodedata.east_asian_width(c) in "WF" else 1.0 for word in words for c in word
    )


def _in_body(line: TextLine) -> bool:
    return EDGE < (line.box.y0 + line.box.y1) / 2 < 1.0 - EDGE


def _garbage(lines: Iterable[TextLine], text: str) -> str:
    """What is wrong with the characters themselves, or nothing."""
    characters = sum(map(len, text.split()))
    if not text.isascii() and (fault := _foreign(lines, text, characters)):
        return fault
    if 8 * len(_CID.findall(text)) > _PRIVATE * characters:
        return "The text layer has numbers of glyphs in place of characters."
    words = _WORD.findall(text)
    alphabetic = [w for w in words if w[0].lower() != w[0].upper()]
    if len(alphabetic) >= 60 and sum(len(w) == 1 for w in alphabetic) > 0.65 * len(alphabetic):
        return "The text layer has letters in place of words."
    if alphabetic and sum(len(w) > 25 for w in alphabetic) * 10 > len(alphabetic):
        return "The text layer has no spaces between its words."
    letters = Counter("".join(alphabetic))
    if letters.total() >= _ENOUGH_LETTERS:
        vowels = sum(n for c, n in letters.items() if _is_vowel(c)) / letters.total()
        if not _VOWELS[0] <= vowels <= _VOWELS[1]:
            return "The text layer's letters do not read as words of any language."
    return ""


def _foreign(lines: Iterable[TextLine], text: str, characters: int) -> str:
    """What is wrong with the characters beyond ASCII, or nothing."""
    # Symbol fonts have their bullets in the private area: the first sign of a line may be one.
    private = sum(_is_private(c) for line in lines for c in line.text.lstrip()[1:])
    if private > _PRIVATE * characters:
        return "The text layer's characters are only known to its own fonts."
    broken = len(_TWICE_DECODED.findall(text))
    if broken >= 3 and 2 * broken > _MOJIBAKE * characters:
        return "The text layer was written in one encoding and read in another."
    swapped = sum(0x3000 < ord(c) < 0xD800 and ord(c) & 0xFF == 0 for c in text)
    rare = sum(0x3400 <= ord(c) < 0x4DC0 or ord(c) >= 0x20000 for c in text)
    if swapped > 0.3 * characters or rare > 0.2 * characters:
        return "The text layer is a jumble of rare characters."
    return ""


def _is_private(c: str) -> bool:
    return "\ue000" <= c <= "\uf8ff" or c == "\ufffd" or c >= "\U000f0000"


def _is_vowel(c: str) -> bool:
    plain = c.lower()
    return plain in _VOWEL_LETTERS or unicodedata.normalize("NFD", plain)[0] in _VOWEL_LETTERS


@lru_cache(maxsize=8192)
def _is_odd(word: str) -> bool:
    """Whether nobody writes such a word (three or more letters and digits)."""
    letters = [c for c in word if c.isalpha()]
    cased = [c for c in letters if c.lower() != c.upper()]
    if not cased:
        # Scripts without case: nothing to hold a word against.
        return False
    if len({_script(c) for c in cased}) > 1:
        return True
    if len(letters) < len(word):
        # mp3, 2nd and H2O are words; 7KLV and l8th3n are not.
        digits = len(word) - len(letters)
        return digits > 1 and not re.fullmatch(r"\d+[^\W\d]{1,3}|[^\W\d]+\d+[^\W\d]?", word)
    if not (word.islower() or word.isupper() or word[1:].islower()):
        humps = re.findall(r"(?<=[^\W\d_])[A-ZА-ЯΑ-Ω]", word)
        return len(humps) > 1 + len(word) // 5
    if len(word) > 3 and _script(word[0]) != "other" and not any(map(_is_vowel, word)):
        return True
    return bool(_CONSONANTS.search(word.lower()))


def _script(c: str) -> str:
    """The alphabet of a letter, as far as the look of words depends on it."""
    point = ord(c)
    if point < 0x250 or 0x1E00 <= point < 0x1F00:
        return "latin"
    if 0x370 <= point < 0x400 or 0x1F00 <= point < 0x2000:
        return "greek"
    if 0x400 <= point < 0x530:
        return "cyrillic"
    return "other"
