"""The parser's checklist, item by item: each was seen in a real reply."""

from __future__ import annotations

import pytest

from desktop.model.blocks import Block, FlagKind, Label
from desktop.model.geometry import Box
from desktop.model.recognition import Mode, ModeKind
from desktop.ocr.parse import parse

BOX = Box(100 / 999, 200 / 999, 300 / 999, 400 / 999)


def official(label: str, body: str, box: str = "[[100, 200, 300, 400]]") -> str:
    return f"<|ref|>{label}<|/ref|><|det|>{box}<|/det|>\n{body}\n\n"


def only(raw: str) -> Block:
    (block,) = parse(raw).blocks
    return block


def markdown(body: str, label: str = "text") -> str:
    return only(official(label, body)).markdown


def kinds(raw: str) -> list[FlagKind]:
    return [flag.kind for flag in parse(raw).flags]


# --- dialects ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "raw",
    [
        "<|ref|>title<|/ref|><|det|>[[100, 200, 300, 400]]<|/det|>\n# Waves",
        "title[[100, 200, 300, 400]]\nWaves",
        "<|det|>title [100, 200, 300, 400]<|/det|>Waves",
        "title [100, 200, 300, 400]Waves",
        "<｜ref｜>title<｜/ref｜><｜det｜>[[100, 200, 300, 400]]<｜/det｜>\nWaves",
        "<|ref|>title<|det|>[[100, 200, 300, 400]]<|/det|>\nWaves",
        "<|ref|>title<|/ref|>[[100, 200, 300, 400]]\nWaves",
        "<|ref|>Title<|/ref|> <|det|> [[0.1001, 0.2002, 0.3003, 0.4004]]<|/det|>\nWaves",
    ],
)
def test_every_dialect_gives_the_same_block(raw: str) -> None:
    block = only(raw)
    assert (block.label, block.markdown) == (Label.TITLE, "# Waves")
    assert block.box is not None
    assert block.box.as_tuple() == pytest.approx(BOX.as_tuple(), abs=1e-5)


def test_text_before_the_first_tag_is_a_block_of_its_own() -> None:
    first, second = parse("9 results\n\n" + official("text", "one")).blocks
    assert (first.markdown, first.box, second.markdown) == ("9 results", None, "one")


def test_adjacent_stripped_tags_on_one_line_are_two_blocks() -> None:
    blocks = parse("image[[1, 2, 30, 40]]image_caption[[1, 50, 30, 60]]\nA bird").blocks
    assert [block.label for block in blocks] == [Label.IMAGE, Label.IMAGE_CAPTION]


def test_words_in_brackets_are_no_tags() -> None:
    text = "list [1, 2, 3, 4] and see [[1, 2, 3, 4]] or text[[1]]"
    assert only(f"Some words\n{text}").markdown == f"Some words  \n{text}"


def test_a_reply_that_mixes_page_marks_keeps_all_pages_in_order() -> None:
    raw = "<PAGE>one\n<--- Page Split --->\ntwo\n\n--- Page 7 ---\n\n" + official("text", "three")
    assert [block.markdown for block in parse(raw).blocks] == ["one", "two", "three"]


@pytest.mark.parametrize("label", ["text_begin", "equation group", "stamp"])
def test_an_invented_label_is_text(label: str) -> None:
    assert only(official(label, "words")).label is Label.TEXT


@pytest.mark.parametrize(
    "raw", ["", " \n", "<|ref|>", "<｜end▁of▁sentence｜>", "</s>", "title[[1, 2"]
)
def test_a_reply_without_anything_gives_no_blocks(raw: str) -> None:
    assert parse(raw).blocks == ()


