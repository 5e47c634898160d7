"""A model's HTML table as one well-formed table, and whether its structure can be trusted.

What is repaired in silence: cells and rows that are not closed or closed twice, a cell inside a
cell, a table opened twice, spans that overlap or reach beyond the table, rows that lack cells at
their end. What makes a table *damaged*: text that belongs to no cell, cells without rows (servers
that skip special tokens lose ``<td>`` and ``<tr>``), rows of quite different lengths, a reply that
breaks off in a cell. No text is ever lost.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from desktop.ocr.inline import to_cell
from desktop.ocr.tables_grid import Cell, Grid, lay_out

_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>table|thead|tbody|tfoot|tr|td|th|caption|colgroup|col|img|li|ul|ol)"
    r"(?![A-Za-z0-9])(?P<attributes>[^<>]*)(?P<end>>?)",
    re.IGNORECASE,
)
_SPAN = re.compile(r"(row|col)span\s{0,3}=\s{0,3}[\"']?\s{0,3}(\d{1,6})", re.IGNORECASE)
#: An attribute whose quote and bracket are lost, the cell's text run into it: ``colspan="21``.
_RUN_IN = re.compile(r"\s{0,3}(?:row|col)span=\"?(\d{1,6})(.*)", re.IGNORECASE | re.DOTALL)
#: No table of a page has a cell that spans more rows or columns.
_WIDEST_SPAN = 1000
_WIDEST_RUN_IN = 20
#: A table without any text is an empty form if it has so many cells, else it is nothing.
_EMPTY_FORM = 4
#: A space, or a break, may be all that stands between cells.
_NOTHING = re.compile(r"(?:\s|&nbsp;|<br ?/?>)*")


@dataclass(frozen=True, slots=True)
class RepairedTable:
    """``html`` is one ``<table>`` of ``tr``, ``td`` and ``th`` with ``rowspan`` and ``colspan``;
    inside cells only ``br``, ``sub``, ``sup``, ``b``, ``i`` and math as ``$…$``. It is empty if
    there was nothing in it. ``damage`` says in half a sentence what is wrong with its structure, or
    is empty. ``caption`` is the Markdown of its ``<caption>``.
    """

    html: str
    damage: str = ""
    caption: str = ""
    rows: int = 0
    columns: int = 0

    @property
    def damaged(self) -> bool:
        """Whether its structure can't be trusted."""
        return bool(self.damage)


@dataclass(slots=True)
class _Reading:
    """A table while it is being read."""

    rows: list[list[Cell]] = field(default_factory=list)
    row: list[Cell] = field(default_factory=list)
    cell: list[str] | None = None
    header: bool = False
    spans: tuple[int, int] = (1, 1)
    in_head: bool = False
    row_tags: int = 0
    closed_cells: int = 0
    stray: list[str] = field(default_factory=list)
    stray_count: int = 0
    caption: list[str] = field(default_factory=list)
    in_caption: bool = False
    has_words: bool = False
    nested: int = 0
    may_nest: bool = False

    def write(self, words: str) -> None:
        if self.in_caption:
            self.caption.append(words)
        elif self.cell is not None:
            self.cell.append(words)
            self.has_words = self.has_words or not _NOTHING.fullmatch(words)
        elif not _NOTHING.fullmatch(words):
            self.stray.append(words)

    def end_cell(self) -> None:
        if self.cell is None:
            self._end_stray()
            return
        rows, columns = self.spans
        self.row.append(Cell(to_cell("".join(self.cell)), rows, columns, self.header))
        self.cell = None

    def _end_stray(self) -> None:
        if self.stray:
            self.row.append(Cell(to_cell("".join(self.stray))))
            self.stray = []
            self.stray_count += 1

    def end_row(self) -> None:
        self.end_cell()
        self._end_stray()
        if self.row:
            self.rows.append(self.row)
            self.row = []


def repair_table(source: str) -> RepairedTable:
    """The table in ``source`` as a well-formed one; never raises, linear in its length."""
    source = _without_cut_tag(source)
    lower = source.lower()
    reading = _Reading(may_nest=lower.count("<table") <= lower.count("</table"))
    at = 0
    for tag in _TAG.finditer(source):
        if tag.start() > at:
            reading.write(source[at : tag.start()])
        at = tag.end()
        _apply(reading, tag)
    reading.write(source[at:])
    open_cell = reading.cell is not None and reading.has_words
    breaks_off = open_cell and "</table" not in lower[-40:]
    reading.end_row()
    cells = sum(len(row) for row in reading.rows)
    if cells < _EMPTY_FORM and not any(cell.text for row in reading.rows for cell in row):
        return RepairedTable("", caption="".join(reading.caption).strip())
    grid = lay_out(reading.rows)
    damage = _damage(reading, grid, breaks_off)
    return RepairedTable(
        written(grid),
        damage,
        " ".join("".join(reading.caption).split()),
        rows=len(grid.rows),
        columns=grid.width,
    )


