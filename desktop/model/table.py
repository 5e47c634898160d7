"""A table's grid, read from its HTML: what assembly joins and exports write."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

#: Tags that make a table's shape; everything else inside a cell is left as it is. No ``<`` inside a
#: tag, so that a cut one can't make the search quadratic.
_TAG = re.compile(r"<(/?)(table|thead|tbody|tfoot|tr|td|th|caption)\b([^<>]*)>", re.IGNORECASE)
_SPAN = re.compile(r"\b(rowspan|colspan)\s*=\s*[\"']?\s*(\d{1,6})", re.IGNORECASE)
_ANY_TAG = re.compile(r"<[/!?a-zA-Z][^<>]*>")
_BREAK = re.compile(r"<br\b[^<>]*>", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")
#: A line of Markdown under a table's header, the border of its cells, and what is written escaped.
_RULE = re.compile(r"\|?[\s:|-]*-[\s:|-]*")
_PIPE = re.compile(r"(?<!\\)\|")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
#: No page has a table of more columns; wider spans are a model's slip.
MAX_COLUMNS = 300


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. ``html`` is its inner HTML: text, inline tags, math as ``$…$``."""

    html: str
    header: bool = False
    rowspan: int = 1
    colspan: int = 1

    @property
    def text(self) -> str:
        """The cell's words on one line, without tags; math stays as it is written."""
        return cell_text(self.html)


@dataclass(frozen=True, slots=True)
class Table:
    """A table as rows of cells; ``head_rows`` of them at the top are its header.

    ``caption`` is the inner HTML of a ``<caption>``, which only tables edited by hand have.
    """

    rows: tuple[tuple[Cell, ...], ...]
    head_rows: int = 0
    caption: str = ""

    @property
    def column_count(self) -> int:
        """How many columns the grid has, spans counted."""
        return max((len(row) for row in self.grid()), default=0)

    @property
    def has_spans(self) -> bool:
        """Whether any cell covers more than one place."""
        return any(cell.rowspan > 1 or cell.colspan > 1 for row in self.rows for cell in row)

    def grid(self) -> list[list[Cell | None]]:
        """Every place of the grid, row by row.

        A spanning cell stands at its first place; the others that it covers, and places that a
        short row does not have, are ``None``. All rows are equally long.
        """
        rows: list[list[Cell | None]] = []
        covered: dict[int, int] = {}
        for cells in self.rows:
            row: list[Cell | None] = []
            waiting = iter(cells)
            cell = next(waiting, None)
            while cell is not None or covered:
                column = len(row)
                if covered.get(column, 0) > 0:
                    covered[column] -= 1
                    row.append(None)
                elif cell is not None:
                    row.append(cell)
                    row.extend([None] * (cell.colspan - 1))
                    for place in range(column, column + cell.colspan):
                        # Where a cell runs into one from above, both cover the place.
                        below = max(cell.rowspan, covered.get(place, 0)) - 1
                        if below:
                            covered[place] = below
                        else:
                            covered.pop(place, None)
                    cell = next(waiting, None)
                elif column < max(covered, default=-1):
                    row.append(None)
                else:
                    break
            covered = {place: left for place, left in covered.items() if left > 0}
            rows.append(row)
        width = max((len(row) for row in rows), default=0)
        return [row + [None] * (width - len(row)) for row in rows]

    def map_cells(self, change: Callable[[str], str]) -> Table:
        """The same grid with the inner HTML of every cell changed."""
        rows = tuple(
            tuple(replace(cell, html=change(cell.html)) for cell in row) for row in self.rows
        )
        return replace(self, rows=rows)

    def to_html(self) -> str:
        """The table as HTML on one line, its header rows in ``<thead>``."""
        parts = ["<table>"]
        for index, row in enumerate(self.rows):
            if index == 0 and self.head_rows:
                parts.append("<thead>")
            if index == self.head_rows:
                parts.append("</thead><tbody>" if index else "<tbody>")
            parts.append("<tr>")
            parts.extend(_cell_html(cell, head=index < self.head_rows) for cell in row)
            parts.append("</tr>")
        if self.rows:
            parts.append("</thead>" if self.head_rows >= len(self.rows) else "</tbody>")
        parts.append("</table>")
        return "".join(parts)


