"""Words that no region took: grouped to paragraphs and put where a reader would meet them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from desktop.conversion.fill_pieces import Piece, gap_between, safe_box, split_at_gaps
from desktop.model.geometry import Box, union

#: Both sides of a gutter must stand side by side for this many lines …
_SIDE_BY_SIDE = 1.5
#: … and each must have this share of the width of what they divide.
_COLUMN_WIDTH = 0.15
#: Two boxes are one above the other if they share this much of the narrower one's width.
_ABOVE = 0.3


def grouped(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """The pieces in groups of lines that stand close together and look alike; each one paragraph.

    Lines are cut at wide gaps first, since nothing says yet where columns are.
    """
    parts = sorted(
        (part for piece in pieces for part in split_at_gaps(piece)), key=lambda p: (p.y0, p.x0)
    )
    parents = list(range(len(parts)))

    def root(i: int) -> int:
        while parents[i] != i:
            parents[i] = parents[parents[i]]
            i = parents[i]
        return i

    first = 0
    tallest = max((p.height + p.size for p in parts), default=0.0)
    for i, part in enumerate(parts):
        while parts[first].y0 + tallest < part.y0 - part.size:
            first += 1
        for j in range(first, i):
            if _together(parts[j], part):
                parents[root(i)] = root(j)
    groups: dict[int, list[Piece]] = {}
    for i, part in enumerate(parts):
        groups.setdefault(root(i), []).append(part)
    return list(groups.values())


def _together(upper: Piece, lower: Piece) -> bool:
    size = max(upper.size, lower.size)
    if min(upper.size, lower.size) < 0.8 * size:
        return False
    gap = gap_between((upper.x0, upper.x1), (lower.x0, lower.x1))
    shared = min(upper.y1, lower.y1) - max(upper.y0, lower.y0)
    if shared > 0.5 * min(upper.height, lower.height) and gap > 0:
        return gap < 1.6 * max(upper.em, lower.em)
    narrow = min(upper.x1 - upper.x0, lower.x1 - lower.x0)
    # Boxes may be tight around the letters or include the leading: lines are at most 1.7 sizes
    # apart, measured from middle to middle.
    return -gap > _ABOVE * narrow and lower.middle - upper.middle < 1.7 * size


def extent(pieces: Sequence[Piece]) -> Box:
    """The box around some pieces."""
    return safe_box(
        min(p.x0 for p in pieces),
        min(p.y0 for p in pieces),
        max(p.x1 for p in pieces),
        max(p.y1 for p in pieces),
    )


def insertion_point(box: Box, present: Sequence[Box | None]) -> int:
    """Before which of the blocks (in reading order, with their boxes) a new box is read.

    It follows the nearest block above it in its own column; without one it goes before the nearest
    one below; without either, by the column that it stands in.
    """
    above = below = -1
    nearest_above = nearest_below = float("inf")
    for i, other in enumerate(present):
        if other is None or not _shares_column(box, other):
            continue
        if _middle(other) <= _middle(box):
            distance = box.y0 - other.y1
            if distance <= nearest_above:
                above, nearest_above = i, distance
        elif other.y0 - box.y1 < nearest_below:
            below, nearest_below = i, other.y0 - box.y1
    # A full-width block above and a block of its own column below: the column's neighbour knows
    # better, since the other column stands between the two in reading order.
    if above >= 0 and below >= 0 and below > above + 1:
        upper, lower = present[above], present[below]
        if upper is not None and lower is not None and upper.width > 1.5 * lower.width:
            return below
    if above >= 0:
        return above + 1
    if below >= 0:
        return below
    before = [
        i
        for i, other in enumerate(present)
        if other is not None and (other.x1 <= box.x0 or other.y1 <= box.y0)
    ]
    return before[-1] + 1 if before else 0


def _shares_column(one: Box, other: Box) -> bool:
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    return across > _ABOVE * min(one.width, other.width)


def _middle(box: Box) -> float:
    return (box.y0 + box.y1) / 2


def reading_order(boxes: Sequence[Box], line: float) -> list[int]:
    """The order in which boxes on a page without known blocks are read.

    ``line`` is the height of a line as a share of the page's.

    The page is cut into strips where blanks go all across it; strips that follow one another are
    joined as long as the same gutter goes down all of them; columns are read one after the other,
    and each is cut in the same way.
    """
    return _ordered(list(range(len(boxes))), boxes, line, 0)


#: Columns within columns within columns: deeper is no page that anybody made.
_DEEPEST = 12
#: From so many boxes on, strips are no longer joined: it is a scatter of words, not columns.
_MANY = 400


def _ordered(which: list[int], boxes: Sequence[Box], line: float, depth: int) -> list[int]:
    if len(which) < 2 or depth > _DEEPEST:
        return sorted(which, key=lambda i: (boxes[i].y0, boxes[i].x0))
    bands = _joined(_strips(which, boxes), boxes, line)
    order: list[int] = []
    for band in bands:
        columns = _columns(band, boxes, line)
        if len(columns) > 1:
            order += [i for column in columns for i in _ordered(column, boxes, line, depth + 1)]
        else:
            order += sorted(band, key=lambda i: (boxes[i].y0, boxes[i].x0))
    return order


def _strips(which: list[int], boxes: Sequence[Box]) -> list[list[int]]:
    """What stands between blanks that go all across, top to bottom."""
    strips: list[list[int]] = []
    reach = -1.0
    for i in sorted(which, key=lambda i: boxes[i].y0):
        if boxes[i].y0 >= reach:
            strips.append([])
        strips[-1].append(i)
        reach = max(reach, boxes[i].y1)
    return strips


def _joined(strips: list[list[int]], boxes: Sequence[Box], line: float) -> list[list[int]]:
    bands: list[list[int]] = []
    for strip in strips:
        small = bands and len(bands[-1]) < _MANY
        if small and len(_columns(bands[-1] + strip, boxes, line)) > 1:
            # Two full-width strips never have a gutter, so headings across columns stay alone.
            bands[-1] = bands[-1] + strip
        else:
            bands.append(strip)
    return bands


@dataclass(slots=True)
class _Column:
    members: list[int]
    x0: float
    x1: float


def _columns(which: Sequence[int], boxes: Sequence[Box], line: float) -> list[list[int]]:
    """The columns that gutters cut these boxes into; one if there is no gutter to believe."""
    columns: list[_Column] = []
    for i in sorted(which, key=lambda i: boxes[i].x0):
        box = boxes[i]
        if columns and box.x0 < columns[-1].x1 + 0.004:
            columns[-1].members.append(i)
            columns[-1].x1 = max(columns[-1].x1, box.x1)
        else:
            columns.append(_Column([i], box.x0, box.x1))
    if len(columns) < 2:
        return [list(which)]
    width = columns[-1].x1 - columns[0].x0
    extents = [union(boxes[i] for i in column.members) for column in columns]
    for one, other in pairwise(extents):
        if one is None or other is None:
            return [list(which)]
        beside = min(one.y1, other.y1) - max(one.y0, other.y0)
        if beside < _SIDE_BY_SIDE * line or min(one.width, other.width) < _COLUMN_WIDTH * width:
            return [list(which)]
    return [column.members for column in columns]
