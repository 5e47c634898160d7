"""Characters into pieces, and pieces into groups that are lines: pure geometry.

pdfium's own order of characters is kept inside a piece, because it has read right-to-left scripts
already; its line breaks are not, because it breaks before every superscript and joins columns.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from desktop.documents.glyphs import Glyph, Setting

# All in sizes (the height that the font is set in).
#: A gap wider than this between two characters is a space, even if the document has none there.
SPACE = 0.2
#: A gap wider than this ends a piece: columns of papers stand 1.2 apart. Inside one text object it
#: is more, because justified lines stretch their spaces.
_COLUMN, _COLUMN_IN_OBJECT = 1.0, 2.0
#: Characters may overlap by this much (kerning, italics); more is another text at the same place.
_OVERLAP = 0.5
#: Baselines of one line differ by no more than this.
_SAME_BASELINE = 0.2
#: A smaller character is a superscript or a subscript of its line within these bounds.
_SCRIPT_SIZE, _SMALLEST_SCRIPT = 0.85, 0.45
_RAISED, _LOWERED, _SCRIPT_GAP = 0.6, 0.35, 0.4

#: Where there is no piece yet.
_NOTHING = Setting(0.0, 0, 0.0, bold=False, invisible=False)


@dataclass(slots=True)
class Piece:
    """Characters that follow each other on a baseline; a space is kept as its place in the text."""

    setting: Setting
    glyphs: list[Glyph]
    spaces: set[int] = field(default_factory=set)  # before which of the glyphs
    start: float = 0.0
    end: float = 0.0
    last: Setting | None = None

    def gap_to(self, start: float, end: float) -> float:
        """How far an interval lies from the piece, on either side; negative if they overlap."""
        return max(start - self.end, self.start - end)


def find_pieces(glyphs: Iterable[Glyph]) -> list[Piece]:
    """Cut the characters where the next one does not go on the same line right beside them."""
    pieces: list[Piece] = []
    piece = Piece(_NOTHING, [])
    low = far = wide = 0.0
    space = False
    for glyph in glyphs:
        _, start, end, setting, _ = glyph
        if setting is None:
            space = True
            continue
        # First the case that most characters are: the next one of the same text object.
        if setting is piece.last and low <= start - piece.end <= far:
            gap = start - piece.end
            piece.end = max(piece.end, end)
        elif piece.last is not None and _follows(piece, glyph, setting):
            gap = piece.gap_to(start, end)
            piece.start, piece.end = min(piece.start, start), max(piece.end, end)
            if setting.size > piece.setting.size / _SCRIPT_SIZE:
                piece.setting = setting  # the piece began with a superscript
        else:
            gap, space = 0.0, False
            piece = Piece(setting, [], start=start, end=end)
            pieces.append(piece)
        if setting is not piece.last:
            piece.last = setting
            low, far = -_OVERLAP * setting.size, _COLUMN_IN_OBJECT * setting.size
            wide = SPACE * piece.setting.size
        if space or gap > wide:
            piece.spaces.add(len(piece.glyphs))
        piece.glyphs.append(glyph)
        space = False
    return pieces


def _follows(piece: Piece, glyph: Glyph, setting: Setting) -> bool:
    if setting is piece.last:
        before = piece.glyphs[-1]
        if glyph.start == before.start and glyph.end == before.end:
            return True  # another letter of a ligature
        if _reads_leftwards(glyph.character) or _reads_leftwards(before.character):
            return True  # pdfium has put them in the order in which they are read
        furthest = _COLUMN_IN_OBJECT * setting.size
    else:
        if not _same_line(piece.setting, setting):
            return False
        furthest = _COLUMN * max(setting.size, piece.setting.size)
    size = max(setting.size, piece.setting.size)
    return -_OVERLAP * size <= piece.gap_to(glyph.start, glyph.end) <= furthest


def _same_line(one: Setting, two: Setting) -> bool:
    """Whether texts so set can be parts of one line, as far as height tells."""
    if one.direction != two.direction:
        return False
    if one.baseline == two.baseline and one.size == two.size:
        return True
    large, small = (one, two) if one.size >= two.size else (two, one)
    if abs(small.baseline - large.baseline) <= _SAME_BASELINE * large.size:
        return small.size >= _SMALLEST_SCRIPT * large.size
    return _is_script(large, small)


def _is_script(large: Setting, small: Setting) -> bool:
    if not _SMALLEST_SCRIPT * large.size <= small.size <= _SCRIPT_SIZE * large.size:
        return False
    lower = small.baseline - large.baseline
    return -_RAISED * large.size <= lower <= _LOWERED * large.size


@lru_cache(maxsize=4096)
def _reads_leftwards(character: str) -> bool:
    return unicodedata.bidirectional(character) in ("R", "AL", "RLE", "RLO")


def join_pieces(pieces: list[Piece]) -> list[list[Piece]]:
    """Pieces that stand side by side on one line, each group in reading order."""
    parent = list(range(len(pieces)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    # Every pair is looked at from its larger piece, which says how far away a script may stand; so
    # one huge letter does not make everything a neighbour of everything.
    order = sorted(range(len(pieces)), key=lambda index: pieces[index].setting.baseline)
    baselines = [pieces[index].setting.baseline for index in order]
    for one, piece in enumerate(pieces):
        size, baseline = piece.setting.size, piece.setting.baseline
        first = bisect_left(baselines, baseline - _RAISED * size)
        last = bisect_right(baselines, baseline + _RAISED * size)
        for two in order[first:last]:
            other = pieces[two]
            if one == two or other.setting.size > size:
                continue
            gap = piece.gap_to(other.start, other.end)
            if -_OVERLAP * size <= gap <= _COLUMN * size and _beside(piece, other, gap):
                parent[root(max(root(one), root(two)))] = min(root(one), root(two))
    groups: dict[int, list[Piece]] = {}
    for index, piece in enumerate(pieces):
        groups.setdefault(root(index), []).append(piece)
    return [_in_reading_order(group) for group in groups.values()]


def _beside(large: Piece, small: Piece, gap: float) -> bool:
    """Whether two pieces that stand ``gap`` apart are parts of one line."""
    if not _same_line(large.setting, small.setting):
        return False
    size = large.setting.size
    raised = abs(small.setting.baseline - large.setting.baseline) > _SAME_BASELINE * size
    return gap <= _SCRIPT_GAP * size or not raised


def _in_reading_order(group: list[Piece]) -> list[Piece]:
    if len(group) == 1:
        return group
    text = [glyph.character for piece in group for glyph in piece.glyphs]
    leftwards = 2 * sum(map(_reads_leftwards, text)) > len(text)
    return sorted(group, key=lambda piece: piece.start, reverse=leftwards)
