from __future__ import annotations

import re
import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml

from tests.export.documents import (
    many_pages,
    page_of,
    paper,
    paper_document,
    part_of,
    png,
    write,
)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("docx") / "paper.docx"
    return write(paper(), target, document=paper_document())


@pytest.fixture(scope="module")
def document(file: Path) -> Document:
    return docx.Document(str(file))


@pytest.fixture(scope="module")
def xml(file: Path) -> str:
    return part_of(file, "word/document.xml")


def _styled(document: Document, style: str) -> list[str]:
    return [p.text for p in document.paragraphs if p.style is not None and p.style.name == style]


def test_headings_are_real_headings_with_their_levels(document: Document) -> None:
    assert _styled(document, "Heading 1") == ["On Glass & "]
    assert _styled(document, "Heading 2") == ["1 Introduction"]
    assert _styled(document, "Heading 3") == ["1.1 Details"]
    assert document.core_properties.title == "On Glass & x^2"


def test_tables_keep_their_merged_cells_and_have_borders(
    document: Document, xml: str, file: Path
) -> None:
    spans, simple = document.tables
    assert len(spans.rows) == 3
    assert spans.cell(0, 0).text == spans.cell(1, 0).text == "Kind"
    assert spans.cell(0, 1).text == spans.cell(0, 2).text
    assert "Costs $5 if" in spans.cell(0, 1).text
    assert simple.cell(0, 1).text == "Size | weight"
    assert len(re.findall(r'<w:vMerge w:val="restart"', xml)) == 1
    assert '<w:gridSpan w:val="2"' in xml
    styles = part_of(file, "word/styles.xml")
    table_style = styles[styles.index('w:styleId="Table"') :].split("</w:style>")[0]
    assert re.search(r'<w:insideH\b[^>]*w:val="single"', table_style)


def test_formulas_are_native_equations_and_bad_tex_is_visible(document: Document, xml: str) -> None:
    # x^2, 10^-3, x<y, a=b/c, x<y in the table, z in its caption, |x| in the other table.
    assert xml.count("<m:oMath>") == 7
    assert xml.count("<m:oMathPara>") == 1
    assert "<m:f>" in xml
    assert any(r"\undefinedthing{x}" in p.text for p in document.paragraphs)


def test_pictures_are_whole_and_fit_the_page(document: Document, file: Path) -> None:
    (shape,) = document.inline_shapes
    width, height = shape.width.inches, shape.height.inches
    # Half of a page that is 595 points wide, in the picture's own proportions.
    assert width == pytest.approx(0.5 * 595 / 72, abs=0.02)
    assert height == pytest.approx(width / 2, abs=0.02)
    with zipfile.ZipFile(file) as source:
        media = [name for name in source.namelist() if name.startswith("word/media/")]
        assert [source.read(name) for name in media] == [png(colour="green")]
    assert "base64" not in part_of(file, "word/document.xml")
    assert _styled(document, "Image Caption") == ["Figure 1. A red thing"]


def test_a_picture_wider_than_the_page_is_made_to_fit(tmp_path: Path) -> None:
    results = many_pages(1)
    target = write(results, tmp_path / "wide.docx", figures=lambda _: png(200, 3000))
    (shape,) = docx.Document(str(target)).inline_shapes
    assert shape.height.inches < 9
    assert shape.height.inches / shape.width.inches == pytest.approx(15, rel=0.02)


def test_notes_and_captions_have_styles_and_code_is_code(document: Document) -> None:
    assert _styled(document, "Footnote Text") == ["Measured twice.", "1 A note."]
    assert _styled(document, "Table Caption") == ["Table 1. Kinds, "]
    assert _styled(document, "Source Code") == ["x = '<b>'"]


