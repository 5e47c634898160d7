from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from desktop.documents import Reader
from desktop.model.document import TextLayer, TextLine
from desktop.text import clean
from tests.documents.made import Draw, dense, one_page_pdf, pdf, raw_pdf, stream, text

_SIZE = (400.0, 300.0)


def _layer(reader: Reader, path: Path, *draws: Draw, rotation: int = 0) -> TextLayer:
    layer = reader.text_layer(pdf(path, *draws, size=_SIZE), 0, rotation=rotation)
    for line in layer.lines:
        assert len(line.char_edges) == len(line.text)
        assert all(0 <= left <= right <= 1 for left, right in line.char_edges)
        assert clean(line.text) == line.text
    return layer


def _texts(layer: TextLayer) -> list[str]:
    return [line.text for line in layer.lines]


def _near(line: TextLine, x0: float, y0: float, x1: float, y1: float) -> bool:
    """Whether the line's box is about this one (in points of the upright 400 × 300 page)."""
    expected = (x0 / 400, y0 / 300, x1 / 400, y1 / 300)
    return all(abs(a - b) < 0.015 for a, b in zip(line.box.as_tuple(), expected, strict=True))


def test_a_line_has_its_words_box_size_and_edges(reader: Reader, tmp_path: Path) -> None:
    (line,) = _layer(reader, tmp_path / "a.pdf", text("One line", 50, 200, 20)).lines
    assert line.text == "One line"
    width = pdfmetrics.stringWidth("One line", "Times-Roman", 20)
    assert _near(line, 50, 84, 50 + width, 104)
    assert line.size == pytest.approx(20 / 300, rel=0.01)
    assert not line.bold
    # The second word can be cut off where it begins.
    second = 50 + pdfmetrics.stringWidth("One ", "Times-Roman", 20)
    assert line.char_edges[4][0] == pytest.approx(second / 400, abs=0.002)


@pytest.mark.parametrize(
    ("font", "bold"),
    [("Times-Roman", False), ("Times-Bold", True), ("Helvetica", False), ("Helvetica-Bold", True),
     ("Courier-BoldOblique", True), ("Times-Italic", False)],
)  # fmt: skip
def test_bold_is_as_the_font_says(reader: Reader, tmp_path: Path, font: str, bold: bool) -> None:
    (line,) = _layer(reader, tmp_path / "a.pdf", text("Heading", 50, 100, font=font)).lines
    assert line.bold is bold


def test_superscripts_and_subscripts_stay_in_their_line(reader: Reader, tmp_path: Path) -> None:
    def formula(canvas: Canvas) -> None:
        line = canvas.beginText(50, 200)
        for size, rise, words in (
            (10, 0, "E = mc"), (7, 4, "2"), (10, 0, " and H"), (7, -2, "2"), (10, 0, "O end"),
        ):  # fmt: skip
            line.setFont("Times-Roman", size)
            line.setRise(rise)
            line.textOut(words)
        canvas.drawText(line)

    assert _texts(_layer(reader, tmp_path / "a.pdf", formula)) == ["E = mc2 and H2O end"]


def test_a_footnote_mark_drawn_apart_joins_its_line(reader: Reader, tmp_path: Path) -> None:
    def marked(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 6)
        canvas.drawString(50, 204, "1")
        canvas.setFont("Times-Roman", 10)
        canvas.drawString(53.5, 200, "The note.")

    assert _texts(_layer(reader, tmp_path / "a.pdf", marked)) == ["1The note."]


def test_columns_are_not_joined_whatever_the_order_of_drawing(
    reader: Reader, tmp_path: Path
) -> None:
    def columns(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 10)
        for row in range(3):
            left = f"left row {row} and some more words"
            canvas.drawString(30, 250 - 12 * row, left)
            after = 30 + pdfmetrics.stringWidth(left, "Times-Roman", 10)
            canvas.drawString(after + 13, 250 - 12 * row, f"right row {row} with words")

    assert sorted(_texts(_layer(reader, tmp_path / "a.pdf", columns))) == sorted(
        [f"left row {row} and some more words" for row in range(3)]
        + [f"right row {row} with words" for row in range(3)]
    )