def _apply(reading: _Reading, tag: re.Match[str]) -> None:
    name, close = tag["name"].lower(), bool(tag["close"])
    if name == "table":
        _nest(reading, close=close)
    elif reading.nested:
        if name in ("tr", "td", "th") and not close:
            reading.write("<br>" if name == "tr" else " ")
    elif name in ("td", "th"):
        if close:
            reading.closed_cells += reading.cell is not None
            reading.end_cell()
            return
        if reading.cell is not None and not reading.has_words and reading.closed_cells:
            # ``<td><td>`` among cells that are closed: one cell, opened twice.
            reading.cell = None
        reading.end_cell()
        _begin_cell(reading, tag, header=name == "th" or reading.in_head)
    elif name == "tr":
        reading.end_row()
        reading.row_tags += not close
    elif name in ("thead", "tbody", "tfoot"):
        reading.end_row()
        reading.in_head = name == "thead" and not close
    elif name == "caption":
        reading.in_caption = not close
    elif name in ("li", "ul", "ol") and reading.cell is not None:
        reading.write("<br>")


def _begin_cell(reading: _Reading, tag: re.Match[str], *, header: bool) -> None:
    attributes = tag["attributes"]
    reading.cell, reading.header, reading.has_words = [], header, False
    rows = columns = 1
    if tag["end"]:
        for kind, digits in _SPAN.findall(attributes):
            span = min(max(int(digits), 1), _WIDEST_SPAN)
            rows, columns = (span, columns) if kind.lower() == "row" else (rows, span)
    elif run_in := _RUN_IN.match(attributes):
        digits, rest = run_in[1], run_in[2].lstrip("\"' ")
        if not rest and (len(digits) > 1 and int(digits) > _WIDEST_RUN_IN):
            digits, rest = digits[0], digits[1:]
        columns = max(int(digits), 1) if "col" in attributes[:6].lower() else 1
        reading.write(rest)
    else:
        reading.write(attributes)
    reading.spans = rows, columns


def _nest(reading: _Reading, *, close: bool) -> None:
    """A table inside a cell is flattened into it; one that is only opened twice is nothing."""
    if close:
        reading.nested = max(0, reading.nested - 1)
    elif reading.cell is not None and reading.may_nest:
        reading.nested += 1
        reading.write("<br>")
    else:
        reading.end_row()


def _without_cut_tag(source: str) -> str:
    """The text without a tag that it breaks off in (``</t``)."""
    start = source.rfind("<", max(0, len(source) - 80))
    tail = source[start + 1 :] if start >= 0 else ">"
    cut = ">" not in tail and (not tail or tail[0] == "/" or tail[0].isalpha())
    return source[:start] if cut else source


def _damage(reading: _Reading, grid: Grid, breaks_off: bool) -> str:
    cells = sum(len(row) for row in grid.rows)
    if reading.stray_count and reading.closed_cells == 0:
        return "has lost the borders between its cells"
    if reading.row_tags == 0 and cells > 1:
        return "has lost its rows"
    if reading.stray_count:
        return "has text outside its cells"
    if breaks_off:
        return "breaks off in the middle of a cell"
    if grid.conflicts:
        return "has cells that overlap"
    return "has rows of different lengths" if grid.ragged else ""


def written(grid: Grid) -> str:
    """The grid as one HTML table."""
    out = ["<table>"]
    for row in grid.rows:
        out.append("<tr>")
        for cell in row:
            name = "th" if cell.header else "td"
            rows = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
            columns = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
            out.append(f"<{name}{rows}{columns}>{cell.text}</{name}>")
        out.append("</tr>")
    out.append("</table>")
    return "".join(out)


def one_cell(text: str) -> RepairedTable:
    """A table whose whole structure is lost: all of its text in one cell."""
    cell = to_cell(text)
    if not html.unescape(cell).strip():
        return RepairedTable("")
    return RepairedTable(
        f"<table><tr><td>{cell}</td></tr></table>", "has lost its cells", rows=1, columns=1
    )
