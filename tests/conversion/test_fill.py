"""Blocks that a server found take the words of the page's own text layer."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.conversion.fill import fill
from desktop.model.blocks import Block, Label, Origin
from desktop.model.document import TextLayer, TextLine
from desktop.model.geometry import Box
from tests.conversion.layers import box, layer, line, lines

ABOVE = "The quick brown fox jumps over the lazy dog and"
BELOW = "runs away before anyone can see where it went."


def filled(blocks: list[Block], *parts: TextLine | list[TextLine]) -> list[tuple[Label, str]]:
    return [(b.label, b.markdown) for b in fill(blocks, layer(*parts))]


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[a-z]{3,}\d*", text))


# --- words into boxes ---


def test_a_text_block_takes_its_lines_as_one_paragraph() -> None:
    block = Block(Label.TEXT, "", box(55, 95, 400, 130))
    (result,) = fill([block], layer(lines(ABOVE, BELOW)))
    assert result.markdown == f"{ABOVE} {BELOW}"
    assert result.origin is Origin.TEXT_LAYER
    assert result.size == pytest.approx(10 / 800)
    assert result.box == block.box


def test_a_hyphen_at_the_end_of_a_line_is_undone() -> None:
    assert filled(
        [Block(Label.TEXT, "", box(50, 90, 400, 130))], lines("an inter-", "national treaty")
    ) == [(Label.TEXT, "an international treaty")]


def test_a_line_that_goes_over_two_columns_is_cut_between_them() -> None:
    blocks = [
        Block(Label.TEXT, "", box(55, 90, 205, 130)),
        Block(Label.TEXT, "", box(215, 90, 400, 130)),
    ]
    merged = line("left column has words right column has more", 60, 100, advance=5)
    assert filled(blocks, merged) == [
        (Label.TEXT, "left column has words right"),
        (Label.TEXT, "column has more"),
    ]


def test_words_that_stick_out_of_a_clipped_box_stay_with_their_line() -> None:
    block = Block(Label.TEXT, "", box(70, 95, 270, 112))
    assert filled([block], lines(ABOVE, BELOW)) == [(Label.TEXT, f"{ABOVE} {BELOW}")]


def test_a_bullet_outside_the_box_comes_to_its_item() -> None:
    block = Block(Label.TEXT, "", box(75, 95, 400, 130))
    bullet = line("•", 60, 100)
    assert filled([block], bullet, line("first things first", 80, 100)) == [
        (Label.TEXT, "- first things first")
    ]


def test_the_smaller_of_two_boxes_has_the_words() -> None:
    blocks = [
        Block(Label.IMAGE, "", box(50, 90, 400, 300)),
        Block(Label.IMAGE_CAPTION, "", box(50, 270, 400, 300), caption_of=0),
    ]
    assert filled(blocks, line("Figure 1: A caption.", 60, 280)) == [
        (Label.IMAGE, ""),
        (Label.IMAGE_CAPTION, "Figure 1: A caption."),
    ]


def test_a_fused_block_is_read_column_by_column() -> None:
    block = Block(Label.TEXT, "", box(50, 90, 560, 170))
    left = lines("alpha beta gamma delta", "one two three four five", "six seven eight nine", x=60)
    right = lines("red green blue yellow", "north east south west", "spring summer autumn", x=320)
    text = " ".join(each.text for each in [*left, *right])
    every = [each for pair in zip(left, right, strict=True) for each in pair]
    assert filled([block], every) == [(Label.TEXT, text)]


def test_text_printed_twice_counts_once() -> None:
    block = Block(Label.TEXT, "", box(50, 90, 400, 130))
    assert filled([block], line("bold words", 60, 100), line("bold words", 60.4, 100)) == [
        (Label.TEXT, "bold words")
    ]


def test_text_of_a_layer_is_literal_in_markdown() -> None:
    block = Block(Label.TEXT, "", box(50, 90, 400, 130))
    assert filled([block], line("# 5 *stars* for $3", 60, 100)) == [
        (Label.TEXT, "\\# 5 \\*stars\\* for \\$3")
    ]


# --- paragraphs, lists, headings, code ---


def test_an_indented_line_begins_a_paragraph() -> None:
    rows = lines(
        "This paragraph has two lines and a full stop.",
        "   The second one begins with an indent and is",
        "longer than that, as anybody can see from it.",
    )
    block = Block(Label.TEXT, "", box(50, 90, 400, 150))
    (result,) = fill([block], layer(rows))
    assert result.markdown.split("\n\n") == [
        rows[0].text,
        f"{rows[1].text} {rows[2].text}",
    ]


def test_a_gap_begins_a_paragraph() -> None:
    rows = lines("one line here", "another one here", "", "after a gap", "the last one")
    (result,) = fill([Block(Label.TEXT, "", box(50, 90, 400, 190))], layer(rows))
    assert result.markdown == "one line here another one here\n\nafter a gap the last one"


def test_a_block_with_bullets_becomes_a_list_with_levels() -> None:
    rows = lines(
        "Some things to know:",
        "• the first thing, which is",
        "  longer than a line",
        "    ◦ a part of it",
        "• the second - thing",
    )
    (result,) = fill([Block(Label.TEXT, "", box(50, 90, 400, 190))], layer(rows))
    assert result.markdown == (
        "Some things to know:\n\n"
        "- the first thing, which is longer than a line\n"
        "  - a part of it\n"
        "- the second - thing"
    )


def test_numbers_in_order_make_a_list_and_a_stray_number_does_not() -> None:
    rows = lines("1. first item of all", "2. second item", "3. third item")
    block = Block(Label.TEXT, "", box(50, 90, 400, 190))
    assert filled([block], rows) == [
        (Label.TEXT, "1. first item of all\n2. second item\n3. third item")
    ]
    stray = lines("It happened in the year", "2. of the reign")
    assert filled([block], stray) == [(Label.TEXT, "It happened in the year 2. of the reign")]


def test_numbers_that_markdown_would_change_stay_literal() -> None:
    rows = lines("1. first item", "3. third item", "7. seventh item")
    (result,) = fill([Block(Label.LIST, "", box(50, 90, 400, 190))], layer(rows))
    assert result.markdown == "1. first item\n\n3\\. third item\n\n7. seventh item"


def test_references_with_hanging_lines_are_kept_apart() -> None:
    rows = lines(
        "[1] Smith, J.: A very long title of a book",
        "    that goes on. Publisher, 1999.",
        "[2] Miller, B.: Another one. 2001.",
    )
    (result,) = fill([Block(Label.TEXT, "", box(50, 90, 400, 190))], layer(rows))
    assert result.markdown.split("\n\n") == [
        "[1] Smith, J.: A very long title of a book that goes on. Publisher, 1999.",
        "[2] Miller, B.: Another one. 2001.",
    ]


@pytest.mark.parametrize(
    ("label", "recognised", "wanted"),
    [
        (Label.TITLE, "", "# 1. A long title"),
        (Label.SUB_TITLE, "", "## 1. A long title"),
        (Label.SUB_TITLE, "#### 1. A 1ong titIe", "#### 1. A long title"),
    ],
)
def test_headings_keep_their_level(label: Label, recognised: str, wanted: str) -> None:
    block = Block(label, recognised, box(50, 90, 400, 130))
    assert filled([block], lines("1. A long", "title")) == [(label, wanted)]


def test_code_keeps_its_lines_and_indents() -> None:
    rows = lines("def f(x):", "    if x:", "        return `x`", "", "print(f(1))", advance=5)
    (result,) = fill(
        [Block(Label.CODE, "```python\ndef f(x):\n```", box(50, 90, 400, 190))], layer(rows)
    )
    assert result.markdown == (
        "```python\ndef f(x):\n    if x:\n        return `x`\n\nprint(f(1))\n```"
    )


def test_a_table_of_contents_becomes_a_list_with_levels() -> None:
    rows = lines(
        "1 Introduction . . . . . . . . . . . . . 5",
        "   1.1 A title that is as long as",
        "   the line . . . . . . . . . . . 6",
        "2 The end ..................... 17",
    )
    block = Block(Label.IMAGE, "", box(58, 98, 185, 158))
    assert filled([block], rows) == [
        (
            Label.TEXT,
            "- 1 Introduction … 5\n"
            "  - 1.1 A title that is as long as the line … 6\n"
            "- 2 The end … 17",
        )
    ]


def test_authors_side_by_side_keep_their_addresses() -> None:
    parts = [line("Ada Smith", 60, 100), line("Bob Miller", 300, 100)]
    parts += [line("University of X", 60, 114), line("Institute of Y", 300, 114)]
    assert filled([Block(Label.TEXT, "", box(50, 90, 500, 140))], *parts) == [
        (Label.TEXT, "Ada Smith  \nUniversity of X\n\nBob Miller  \nInstitute of Y")
    ]


def test_a_listing_inside_prose_becomes_code() -> None:
    rows = [line("Type the following words, and nothing else:", 60, 100)]
    rows += lines("first-command --with option", "second-command; mimic it", y=114, advance=6)
    rows += [line("Then everything will be as it was before all this.", 60, 142)]
    result = fill([Block(Label.TEXT, "", box(50, 90, 500, 160))], layer(rows))
    assert [(b.label, b.markdown) for b in result] == [
        (Label.TEXT, rows[0].text),
        (Label.CODE, f"```\n{rows[1].text}\n{rows[2].text}\n```"),
        (Label.TEXT, rows[3].text),
    ]


def test_a_listing_in_several_boxes_is_made_whole() -> None:
    rows = lines("while (limit) {", "    limit = limit - 1;", "}", advance=6)
    blocks = [
        Block(Label.TEXT, "", box(50, 98, 500, 112)),
        Block(Label.FOOTNOTE, "", box(50, 113, 500, 126)),
        Block(Label.TEXT, "", box(50, 127, 500, 142)),
    ]
    prose = lines(ABOVE, BELOW, "and on it goes for quite a while", y=300)
    assert filled([*blocks, Block(Label.TEXT, "", box(50, 290, 500, 360))], rows, prose)[0] == (
        Label.CODE,
        "```\nwhile (limit) {\n    limit = limit - 1;\n}\n```",
    )


def test_lines_that_end_early_are_lines_of_their_own() -> None:
    rows = lines(
        "alpha: the first one",
        "beta: the second one",
        "gamma: the third one",
        "delta: the fourth of all the letters in the book",
    )
    (result,) = fill([Block(Label.TEXT, "", box(50, 90, 500, 160))], layer(rows))
    assert result.markdown.split("\n\n") == [row.text for row in rows]


def test_stretched_lines_of_cjk_text_lose_their_blanks() -> None:
    block = Block(Label.TEXT, "", box(50, 90, 400, 130))
    rows = [line("設 定 を 書 き 加 え", 60, 100), line("て下さい 東京 大阪", 60, 114)]
    assert filled([block], rows) == [(Label.TEXT, "設定を書き加えて下さい 東京 大阪")]


def test_a_large_initial_is_joined_to_its_word() -> None:
    initial = line("O", 60, 98, size=36)
    rows = [line("nce upon a time there", 82, 100), line("was a little house in", 82, 114)]
    rows.append(line("the middle of a dark wood.", 60, 128))
    (result,) = fill([Block(Label.TEXT, "", box(50, 90, 400, 150))], layer(initial, rows))
    assert (
        result.markdown == "Once upon a time there was a little house in the middle of a dark wood."
    )


def test_a_line_from_right_to_left_keeps_its_logical_order() -> None:
    text = "שלום לכולם"
    edges = tuple(((300 - 5 * i - 5) / 600, (300 - 5 * i) / 600) for i in range(len(text)))
    hebrew = TextLine(text, box(250, 100, 300, 112), 10 / 800, char_edges=edges)
    assert filled([Block(Label.TEXT, "", box(200, 90, 400, 120))], hebrew) == [(Label.TEXT, text)]


# --- formulas, pictures, tables ---


def test_a_formula_keeps_its_latex_and_gets_its_number() -> None:
    block = Block(Label.EQUATION, "$$\nE = mc^2\n$$", box(200, 95, 300, 115))
    parts = [line("E = mc2", 210, 100), line("(3)", 500, 100)]
    assert filled([block], *parts) == [(Label.EQUATION, "$$\nE = mc^2 \\qquad (3)\n$$")]


def test_a_formula_without_latex_becomes_a_picture_of_it_and_its_number() -> None:
    block = Block(Label.EQUATION, "", box(200, 95, 300, 115))
    (result,) = fill([block], layer(line("E = mc2", 210, 100), line("(3)", 500, 100)))
    assert (result.label, result.markdown) == (Label.IMAGE, "")
    assert result.box is not None
    assert result.box.x1 * 600 == pytest.approx(515)


def test_prose_that_was_taken_for_a_formula_is_read() -> None:
    block = Block(Label.EQUATION, "", box(50, 95, 320, 115))
    assert filled([block], line(ABOVE, 60, 100)) == [(Label.TEXT, ABOVE)]


def test_words_around_recognised_formulas_are_the_layers() -> None:
    block = Block(
        Label.TEXT, "The va1ue of $x^{2}$ is **always** larger then $y$.", box(50, 90, 500, 115)
    )
    own = line("The value of x2 is always larger than y.", 60, 100)
    assert filled([block], own) == [
        (Label.TEXT, "The value of $x^{2}$ is **always** larger then $y$.")
    ]


def test_words_in_a_picture_are_left_to_it() -> None:
    block = Block(Label.IMAGE, "", box(50, 90, 300, 300))
    assert filled([block], line("0.5", 60, 100), line("time in s", 100, 280)) == [(Label.IMAGE, "")]


def test_a_picture_of_the_whole_page_does_not_swallow_its_text() -> None:
    block = Block(Label.IMAGE, "", box(0, 0, 600, 800))
    assert filled([block], lines(ABOVE, BELOW)) == [
        (Label.IMAGE, ""),
        (Label.TEXT, f"{ABOVE} {BELOW}"),
    ]


def test_a_table_takes_the_layers_words_cell_by_cell() -> None:
    html = "<table><tr><th>Narne</th><th>Size</th></tr><tr><td>alpba</td><td>1O</td></tr></table>"
    block = Block(Label.TABLE, html, box(50, 90, 400, 130))
    parts = [
        line("Name", 60, 100),
        line("Size", 200, 100),
        line("alpha", 60, 114),
        line("10", 200, 114),
    ]
    assert filled([block], *parts) == [
        (
            Label.TABLE,
            "<table><tr><th>Name</th><th>Size</th></tr><tr><td>alpha</td><td>10</td></tr></table>",
        )
    ]


def test_a_table_without_structure_gets_rows_and_columns_by_its_blanks() -> None:
    block = Block(Label.TABLE, "", box(50, 90, 400, 150))
    parts = [
        line("Name of all of it", 60, 100),
        line("Size", 200, 100),
        line("alpha", 60, 114),
        line("10", 200, 114),
        line("beta", 60, 128),
    ]
    assert filled([block], *parts) == [
        (
            Label.TABLE,
            "<table><tr><td>Name of all of it</td><td>Size</td></tr>"
            "<tr><td>alpha</td><td>10</td></tr><tr><td>beta</td><td></td></tr></table>",
        )
    ]


def test_rows_that_were_fused_come_back_by_the_layer() -> None:
    fused = "<table><tr><td>a</td><td>b</td></tr><tr><td>one two</td><td>1 2</td></tr></table>"
    block = Block(Label.TABLE, fused, box(50, 90, 400, 150))
    parts = [line("a", 60, 100), line("b", 200, 100), line("one", 60, 114), line("1", 200, 114)]
    parts += [line("two", 60, 128), line("2", 200, 128)]
    assert filled([block], *parts) == [
        (
            Label.TABLE,
            "<table><tr><td>a</td><td>b</td></tr><tr><td>one</td><td>1</td></tr>"
            "<tr><td>two</td><td>2</td></tr></table>",
        )
    ]


# --- what was recognised against the layer ---


def test_a_recognised_block_is_corrected_by_the_layer() -> None:
    block = Block(Label.TEXT, ABOVE.replace("quick", "qulck"), box(50, 90, 400, 115))
    assert filled([block], line(ABOVE, 60, 100)) == [(Label.TEXT, ABOVE)]


def test_a_block_whose_layer_is_garbage_stays_as_recognised() -> None:
    cipher = "".join(chr((ord(c) + 13) % 96 + 32) for c in ABOVE)
    block = Block(Label.TEXT, ABOVE, box(50, 90, 400, 115))
    other = Block(Label.TEXT, "", box(50, 120, 400, 145))
    assert filled([block, other], line(cipher, 60, 100), line(BELOW, 60, 125)) == [
        (Label.TEXT, ABOVE),
        (Label.TEXT, BELOW),
    ]


def test_a_loop_is_replaced_by_the_layer() -> None:
    block = Block(Label.TEXT, "the same again " * 60, box(50, 90, 400, 115))
    assert filled([block], line(ABOVE, 60, 100)) == [(Label.TEXT, ABOVE)]


def test_a_misplaced_box_takes_the_words_that_are_in_it() -> None:
    blocks = [
        Block(Label.TEXT, BELOW, box(50, 90, 400, 112)),
        Block(Label.TEXT, "", box(50, 120, 400, 145)),
    ]
    assert filled(blocks, line(ABOVE, 60, 98), line(BELOW, 60, 125)) == [
        (Label.TEXT, ABOVE),
        (Label.TEXT, BELOW),
    ]


def test_a_block_that_the_layer_knows_only_in_part_stays_as_recognised() -> None:
    block = Block(Label.TEXT, f"{ABOVE} {BELOW}", box(50, 90, 400, 130))
    assert filled([block], line("The quick brown", 60, 100)) == [(Label.TEXT, f"{ABOVE} {BELOW}")]


def test_blocks_without_any_box_are_returned_as_they_are() -> None:
    blocks = (Block(Label.TEXT, "recognised"),)
    assert fill(blocks, layer(line(ABOVE, 60, 100))) == blocks


def test_a_block_without_box_is_not_doubled_by_the_layer() -> None:
    blocks = [Block(Label.TEXT, ABOVE), Block(Label.TEXT, "", box(50, 120, 400, 145))]
    assert filled(blocks, line(ABOVE, 60, 100), line(BELOW, 60, 125)) == [
        (Label.TEXT, ABOVE),
        (Label.TEXT, BELOW),
    ]


def test_a_block_that_the_layer_knows_nothing_of_becomes_a_picture() -> None:
    blocks = [
        Block(Label.TEXT, "", box(50, 90, 400, 115)),
        Block(Label.TITLE, "", box(50, 400, 300, 440)),
        Block(Label.TEXT, "recognised", box(50, 500, 300, 540)),
    ]
    assert filled(blocks, line(ABOVE, 60, 100)) == [
        (Label.TEXT, ABOVE),
        (Label.IMAGE, ""),
        (Label.TEXT, "recognised"),
    ]


def test_two_boxes_for_the_same_words_leave_one_block() -> None:
    blocks = [
        Block(Label.TEXT, "", box(50, 90, 400, 116)),
        Block(Label.TEXT, "", box(51, 91, 399, 115)),
    ]
    assert filled(blocks, line(ABOVE, 60, 97)) == [(Label.TEXT, ABOVE)]


# --- words in no box ---


def test_words_in_no_box_are_put_where_a_reader_meets_them() -> None:
    blocks = [
        Block(Label.TEXT, "", box(50, 90, 300, 115)),
        Block(Label.IMAGE, "", box(50, 300, 300, 400)),
        Block(Label.IMAGE_CAPTION, "", box(50, 405, 300, 425), caption_of=1),
    ]
    parts = [line("in the first box", 60, 97), line("between the two", 60, 200)]
    result = fill(blocks, layer(*parts, line("Figure 1", 60, 410)))
    assert [b.markdown for b in result] == ["in the first box", "between the two", "", "Figure 1"]
    assert result[3].caption_of == 2


def test_words_in_no_box_stay_in_their_column() -> None:
    blocks = [
        Block(Label.TITLE, "", box(50, 50, 550, 80)),
        Block(Label.TEXT, "", box(50, 90, 290, 115)),
        Block(Label.TEXT, "", box(310, 300, 550, 325)),
    ]
    parts = [
        line("A title over both columns", 60, 60),
        line("left at the top", 60, 97),
        line("left at the bottom", 60, 600),
        line("right at the top", 320, 97),
        line("right in the middle", 320, 307),
    ]
    assert [text for _, text in filled(blocks, *parts)] == [
        "# A title over both columns",
        "left at the top",
        "left at the bottom",
        "right at the top",
        "right in the middle",
    ]


def test_short_lines_at_the_edge_are_marginalia() -> None:
    parts: list[TextLine | list[TextLine]] = [
        line("A running head", 60, 20),
        lines(ABOVE, BELOW),
        line("A running foot", 60, 770),
        line("- 12 -", 300, 770),
    ]
    block = Block(Label.TEXT, "", box(50, 90, 400, 130))
    assert sorted(filled([block], *parts)) == [
        (Label.FOOTER, "A running foot"),
        (Label.HEADER, "A running head"),
        (Label.PAGE_NUMBER, "\\- 12 -"),
        (Label.TEXT, f"{ABOVE} {BELOW}"),
    ]


def test_a_layer_alone_is_read_in_columns() -> None:
    left = lines("alpha beta gamma delta", "one two three four", "six seven eight", x=60)
    right = lines("red green blue yellow", "north east south", "spring summer", x=320)
    heading = line("A heading over all", 180, 60, size=16)
    every = [each for pair in zip(left, right, strict=True) for each in pair]
    assert [text for _, text in filled([], heading, every)] == [
        "A heading over all",
        " ".join(each.text for each in left),
        " ".join(each.text for each in right),
    ]


# --- properties ---

LABELS = [
    Label.TEXT,
    Label.TITLE,
    Label.LIST,
    Label.CODE,
    Label.TABLE,
    Label.FOOTNOTE,
    Label.HEADER,
]
PLACES = st.integers(0, 50).map(lambda n: n / 50)


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    x0, x1 = sorted(draw(st.lists(PLACES, min_size=2, max_size=2, unique=True)))
    y0, y1 = sorted(draw(st.lists(PLACES, min_size=2, max_size=2, unique=True)))
    return Box(x0, y0, x1, y1)


@st.composite
def pages(draw: st.DrawFn) -> TextLayer:
    """Lines anywhere on a page, over one another too; every word of the page is another one."""
    made = []
    number = 0
    for _ in range(draw(st.integers(0, 12))):
        count = draw(st.integers(1, 6))
        text = " ".join(f"word{number + i}" for i in range(count))
        number += count
        made.append(
            line(
                text,
                draw(st.integers(0, 150)),
                draw(st.integers(0, 770)),
                size=draw(st.sampled_from([8, 10, 18])),
                advance=draw(st.sampled_from([0, 5, 6])),
            )
        )
    return TextLayer(tuple(made))


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.builds(Block, st.sampled_from(LABELS), st.just(""), boxes()), max_size=6), pages()
)
def test_no_word_is_lost_or_doubled(blocks: list[Block], page: TextLayer) -> None:
    every = " ".join(text_line.text for text_line in page.lines)
    result = " ".join(block.markdown for block in fill(blocks, page))
    assert words(re.sub("<[^<>]*>", " ", result)) == words(every)


ANY_BLOCKS = st.lists(
    st.builds(
        Block,
        st.sampled_from(Label),
        st.text() | st.sampled_from(["$x$ and $$y$$", "<table><tr><td>word1", "word0 word1 $z$"]),
        st.none() | boxes(),
        caption_of=st.none() | st.integers(0, 3),
    ),
    max_size=5,
)


@settings(max_examples=80, deadline=None)
@given(
    ANY_BLOCKS,
    st.lists(
        st.builds(
            TextLine,
            st.text(max_size=12),
            boxes(),
            st.floats(0, 1),
            st.booleans(),
            st.lists(st.tuples(PLACES, PLACES), max_size=6).map(tuple),
        ),
        max_size=8,
    ),
)
def test_filling_never_raises(blocks: list[Block], text_lines: list[TextLine]) -> None:
    result = fill(blocks, TextLayer((line("w", 60, 60), *text_lines)))
    if not any(block.box for block in blocks):
        return
    assert all(b.caption_of is None or b.caption_of < len(result) for b in result)