# --- boxes ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("box", "odd"),
    [
        ("[[100 200, 300, 400]]", None),
        ("[100, 200, 300, 400]]", None),
        ("[[100, 200, 300, 400]", None),
        ("[[100: 200; 300, 400]]", None),
        ("[[100, 200], [300, 200], [300, 400], [100, 400]]", None),
        ("[[100, 200, about 300, 400]]", "words"),
        ("[[300, 400, 100, 200]]", "wrong order"),
    ],
)
def test_a_box_is_read_although_its_payload_is_untidy(box: str, odd: str | None) -> None:
    raw = official("text", "words", box)
    assert only(raw).box == BOX
    details = [flag.detail for flag in parse(raw).flags]
    assert details == [] if odd is None else (len(details) == 1 and odd in details[0])


@pytest.mark.parametrize(
    "box", ["[[0, 0, 0, 0]]", "[J]", "[[1, 2, 3]]", '["]', "[[350, 3, 978, 3]]"]
)
def test_a_box_that_is_none_is_dropped_with_a_flag_and_the_words_stay(box: str) -> None:
    raw = official("text", "words", box)
    assert (only(raw).box, only(raw).markdown) == (None, "words")
    assert kinds(raw) == [FlagKind.ODD_BOXES]


def test_a_box_beyond_the_page_is_clipped_and_said_so() -> None:
    raw = official("text", "words", "[[-20, 200, 5000, 400]]")
    box = only(raw).box
    assert box is not None
    assert (box.x0, box.x1) == (0.0, 1.0)
    assert "clipped" in parse(raw).flags[0].detail


def test_numbers_of_any_length_do_no_harm() -> None:
    raw = official("text", "words", f"[[{'9' * 5000}, 200, 1, 400]]")
    assert only(raw).box is not None


def test_text_that_claims_the_whole_page_beside_others_loses_its_box_but_a_picture_keeps_it() -> (
    None
):
    whole = "[[0, 0, 999, 999]]"
    raw = official("text", "a", whole) + official("image", "", whole) + official("text", "b")
    text, image, _ = parse(raw).blocks
    assert text.box is None
    assert image.box == Box(0, 0, 1, 1)
    assert only(official("text", "a", whole)).box == Box(0, 0, 1, 1)


def test_one_region_in_several_places_has_more_boxes() -> None:
    block = only(official("text", "words", "[[100, 200, 300, 400], [500, 600, 700, 800]]"))
    assert block.box == BOX
    assert len(block.more_boxes) == 1


# --- headings, lists, lines ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("label", "body", "expected"),
    [
        ("title", "Waves", "# Waves"),
        ("title", "## Waves", "## Waves"),
        ("title", "Waves\nand light", "# Waves and light"),
        ("title", "#Waves ##", "# Waves"),
        ("sub_title", "Waves", "## Waves"),
        ("sub_title", "### 1. Waves \\(x\\)", "### 1. Waves $x$"),
        ("sub_title", "## :أهداف", "## أهداف:"),
        ("sub_title", "أهداف ##", "## أهداف"),
    ],
)
def test_a_heading_has_its_own_hashes_or_those_of_its_label(
    label: str, body: str, expected: str
) -> None:
    assert markdown(body, label) == expected


def test_an_empty_heading_is_dropped() -> None:
    assert [
        b.markdown for b in parse(official("sub_title", "##") + official("text", "a")).blocks
    ] == ["a"]


def test_text_that_is_a_heading_is_labelled_as_one() -> None:
    assert only(official("text", "## Solutions")).label is Label.SUB_TITLE


@pytest.mark.parametrize(
    ("label", "body", "expected"),
    [
        ("list", "• one\n•two", "- one\n- two"),
        ("list", "one\ntwo", "- one\n- two"),
        ("list", "– one\n– two", "- one\n- two"),
        ("text", "1. one  \n2. two", "1. one\n2. two"),
        ("text", "1) one\n2) two", "1) one\n2) two"),
        ("text", "- one\n  - deep\n- two", "- one\n    - deep\n- two"),
        ("text", "Fruit:\n- one\n- two", "Fruit:\n\n- one\n- two"),
        ("text", "a) one\nb) two", "a) one  \nb) two"),
    ],
)
def test_lists_become_lists_of_markdown(label: str, body: str, expected: str) -> None:
    assert markdown(body, label) == expected


