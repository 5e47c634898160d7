"""Pieces in the making: what can still grow while the pages are read in order."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.assembly.items import Item
from desktop.model.assembled import Figure, Piece, PieceKind, Source
from desktop.model.geometry import Box
from desktop.model.table import Cell, Table
from desktop.text import join_lines


@dataclass(slots=True)
class Draft:
    """A piece that may still be continued on the next page.

    ``parts`` are the parts of a paragraph, one for each page or column. ``rows`` are a table's,
    with ``table`` its first part, ``last_page`` the page where it ended so far and ``last_box``
    the box there.
    """

    kind: PieceKind
    page: int
    parts: list[str] = field(default_factory=list)
    level: int = 0
    figure: Figure | None = None
    captions: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    table: Table | None = None
    rows: list[tuple[Cell, ...]] = field(default_factory=list)
    last_page: int = 0
    last_box: Box | None = None

    @classmethod
    def of(cls, kind: PieceKind, item: Item) -> Draft:
        """A draft that begins with one item."""
        page = item.source.page
        return cls(
            kind,
            page,
            [item.text] if item.text else [],
            captions=list(item.captions),
            notes=list(item.notes),
            sources=[item.source],
            last_page=page,
            last_box=item.box,
        )

    def extend(self, item: Item) -> None:
        """Go on with an item of the next page or column."""
        self.parts.append(item.text)
        self._follow(item)

    def extend_table(self, item: Item, more: Table, skip: int) -> None:
        """Go on with the rows of ``more``, without its first ``skip`` rows."""
        self.rows.extend(more.rows[skip:])
        self.notes.extend(item.notes)
        self._follow(item)

    def _follow(self, item: Item) -> None:
        self.sources.append(item.source)
        self.last_page = item.source.page
        self.last_box = item.box

    def finish(self) -> Piece:
        """The piece that it became."""
        if self.table is not None and len(self.sources) > 1:
            whole = Table(tuple(self.rows), self.table.head_rows, self.table.caption)
            markdown = whole.to_html()
        elif len(self.parts) > 1:
            markdown = _join(self.parts)
        else:
            markdown = self.parts[0] if self.parts else ""
        return Piece(
            self.kind,
            markdown,
            self.page,
            self.level,
            self.figure,
            tuple(self.captions),
            tuple(self.notes),
            tuple(self.sources),
        )


def _join(parts: list[str]) -> str:
    # Only the lines at the breaks are joined; lines inside a part may be items of a list.
    lines = parts[0].split("\n")
    for part in parts[1:]:
        first, *others = part.split("\n")
        lines[-1] = f"{lines[-1].rstrip()}\n{first.strip()}"
        lines.extend(others)
    return "\n".join(
        _keep_indent(line, join_lines(line.split("\n"))) if "\n" in line else line for line in lines
    )


def _keep_indent(line: str, joined: str) -> str:
    return line[: len(line) - len(line.lstrip())] + joined
