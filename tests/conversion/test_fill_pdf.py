"""A real PDF's text layer, read by the documents room, in blocks as a layout model gives them."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from desktop.conversion.fill import fill
from desktop.conversion.layer import judge
from desktop.documents.reader import Reader
from desktop.model.blocks import Block, Label
from desktop.model.document import TextLayer
from desktop.model.geometry import Box

WIDE, HIGH = A4
LEFT = [
    "The first column has running text whose",
    "lines are broken by hand, with an inter-",
    "national word at the end of one, and the",
    "mark of a note.",
]
RIGHT = [
    "The second column stands beside it and",
    "must not be read line by line with the",
    "first one, whatever the order in the file.",
]
OUTSIDE = (
    "A line that no box has, and that goes nearly all the way across the two columns above it."
)
ROWS = [("Fruit", "Price", "Left"), ("apple", "1.50", "12"), ("pear", "2.00", "7")]


def written(canvas: Canvas, x: float, y: float, text: str, font: str, size: float) -> None:
    canvas.setFont(font, size)
    canvas.drawString(x, HIGH - y, text)


def box(x0: float, y0: float, x1: float, y1: float) -> Box:
    return Box(x0 / WIDE, y0 / HIGH, x1 / WIDE, y1 / HIGH)


@pytest.fixture
def layer(tmp_path: Path) -> TextLayer:
    path = tmp_path / "page.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    written(canvas, 70, 40, "A running head", "Helvetica", 8)
    written(canvas, 70, 100, "1. A Title over Both Columns", "Helvetica-Bold", 18)
    for n, (left, right) in enumerate(zip(LEFT, [*RIGHT, ""], strict=True)):
        written(canvas, 70, 140 + 13 * n, left, "Times-Roman", 11)
        written(canvas, 310, 140 + 13 * n, right, "Times-Roman", 11)
    for n, text in enumerate(["for item in list:", "    print(item, end='')", "    limit += 1"]):
        written(canvas, 70, 230 + 12 * n, text, "Courier", 10)
    for n, row in enumerate(ROWS):
        for c, cell in enumerate(row):
            written(canvas, 70 + 90 * c, 300 + 15 * n, cell, "Helvetica", 10)
    written(canvas, 70, 380, OUTSIDE, "Times-Roman", 11)
    written(canvas, WIDE / 2, HIGH - 10 * mm, "17", "Helvetica", 9)
    canvas.save()
    with Reader() as reader:
        return reader.text_layer(path, 0)


def test_a_page_of_a_real_pdf_becomes_its_blocks(layer: TextLayer) -> None:
    assert judge(layer).good
    table = "<table>" + "<tr><td></td><td></td><td></td></tr>" * 3 + "</table>"
    blocks = [
        Block(Label.SUB_TITLE, "", box(65, 82, 350, 108)),
        Block(Label.TEXT, "", box(66, 129, 285, 184)),
        Block(Label.TEXT, "", box(306, 129, 520, 172)),
        Block(Label.TEXT, "", box(65, 220, 220, 260)),
        Block(Label.TABLE, table, box(65, 288, 300, 338)),
    ]
    assert [(block.label, block.markdown) for block in fill(blocks, layer)] == [
        (Label.HEADER, "A running head"),
        (Label.SUB_TITLE, "## 1. A Title over Both Columns"),
        (
            Label.TEXT,
            "The first column has running text whose lines are broken by hand, with an "
            "international word at the end of one, and the mark of a note.",
        ),
        (Label.TEXT, " ".join(RIGHT)),
        (Label.CODE, "```\nfor item in list:\n    print(item, end='')\n    limit += 1\n```"),
        (
            Label.TABLE,
            "<table>"
            + "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in ROWS)
            + "</table>",
        ),
        (Label.TEXT, OUTSIDE),
        (Label.PAGE_NUMBER, "17"),
    ]


def test_a_page_without_any_blocks_is_read_from_its_layer_alone(layer: TextLayer) -> None:
    text = "\n".join(block.markdown for block in fill((), layer))
    order = ["running head", "Title", "an international word", " ".join(RIGHT), "no box has", "17"]
    places = [text.index(part) for part in order]
    assert places == sorted(places)