@pytest.mark.parametrize(
    ("body", "items"),
    [
        ("- The bank will send many letters- Shortly after that a man will call you", 2),
        ("• one • two • three", 3),
        ("- the price is - - high and then it goes on and on", 1),
        ("- many high- quality goods are sold here every day of the week", 1),
        ("- it is about Retrieval- Augmentation for all kinds of short questions", 1),
        ("- it is about papers in non- English languages of the whole world", 1),
        ("- too short- Also short", 1),
    ],
)
def test_glued_items_are_split_only_where_it_is_safe(body: str, items: int) -> None:
    assert len(markdown(body).split("\n")) == items


def test_prose_is_joined_and_an_address_keeps_its_lines() -> None:
    prose = (
        "In this experiment with two dice that look the same\nall results are pairs of num-\nbers."
    )
    assert markdown(prose) == (
        "In this experiment with two dice that look the same all results are pairs of numbers."
    )
    assert (
        markdown("Muster GmbH\nHauptstr. 7\n8001 Zürich")
        == "Muster GmbH  \nHauptstr. 7  \n8001 Zürich"
    )


def test_rows_of_a_receipt_and_of_a_table_of_contents_stay_apart() -> None:
    receipt = (
        "Bread and butter from the market 2 x   4.50\nMilk of the cows from the hills  1 x   1.20"
    )
    assert "  \n" in markdown(receipt)
    contents = "One ................................ 1\nTwo ................................ 2"
    assert markdown(contents) == contents.replace("\n", "  \n")


def test_lines_under_a_text_do_not_make_a_heading_of_it() -> None:
    assert markdown("Signed\n====") == "Signed  \n\\===="
    assert markdown("Signed\n----\nhere") == "Signed\n\nhere"


def test_a_table_of_pipes_in_text_stays_as_it_is() -> None:
    table = "| a | b |\n|---|---|\n| 1 | 2 |"
    assert markdown(f"Costs\n{table}\nend") == f"Costs\n\n{table}\n\nend"


# --- math, money, entities -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("so \\(x < y\\) holds", "so $x < y$ holds"),
        ("\\( x \\)", "$x$"),
        ("so\n\\[x = 1\\]\nholds", "so\n\n$$\nx = 1\n$$\n\nholds"),
        ("\\[a \\\\[2pt] b\\]", "$$\na \\\\[2pt] b\n$$"),
        ("costs $5 to $6", "costs \\$5 to \\$6"),
        ("costs \\$5", "costs \\$5"),
        ("US$100 and \\(x\\)", "US\\$100 and $x$"),
        ("if $x^2 + y$ is", "if $x^2 + y$ is"),
        ("$n$ of $5", "$n$ of \\$5"),
        ("\\(x\\)5", "$x$ 5"),
        ("a stray \\) here", "a stray  here"),
        ("see \\[12, 13\\] for", "see [12, 13] for"),
        ("cut \\(\\frac{a}{b}", "cut $\\frac{a}{b}$"),
    ],
)
def test_delimiters_of_math_are_unified_and_money_stays_money(body: str, expected: str) -> None:
    assert markdown(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("\\[a = b\\] \\[c = d\\]", "$$\na = b\n$$\n\n$$\nc = d\n$$"),
        ("a^2 = b_1", "$$\na^2 = b_1\n$$"),
        ("\\(a\\) = \\(b\\)", "$a$ = $b$"),
        ("", ""),
    ],
)
def test_an_equation_is_math_whatever_stands_around_it(body: str, expected: str) -> None:
    block = only(official("equation", body))
    assert (block.label, block.markdown) == (Label.EQUATION, expected)


