"""Names and sizes of the pictures that are cropped from pages."""

from __future__ import annotations

from collections import Counter

from desktop.assembly.items import Item
from desktop.model.assembled import Figure, FigureKind
from desktop.model.blocks import Label, PageResult


class FigureNames:
    """Names pictures by page (from 1) and order on it: ``page-003-figure-1.png``."""

    def __init__(self, page_count: int) -> None:
        self._digits = max(3, len(str(page_count)))
        self._counts: Counter[tuple[int, FigureKind]] = Counter()

    def figure(self, item: Item, result: PageResult) -> Figure | None:
        """The picture that an item is, or ``None`` if nobody knows where on the page it is."""
        if item.box is None:
            return None
        kind = FigureKind.EQUATION if item.label is Label.EQUATION else FigureKind.FIGURE
        self._counts[result.page, kind] += 1
        order = self._counts[result.page, kind]
        number = str(result.page + 1).zfill(self._digits)
        return Figure(
            name=f"page-{number}-{kind.value}-{order}.png",
            page=result.page,
            box=item.box,
            kind=kind,
            order=order,
            width=item.box.width * result.page_width,
            height=item.box.height * result.page_height,
        )
