"""What the number in front of a heading says about its depth."""

from __future__ import annotations

import re

#: Depth of a part, above all chapters.
PART = 0
_MARKS = re.compile(r"^[\s*_#\\]+")
_DECIMAL = re.compile(
    r"(?:§\s*)?(\d{1,3}(?:\.\d{1,3}){0,5})(?:[.．、):]|\\\.)?(?=\s|$|[^\W\d_a-zA-Z])"
)
_LETTERED = re.compile(r"[A-Z](\.\d{1,3}){1,5}\.?(?=\s|$)")
_BRACKETED = re.compile(r"\d{1,2}\)\s")
_LETTER = re.compile(r"[A-Z](?:\\?\.|\))\s")
_ROMAN = re.compile(r"(?:X{0,3}(?:IX|IV|V?I{1,3}|V)|X{1,3})(?:\\?\.|\))?\s(?=\S)")
_COUNTED = (
    r"\s+(?:\d|[ivxlcdm]+\b|[a-z]\b|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b"
    r"|ten\b)"
)
_PART = re.compile(
    rf"(?:part|teil|partie|parte|book){_COUNTED}|第[一二三四五六七八九十百\d]+[部编編篇]",
    re.IGNORECASE,
)
_CHAPTER = re.compile(
    rf"(?:chapter|kapitel|chapitre|cap[ií]tulo|capitolo|appendix|annexe?|anhang|anexo){_COUNTED}"
    r"|第[一二三四五六七八九十百\d]+章|[一二三四五六七八九十]+、|附录",
    re.IGNORECASE,
)
_SECTION = re.compile(r"第[一二三四五六七八九十百\d]+[节節]|[（(][一二三四五六七八九十]+[）)]")


def depth(text: str, *, roman_scheme: bool = False) -> int | None:
    """1 for ``1 Intro``, ``II. METHOD`` or ``Chapter 3``, 2 for ``1.2``, …; ``None`` if unnumbered.

    With ``roman_scheme`` (the document counts its sections in Roman numbers) ``A. Setup`` is one
    below them and ``1) Cameras`` two; else they are an appendix and a section.
    """
    text = _MARKS.sub("", text)
    if roman_scheme and _BRACKETED.match(text):
        return 3
    if match := _DECIMAL.match(text):
        return match[1].count(".") + 1
    if match := _LETTERED.match(text):
        return match.group().rstrip(".").count(".") + 1
    if _PART.match(text):
        return PART
    if _CHAPTER.match(text):
        return 1
    if _SECTION.match(text):
        return 2
    if is_roman(text):
        return 1
    if _LETTER.match(text):
        return 2 if roman_scheme else 1
    return None


def is_roman(text: str) -> bool:
    """Whether a heading is counted in Roman numbers (``IV. Results``)."""
    match = _ROMAN.match(_MARKS.sub("", text))
    # "I think" and "V shapes" are words; one letter needs its full stop.
    return match is not None and len(match.group().strip()) > 1