def test_words_drawn_one_by_one_become_one_line(reader: Reader, tmp_path: Path) -> None:
    words = ["every", "word", "stands", "for", "itself"]

    def scattered(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 11)
        for index in (3, 0, 4, 2, 1):
            before = " ".join(words[:index]) + " " * bool(index)
            x = 40 + pdfmetrics.stringWidth(before, "Helvetica", 11)
            canvas.drawString(x, 150, words[index])

    assert _texts(_layer(reader, tmp_path / "a.pdf", scattered)) == [" ".join(words)]


def test_letters_without_spaces_between_words_get_them(reader: Reader, tmp_path: Path) -> None:
    content = b"BT /F 10 Tf 50 100 Td [(no) -300 (space) -280 (glyphs)] TJ ET"
    font = "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
    path = one_page_pdf(tmp_path / "a.pdf", "[0 0 300 200]", content, font)
    assert _texts(reader.text_layer(path, 0)) == ["no space glyphs"]


def test_lines_stay_apart_and_hyphens_stay_visible(reader: Reader, tmp_path: Path) -> None:
    def paragraph(canvas: Canvas) -> None:
        lines = canvas.beginText(50, 200)
        lines.setFont("Times-Roman", 10)
        lines.textLine("a word that is hyphen-")
        lines.textLine("ated at the end of a line")
        canvas.drawText(lines)

    assert _texts(_layer(reader, tmp_path / "a.pdf", paragraph)) == [
        "a word that is hyphen-",
        "ated at the end of a line",
    ]


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_turned_page_has_its_lines_where_they_are_seen(
    reader: Reader, tmp_path: Path, rotation: int
) -> None:
    """Text that is upright only after the rotation, on a page whose own /Rotate adds to it."""
    matrix = {0: "1 0 0 1 100 250", 90: "0 1 -1 0 150 100", 180: "-1 0 0 -1 300 50",
              270: "0 -1 1 0 50 300"}[rotation]  # fmt: skip
    box = "[0 0 400 300]" if rotation % 180 == 0 else "[0 0 200 400]"
    content = f"BT /F 10 Tf {matrix} Tm (Seen upright) Tj ET".encode()
    font = "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
    whole = one_page_pdf(tmp_path / "a.pdf", box, content, font, f"/Rotate {rotation}")
    asked = one_page_pdf(tmp_path / "b.pdf", box, content, font)
    (line,) = reader.text_layer(whole, 0).lines
    assert reader.text_layer(asked, 0, rotation=rotation).lines == (line,)
    assert line.text == "Seen upright"
    high, baseline = (300, 50) if rotation % 180 == 0 else (200, 150)
    assert line.size == pytest.approx(10 / high, rel=0.01)
    wide = pdfmetrics.stringWidth("Seen upright", "Helvetica", 10)
    assert line.box.width == pytest.approx(wide / 400, abs=0.01)
    assert line.box.x0 == pytest.approx(100 / 400, abs=0.01)
    assert line.box.y1 == pytest.approx(baseline / high + 2.2 / high, abs=0.01)
    assert [left for left, _ in line.char_edges] == sorted(left for left, _ in line.char_edges)


def test_text_that_runs_up_the_margin_is_a_line_of_its_own(reader: Reader, tmp_path: Path) -> None:
    def stamped(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 10)
        canvas.drawString(60, 150, "beside the stamp")
        canvas.saveState()
        canvas.translate(50, 60)
        canvas.rotate(90)
        canvas.drawString(0, 0, "preprint of a stamp")
        canvas.restoreState()

    layer = _layer(reader, tmp_path / "a.pdf", stamped)
    assert sorted(_texts(layer)) == ["beside the stamp", "preprint of a stamp"]
    stamp = next(line for line in layer.lines if line.text.startswith("pre"))
    length = pdfmetrics.stringWidth("preprint of a stamp", "Times-Roman", 10)
    assert _near(stamp, 42, 240 - length, 52, 240)


