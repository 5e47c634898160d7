"""The lines of a text layer cut to pieces, and the pieces given to the regions of a page."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter, sub
from statistics import median

from desktop.model.document import TextLine
from desktop.model.geometry import Box
from desktop.text import REPLACEMENT

#: A gap inside a line, in em, that words of one line of prose do not have between them.
WIDE_GAP = 1.6
#: Which share of a word must lie in a region for the word to be the region's.
MOSTLY = 0.5

_ATOM = re.compile(r"\S+")
#: The width of a character that is none of the wide ones of East Asia, in em, as a rule.
_NARROW_EM = 0.48
_LEFT, _RIGHT = itemgetter(0), itemgetter(1)
_TINY = 1e-6


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of the layer or a part of it, with nothing but one space between its words.

    Coordinates in page units. ``edges`` as in ``TextLine``, one pair for each character. ``em`` is
    the width of the font's em as a share of the page's *width*, ``size`` as a share of its height.
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    em: float
    bold: bool
    edges: tuple[tuple[float, float], ...]

    @property
    def middle(self) -> float:
        """The height on the page at which the line runs."""
        return (self.y0 + self.y1) / 2

    @property
    def height(self) -> float:
        """The height of its box."""
        return self.y1 - self.y0

    def box(self) -> Box:
        """The piece's place; a hair wide where the layer gives it no extent."""
        return safe_box(self.x0, self.y0, self.x1, self.y1)

    def part(self, start: int, end: int) -> Piece:
        """The piece's characters from ``start`` to ``end``."""
        if start == 0 and end == len(self.text):
            return self
        edges = self.edges[start:end]
        x0, x1 = _reach(edges)
        return replace(self, text=self.text[start:end], x0=x0, x1=x1, edges=edges)


def safe_box(x0: float, y0: float, x1: float, y1: float) -> Box:
    """A box around these coordinates, moved onto the page and never empty."""
    left, top = min(max(x0, 0.0), 1.0 - _TINY), min(max(y0, 0.0), 1.0 - _TINY)
    return Box(left, top, max(min(x1, 1.0), left + _TINY), max(min(y1, 1.0), top + _TINY))


def pieces_of(lines: Iterable[TextLine]) -> list[Piece]:
    """The layer's lines as pieces, without blank ones and without what is printed twice.

    Fonts without a bold face are made bold by printing a line twice with a tiny shift, and scans
    may carry a visible and an invisible text: the same words in the same place count once. Signs
    that the file gives no meaning (the pieces of TeX's tall brackets) say nothing and are left out.
    """
    pieces: list[Piece] = []
    seen: defaultdict[str, list[Box]] = defaultdict(list)
    for line in lines:
        if not line.text.replace(REPLACEMENT, "").strip():
            continue
        places = seen[line.text.strip()]
        if any(line.box.share_inside(place) > 0.7 for place in places[-8:]):
            continue
        places.append(line.box)
        pieces.append(_piece(line))
    return pieces


def _piece(line: TextLine) -> Piece:
    text, edges = line.text, line.char_edges
    if len(edges) != len(text):
        edges = _guessed_edges(line)
    if REPLACEMENT in text:
        edges = tuple(edge for c, edge in zip(text, edges, strict=True) if c != REPLACEMENT)
        text = text.replace(REPLACEMENT, "")
    if text != " ".join(text.split()):
        kept = [
            i
            for i, c in enumerate(text)
            if not c.isspace() or (i > 0 and not text[i - 1].isspace() and text[i:].strip())
        ]
        text = "".join(" " if text[i].isspace() else text[i] for i in kept)
        edges = tuple([edges[i] for i in kept])
    edges = tuple([edge if edge[0] <= edge[1] else edge[::-1] for edge in edges])
    x0, x1 = _reach([edge for c, edge in zip(text, edges, strict=True) if c != " "])
    return Piece(
        text=text,
        x0=x0,
        y0=line.box.y0,
        x1=x1,
        y1=line.box.y1,
        size=line.size if line.size > 0 else line.box.height,
        em=max(_TINY, _em(text, edges) or (x1 - x0) / _ems(text)),
        bold=line.bold,
        edges=edges,
    )


def _em(text: str, edges: Sequence[tuple[float, float]]) -> float:
    """The em by the median of the characters' widths, which wide gaps do not disturb."""
    signs = [(c, right - left) for c, (left, right) in zip(text, edges, strict=True) if c.isalnum()]
    if not signs:
        return 0.0
    if text.isascii():
        return median([width for _, width in signs]) / _NARROW_EM
    return median([width / _ems(c) for c, width in signs])


def _ems(text: str) -> float:
    """How many em the characters are wide, as a rule."""
    if text.isascii():
        return _NARROW_EM * len(text)
    return sum(1.0 if unicodedata.east_asian_width(c) in "WF" else _NARROW_EM for c in text)


