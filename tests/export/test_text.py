from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.export.plain import plain_table, plain_text
from desktop.model.table import parse_table
from tests.export.documents import SPANS, paper, paper_document, write


def test_the_whole_document_reads_without_marks(tmp_path: Path) -> None:
    target = write(paper(), tmp_path / "a.txt", document=paper_document())
    assert target.read_text(encoding="utf-8") == (
        "On Glass & x^2\n\n"
        "It costs $5 and $10, 10^{-3} of it, where x<y.\n\n"
        "1 Introduction\n\n"
        "1. one\n2. two\n   • nested\n\n"
        "a=\\frac{b}{c} \\tag{1}\n\n"
        "\\undefinedthing{x}\n\n"
        "[Figure 1 on page 1]\nFigure 1. A red thing\n\n"
        "Table 1. Kinds, z\n"
        "Kind  Costs $5 if x<y\n"
        "      low              high most\n"
        "a     1                2\n"
        "Measured twice.\n\n"
        "¹ A note.\n\n"
        "1.1 Details\n\n"
        "Name     Size | weight\n"
        "a*b |x|  1.5 m²\n\n"
        "مرحبا بالعالم، هذا نص عربي.\n\n"
        "中文段落，有标点。\n\n"
        "x = '<b>'\n\n"
        "[1]: Author, A. A book.\n\n"
        "[Page 3 could not be read]\n"
    )


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("**bold** *it* `code` ~~no~~", "bold it code no"),
        ("# Head\n\nBody\nwraps.", "Head\n\nBody wraps."),
        ("- a\n- b\n  1. c\n  2. d\n\nEnd", "• a\n• b\n   1. c\n   2. d\n\nEnd"),
        ("5. five\n6. six", "5. five\n6. six"),
        ("a  \nb<br>c", "a\nb\nc"),
        ("[link](http://x.y) ![alt](z)", "link alt"),
        ("x<sup>2</sup> H<sub>2</sub>O <u>u</u>", "x² H₂O u"),
        ("\\*literal\\* \\$5 <x>", "*literal* $5 <x>"),
        ("| a | b |\n|---|---|\n| c | $d$ |", "a  b\nc  d"),
        ("> quoted", "quoted"),
        ("", ""),
    ],
)
def test_marks_go_and_words_stay(markdown: str, expected: str) -> None:
    assert plain_text(markdown) == expected


def test_a_wide_table_has_tabs() -> None:
    cells = "".join(f"<td>{'word ' * 10}</td>" for _ in range(4))
    shown = plain_table(parse_table(f"<table><tr>{cells}</tr></table>"))
    assert shown.count("\t") == 3


def test_wide_characters_count_twice() -> None:
    table = parse_table(
        "<table><tr><td>中文</td><td>x</td></tr><tr><td>ab</td><td>y</td></tr></table>"
    )
    assert plain_table(table) == "中文  x\nab    y"


def test_merged_cells_leave_their_places_blank() -> None:
    assert plain_table(parse_table(SPANS)).split("\n")[1].startswith("      low")


@given(st.text(max_size=80))
def test_it_never_raises(text: str) -> None:
    plain_text(text)
