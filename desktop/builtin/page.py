"""The recipe for one page: what is done with its image for each task, piece by piece."""

from __future__ import annotations

import threading
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import closing
from functools import partial
from itertools import islice

from desktop.builtin.arrays import Pixels
from desktop.builtin.blocks import Block, Plan
from desktop.builtin.detection import Line
from desktop.builtin.dialect import Piece, written, written_words
from desktop.builtin.engine import Engine
from desktop.builtin.geometry import Rect
from desktop.builtin.grid import table_html
from desktop.builtin.joining import joined
from desktop.builtin.layout import Kind
from desktop.builtin.order import reading_order
from desktop.builtin.paragraphs import passages
from desktop.builtin.pieces import Writer
from desktop.builtin.planning import plan
from desktop.builtin.prompts import Task
from desktop.builtin.recognition import Reading
from desktop.builtin.rows import usual_height
from desktop.builtin.table_model import Cell
from desktop.builtin.texts import CONFIDENT, TextRow, text_rows, tidy
from desktop.errors import Cancelled

#: What stands around a table's box still belongs to it, in pixels.
TABLE_MARGIN = 6


_LABELS = {
    Kind.TEXT: "text",
    Kind.TITLE: "sub_title",
    Kind.FIGURE: "image",
    Kind.FIGURE_CAPTION: "image_caption",
    Kind.TABLE: "table",
    Kind.TABLE_CAPTION: "table_caption",
    Kind.HEADER: "header",
    Kind.FOOTER: "footer",
    Kind.REFERENCE: "text",
    Kind.EQUATION: "image",
}


def read_page(
    engine: Engine, image: Pixels, task: Task, stop: threading.Event
) -> Generator[str, None, None]:
    """What the engine says of a page image, in order, each part as soon as it is known.

    Setting ``stop`` makes it raise ``Cancelled`` within the time of a line (or of looking at the
    page as a whole, a few tenths of a second).
    """
    page = _Page(engine, image, stop)
    recipes = {
        Task.MARKDOWN: page.markdown,
        Task.PLAIN: page.plain,
        Task.WORDS: page.words,
        Task.LAYOUT: page.layout,
        Task.TABLE: page.table,
    }
    return recipes[task]()


class _Page:
    """One page while it is read; each task is a method that yields text of the reply."""

    def __init__(self, engine: Engine, image: Pixels, stop: threading.Event) -> None:
        self._engine = engine
        self._models = engine.models
        self._image = image
        self._stop = stop
        self._height, self._width = image.shape[:2]

    def layout(self) -> Generator[str, None, None]:
        """Labels and boxes, nothing read."""
        page = self._plan()
        for block in page.blocks:
            label = "footnote" if block.note else _LABELS[block.kind]
            for rect in _parts(block, page):
                yield written(Piece(label, (rect,)), self._width, self._height)

    def markdown(self) -> Generator[str, None, None]:
        """Blocks as Markdown in the official dialect."""
        for piece in joined(self._pieces()):
            yield written(piece, self._width, self._height)

    def plain(self) -> Generator[str, None, None]:
        """All words in reading order as bare text."""
        for piece in joined(self._pieces(plain=True)):
            yield f"{piece.content}\n\n"

    def table(self) -> Generator[str, None, None]:
        """The one table that the image shows, as HTML."""
        whole = Block(Kind.TABLE, Rect(0, 0, self._width, self._height))
        cells = self._engine.begin(partial(self._cells, whole))
        whole.lines = self._lines()
        with closing(self._readings(whole.lines)) as readings:
            known = dict(zip(whole.lines, readings, strict=True))
        yield table_html(cells.result(), _each(known)) + "\n"

    def words(self) -> Generator[str, None, None]:
        """Each line of words with its box."""
        found = self._lines()
        ranks = reading_order([line.rect for line in found], usual_height(found))
        lines = [found[rank] for rank in ranks]
        with closing(self._readings(lines)) as readings:
            for line, reading in zip(lines, readings, strict=True):
                if reading.confidence >= CONFIDENT and reading.text:
                    words = tidy(reading.text)
                    yield written_words(words, line.rect, self._width, self._height)

    def _lines(self) -> list[Line]:
        with self._engine.looking:
            self._raise_if_stopped()
            return self._models.detector.find(self._image)

    def _plan(self) -> Plan:
        lines = self._lines()
        with self._engine.looking:
            self._raise_if_stopped()
            regions = self._models.layout.find(self._image)
        return plan(lines, regions, self._width, self._height)

    def _pieces(self, *, plain: bool = False) -> Iterator[Piece]:
        page = self._plan()
        writer = Writer(page, plain=plain)
        grids = {
            id(block): self._engine.begin(partial(self._cells, block))
            for block in page.blocks
            if block.kind is Kind.TABLE and not plain
        }
        # A figure is kept as a picture; its words are wanted only where there are no pictures.
        wanted = [block for block in page.blocks if block.kind is not Kind.FIGURE or plain]
        with closing(self._readings([ln for block in wanted for ln in block.lines])) as readings:
            for block in page.blocks:
                if block.kind is Kind.FIGURE and not plain:
                    yield Piece("image", (block.rect,))
                    continue
                known = dict(zip(block.lines, islice(readings, len(block.lines)), strict=True))
                if id(block) in grids:
                    html = table_html(grids[id(block)].result(), _each(known))
                    yield Piece("table", (block.rect,), html)
                else:
                    yield from writer.pieces(block, text_rows(block.lines, known))

    def _readings(self, lines: Sequence[Line]) -> Generator[Reading, None, None]:
        read = partial(self._models.recogniser.read, self._image)
        return self._engine.in_order(read, lines, self._stop)

    def _cells(self, block: Block) -> list[Cell]:
        """The cells of a table block, in pixels of the page."""
        place = block.rect.padded(TABLE_MARGIN).clipped(self._width, self._height)
        left, top = int(place.x0), int(place.y0)
        cut_out = self._image[top : int(place.y1), left : int(place.x1)]
        return [_moved(cell, left, top) for cell in self._models.tables.cells(cut_out)]

    def _raise_if_stopped(self) -> None:
        if self._stop.is_set():
            raise Cancelled


def _parts(block: Block, page: Plan) -> list[Rect]:
    """The paragraphs of a block as far as they can be seen without reading it."""
    if block.kind not in (Kind.TEXT, Kind.REFERENCE):
        return [block.rect]
    rows = [TextRow("", row.rect, row.height, row.stroke) for row in block.rows()]
    return [passage.rect for passage in passages(rows, page.usual)]


def _moved(cell: Cell, left: int, top: int) -> Cell:
    rect = cell.rect
    moved = Rect(rect.x0 + left, rect.y0 + top, rect.x1 + left, rect.y1 + top)
    return Cell(cell.row, cell.column, cell.rows, cell.columns, moved)


def _each(known: Mapping[Line, Reading]) -> list[TextRow]:
    """Each legible line by itself: what stands on one row of a table is several cells."""
    return [
        TextRow(tidy(reading.text), line.rect, line.height, line.stroke)
        for line, reading in known.items()
        if reading.confidence >= CONFIDENT and reading.text
    ]