def test_words_under_the_label_of_an_equation_are_text() -> None:
    assert only(official("equation", "the sum is never more than five")).label is Label.TEXT


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("R &amp; D, x &lt; y", "R & D, x < y"),
        ("t &amp;gt; 0", "t > 0"),
        ("?a=1&copy=2", "?a=1&copy=2"),
        ("&lt;b&gt; is a tag, <div> too", "\\<b> is a tag, \\<div> too"),
        ("one<br/>two", "one  \ntwo"),
        ("<center>A bird</center>", "A bird"),
        ('<div align="center">A bird</div>', "A bird"),
        ("H<sub>2</sub>O, m<sup>2", "H<sub>2</sub>O, m2"),
    ],
)
def test_references_are_decoded_and_only_known_tags_mean_something(
    body: str, expected: str
) -> None:
    assert markdown(body) == expected


def test_code_is_left_alone() -> None:
    block = only(official("code", "if a < b:\n    print('$x$ &amp;')"))
    assert block.markdown == "```\nif a < b:\n    print('$x$ &amp;')\n```"
    assert only("```\n\\(x\\) $5\n").markdown == "```\n\\(x\\) $5\n```"


def test_a_blank_after_a_hyphen_goes_but_not_where_something_is_left_out() -> None:
    assert markdown("goal- based, pre- and post-war, Vor- und Nachteile") == (
        "goal-based, pre- and post-war, Vor- und Nachteile"
    )


# --- marks that never were on the page -----------------------------------------------------------


def test_end_marks_go_even_when_they_are_glued_or_cut() -> None:
    for mark in (
        "<｜end▁of▁sentence｜>",
        "<｜end▁of",
        "<|endoftext|>",
        "</s>",
        "<｜end▁of▁sentence｜></s>",
    ):
        assert markdown(f"the last word{mark}".strip()).startswith("the last word")
        assert only(f"text[[1, 2, 30, 40]]\nthe last word{mark}").markdown == "the last word"


def test_leaked_bytes_become_text_again_but_maltese_stays_maltese() -> None:
    assert only("TheĠcafÃ©Ġopens,ĠatĠnineĊandĠcloses").markdown == (
        "The café opens, at nine and closes"
    )
    maltese = "Il-Ġimgħa li għaddiet Ġorġ mar iċ-Ċentru ta' Ħal Għargħur"
    assert only(maltese).markdown == maltese


def test_lone_surrogates_and_controls_are_not_passed_on() -> None:
    only("a\ud800b\x00c").markdown.encode()


# --- captions and tables -------------------------------------------------------------------------

TABLE = "<table><tr><td>1</td><td>2</td></tr></table>"


def test_a_table_under_its_caption_goes_to_the_table_that_waits_for_it() -> None:
    raw = official("table", "") + official("table_caption", f"Table 1\n\n{TABLE}")
    table, caption = parse(raw).blocks
    assert (table.label, table.markdown, table.box) == (Label.TABLE, TABLE, BOX)
    assert (caption.markdown, caption.caption_of) == ("Table 1", 0)


def test_a_table_that_no_region_waits_for_is_a_block_without_a_box() -> None:
    caption, table = parse(official("table_caption", f"Table 1\n{TABLE}")).blocks
    assert (caption.caption_of, table.markdown, table.box) == (1, TABLE, None)


def test_a_caption_belongs_to_the_nearest_figure() -> None:
    def at(label: str, y: int, body: str = "") -> str:
        return official(label, body, f"[[100, {y}, 300, {y + 40}]]")

    raw = at("image", 100) + at("image_caption", 400, "low") + at("image", 445)
    assert [block.caption_of for block in parse(raw).blocks] == [None, 2, None]


def test_a_title_of_either_becomes_a_caption_of_what_it_explains() -> None:
    blocks = parse(official("figure_title", "Table 1: x") + official("table", TABLE)).blocks
    assert (blocks[0].label, blocks[0].caption_of) == (Label.TABLE_CAPTION, 1)
    blocks = parse(official("image", "") + official("figure_title", "Fig. 1")).blocks
    assert (blocks[1].label, blocks[1].caption_of) == (Label.IMAGE_CAPTION, 0)


