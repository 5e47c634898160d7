"""A table in HTML as cells on a grid, and back."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html.parser import HTMLParser

#: Inline tags that a cell may keep.
_INLINE = frozenset({"b", "i", "em", "strong", "sub", "sup", "u", "s", "code"})
#: Spans are cut to this: a span of millions is a model's slip, and would fill the memory.
_MOST_SPANNED = 1000
#: Grid places that are marked as taken by a rowspan; more is no table on a page.
_MOST_PLACES = 200_000


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: where it begins on the grid, how far it spans, what is in it.

    ``content`` is inline HTML (formulas as ``$…$``, a literal dollar as ``&#36;``), ``text`` the
    same without tags and entities. ``header`` says ``th`` rather than ``td``.
    """

    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    content: str = ""
    text: str = ""
    header: bool = False

    def with_text(self, text: str) -> Cell:
        """The cell with literal text in it."""
        return replace(self, content=literal(text), text=text)


@dataclass(frozen=True, slots=True)
class FilledTable:
    """A table with its words, and the words for which it had no place: a reason to look at it."""

    html: str
    unplaced: tuple[str, ...] = ()

    def with_all(self) -> str:
        """The table; words without a place in a last row of its own, so that none is lost."""
        rows = parse_table(self.html)
        left = " ".join(self.unplaced)
        if not left:
            return self.html
        width = max((cell.column + cell.colspan for row in rows for cell in row), default=1)
        return write_table([*rows, [Cell(len(rows), 0, colspan=width).with_text(left)]])


def literal(text: str) -> str:
    """Literal text as a cell's content; a dollar sign must not be taken for a formula's."""
    return html.escape(text, quote=False).replace("$", "&#36;")


def parse_table(markup: str) -> list[list[Cell]]:
    """The cells by rows of the first ``<table>``, with their places on the grid; never raises.

    Text outside cells is put into a cell of its own, so that nothing is lost. A row that only
    holds cells reached by a rowspan is an empty list.
    """
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    reader.end_cell()
    return _on_grid(reader.rows)


def write_table(rows: Sequence[Sequence[Cell]]) -> str:
    """The cells as one well-formed ``<table>`` in one line."""
    lines = ("".join(map(_cell_markup, row)) for row in rows)
    return "<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"


def _cell_markup(cell: Cell) -> str:
    tag = "th" if cell.header else "td"
    spans = f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
    spans += f' colspan="{cell.colspan}"' if cell.colspan > 1 else ""
    return f"<{tag}{spans}>{cell.content}</{tag}>"


def _on_grid(rows: list[list[Cell]]) -> list[list[Cell]]:
    taken: set[tuple[int, int]] = set()
    grid: list[list[Cell]] = []
    for number, row in enumerate(rows):
        column = 0
        placed = []
        for cell in row:
            while (number, column) in taken:
                column += 1
            placed.append(replace(cell, row=number, column=column))
            down = min(cell.rowspan, len(rows) - number)
            if down > 1 and len(taken) + down * cell.colspan < _MOST_PLACES:
                taken.update(
                    (r, c)
                    for r in range(number + 1, number + down)
                    for c in range(column, column + cell.colspan)
                )
            column += cell.colspan
        grid.append(placed)
    return grid


class _Reader(HTMLParser):
    """Collects rows of cells; entities are kept as written, so that ``&#36;`` stays literal."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.rows: list[list[Cell]] = []
        self._cell: Cell | None = None
        self._content: list[str] = []
        self._text: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.end_cell()
            self.rows.append([])
        elif tag in ("td", "th"):
            self.end_cell()
            given = dict(attrs)
            self._cell = Cell(
                0,
                0,
                rowspan=_span(given.get("rowspan")),
                colspan=_span(given.get("colspan")),
                header=tag == "th",
            )
        elif tag == "br":
            self._add("<br>", " ")
        elif tag in _INLINE and self._cell is not None:
            self._open.append(tag)
            self._add(f"<{tag}>", "")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr", "table"):
            self.end_cell()
        elif tag in self._open:
            while self._open:
                inner = self._open.pop()
                self._add(f"</{inner}>", "")
                if inner == tag:
                    break

    def handle_data(self, data: str) -> None:
        if self._cell is not None or data.strip():
            self._add(html.escape(data, quote=False), data)

    def handle_entityref(self, name: str) -> None:
        self._add(f"&{name};", html.unescape(f"&{name};"))

    def handle_charref(self, name: str) -> None:
        self._add(f"&#{name};", html.unescape(f"&#{name};"))

    def end_cell(self) -> None:
        """Close the cell that is open, and its tags."""
        if self._cell is None:
            return
        self._content += (f"</{tag}>" for tag in reversed(self._open))
        cell = replace(
            self._cell,
            content="".join(self._content).strip(),
            text=" ".join("".join(self._text).split()),
        )
        if not self.rows:
            self.rows.append([])
        self.rows[-1].append(cell)
        self._cell = None
        self._content, self._text, self._open = [], [], []

    def _add(self, content: str, text: str) -> None:
        if self._cell is None:
            self._cell = Cell(0, 0)
        self._content.append(content)
        self._text.append(text)


def _span(value: str | None) -> int:
    digits = (value or "").strip()
    if not digits.isascii() or not digits.isdigit():
        return 1
    return min(max(int(digits[:6]), 1), _MOST_SPANNED)