def _reach(edges: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """From where to where characters with these edges reach."""
    return min(edges)[0], max(map(_RIGHT, edges))


def _guessed_edges(line: TextLine) -> tuple[tuple[float, float], ...]:
    """Edges of equally wide characters across the line's box."""
    count = len(line.text)
    width = line.box.width / count
    lefts = [line.box.x0 + width * i for i in range(count)]
    if runs_leftwards(line.text):
        lefts.reverse()
    return tuple((left, left + width) for left in lefts)


def runs_leftwards(text: str) -> bool:
    """Whether most letters of ``text`` are of a script written from right to left."""
    if text.isascii():
        return False
    directions = [unicodedata.bidirectional(c) for c in text]
    return sum(d in ("R", "AL") for d in directions) > directions.count("L")


def gap_between(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The blank between two horizontal extents, whichever stands first; negative if they meet."""
    return max(other[0] - one[1], one[0] - other[1])


def atoms(piece: Piece, *, characters: bool = False) -> list[tuple[int, int]]:
    """Where the piece may be cut: the extents of its words, which end at wide gaps too.

    With ``characters``, those of scripts that put no spaces between words are cut everywhere.
    """
    if piece.text.isascii() or not characters:
        # Most lines have no wide gap at all, which is seen without looking at each character.
        lefts, rights = list(map(_LEFT, piece.edges)), list(map(_RIGHT, piece.edges))
        gaps = (*map(sub, lefts[1:], rights), *map(sub, lefts, rights[1:]))
        if max(gaps, default=0.0) <= WIDE_GAP * piece.em:
            return [match.span() for match in _ATOM.finditer(piece.text)]
    found: list[tuple[int, int]] = []
    for match in _ATOM.finditer(piece.text):
        start = match.start()
        for i in range(start + 1, match.end()):
            gap = gap_between(piece.edges[i - 1], piece.edges[i])
            wide = unicodedata.east_asian_width(piece.text[i]) == "W"
            if gap > WIDE_GAP * piece.em or (characters and wide):
                found.append((start, i))
                start = i
        found.append((start, match.end()))
    return found


def split_at_gaps(piece: Piece, gap: float = WIDE_GAP) -> list[Piece]:
    """The piece cut where more than ``gap`` em are blank."""
    cuts = atoms(piece)
    return [part for part, _ in _runs(piece, cuts, [None] * len(cuts), gap * piece.em)]


def _runs(
    piece: Piece, cuts: Sequence[tuple[int, int]], homes: Sequence[int | None], gap: float
) -> list[tuple[Piece, int | None]]:
    """The piece in as few parts as have one home each and no blank wider than ``gap`` inside."""
    found: list[tuple[Piece, int | None]] = []
    start = cuts[0][0]
    for i, (_, end) in enumerate(cuts):
        following = cuts[i + 1] if i + 1 < len(cuts) else None
        if (
            following is None
            or homes[i + 1] != homes[i]
            or gap_between(_extent(piece, cuts[i]), _extent(piece, following)) > gap
        ):
            found.append((piece.part(start, end), homes[i]))
            start = following[0] if following else end
    return found


def _extent(piece: Piece, cut: tuple[int, int]) -> tuple[float, float]:
    return _reach(piece.edges[cut[0] : cut[1]])


class Region:
    """A place on the page that takes words: one or more boxes and a number."""

    __slots__ = ("area", "boxes", "number")

    def __init__(self, number: int, boxes: Sequence[Box]) -> None:
        self.number = number
        self.boxes = tuple(boxes)
        self.area = sum(box.area for box in boxes)

    def share(self, x0: float, y0: float, x1: float, y1: float) -> float:
        """Which share (0–1) of a rectangle lies inside."""
        area = (x1 - x0) * (y1 - y0)
        inside = 0.0
        for box in self.boxes:
            across = min(x1, box.x1) - max(x0, box.x0)
            down = min(y1, box.y1) - max(y0, box.y0)
            if across > 0 and down > 0:
                inside += across * down
        return inside / area if area > 0 else 0.0


def place(
    pieces: Iterable[Piece], regions: Sequence[Region]
) -> tuple[dict[int, list[Piece]], list[Piece]]:
    """Give each word to the region it lies in: pieces by region number, and those in none.

    Where regions overlap, the smaller one has the word (a caption in a figure's box, a formula in
    a paragraph's). A line that goes over a region's border is cut between words; words that stick
    out of their region (layout models clip the ends of lines) stay with the words beside them.
    """
    placed: defaultdict[int, list[Piece]] = defaultdict(list)
    homeless: list[Piece] = []
    by_size = sorted(regions, key=lambda region: region.area)
    for piece in pieces:
        for part, number in _placed(piece, by_size):
            if number is None:
                homeless.append(part)
            else:
                placed[number].append(part)
    return dict(placed), homeless


def _placed(piece: Piece, by_size: Sequence[Region]) -> list[tuple[Piece, int | None]]:
    # The middle of the line decides: line boxes include the leading and reach into neighbours.
    top, bottom = piece.y0 + 0.2 * piece.height, piece.y1 - 0.2 * piece.height
    near = [r for r in by_size if any(b.y0 < bottom and top < b.y1 for b in r.boxes)]
    shares = [(r.share(piece.x0, top, piece.x1 + _TINY, bottom + _TINY), r) for r in near]
    touching = [(share, region) for share, region in shares if share > 0]
    if not touching:
        return [(piece, None)]
    if touching[0][0] > 0.97 or (len(touching) == 1 and touching[0][0] > 0.9):
        return [(piece, touching[0][1].number)]
    cuts = atoms(piece, characters=True)
    extents = [_extent(piece, cut) for cut in cuts]
    homes = [
        next(
            (r.number for _, r in touching if r.share(x0, top, x1 + _TINY, bottom) >= MOSTLY), None
        )
        for x0, x1 in extents
    ]
    # What sticks out at either end goes with its neighbour.
    for i, beside in (*((i, i - 1) for i in range(1, len(cuts))), *_backwards(len(cuts))):
        if homes[i] is None and gap_between(extents[i], extents[beside]) <= piece.em:
            homes[i] = homes[beside]
    return _runs(piece, cuts, homes, float("inf"))


def _backwards(count: int) -> Iterable[tuple[int, int]]:
    return ((i, i + 1) for i in range(count - 2, -1, -1))
