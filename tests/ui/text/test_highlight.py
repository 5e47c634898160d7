"""The colours of Markdown source."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QTextCharFormat

from desktop.model.blocks import Label
from desktop.ui.text.highlight import formats
from desktop.ui.text.highlight_spans import Carry, Kind, spans_of
from desktop.ui.text.source import SourceEditor
from desktop.ui.text.source_look import Look


def marked(line: str, carry: Carry = Carry.NOTHING) -> set[tuple[str, str]]:
    spans, _ = spans_of(line, carry)
    return {(line[span.start : span.end], span.kind.name) for span in spans}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("## Head $x$", {("## Head $x$", "HEADING"), ("$x$", "MATH")}),
        ("#no heading", set()),
        ("a *b* **c** ~~d~~", {("*b*", "EMPHASIS"), ("**c**", "STRONG"), ("~~d~~", "STRUCK")}),
        ("2 * 3 * 4 and a_b_c", set()),
        ("`*a*` \\*b\\*", {("`*a*`", "CODE"), ("\\*", "ESCAPE")}),
        ("H<sub>2</sub> &amp;", {("<sub>", "TAG"), ("</sub>", "TAG"), ("&amp;", "ENTITY")}),
        ("costs \\$5 or $5 or 5 $", {("\\$", "ESCAPE")}),
        ("$a_b*c*$", {("$a_b*c*$", "MATH")}),
        ("| a | b", {("|", "PIPE")}),
        ("- a", {("-", "MARK")}),
        ("  12. a", {("  12.", "MARK")}),
        ("> said", {("> said", "QUOTE")}),
        ("[a](http://b.org)", {("[a](http://b.org)", "LINK")}),
        ("", set()),
    ],
)
def test_signs_are_found(line: str, expected: set[tuple[str, str]]) -> None:
    assert marked(line) == expected


def test_code_and_formulas_go_over_lines() -> None:
    assert spans_of("```python")[1] is Carry.BACKTICKS
    assert marked("x = *a*", Carry.BACKTICKS) == {("x = *a*", "CODE")}
    assert spans_of("~~~", Carry.BACKTICKS)[1] is Carry.BACKTICKS
    assert spans_of("```", Carry.BACKTICKS)[1] is Carry.NOTHING
    assert spans_of("$$")[1] is Carry.MATH
    assert spans_of("a *b*", Carry.MATH) == ([(0, 5, Kind.MATH)], Carry.MATH)
    assert marked("c$$ *d*", Carry.MATH) == {("c$$", "MATH"), ("*d*", "EMPHASIS")}


@pytest.mark.parametrize("sign", ["`", "$", "*", "_a", "<a", "[", "**a", "~~a ", "` ", "$a "])
def test_a_long_line_of_lonely_signs_is_read_in_linear_time(sign: str) -> None:
    # Quadratic time would not come back before the test's own limit.
    spans_of(sign * (400_000 // len(sign)))


def colour_at(editor: SourceEditor, block: int, offset: int) -> str:
    line = editor.blocks.first_line(block)
    for part in line.layout().formats():
        if part.start <= offset < part.start + part.length:
            return part.format.foreground().color().name()
    return ""


def test_what_one_block_leaves_open_does_not_colour_the_next(editor: SourceEditor) -> None:
    editor.show_blocks(
        ["```\nopen", "plain words", "$$\nx", "a $y$"], [Look(Label.TEXT) for _ in range(4)]
    )
    assert colour_at(editor, 0, 0) != ""
    assert colour_at(editor, 1, 0) == ""
    assert colour_at(editor, 3, 0) == ""
    assert colour_at(editor, 3, 2) == formats(dark=False)[Kind.MATH].foreground().color().name()


def test_code_has_no_markdown_in_it_and_other_blocks_do(editor: SourceEditor) -> None:
    editor.show_blocks(["a *b*", "a *b*"], [Look(Label.CODE), Look(Label.TEXT)])
    assert colour_at(editor, 0, 0) == formats(dark=False)[Kind.CODE].foreground().color().name()
    assert colour_at(editor, 1, 0) == ""


def test_colours_stand_where_the_signs_are_after_characters_beyond_the_first_plane(
    editor: SourceEditor,
) -> None:
    editor.show_blocks(["😀😀 $x$"], [Look(Label.TEXT)])
    assert colour_at(editor, 0, 4) == ""
    assert colour_at(editor, 0, 5) != ""
    assert colour_at(editor, 0, 7) != ""


def test_a_bold_word_in_a_heading_keeps_the_headings_colour(editor: SourceEditor) -> None:
    editor.show_blocks(["# a *b* c", "plain *b*"], [Look(Label.TITLE), Look(Label.TEXT)])
    heading = formats(dark=False)[Kind.HEADING].foreground().color().name()
    assert colour_at(editor, 0, 0) == colour_at(editor, 0, 5) == heading
    slanted = [part for part in editor.blocks.first_line(0).layout().formats() if part.start == 4]
    assert slanted[0].format.fontItalic()
    assert slanted[0].format.fontWeight() == QFont.Weight.Bold


def test_light_and_dark_have_colours_of_their_own() -> None:
    light, dark = formats(dark=False), formats(dark=True)

    def colour(form: QTextCharFormat) -> str:
        return form.foreground().color().name()

    assert all(
        colour(light[kind]) != colour(dark[kind])
        for kind in Kind
        if kind not in (Kind.STRONG, Kind.EMPHASIS)
    )
    assert light[Kind.HEADING].fontWeight() == QFont.Weight.Bold
    assert light[Kind.EMPHASIS].fontItalic()
