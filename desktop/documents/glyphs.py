"""The characters that pdfium finds on a page, with where they stand and how they are set.

Runs in a child process. It calls pdfium four times for each character and no more, because a dense
page has thousands of them; what a whole text object shares is asked for once.
"""

from __future__ import annotations

import ctypes
import re
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import pypdfium2.raw as c

from desktop.documents.view import View, length_across, mapped_point

#: Weight from which a font is bold (ISO 32000-1, table 122: 400 normal, 700 bold).
_BOLD_WEIGHT = 600
#: Font descriptor flag ForceBold (ISO 32000-1, table 123, bit 19).
_FORCE_BOLD = 1 << 18
#: How foundries call their bold cuts; the last are TeX's (cmbx10) and URW's (NimbusRomNo9L-Medi).
_BOLD_NAME = re.compile(r"bold|black|heavy|demi|(?<![a-z])(cm|sf|lm)bx?\d|-medi(?![a-z])", re.I)
REPLACEMENT = "\ufffd"
#: Bullets of Microsoft's Symbol and Wingdings, which it writes as private characters.
BULLETS = frozenset("\uf0b7\uf0a7\uf0a8\uf076\uf0d8\uf0fc\uf06c\uf06e\uf071")
#: How far letters reach above and below the baseline, in sizes: enough for nearly all fonts.
ASCENT, DESCENT = 0.8, 0.22
_INVISIBLE = (c.FPDF_TEXTRENDERMODE_INVISIBLE, c.FPDF_TEXTRENDERMODE_CLIP)
_STROKED = (c.FPDF_TEXTRENDERMODE_FILL_STROKE, c.FPDF_TEXTRENDERMODE_FILL_STROKE_CLIP)
#: A size that differs more than this from the height of the glyphs' boxes is a Type 3 font's whim.
_SIZE_DOUBT = 3.0
_SPACES = frozenset("\t\n\r \u00a0")


@dataclass(slots=True)
class Setting:
    """What the characters of one text object share. Lengths in points of the upright page.

    ``direction`` counts quarter turns clockwise from reading to the right. ``baseline`` is the
    distance of the baseline from the page's top, in the page turned so that the text is upright.
    """

    size: float
    direction: int
    baseline: float
    bold: bool
    invisible: bool


class Glyph(NamedTuple):
    """One character as pdfium reads it: ``start`` and ``end`` along its line, as in ``Setting``.

    ``setting`` is ``None`` for white space, whose place pdfium does not always know. ``mapped``
    says whether the character means something.
    """

    character: str
    start: float
    end: float
    setting: Setting | None
    mapped: bool


@dataclass(frozen=True, slots=True)
class Glyphs:
    """All characters of a page in pdfium's order; sizes of the upright page in points."""

    glyphs: list[Glyph]
    width: float
    height: float


def read_glyphs(page: Any, text_page: Any, width: float, height: float, quarters: int) -> Glyphs:
    """The characters of a page of ``width`` × ``height`` points, turned by ``quarters`` more."""
    view = View(page, width, height, quarters)
    text = _characters(text_page)
    if not text:
        return Glyphs([], width, height)
    boxes, place = (c.FS_RECTF * len(text))(), ctypes.sizeof(c.FS_RECTF)
    sides = memoryview(boxes).cast("B").cast("f")
    base, text_at = ctypes.addressof(boxes), ctypes.addressof(text_page.contents)
    settings: dict[int, tuple[Setting, _Meanings]] = {}
    by_font: dict[int, _Meanings] = {}
    glyphs: list[Glyph] = []
    index, count = 0, len(text)
    while index < count:
        thing = _object_of(text_at, index)
        if not thing:  # white space that pdfium has added
            glyphs.append(_SPACE)
            index += 1
            continue
        end = _run_end(text_at, index, thing)
        for at in range(index, end):
            _box_of(text_at, at, base + at * place)
        known = settings.get(thing)
        if known is None:
            handle = ctypes.cast(thing, c.FPDF_PAGEOBJECT)
            font = c.FPDFTextObj_GetFont(handle)
            setting = _setting(text_page, index, handle, font, view, boxes[index], index + 1 < end)
            meanings = by_font.setdefault(
                ctypes.addressof(font.contents) if font else 0, _Meanings(text_page)
            )
            known = settings[thing] = setting, meanings
        glyphs += _run(text[index:end], index, sides, view, *known)
        index = end
    return Glyphs(glyphs, width, height)


def _run(
    text: str,
    index: int,
    sides: memoryview[float],
    view: View,
    setting: Setting,
    meanings: _Meanings,
) -> Iterator[Glyph]:
    """The characters of one text object, of which the first stands at ``index``."""
    upright, factor, offset = view.along[setting.direction]
    # Left, top, right and bottom of each box in turn.
    first, last = (_BOTTOM, _TOP) if upright else (_LEFT, _RIGHT)
    if factor < 0:
        first, last = last, first
    begin, end = 4 * index, 4 * (index + len(text))
    starts, ends = sides[begin + first : end : 4], sides[begin + last : end : 4]
    for at, (character, start, stop) in enumerate(zip(text, starts, ends, strict=True), index):
        if character in _SPACES:
            yield _SPACE
            continue
        mapped = meanings.get(character)
        if mapped is None:
            mapped = meanings.ask(character, at)
        yield Glyph(character, offset + factor * start, offset + factor * stop, setting, mapped)


