"""Reading order of rectangles over one to three columns.

A recursive cut, with three lessons over the plain XY-cut (Nagy & Seth 1984):

* what counts as a gap is relative to the height of a line of text;
* a cut between columns needs columns: both sides run side by side for more than a line and a half,
  and each is a fair share of the width;
* horizontal strips are joined again as long as a cut between columns still goes through all of
  them: a gap that happens to cross both columns does not end them.
"""

from __future__ import annotations

from collections.abc import Sequence

from desktop.builtin.geometry import Rect, around

#: How far text may reach into a gap before it closes it, in line heights.
SLACK = 0.3
#: The narrowest gap between columns, in line heights (after the slack).
GUTTER = 0.5
#: How long both columns must run side by side, in line heights.
SIDE_BY_SIDE = 1.5
#: The narrowest column: a share of the whole width, and in line heights.
COLUMN_SHARE = 0.15
COLUMN_LINES = 4.0


def reading_order(rects: Sequence[Rect], line_height: float) -> list[int]:
    """The indexes of ``rects`` in the order in which a person reads them."""
    return _Cutter(rects, line_height).ordered(list(range(len(rects))))


def column_parts(rects: Sequence[Rect], line_height: float) -> list[list[int]]:
    """The indexes of ``rects`` in groups, in reading order, none of which has columns.

    One group if there are no columns at all.
    """
    return _Cutter(rects, line_height).parts(list(range(len(rects))))


class _Cutter:
    def __init__(self, rects: Sequence[Rect], line_height: float) -> None:
        self.rects = rects
        self.line_height = max(1.0, line_height)

    def ordered(self, members: list[int]) -> list[int]:
        if len(members) < 2:
            return members
        columns = self.column_cut(members)
        if columns is not None:
            left, right = columns
            return self.ordered(left) + self.ordered(right)
        groups = self.strips(members)
        if len(groups) == 1:
            return self.by_rows(members)
        return [index for group in groups for index in self.ordered(group)]

    def parts(self, members: list[int]) -> list[list[int]]:
        columns = self.column_cut(members)
        if columns is not None:
            return [part for side in columns for part in self.parts(side)]
        groups = self.strips(members) if len(members) > 1 else [members]
        if len(groups) == 1:
            return groups
        parts: list[list[int]] = []
        whole = False
        for group in groups:
            inner = self.parts(group)
            if len(inner) == 1 and whole:
                parts[-1] += inner[0]
            else:
                parts += inner
            whole = len(inner) == 1
        return parts

    def column_cut(self, members: list[int]) -> tuple[list[int], list[int]] | None:
        if len(members) < 2:
            return None
        best: tuple[float, list[int], list[int]] | None = None
        whole = around(self.rects[i] for i in members).width
        for gap, middle in self._gaps_across(members):
            left = [i for i in members if self.rects[i].centre_x < middle]
            right = [i for i in members if self.rects[i].centre_x >= middle]
            if not (left and right):
                continue
            first = around(self.rects[i] for i in left)
            second = around(self.rects[i] for i in right)
            narrowest = max(COLUMN_LINES * self.line_height, COLUMN_SHARE * whole)
            if (
                first.overlap_y(second) > SIDE_BY_SIDE * self.line_height
                and min(first.width, second.width) > narrowest
                and (best is None or gap > best[0])
            ):
                best = (gap, left, right)
        return best[1:] if best else None

    def _gaps_across(self, members: list[int]) -> list[tuple[float, float]]:
        """Vertical white gaps: their width (slack included) and their middle."""
        slack = SLACK * self.line_height
        gaps = []
        ordered = sorted(members, key=lambda i: self.rects[i].x0)
        reached = self.rects[ordered[0]].x1 - slack
        for index in ordered[1:]:
            rect = self.rects[index]
            gap = rect.x0 + slack - reached
            if gap >= GUTTER * self.line_height + 2 * slack:
                gaps.append((gap, (rect.x0 + reached) / 2))
            reached = max(reached, rect.x1 - slack)
        return gaps

    def strips(self, members: list[int]) -> list[list[int]]:
        """Horizontal strips from top to bottom, joined where columns go on through them."""
        slack = SLACK * self.line_height
        strips: list[list[int]] = []
        reached = float("-inf")
        for index in sorted(members, key=lambda i: self.rects[i].y0):
            rect = self.rects[index]
            if rect.y0 + slack >= reached - slack or not strips:
                strips.append([index])
            else:
                strips[-1].append(index)
            reached = max(reached, rect.y1)
        joined = [strips[0]]
        for strip in strips[1:]:
            together = joined[-1] + strip
            if len(together) < len(members) and self.column_cut(together) is not None:
                joined[-1] = together
            else:
                joined.append(strip)
        return joined

    def by_rows(self, members: list[int]) -> list[int]:
        """Top to bottom; what stands on one row, left to right."""
        rest = sorted(members, key=lambda i: (self.rects[i].y0, self.rects[i].x0))
        rows: list[list[int]] = []
        for index in rest:
            rect = self.rects[index]
            if rows:
                first = self.rects[rows[-1][0]]
                if rect.y0 < first.y0 + 0.5 * min(first.height, self.line_height):
                    rows[-1].append(index)
                    continue
            rows.append([index])
        return [i for row in rows for i in sorted(row, key=lambda i: self.rects[i].x0)]