def test_every_script_survives_and_arabic_runs_from_the_right(document: Document, xml: str) -> None:
    words = [p.text for p in document.paragraphs]
    assert "中文段落，有标点。" in words
    assert "مرحبا بالعالم، هذا نص عربي." in words
    assert re.search(r"<w:bidi\s*/>.{0,200}مرحبا", xml, re.DOTALL)


def test_text_that_looks_like_a_definition_does_not_vanish(document: Document) -> None:
    assert "[1]: Author, A. A book." in [p.text for p in document.paragraphs]


def test_a_failed_page_leaves_a_visible_mark(document: Document) -> None:
    assert "[Page 3 could not be read]" in [p.text for p in document.paragraphs]


def test_a_picture_that_can_not_be_had_leaves_a_visible_mark(tmp_path: Path) -> None:
    target = write(paper(), tmp_path / "a.docx", figures=lambda _: None)
    document = docx.Document(str(target))
    assert not document.inline_shapes
    words = [p.text for p in document.paragraphs]
    assert "[Figure 1 on page 1 is not available]" in words
    assert "Figure 1. A red thing" in words


def test_a_long_document_made_in_parts_is_one_sound_file(tmp_path: Path) -> None:
    target = write(many_pages(130), tmp_path / "long.docx", figures=lambda f: png(8, 8 + f.page))
    document = docx.Document(str(target))
    assert _styled(document, "Heading 1") == [f"{n + 1} Part" for n in range(130)]
    assert len(document.inline_shapes) == 130
    xml = part_of(target, "word/document.xml")
    assert xml.count("<m:oMath>") == 130 * 8
    ids = re.findall(r'<(?:wp:docPr|pic:cNvPr)\b[^<]*?\bid="(\d+)"', xml)
    assert len(set(ids)) == len(ids) == 260
    # Every list begins anew, every link and picture leads somewhere, every part is sound XML.
    lists = list(dict.fromkeys(re.findall(r'<w:numId w:val="(\d+)"', xml)))
    numbering = part_of(target, "word/numbering.xml")
    assert len(lists) == 130
    assert set(lists) <= set(re.findall(r'<w:num w:numId="(\d+)"', numbering))
    used = set(re.findall(r'r:(?:id|embed)="(\w+)"', xml))
    relations = part_of(target, "word/_rels/document.xml.rels")
    assert used <= set(re.findall(r'\bId="(\w+)"', relations))
    with zipfile.ZipFile(target) as source:
        names = source.namelist()
        assert len(names) == len(set(names))
        media = {name.removeprefix("word/") for name in names if "/media/" in name}
        assert media == set(re.findall(r'Target="(media/[^"]+)"', relations))
        for name in names:
            if name.endswith((".xml", ".rels")):
                parse_xml(source.read(name))
    # Pictures are where they belong: their heights count with the pages.
    heights = [shape.height / shape.width for shape in document.inline_shapes]
    assert heights == sorted(heights)


def test_an_empty_document_is_a_sound_file(tmp_path: Path) -> None:
    target = write([], tmp_path / "empty.docx", title="Nothing <here>")
    assert docx.Document(str(target)).core_properties.title == "Nothing <here>"


def test_a_formula_that_would_take_for_ever_becomes_its_source(tmp_path: Path) -> None:
    deep = "x_{" * 40 + "x" + "}" * 40
    target = write(page_of(f"Before ${deep}$ after."), tmp_path / "deep.docx")
    (words,) = [p.text for p in docx.Document(str(target)).paragraphs]
    assert words == f"Before ${deep}$ after."


def test_tex_that_closes_its_own_element_stays_a_formula(tmp_path: Path) -> None:
    hostile = r"a</script><img src=x onerror=alert(1)>\)b"
    target = write(page_of(f"See ${hostile}$ there."), tmp_path / "a.docx")
    (paragraph,) = docx.Document(str(target)).paragraphs
    assert paragraph.text.startswith("See ")
    assert paragraph.text.endswith(" there.")
    assert "onerror" not in part_of(target, "word/_rels/document.xml.rels")