class _Meanings(dict[str, bool]):
    """Which characters of a font mean something. That is the font's matter, so it is asked once."""

    def __init__(self, text_page: Any) -> None:
        super().__init__()
        self._text_page = text_page

    def ask(self, character: str, index: int) -> bool:
        """Whether the character, which stands at ``index``, has a Unicode value of its own."""
        private = unicodedata.category(character) == "Co" and character not in BULLETS
        nothing = character in ("\0", REPLACEMENT)
        unmapped = c.FPDFText_HasUnicodeMapError(self._text_page, index)
        self[character] = not (private or nothing or unmapped)
        return self[character]


def _characters(text_page: Any) -> str:
    """The page's characters, one for each of pdfium's indices; a zero where it knows none."""
    count = max(0, c.FPDFText_CountChars(text_page))
    units = (ctypes.c_ushort * (2 * count + 2))()
    written = c.FPDFText_GetText(text_page, 0, count, units) - 1
    text = bytes(units)[: 2 * max(0, written)].decode("utf-16-le", "surrogatepass")
    if written == count == len(text):
        return text
    # Unknown characters are left out there, and then the places do not agree.
    codes = (c.FPDFText_GetUnicode(text_page, index) for index in range(count))
    return "".join(chr(code) if code <= sys.maxunicode else "\0" for code in codes)


def _run_end(text_at: int, index: int, thing: int) -> int:
    """The index after the last character of a text object; its characters follow each other."""
    step = 1
    while _object_of(text_at, index + step) == thing:
        step *= 2
    inside, outside = index + step // 2, index + step
    while outside - inside > 1:
        middle = (inside + outside) // 2
        if _object_of(text_at, middle) == thing:
            inside = middle
        else:
            outside = middle
    return outside


def _fast(function: Any, result: Any, *kinds: Any) -> Any:
    """A function of pdfium that is called for every character, without the usual checks."""
    address = ctypes.cast(function, ctypes.c_void_p).value or 0
    return ctypes.PYFUNCTYPE(result, *kinds)(address)


_object_of = _fast(c.FPDFText_GetTextObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
_box_of = _fast(
    c.FPDFText_GetLooseCharBox, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p
)
#: The places of the sides in pdfium's rectangles.
_LEFT, _TOP, _RIGHT, _BOTTOM = range(4)
_SPACE = Glyph(" ", 0.0, 0.0, None, True)


def _setting(
    text_page: Any, index: int, thing: Any, font: Any, view: View, box: Any, goes_on: bool
) -> Setting:
    """How a text object is set whose first character, at ``index``, has this ``box``.

    ``goes_on`` says that it has another character.
    """
    matrix = c.FS_MATRIX()
    c.FPDFText_GetMatrix(text_page, index, matrix)
    direction = view.direction(matrix.a, matrix.b)
    size = float(c.FPDFText_GetFontSize(text_page, index)) * view.scale(matrix.c, matrix.d)
    tall = length_across(view.across[direction], box)
    if not tall / _SIZE_DOUBT <= size <= tall * _SIZE_DOUBT and tall > 0:
        size = tall
    x, y = _origin(text_page, index)
    baseline = mapped_point(view.across[direction], x, y)
    if goes_on and _runs_down(view, direction, (x, y), _origin(text_page, index + 1)):
        # Vertical writing: upright characters below each other. As lines they run downwards, and
        # are as wide to the right of their axis as to the left.
        direction = (direction + 1) % 4
        middle = mapped_point(
            view.across[direction], (box.left + box.right) / 2, (box.bottom + box.top) / 2
        )
        baseline = middle + size * (ASCENT - DESCENT) / 2
    mode = c.FPDFTextObj_GetTextRenderMode(thing)
    return Setting(
        size=size,
        direction=direction,
        baseline=baseline,
        bold=mode in _STROKED or _is_bold(font),
        invisible=mode in _INVISIBLE,
    )


def _runs_down(
    view: View, direction: int, here: tuple[float, float], there: tuple[float, float]
) -> bool:
    """Whether the next character of the same object stands below (or above) this one."""
    along, across = view.along[direction], view.across[direction]
    return abs(mapped_point(across, *there) - mapped_point(across, *here)) > abs(
        mapped_point(along, *there) - mapped_point(along, *here)
    )


def _origin(text_page: Any, index: int) -> tuple[float, float]:
    x, y = ctypes.c_double(), ctypes.c_double()
    c.FPDFText_GetCharOrigin(text_page, index, x, y)
    return x.value, y.value


def _is_bold(font: Any) -> bool:
    if not font:
        return False
    length = c.FPDFFont_GetBaseFontName(font, None, 0)
    name = ctypes.create_string_buffer(length)
    c.FPDFFont_GetBaseFontName(font, name, length)
    if _BOLD_NAME.search(name.value.decode("utf-8", "replace")):
        return True
    flags = c.FPDFFont_GetFlags(font)
    return bool(flags > 0 and flags & _FORCE_BOLD) or c.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT
