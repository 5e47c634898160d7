"""Cleaning what the layout model saw: one region for each thing on the page."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.builtin.geometry import Rect
from desktop.builtin.layout import Kind, Region

#: How likely a region must be to count. A wrong table or figure costs more than a missed one.
NEEDED = {
    Kind.TABLE: 0.5,
    Kind.FIGURE: 0.45,
    Kind.EQUATION: 0.4,
    Kind.HEADER: 0.35,
    Kind.FOOTER: 0.35,
    Kind.TITLE: 0.35,
}
NEEDED_OTHERWISE = 0.4
#: Two regions that share this much of the smaller one are two sights of the same thing.
SAME = 0.7
#: Prose is often taken for a list of references: such a region gives way to any other.
_WEAK = frozenset({Kind.REFERENCE})


def clean_regions(regions: Sequence[Region]) -> list[Region]:
    """The regions that count, most likely first; none lies mostly on another."""
    likely = [r for r in regions if r.likely >= NEEDED.get(r.kind, NEEDED_OTHERWISE)]
    kept: list[Region] = []
    for region in sorted(likely, key=lambda r: (r.kind in _WEAK, -r.likely)):
        if not any(_same(region, other) for other in kept):
            kept.append(region)
    return kept


def _same(region: Region, other: Region) -> bool:
    smaller = min(region.rect.area, other.rect.area)
    if region.rect.overlap(other.rect) <= SAME * smaller:
        return False
    # A large weak region around a few small ones still holds the lines that they don't.
    holds_small_ones = region.rect.area > 3 * other.rect.area
    return not (holds_small_ones and region.kind in (Kind.REFERENCE, Kind.TEXT))


def home(rect: Rect, regions: Sequence[Region]) -> int | None:
    """The index of the region to which a line at ``rect`` belongs; ``None`` if to none.

    What lies on a table or a figure belongs to it, whatever text regions say.
    """
    best: tuple[int, float] | None = None
    found = None
    for index, region in enumerate(regions):
        share = rect.share_inside(region.rect)
        if share > 0.5:
            claim = (_CLAIM.get(region.kind, 1), share)
            if best is None or claim > best:
                best, found = claim, index
    return found


_CLAIM = {Kind.TABLE: 3, Kind.FIGURE: 3, Kind.EQUATION: 2, Kind.REFERENCE: 0}
