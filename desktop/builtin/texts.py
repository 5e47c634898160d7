"""Rows with their words, and what small signs in words say: marks of lists, captions, numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.builtin.detection import Line
from desktop.builtin.geometry import Rect
from desktop.builtin.recognition import Reading
from desktop.builtin.rows import Row, rows_of
from desktop.text import clean, join_lines

#: Lines read with less confidence are specks, stamps or parts of drawings.
CONFIDENT = 0.5

_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
#: The model likes full-width punctuation, which belongs into Chinese text only.
_NARROW = {ord(wide): chr(ord(wide) - 0xFEE0) for wide in "（），：；！？％＋－＝／．［］＜＞"}
_NARROW |= {ord("。"): ".", ord("、"): ","}

#: Of a pair of quotation marks one is often read as the straight one.
_QUOTED = re.compile(r"““?([^“”\"]{1,80})\"|(?<!\w)\"([^“”\"]{1,80})”")

_BULLET = re.compile(r"(?:[•●○◦▪■□‣⁃∙·►▶❖➢✓]\s*|[-–—*]\s+)(?=\S)")
_NUMBER = re.compile(r"(\d{1,3})[.)]\s+(?=\S)")
_LETTER = re.compile(r"(\(?[a-zA-Z]\)|\(\d{1,3}\)|\(?[ivx]{1,5}\))\s+(?=\S)")
_CAPTION = re.compile(
    r"(?P<kind>Fig(?:ure|\.)?|Abb(?:ildung|\.)?|Figura|Scheme|Plate|图|圖|"
    r"Table|Tab(?:elle|\.)?|Tableau|Tabela|Tabla|表)"
    r"\s*(?:[A-Z]?\d+(?:[.\-–]\d+)*[a-z]?|[IVX]+)(?P<end>\s*[.:：—–-]|\s+|\Z)",
    re.IGNORECASE,
)
_TABLE_WORD = re.compile(r"tab|表", re.IGNORECASE)
_ENTRY = re.compile(
    r"(?P<words>.*?[^\W_].*?)(?P<dots>\s[\s.·…]*|[.·…]{2,}[\s.·…]*)(?P<page>\d{1,4}|[ivxlc]{1,7})"
)
_NOTE = re.compile(r"(?:\d{1,3}(?!\d)|[*†‡§¶'°]{1,3}|[a-z](?=\s|[A-Z]))\s*(?=\S)")
#: The raised number of a note runs into its first word.
_SURE_NOTE = re.compile(r"\d{1,2}(?=[^\W\d_][^\W\d_])|[*†‡§¶](?=\w)")
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|seite|p\.|第)\s*)?(?:\d{1,4}|[ivxlc]{1,7}|[A-Z]?-?\d{1,3}[-–.:]\d{1,4})"
    r"(?:\s*(?:of|von|/|页|頁)\s*\d{0,4})?\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class TextRow:
    """A row of a column with its words.

    ``height`` is that of its text, ``stroke`` the mean width of its strokes, both in pixels.
    ``pieces`` is of how many lines the row was put together: wide gaps part them.
    """

    text: str
    rect: Rect
    height: float
    stroke: float = 0.0
    pieces: int = 1


@dataclass(frozen=True, slots=True)
class Mark:
    """What a list item begins with. ``markdown`` is its mark there, ``rest`` the item's words."""

    markdown: str
    rest: str


def tidy(text: str) -> str:
    """Recognised words with the punctuation that belongs to their script."""
    text = clean(text)
    if _CJK.search(text):
        return text
    return _QUOTED.sub(lambda found: f"“{found[1] or found[2]}”", text.translate(_NARROW))


def text_rows(lines: Sequence[Line], readings: Mapping[Line, Reading]) -> list[TextRow]:
    """The rows of a column with their words; lines that could not be read are left out."""
    legible = [line for line in lines if _legible(readings.get(line))]
    return [_text_row(row, readings) for row in rows_of(legible)]


def _legible(reading: Reading | None) -> bool:
    return reading is not None and reading.confidence >= CONFIDENT and bool(reading.text.strip())


def _text_row(row: Row, readings: Mapping[Line, Reading]) -> TextRow:
    words = join_lines([tidy(readings[line].text) for line in row.lines])
    return TextRow(words, row.rect, row.height, row.stroke, len(row.lines))


def list_mark(text: str) -> Mark | None:
    """The mark that a list item begins with, if the text begins with one."""
    if bullet := _BULLET.match(text):
        return Mark("-", text[bullet.end() :])
    if number := _NUMBER.match(text):
        return Mark(f"{int(number[1])}.", text[number.end() :])
    if _LETTER.match(text):
        # Markdown has no lettered lists: the letter stays part of the words.
        return Mark("-", text)
    return None


def contents_entry(row: TextRow) -> str | None:
    """A row of a table of contents without its leading dots; ``None`` if it is none."""
    found = _ENTRY.fullmatch(row.text)
    if found is None or not (found["dots"].strip(" ") or row.pieces > 1):
        return None
    return f"{found['words']} … {found['page']}"


def caption_of(text: str, *, sure: bool) -> str | None:
    """``image_caption`` or ``table_caption`` if the text begins like one, else ``None``.

    A sentence can begin with "Table 2 shows": unless the layout is ``sure`` that this is a caption,
    the number must be followed by a full stop, a colon or the like.
    """
    found = _CAPTION.match(text)
    if found is None or not (sure or found["end"].strip() or found.end() == len(text)):
        return None
    return "table_caption" if _TABLE_WORD.match(found["kind"]) else "image_caption"


def is_page_number(text: str) -> bool:
    """Whether the text is nothing but a page's number."""
    return _PAGE_NUMBER.fullmatch(text) is not None


def begins_note(text: str, *, sure: bool) -> bool:
    """Whether the text begins with a mark as notes do.

    If nothing else makes ``sure`` that it is a note, the mark must be a raised one.
    """
    return (_NOTE if sure else _SURE_NOTE).match(text) is not None


def letters(text: str) -> int:
    """How many letters the text has, of any script."""
    return sum(character.isalpha() for character in text)
