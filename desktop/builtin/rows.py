"""Lines that stand on one row of a column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from desktop.builtin.detection import Line
from desktop.builtin.geometry import Rect, around


@dataclass(frozen=True, slots=True)
class Row:
    """Pieces of one row of a column, left to right.

    ``height`` is that of its text, ``stroke`` the mean width of its strokes, both in pixels.
    """

    lines: tuple[Line, ...]
    rect: Rect
    height: float
    stroke: float


def rows_of(lines: Sequence[Line]) -> list[Row]:
    """The rows that ``lines`` of one column make, from top to bottom."""
    groups: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.rect.centre_y):
        if groups and _on_row(line, groups[-1]):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_row(group) for group in groups]


def _on_row(line: Line, group: Sequence[Line]) -> bool:
    """Whether a line stands beside the others, not under them."""
    for other in group:
        shared = line.rect.overlap_y(other.rect)
        beside = line.rect.overlap_x(other.rect) < 0.3 * min(line.rect.width, other.rect.width)
        if not (beside and shared > 0.5 * min(line.rect.height, other.rect.height)):
            return False
    return True


def _row(group: Sequence[Line]) -> Row:
    in_order = sorted(group, key=lambda line: line.rect.x0)
    longest = max(group, key=lambda line: line.rect.width)
    across = sum(line.rect.width for line in group)
    stroke = sum(line.stroke * line.rect.width for line in group) / across
    return Row(tuple(in_order), around(line.rect for line in group), longest.height, stroke)


def usual_height(lines: Sequence[Line], otherwise: float = 20.0) -> float:
    """The usual height of a line among ``lines`` in pixels, long lines counting more."""
    return median(line.height for line in _long(lines)) if lines else otherwise


def usual_stroke(lines: Sequence[Line]) -> float:
    """The usual width of strokes among ``lines`` in pixels; 0 without lines."""
    return median(line.stroke for line in _long(lines)) if lines else 0.0


def _long(lines: Sequence[Line]) -> list[Line]:
    """The longer half."""
    longest = sorted(lines, key=lambda line: -line.rect.width)
    return longest[: (len(longest) + 1) // 2]