def test_pages_with_a_crop_box_measure_from_its_corner(reader: Reader, tmp_path: Path) -> None:
    content = b"BT /F 10 Tf 310 350 Td (inside) Tj -300 -300 Td (far outside) Tj ET"
    font = "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
    path = one_page_pdf(
        tmp_path / "a.pdf", "[0 0 1000 1000]", content, font, "/CropBox [300 300 400 400]"
    )
    (line,) = reader.text_layer(path, 0).lines
    assert line.text == "inside"
    assert line.box.x0 == pytest.approx(0.1, abs=0.01)
    assert line.box.y1 == pytest.approx(0.522, abs=0.01)


def test_text_drawn_small_and_scaled_up_has_the_size_that_is_seen(
    reader: Reader, tmp_path: Path
) -> None:
    def scaled(canvas: Canvas) -> None:
        canvas.scale(15, 15)
        canvas.setFont("Times-Roman", 1)
        canvas.drawString(4, 10, "scaled")

    (line,) = _layer(reader, tmp_path / "a.pdf", scaled).lines
    assert line.size == pytest.approx(15 / 300, rel=0.01)


def _with_map(path: Path, unicode_map: str, shown: str = "<01020304>") -> Path:
    """A page that shows the codes 1 to 4 of Helvetica, which mean what ``unicode_map`` says."""
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "1 begincodespacerange <00> <FF> endcodespacerange\n"
        f"{unicode_map}\nendcmap end end"
    ).encode()
    names = "/Encoding << /Differences [1 /f /i /e /acute] >>"
    font = f"/Type /Font /Subtype /Type1 /BaseFont /Helvetica {names} /ToUnicode 6 0 R"
    return raw_pdf(
        path,
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R "
            "/Resources << /Font << /F 5 0 R >> >> >>",
            stream("", f"BT /F 10 Tf 50 100 Td {shown} Tj ET".encode()),
            f"<< {font} >>",
            stream("", cmap),
        ],
    )


def test_ligatures_are_letters_that_share_the_ligatures_width(
    reader: Reader, tmp_path: Path
) -> None:
    for name, target in (("letters", "<006600660069>"), ("ligature", "<FB03>")):
        path = _with_map(tmp_path / name, f"2 beginbfchar <01> {target} <03> <0065> endbfchar",
                         "<010303>")  # fmt: skip
        (line,) = reader.text_layer(path, 0).lines
        assert line.text == "ffiee"
        lefts = [round(300 * left, 1) for left, _ in line.char_edges[:4]]
        assert lefts[0] == 50.0
        steps = [after - before for before, after in pairwise(lefts)]
        assert all(step == pytest.approx(steps[0], abs=0.11) for step in steps)


def test_combining_marks_are_composed(reader: Reader, tmp_path: Path) -> None:
    path = _with_map(
        tmp_path / "a.pdf", "2 beginbfchar <03> <0065> <04> <0301> endbfchar", "<0304>"
    )
    (line,) = reader.text_layer(path, 0).lines
    assert line.text == "é"
    assert len(line.char_edges) == 1


def test_a_character_beyond_the_basic_plane_is_one_character(
    reader: Reader, tmp_path: Path
) -> None:
    path = _with_map(tmp_path / "a.pdf", "1 beginbfchar <01> <D835DC00> endbfchar", "<0101>")
    (line,) = reader.text_layer(path, 0).lines
    assert line.text == "\U0001d400\U0001d400"
    assert len(line.char_edges) == 2