def _cell_html(cell: Cell, *, head: bool) -> str:
    tag = "th" if cell.header or head else "td"
    spans = f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
    spans += f' colspan="{cell.colspan}"' if cell.colspan > 1 else ""
    return f"<{tag}{spans}>{cell.html}</{tag}>"


def cell_text(inner: str) -> str:
    """A cell's words on one line, from its inner HTML."""
    plain = _ANY_TAG.sub("", _BREAK.sub(" ", inner))
    return _BLANKS.sub(" ", html.unescape(plain)).strip()


def parse_table(markup: str) -> Table:
    """The grid of one HTML ``<table>``; never raises, linear in the length.

    Missing end tags are forgiven; a table inside a cell is read as more cells of the outer one.
    Spans are cut to the table, and left out where they would make it absurdly large.
    """
    rows: list[list[Cell]] = []
    head_rows = 0
    in_head = False
    caption = ""
    for tag, attributes, inner in _events(markup):
        if tag == "thead":
            in_head = True
        elif tag in ("/thead", "tbody", "tfoot"):
            in_head = False
        elif tag == "caption":
            caption = inner.strip()
        elif tag == "tr":
            rows.append([])
            head_rows += in_head and head_rows == len(rows) - 1
        elif tag in ("td", "th"):
            if not rows:
                rows.append([])
            rows[-1].append(_cell(tag, attributes, inner))
    rows = [row for row in rows if row]
    if not head_rows:
        head_rows = _leading_headers(rows)
    return Table(_cut_spans(rows), min(head_rows, len(rows)), caption)


def _events(markup: str) -> Iterator[tuple[str, str, str]]:
    """Each tag that matters with its attributes and the text up to the next one."""
    tags = list(_TAG.finditer(markup))
    ends = [tag.start() for tag in tags[1:]] + [len(markup)]
    for match, end in zip(tags, ends, strict=False):
        yield match[1] + match[2].lower(), match[3], markup[match.end() : end]


def _cell(tag: str, attributes: str, inner: str) -> Cell:
    spans = {name.lower(): int(value) for name, value in _SPAN.findall(attributes)}
    rowspan, colspan = spans.get("rowspan", 1), spans.get("colspan", 1)
    return Cell(inner.strip(), tag == "th", max(1, rowspan), min(max(1, colspan), MAX_COLUMNS))


def _leading_headers(rows: Sequence[Sequence[Cell]]) -> int:
    """How many rows at the top are made of header cells, if others follow."""
    count = 0
    while count < len(rows) and all(cell.header for cell in rows[count]):
        count += 1
    return count if count < len(rows) else min(count, 1)


def _cut_spans(rows: Sequence[Sequence[Cell]]) -> tuple[tuple[Cell, ...], ...]:
    fitted = []
    places = 0
    for index, row in enumerate(rows):
        cells = [replace(cell, rowspan=min(cell.rowspan, len(rows) - index)) for cell in row]
        places += sum(cell.rowspan * cell.colspan for cell in cells)
        fitted.append(tuple(cells))
    if places > MAX_COLUMNS * max(len(rows), 1):
        return tuple(tuple(replace(c, rowspan=1, colspan=1) for c in row) for row in fitted)
    return tuple(fitted)


def table_tsv(source: str) -> str:
    """A table, as HTML or as Markdown with pipes, as tab-separated lines for a spreadsheet.

    A spanning cell stands at its first place, the others that it covers are empty. Cells have no
    tabs and no line breaks; one that begins with a quote is quoted as spreadsheets do it. Empty for
    what is no table.
    """
    if _TAG.search(source):
        rows = [[cell.text if cell else "" for cell in row] for row in parse_table(source).grid()]
    else:
        rows = list(_piped_rows(source))
    return "".join("\t".join(map(_tsv_cell, row)) + "\n" for row in rows)


def _piped_rows(source: str) -> Iterator[list[str]]:
    for line in source.splitlines():
        row = line.strip()
        if "|" not in row or _RULE.fullmatch(row):
            continue
        cells = _PIPE.split(row.removeprefix("|"))
        if len(cells) > 1 and not cells[-1].strip():
            cells.pop()
        yield [_ESCAPED.sub(r"\1", cell_text(cell)) for cell in cells]


def _tsv_cell(text: str) -> str:
    flat = _BLANKS.sub(" ", text).strip()
    return '"' + flat.replace('"', '""') + '"' if flat.startswith('"') else flat
