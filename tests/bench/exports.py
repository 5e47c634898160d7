"""How long it takes to write a long document, format by format."""

from __future__ import annotations

import io
import random
import time
from pathlib import Path

from PIL import Image

from desktop.assembly import assemble
from desktop.export import export
from desktop.model.assembled import Figure
from desktop.model.blocks import Block, Label, PageResult
from desktop.model.geometry import Box
from desktop.model.options import ExportFormat
from tests.bench.documents import sentence
from tests.bench.rows import Row

#: Of a paper: so many paragraphs a page, a table on every second one, a figure on every tenth.
PARAGRAPHS = 8


def pages_of_a_book(pages: int) -> list[PageResult]:
    """Page results as a server and the parser would have made them."""
    dice = random.Random(4)
    return [PageResult(page, tuple(_blocks(dice, page)), (), 595, 842) for page in range(pages)]


def _blocks(dice: random.Random, page: int) -> list[Block]:
    blocks = [
        Block(Label.HEADER, "Notes of the Coast", Box(0.1, 0.02, 0.5, 0.04)),
        Block(Label.SUB_TITLE, f"## {page + 1} {sentence(dice, 4)}", Box(0.1, 0.06, 0.9, 0.09)),
    ]
    for number in range(PARAGRAPHS):
        text = " ".join(sentence(dice, 12) for _ in range(4))
        top = 0.1 + number * 0.07
        blocks.append(
            Block(Label.TEXT, f"{text} Let $x_{number}^2 < 3$.", Box(0.1, top, 0.9, top + 0.06))
        )
    if page % 2 == 0:
        rows = "".join(
            "<tr>" + "".join(f"<td>{dice.randrange(1000)}</td>" for _ in range(5)) + "</tr>"
            for _ in range(6)
        )
        head = '<tr><td colspan="2">Place</td><td>a</td><td>b</td><td>c</td></tr>'
        blocks.append(Block(Label.TABLE, f"<table>{head}{rows}</table>", Box(0.1, 0.68, 0.9, 0.78)))
    if page % 10 == 0:
        blocks.append(Block(Label.IMAGE, "", Box(0.1, 0.8, 0.9, 0.92)))
        blocks.append(
            Block(
                Label.IMAGE_CAPTION,
                f"Figure {page}: {sentence(dice, 6)}",
                Box(0.1, 0.92, 0.9, 0.95),
                caption_of=len(blocks) - 1,
            )
        )
    blocks.append(Block(Label.PAGE_NUMBER, str(page + 1), Box(0.48, 0.96, 0.52, 0.98)))
    return blocks


def exports(folder: Path, *, pages: int) -> list[Row]:
    """Assembly, and each format on its own."""
    results = pages_of_a_book(pages)
    picture = io.BytesIO()
    Image.effect_mandelbrot((800, 300), (-2, -1, 1, 1), 40).save(picture, "PNG")

    def figures(figure: Figure) -> bytes:
        return picture.getvalue()

    began = time.perf_counter()
    document = assemble(results, title="A book")
    rows = [Row(f"assembly of {pages} pages", time.perf_counter() - began, "s")]
    for format in ExportFormat:
        target = folder / f"book.{format.value}"
        began = time.perf_counter()
        export(document, results, target, format, figures=figures)
        seconds = time.perf_counter() - began
        note = f"{target.stat().st_size / 1e6:.1f} MB"
        rows.append(Row(f"export of {pages} pages: {format.value}", seconds, "s", note=note))
    return rows
