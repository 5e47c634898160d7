"""The text layer of a page from its characters: words and spaces, boxes, edges."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from desktop.documents.glyphs import ASCENT, BULLETS, DESCENT, REPLACEMENT, Glyphs
from desktop.documents.pieces import SPACE, Piece, find_pieces, join_pieces
from desktop.model.document import TextLayer, TextLine
from desktop.model.geometry import Box
from desktop.text import clean

_SOFT_HYPHEN = "\u00ad"


def build_layer(page: Glyphs) -> TextLayer:
    """The text layer of a page from its characters."""
    visible = [glyph for glyph in page.glyphs if glyph.setting is not None]
    if not visible:
        return TextLayer(())
    pieces = find_pieces(page.glyphs)
    lines = [line for group in join_pieces(pieces) if (line := _line(group, page)) is not None]
    count = len(visible)
    unmapped = sum(not glyph.mapped for glyph in visible)
    invisible = sum(glyph.setting is not None and glyph.setting.invisible for glyph in visible)
    return TextLayer(tuple(lines), unmapped / count, invisible / count)


def _line(group: list[Piece], page: Glyphs) -> TextLine | None:
    """One line of the layer; ``None`` if it lies outside the page or says nothing."""
    characters: list[str] = []
    edges: list[tuple[float, float]] = []
    previous: Piece | None = None
    for piece in group:
        if previous is not None and previous.gap_to(piece.start, piece.end) > (
            SPACE * piece.setting.size
        ):
            _add_space(characters, edges, piece.start)
        _add_piece(piece, characters, edges)
        previous = piece
    _drop_inner_soft_hyphens(characters, edges)
    text = "".join(characters)
    if not text.strip():
        return None
    setting = max((piece.setting for piece in group), key=lambda setting: setting.size)
    start, end = min(p.start for p in group), max(p.end for p in group)
    top = setting.baseline - ASCENT * setting.size
    bottom = setting.baseline + DESCENT * setting.size
    box = _on_page(setting.direction, start, top, end, bottom, page)
    if box is None:
        return None
    glyphs = [glyph for piece in group for glyph in piece.glyphs]
    bold = sum(glyph.setting is not None and glyph.setting.bold for glyph in glyphs)
    return TextLine(
        text,
        box,
        setting.size / page.height,
        bold=2 * bold > len(glyphs),
        char_edges=_page_edges(setting.direction, edges, box, page),
    )


def _add_piece(piece: Piece, characters: list[str], edges: list[tuple[float, float]]) -> None:
    glyphs, spaces = piece.glyphs, piece.spaces
    count, index = len(glyphs), 0
    while index < count:
        character, start, end, _, _ = glyphs[index]
        if index in spaces:
            _add_space(characters, edges, start)
        after = index + 1
        if " " < character < "\x7f" and (after == count or glyphs[after][1] != start):
            characters.append(character)
            edges.append((start, end))
        else:
            # The letters of a ligature come one by one, all in the ligature's box.
            while after < count and glyphs[after][1:3] == (start, end) and after not in spaces:
                after += 1
            letters = _cleaned("".join(glyph.character for glyph in glyphs[index:after]))
            _add_letters(letters, start, end, characters, edges)
        index = after


def _add_letters(
    letters: str, start: float, end: float, characters: list[str], edges: list[tuple[float, float]]
) -> None:
    if characters and letters and unicodedata.combining(letters[0]):
        composed = unicodedata.normalize("NFC", characters[-1] + letters)
        if len(composed) == 1:
            characters[-1] = composed
            return
    share = (end - start) / max(1, len(letters))
    for place, letter in enumerate(letters):
        characters.append(letter)
        edges.append((start + place * share, start + (place + 1) * share))


def _add_space(characters: list[str], edges: list[tuple[float, float]], following: float) -> None:
    if not characters or characters[-1] == " ":
        return
    end = edges[-1][1]
    characters.append(" ")
    edges.append((end, max(end, following)))


@lru_cache(maxsize=4096)
def _cleaned(letters: str) -> str:
    if letters in BULLETS:
        return "•"
    return clean(letters.replace("\0", REPLACEMENT))


def _drop_inner_soft_hyphens(characters: list[str], edges: list[tuple[float, float]]) -> None:
    """A soft hyphen is printed only where a line ends."""
    for index in range(len(characters) - 2, -1, -1):
        if characters[index] == _SOFT_HYPHEN:
            del characters[index], edges[index]


# --- back onto the page --------------------------------------------------------------------------


def _on_page(
    direction: int, start: float, top: float, end: float, bottom: float, page: Glyphs
) -> Box | None:
    """The box of a line, from the page turned so that the line is upright, in page units."""
    wide, high = page.width, page.height
    match direction:
        case 0:
            x0, x1, y0, y1 = start, end, top, bottom
        case 1:
            x0, x1, y0, y1 = wide - bottom, wide - top, start, end
        case 2:
            x0, x1, y0, y1 = wide - end, wide - start, high - bottom, high - top
        case _:
            x0, x1, y0, y1 = top, bottom, high - end, high - start
    if not (0 <= x0 + x1 <= 2 * wide and 0 <= y0 + y1 <= 2 * high):
        return None  # its middle is off the page: nobody sees it
    return Box.clipped(x0 / wide, y0 / high, x1 / wide, y1 / high)


def _page_edges(
    direction: int, edges: list[tuple[float, float]], box: Box, page: Glyphs
) -> tuple[tuple[float, float], ...]:
    """The left and right edges of a line's characters in page units."""
    if direction % 2:
        return ((box.x0, box.x1),) * len(edges)
    wide = page.width
    if direction == 2:
        edges = [(wide - right, wide - left) for left, right in edges]
    if all(left >= 0 and right <= wide for left, right in edges):
        return tuple([(left / wide, right / wide) for left, right in edges])
    return tuple((_unit(left / wide), _unit(right / wide)) for left, right in edges)


def _unit(value: float) -> float:
    return min(1.0, max(0.0, value))
