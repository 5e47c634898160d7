"""How lines become blocks and Markdown: pure functions on rectangles and words."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.builtin.blocks import Usual
from desktop.builtin.code import code_rows, listing
from desktop.builtin.dialect import Piece, harmless, written, written_words
from desktop.builtin.geometry import Rect
from desktop.builtin.grid import table_html
from desktop.builtin.joining import joined
from desktop.builtin.order import reading_order
from desktop.builtin.paragraphs import Form, passages
from desktop.builtin.prompts import Task, task_of
from desktop.builtin.replies import Reply
from desktop.builtin.table_model import Cell
from desktop.builtin.texts import TextRow, caption_of, is_page_number, list_mark
from desktop.builtin.tokens import count, cut

USUAL = Usual(height=20, stroke=2, step=24)


def _row(
    text: str, top: float, left: float = 100, right: float = 900, stroke: float = 2
) -> TextRow:
    return TextRow(text, Rect(left, top, right, top + 20), 20, stroke)


def _box(left: float, top: float, right: float, bottom: float) -> Rect:
    return Rect(left, top, right, bottom)


def test_columns_under_a_wide_heading_are_read_one_after_the_other() -> None:
    boxes = [
        _box(520, 300, 900, 600),  # right column
        _box(100, 50, 900, 90),  # title
        _box(100, 120, 480, 400),  # left column, upper part
        _box(100, 420, 480, 600),  # left column, lower part
        _box(520, 120, 900, 280),  # right column, upper part
        _box(100, 640, 900, 700),  # a wide formula
        _box(100, 720, 480, 900),
        _box(520, 720, 900, 900),
    ]
    assert reading_order(boxes, 20) == [1, 2, 3, 4, 0, 5, 6, 7]


def test_three_columns_are_three_columns() -> None:
    columns = [_box(left, 100, left + 250, 800) for left in (650, 50, 350)]
    assert reading_order(columns, 20) == [1, 2, 0]


def test_words_side_by_side_on_one_row_are_no_columns() -> None:
    boxes = [_box(500, 102, 700, 122), _box(100, 100, 300, 120), _box(100, 140, 700, 160)]
    assert reading_order(boxes, 20) == [1, 0, 2]


@given(
    st.lists(
        st.tuples(*[st.floats(0, 1000)] * 4).map(
            lambda n: Rect(min(n[0], n[2]), min(n[1], n[3]), max(n[0], n[2]), max(n[1], n[3]))
        ),
        max_size=25,
    )
)
def test_every_block_is_read_once(boxes: list[Rect]) -> None:
    assert sorted(reading_order(boxes, 20)) == list(range(len(boxes)))


def test_a_first_line_indent_begins_a_paragraph() -> None:
    found = passages(
        [
            _row("This sentence goes on to the end of its column and then", 0),
            _row("stops here. What a pity that it was so very short and flat.", 24),
            _row("A second one begins with an indent and is as long as", 48, left=130),
            _row("the first one was.", 72, right=300),
        ],
        USUAL,
    )
    assert [len(passage.rows) for passage in found] == [2, 2]
    assert {passage.form for passage in found} == {Form.PARAGRAPH}


def test_hanging_indents_keep_each_entry_whole() -> None:
    texts = [
        "[1] A. Author. A title that is",
        "longer than a line. 1999.",
        "[2] B. Author. Another",
    ]
    rows = [_row(text, 24 * n, left=130 if n == 1 else 100) for n, text in enumerate(texts)]
    rows.append(_row("title, also long. 2001.", 72, left=130))
    assert [len(passage.rows) for passage in passages(rows, USUAL)] == [2, 2]


def test_marks_begin_list_items_but_not_in_mid_sentence() -> None:
    rows = [
        _row("We need the following, as was said in section", 0),
        _row("3. Then we go on:", 24, right=300),
        _row("• apples", 48, right=220),
        _row("• pears that are so many that they need", 72),
        _row("another row", 96, left=120, right=300),
    ]
    found = passages(rows, USUAL)
    assert [passage.form for passage in found] == [Form.PARAGRAPH, Form.ITEM, Form.ITEM]
    assert found[2].text == "pears that are so many that they need another row"


def test_a_table_of_contents_keeps_its_rows() -> None:
    rows = [_row(f"1.{n} Chapter {n} . . . . . . {n}0", 24 * n) for n in range(1, 5)]
    assert [passage.text for passage in passages(rows, USUAL)] == [
        f"1.{n} Chapter {n} … {n}0" for n in range(1, 5)
    ]


def test_a_bold_row_alone_is_a_heading() -> None:
    rows = [_row("See Also", 0, right=180, stroke=3), _row("Other pages of this book.", 50)]
    assert [passage.form for passage in passages(rows, USUAL)] == [Form.HEADING, Form.PARAGRAPH]


@pytest.mark.parametrize(
    ("text", "mark"), [("• one", "-"), ("- two", "-"), ("3) three", "3."), ("(a) four", "-")]
)
def test_list_marks_are_known(text: str, mark: str) -> None:
    found = list_mark(text)
    assert found is not None
    assert found.markdown == mark


@pytest.mark.parametrize("text", ["-5 degrees", "1999 was", "a) ", "3.14 is pi", "Plain."])
def test_what_only_looks_like_a_mark_is_none(text: str) -> None:
    assert list_mark(text) is None


def test_a_sentence_about_a_table_is_no_caption() -> None:
    assert caption_of("Table 2: Results", sure=False) == "table_caption"
    assert caption_of("Fig. 3. A map", sure=False) == "image_caption"
    assert caption_of("Table 2 shows the results.", sure=False) is None
    assert caption_of("表 2", sure=False) == "table_caption"


@pytest.mark.parametrize("text", ["7", "- 12 -", "xii", "Page 3 of 10", "33 /233", "第 5 页"])
def test_page_numbers_are_known(text: str) -> None:
    assert is_page_number(text)


@pytest.mark.parametrize("text", ["Chapter 7", "2019 Report", "mix it", ""])
def test_other_feet_are_no_page_numbers(text: str) -> None:
    assert not is_page_number(text)


def test_code_keeps_its_rows_and_indents() -> None:
    prose = _row("The following function adds up all numbers from one to ten:", 0, right=608)
    code = [
        _row("for (i = 1; i <= 10; i++) {", 30, right=424),
        _row("sum += i;", 54, left=148, right=256),
        _row("}", 78, right=112),
    ]
    assert code_rows([prose, *code], 8.6) == [False, True, True, True]
    assert listing(code) == "```\nfor (i = 1; i <= 10; i++) {\n    sum += i;\n}\n```"


def test_a_paragraph_goes_on_in_the_next_column() -> None:
    first = Piece("text", (_box(0, 0, 1, 1),), "The end of the left column breaks this sen-")
    figure = Piece("image", (_box(2, 0, 3, 1),))
    second = Piece("text", (_box(4, 0, 5, 1),), "tence in two.")
    other = Piece("text", (_box(6, 0, 7, 1),), "A new one.")
    assert list(joined([first, figure, second, other])) == [
        Piece(
            "text",
            (*first.rects, *second.rects),
            "The end of the left column breaks this sentence in two.",
        ),
        figure,
        other,
    ]


def test_nothing_that_a_page_shows_is_a_mark_of_the_dialect() -> None:
    for mark in ("<|ref|>", "<|/det|>", "<｜end▁of▁sentence｜>", "<PAGE>", "<--- Page Split --->"):
        assert mark not in harmless(f"a {mark} b")
    assert "[[1" not in harmless("title[[1, 2, 3, 4]]")
    assert harmless("a < b | c [1, 2] and x <y> [[see]]") == "a < b | c [1, 2] and x <y> [[see]]"


@given(st.text("<|>｜[]ref/det 12,", max_size=40))
def test_no_text_can_forge_a_tag(text: str) -> None:
    rect = _box(0, 0, 10, 10)
    assert written(Piece("text", (rect,), harmless(text)), 100, 100).count("<|") == 4
    assert written_words(text, rect, 100, 100).count("<|") == 4


@given(*[st.floats(-50, 1050)] * 4)
def test_boxes_are_never_empty_and_never_off_the_page(
    x0: float, y0: float, x1: float, y1: float
) -> None:
    rect = Rect(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
    box = json.loads(written(Piece("text", (rect,)), 1000, 1000).split("<|det|>")[1].split("<")[0])
    ((left, top, right, bottom),) = box
    assert 0 <= left < right <= 999
    assert 0 <= top < bottom <= 999


def test_a_cell_is_read_row_by_row_and_loses_no_line() -> None:
    cells = [Cell(0, 0, 1, 1, _box(0, 0, 100, 50)), Cell(0, 1, 1, 2, _box(110, 0, 300, 50))]
    lines = [
        _row("right & <below>", 26, 110, 200),
        _row("left", 0, 0, 50),
        _row("far off", 400, 500, 600),
        _row("upper", 2, 160, 210),
        _row("first", 0, 110, 150),
    ]
    assert table_html(cells, lines) == (
        "<table><tr><td>left</td>"
        '<td colspan="2">first upper right &amp; &lt;below&gt; far off</td></tr></table>'
    )


def test_prompts_are_known_word_for_word() -> None:
    assert task_of("<image>\n<|grounding|>Convert the document to markdown.") is Task.MARKDOWN
    assert task_of("  Free OCR.  ") is Task.PLAIN
    assert task_of("Free OCR") is None


@given(st.text(max_size=60), st.integers(1, 30))
def test_a_cut_text_is_a_beginning_with_as_many_tokens(text: str, most: int) -> None:
    short = cut(text, most)
    assert text.startswith(short)
    assert count(short) == min(most, count(text))


def test_a_reply_never_has_more_tokens_than_were_allowed() -> None:
    reply = Reply(prompt_tokens=5, max_tokens=3)
    assert (reply.add("one "), reply.full) == ("one ", False)
    assert (reply.add("two three four"), reply.full) == ("two thre", True)
    assert reply.usage == {"prompt_tokens": 5, "completion_tokens": 3, "total_tokens": 8}
    assert reply.finish_reason == "length"
