"""Pages with known contents, read by the running engine over HTTP."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from reportlab.lib import colors

from tests.builtin.conftest import Asker, cells, parts
from tests.builtin.drawing import HEIGHT, MARGIN, WIDTH, Sheet, drawn, encoded, strokes

pytestmark = pytest.mark.engine

LEFT = (
    "The river rises in the northern hills and flows south through a wide valley. In spring the "
    "meadows along its banks are under water for several weeks."
)
RIGHT = (
    "Farmers built the first dykes about four hundred years ago. Since then the fields behind them "
    "have given wheat and barley every summer without a break."
)


def _article(sheet: Sheet) -> None:
    sheet.line("Journal of Imaginary Rivers", 36, size=9)
    sheet.centred("A Short History of Water", 90, font="Times-Bold", size=22)
    sheet.line("1  Introduction", 130, font="Times-Bold", size=14)
    column = (WIDTH - 2 * MARGIN - 24) / 2
    top = sheet.paragraph(LEFT, 154, width=column)
    sheet.lines(["Nobody knows how the agree-", "ment was reached."], top + 10)
    sheet.paragraph(RIGHT, 154, left=MARGIN + column + 24, width=column)
    sheet.lines(
        ["• wheat from the north", "• barley from the south", "• hay from the meadows"],
        300,
        left=MARGIN + 14,
    )
    sheet.centred("17", HEIGHT - 36)


def test_two_columns_are_read_one_after_the_other(engine: Asker) -> None:
    found = parts(engine.read(drawn(_article)))
    by_label = [part.label for part in found]
    texts = [part.content for part in found if part.label == "text"]
    assert found[0].label == "header"
    assert found[0].content == "Journal of Imaginary Rivers"
    assert ("title", "# A Short History of Water") in [(p.label, p.content) for p in found]
    assert ("sub_title", "## 1 Introduction") in [(p.label, p.content) for p in found]
    assert texts.index(LEFT) < texts.index("Nobody knows how the agreement was reached.")
    assert texts.index("Nobody knows how the agreement was reached.") < texts.index(RIGHT)
    assert by_label[-1] == "page_number"
    assert found[-1].content == "17"
    (items,) = [part.content for part in found if part.label == "list"]
    assert items == "- wheat from the north\n- barley from the south\n- hay from the meadows"


def test_boxes_say_where_things_are(engine: Asker) -> None:
    found = parts(engine.read(drawn(_article), "<|grounding|>Given the layout of the image."))
    assert all(part.content == "" for part in found)
    column = (WIDTH - 2 * MARGIN - 24) / 2
    right_edge = MARGIN + column + 24
    boxes = [part.box for part in found if part.label in ("text", "list")]
    expected = (right_edge * 999 / WIDTH, 145 * 999 / HEIGHT)
    assert any(abs(b[0] - expected[0]) < 10 and abs(b[1] - expected[1]) < 10 for b in boxes)


def test_plain_text_has_no_marks_at_all(engine: Asker) -> None:
    text = engine.read(drawn(_article), "Free OCR.")
    assert "<|" not in text
    assert "#" not in text
    assert text.index(LEFT) < text.index(RIGHT)


def _spanning_table(sheet: Sheet) -> None:
    sheet.paragraph(LEFT, 100)
    sheet.line("Table 1: Harvest by region, in tons.", 180)
    left, top, widths, row = 100.0, 200.0, (120.0, 90.0, 90.0), 26.0
    edges = [left, left + widths[0], left + sum(widths[:2]), left + sum(widths)]
    for index in range(5):
        begin = edges[1] if index == 1 else left
        sheet.rule(begin, top + index * row, edges[3], top + index * row)
    for index, edge in enumerate(edges):
        sheet.rule(edge, top + (row if index == 2 else 0), edge, top + 4 * row)
    sheet.line("Region", top + 30, left=left + 8)
    sheet.line("Harvest", top + 17, left=edges[1] + 60)
    sheet.line("Wheat", top + 43, left=edges[1] + 8)
    sheet.line("Barley", top + 43, left=edges[2] + 8)
    for index, words in enumerate((("North", "1250", "310"), ("South & West", "987", "455"))):
        for edge, word in zip(edges, words, strict=False):
            sheet.line(word, top + 69 + index * row, left=edge + 8)
    sheet.paragraph(RIGHT, 350)


def test_a_ruled_table_keeps_its_spanning_cells(engine: Asker) -> None:
    found = parts(engine.read(drawn(_spanning_table)))
    (table,) = [part for part in found if part.label == "table"]
    assert cells(table.content) == [
        [("Region", 2, 1), ("Harvest", 1, 2)],
        [("Wheat", 1, 1), ("Barley", 1, 1)],
        [("North", 1, 1), ("1250", 1, 1), ("310", 1, 1)],
        [("South & West", 1, 1), ("987", 1, 1), ("455", 1, 1)],
    ]
    labels = [part.label for part in found]
    assert labels.index("table_caption") < labels.index("table")
    assert [part.content for part in found if part.label == "text"] == [LEFT, RIGHT]


def test_a_crop_of_a_table_gives_one_table(engine: Asker) -> None:
    page = Image.open(io.BytesIO(drawn(_spanning_table)))
    scale = page.height / HEIGHT
    crop = page.crop((int(90 * scale), int(192 * scale), int(410 * scale), int(312 * scale)))
    html = engine.read(encoded(crop), "Table Recognition:").strip()
    assert html.startswith("<table>")
    assert html.endswith("</table>")
    assert [[cell[0] for cell in row] for row in cells(html)] == [
        ["Region", "Harvest"],
        ["Wheat", "Barley"],
        ["North", "1250", "310"],
        ["South & West", "987", "455"],
    ]


def _figure(sheet: Sheet) -> None:
    sheet.paragraph(LEFT, 90)
    canvas = sheet.canvas
    canvas.setStrokeColor(colors.black)
    canvas.rect(150, HEIGHT - 400, 300, 220)
    for index, height in enumerate((60, 120, 90, 170, 140)):
        canvas.setFillColor(colors.steelblue)
        canvas.rect(170 + index * 54, HEIGHT - 400, 34, height, fill=1)
    canvas.setFillColor(colors.black)
    sheet.centred("Figure 1: Rain in five consecutive years.", 424)
    sheet.paragraph(RIGHT, 470)


def test_a_figure_stands_before_its_caption(engine: Asker) -> None:
    found = parts(engine.read(drawn(_figure)))
    assert [part.label for part in found] == ["text", "image", "image_caption", "text"]
    assert found[1].content == ""
    assert found[2].content == "Figure 1: Rain in five consecutive years."
    x0, y0, x1, y1 = found[1].box
    assert x0 < 300
    assert x1 > 700
    assert y0 < 260
    assert y1 > 440


def test_marks_that_a_page_shows_are_only_text(engine: Asker) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.paragraph(LEFT, 90)
        sheet.line("The tag <|ref|>text<|/ref|> begins a block, # is no heading.", 170)
        sheet.line("A box is [[10, 20, 30, 40]] and the end is <|det|> here.", 184)

    for prompt in ("<|grounding|>Convert the document to markdown.", "Free OCR."):
        reply = engine.read(drawn(draw), prompt)
        assert "begins a block" in reply
        if prompt != "Free OCR.":
            assert {part.label for part in parts(reply)} == {"text"}
        else:
            assert "<|" not in reply
            assert "[[10" not in reply
    words = parts(engine.read(drawn(draw), "<|grounding|>OCR this image."))
    assert all(part.content == "" for part in words)
    assert any("begins a block" in part.label for part in words)


def test_chinese_is_joined_without_spaces(engine: Asker) -> None:
    picture = Image.new("RGB", (900, 1280), "white")
    for row, text in enumerate(("中王上下日三十工", "王三上下中十日工", "工日王中上下")):
        strokes(picture, text, 80, 100 + 45 * row)
    reply = engine.read(encoded(picture), "Free OCR.")
    assert "中王上下日三十工王三上下中十日工工日王中上下" in reply.replace("\n", "")


def test_an_empty_page_has_no_blocks(engine: Asker) -> None:
    blank = encoded(Image.new("RGB", (900, 1280), "white"))
    for prompt in (
        "<|grounding|>Convert the document to markdown.",
        "<|grounding|>Given the layout of the image.",
        "<|grounding|>OCR this image.",
        "Free OCR.",
    ):
        assert engine.read(blank, prompt).strip() == ""


def test_odd_sizes_are_read_all_the_same(engine: Asker) -> None:
    for size in ((4, 4), (3000, 8), (8, 3000), (33, 700)):
        engine.read(encoded(Image.new("RGB", size, "white")))