def test_characters_without_meaning_are_counted(reader: Reader, tmp_path: Path) -> None:
    private = _with_map(
        tmp_path / "a.pdf",
        "3 beginbfchar <01> <E001> <02> <E002> <03> <0065> endbfchar",
        "<01020303>",
    )
    assert reader.text_layer(private, 0).unmapped == pytest.approx(0.5)
    known = pdf(tmp_path / "b.pdf", dense)
    assert reader.text_layer(known, 0).unmapped == 0.0


def test_the_bullets_of_word_are_bullets(reader: Reader, tmp_path: Path) -> None:
    path = _with_map(
        tmp_path / "a.pdf", "2 beginbfchar <01> <F0B7> <03> <0065> endbfchar", "<0103>"
    )
    layer = reader.text_layer(path, 0)
    assert _texts(layer) == ["•e"]
    assert layer.unmapped == 0.0


def test_lone_surrogates_and_controls_do_not_get_through(reader: Reader, tmp_path: Path) -> None:
    path = _with_map(
        tmp_path / "a.pdf",
        "3 beginbfchar <01> <D800> <02> <0007> <03> <0065> endbfchar",
        "<01020303>",
    )
    for line in reader.text_layer(path, 0).lines:
        line.text.encode("utf-8")
        assert clean(line.text) == line.text


def test_text_behind_a_scan_is_known_to_be_invisible(reader: Reader, tmp_path: Path) -> None:
    scan = tmp_path / "scan.png"
    Image.effect_noise((200, 150), 50).save(scan)

    def recognised(canvas: Canvas) -> None:
        canvas.drawImage(str(scan), 0, 0, *_SIZE)
        line = canvas.beginText(50, 200)
        line.setFont("Helvetica", 10)
        line.setTextRenderMode(3)
        line.textLine("hidden words")
        canvas.drawText(line)

    def half(canvas: Canvas) -> None:
        canvas.saveState()
        recognised(canvas)
        canvas.restoreState()
        text("visible word", 50, 100, 10, "Helvetica")(canvas)

    assert _layer(reader, tmp_path / "a.pdf", recognised).invisible == 1.0
    assert _layer(reader, tmp_path / "a.pdf", half).invisible == pytest.approx(0.5, abs=0.1)
    assert _layer(reader, tmp_path / "a.pdf", text("seen", 50, 100)).invisible == 0.0


def test_what_was_filled_into_a_form_is_part_of_the_text(reader: Reader, tmp_path: Path) -> None:
    def form(canvas: Canvas) -> None:
        canvas.drawString(50, 250, "Name:")
        canvas.acroForm.textfield(value="Ada Lovelace", x=50, y=150, width=200, height=30)

    layer = _layer(reader, tmp_path / "a.pdf", form)
    assert _texts(layer) == ["Name:", "Ada Lovelace"]
    assert _texts(_layer(reader, tmp_path / "a.pdf", form)) == ["Name:", "Ada Lovelace"]


def test_chinese_set_vertically_runs_down_in_columns(reader: Reader, tmp_path: Path) -> None:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light", isVertical=True))

    def columns(canvas: Canvas) -> None:
        canvas.setFont("STSong-Light", 12)
        canvas.drawString(300, 250, "春眠不觉晓")
        canvas.drawString(280, 250, "处处闻啼鸟")

    layer = _layer(reader, tmp_path / "a.pdf", columns)
    assert sorted(_texts(layer)) == sorted(["春眠不觉晓", "处处闻啼鸟"])
    assert all(line.box.height * 300 > 3 * line.box.width * 400 for line in layer.lines)


def test_pictures_and_empty_pages_carry_no_text(reader: Reader, tmp_path: Path) -> None:
    picture = tmp_path / "a.png"
    Image.new("RGB", (30, 30)).save(picture)
    assert reader.text_layer(picture, 0) == TextLayer(())
    assert _layer(reader, tmp_path / "a.pdf", lambda canvas: canvas.line(0, 0, 9, 9)) == TextLayer(
        ()
    )