def test_words_under_an_image_are_not_lost() -> None:
    blocks = parse(official("image", "<center>A bird</center>")).blocks
    assert [block.label for block in blocks] == [Label.IMAGE, Label.IMAGE_CAPTION]
    assert blocks[1].caption_of == 0


def test_a_table_without_cells_is_flagged_with_its_block() -> None:
    raw = official("text", "a") + official("table", "")
    (flag,) = parse(raw).flags
    assert (flag.kind, flag.block) == (FlagKind.DAMAGED_TABLE, 1)


def test_a_fused_table_keeps_all_of_its_text_and_is_flagged() -> None:
    parsed = parse("table[[1, 2, 30, 40]]\n<table>Soup 5Bread 2Total 7</table>")
    assert "Soup 5Bread 2Total 7" in parsed.blocks[0].markdown
    assert [flag.kind for flag in parsed.flags] == [FlagKind.DAMAGED_TABLE]


def test_a_table_in_the_middle_of_a_text_is_a_block_of_its_own() -> None:
    text, table = parse(official("text", f"before\n{TABLE}\nafter")).blocks
    assert (text.markdown, table.markdown) == ("before\n\nafter", TABLE)


def test_a_pipe_table_under_the_label_of_a_table_becomes_html() -> None:
    block = only(official("table", "| a | b |\n|---|---|\n| 1 | $5 |"))
    assert block.markdown == (
        "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>$5</td></tr></table>"
    )


# --- modes ---------------------------------------------------------------------------------------


def test_a_word_that_is_a_label_too_is_a_word_where_words_were_asked_for() -> None:
    raw = official("Hello", "") + official("text", "")
    blocks = parse(raw, Mode(ModeKind.WORDS)).blocks
    assert [block.markdown for block in blocks] == ["Hello", "text"]


def test_a_server_that_answers_with_a_layout_to_words_is_read_as_such() -> None:
    blocks = parse(official("title", "Waves"), Mode(ModeKind.WORDS)).blocks
    assert [(block.label, block.markdown) for block in blocks] == [(Label.TITLE, "# Waves")]


def test_a_layout_keeps_empty_regions_without_complaint() -> None:
    parsed = parse(official("text", "") + official("table", ""), Mode(ModeKind.LAYOUT))
    assert [block.label for block in parsed.blocks] == [Label.TEXT, Label.TABLE]
    assert parsed.flags == ()


def test_located_places_without_words_get_those_that_were_looked_for() -> None:
    raw = "<|det|>[[1, 2, 30, 40]]<|/det|>"
    (block,) = parse(raw, Mode(ModeKind.LOCATE, "total")).blocks
    assert block.markdown == "total"


def test_a_table_from_its_crop_is_one_table_in_html_otsl_or_pipes() -> None:
    mode = Mode(ModeKind.TABLE)
    html = "<table><tr><td>a</td><td>b</td></tr></table>"
    for raw in (html, "<fcel>a<fcel>b<nl>", "| a | b |\n| a | b |"):
        (block,) = parse(raw, mode).blocks
        assert block.label is Label.TABLE
        assert html[7:-8] in block.markdown


def test_regions_that_came_without_words_are_mentioned() -> None:
    raw = official("text", "") + official("text", "a", "[[1, 500, 30, 540]]")
    assert kinds(raw) == [FlagKind.LOW_CONFIDENCE]
    covered = official("list", "", "[[1, 500, 30, 540]]") + official(
        "text", "a", "[[1, 500, 30, 540]]"
    )
    assert kinds(covered) == []


def test_a_reply_wrapped_in_a_fence_is_unwrapped() -> None:
    assert [b.markdown for b in parse("```markdown\n# A\n\nb\n```").blocks] == ["# A", "b"]


def test_a_table_inside_fenced_code_is_code() -> None:
    (block,) = parse("```xml\n<table><tr><td>1</td></tr></table>\n```", Mode(ModeKind.PLAIN)).blocks
    assert block.label is Label.CODE
