from __future__ import annotations

import pytest

from desktop.assembly import assemble
from desktop.assembly.joining import goes_on
from desktop.model.assembled import PieceKind, Source
from desktop.model.blocks import Block, Flag, FlagKind, Label, PageResult
from desktop.model.options import AssemblyOptions
from desktop.model.table import parse_table
from tests.assembly.pages import block, of_kind, page, text, words

HEAD = "<tr><th>Name</th><th>Value</th></tr>"


def _table(rows: str, *, top: float = 0.5, height: float = 0.4) -> Block:
    return block(Label.TABLE, f"<table>{rows}</table>", at=(0.1, top, 0.9, top + height))


def _row(*cells: str) -> str:
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def test_a_paragraph_goes_on_over_the_page_break() -> None:
    document = assemble([page(0, text("It was a")), page(1, text("long day."), text("New."))])
    assert words(document) == ["It was a long day.", "New."]
    assert document.pieces[0].sources == (Source(0, 0), Source(1, 0))
    assert document.pieces[0].page == 0


def test_it_goes_on_over_several_pages() -> None:
    pages = [page(n, text(f"part {n}")) for n in range(4)]
    assert words(assemble(pages)) == ["part 0 part 1 part 2 part 3"]


def test_a_word_divided_by_the_page_break_is_whole() -> None:
    assert words(assemble([page(0, text("The infor-")), page(1, text("mation."))])) == [
        "The information."
    ]


def test_without_joining_pages_stay_apart() -> None:
    pages = [page(0, text("It was a")), page(1, text("long day."))]
    assert words(assemble(pages, AssemblyOptions(join=False))) == ["It was a", "long day."]


def test_figures_footnotes_and_marginalia_do_not_hinder_it() -> None:
    document = assemble(
        [
            page(
                0,
                text("The result is", top=0.3),
                block(Label.IMAGE, at=(0.1, 0.5, 0.9, 0.7)),
                block(Label.IMAGE_CAPTION, "Figure 1. A thing", of=1),
                block(Label.FOOTNOTE, "<sup>1</sup> See there."),
                block(Label.PAGE_NUMBER, "7"),
            ),
            page(
                1,
                block(Label.HEADER, "Journal"),
                _table(HEAD + _row("a", "1"), top=0.1, height=0.2),
                block(Label.TABLE_CAPTION, "Table 1. Values", of=1),
                text("shown above.", top=0.5),
            ),
        ]
    )
    assert [p.kind for p in document.pieces] == [
        PieceKind.TEXT,
        PieceKind.FIGURE,
        PieceKind.FOOTNOTE,
        PieceKind.TABLE,
    ]
    assert document.pieces[0].markdown == "The result is shown above."


def test_an_unlabelled_footnote_does_not_interrupt_either() -> None:
    document = assemble(
        [
            page(0, text("The result is", top=0.3), text("$^{2}$ See there.", top=0.85)),
            page(1, text("shown here.", top=0.1)),
        ]
    )
    assert words(document) == ["The result is shown here.", "$^{2}$ See there."]
    assert document.pieces[1].kind is PieceKind.FOOTNOTE


def test_a_blank_page_between_does_not_hinder_it_but_a_failed_one_does() -> None:
    blank = PageResult(1, (), (Flag(FlagKind.BLANK),))
    ends = [page(0, text("It was a")), page(2, text("long day."))]
    assert words(assemble([ends[0], blank, ends[1]])) == ["It was a long day."]
    assert words(assemble(ends, missing={1: "crashed"})) == [
        "It was a",
        "[Page 2 could not be read]",
        "long day.",
    ]
    assert words(assemble(ends)) == ["It was a", "long day."]


def test_a_heading_or_a_formula_between_ends_the_paragraph() -> None:
    for label, markdown in ((Label.SUB_TITLE, "## 2 Next"), (Label.EQUATION, "$$\na=b\n$$")):
        document = assemble(
            [page(0, text("where we have"), block(label, markdown)), page(1, text("and so on."))]
        )
        assert len(document.pieces) == 3


def test_a_paragraph_goes_on_in_the_next_column() -> None:
    left = block(Label.TEXT, "It was a", at=(0.1, 0.6, 0.45, 0.9))
    right = block(Label.TEXT, "long day.", at=(0.55, 0.1, 0.9, 0.3))
    below = block(Label.TEXT, "not a continuation", at=(0.1, 0.92, 0.45, 0.95))
    assert words(assemble([page(0, left, right)])) == ["It was a long day."]
    assert len(assemble([page(0, left, below)]).pieces) == 2


def test_the_last_item_of_a_list_goes_on() -> None:
    document = assemble(
        [
            page(0, block(Label.LIST, "- one\n- two that")),
            page(1, block(Label.LIST, "goes on\n- three")),
        ]
    )
    assert words(document) == ["- one\n- two that goes on\n- three"]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("It was a", "long day.", True),
        ("It ended.", "then more", False),
        ("It ended", "New sentence", False),
        ("as shown by Smith et al.", "in their work", True),
        ("the value of", "Planck's constant", True),
        ("apples, pears,", "Bananas", True),
        ("a well-", "known thing", True),
        ("Nord-", "Süd-Gefälle", True),
        ("he said “yes.”", "and went", False),
        ("as said$^{3}$", "and done", True),
        ("as said.$^{3}$", "and done", False),
        ("as follows:", "first", False),
        ("one", "- two", False),
        ("one", "b) two", False),
        ("where", "$x$ is small", True),
        ("这个方法可以用于许多不同的文档和", "图像处理任务。", True),
        ("这个方法可以用于许多不同的文档。", "图像处理任务。", False),
        ("标题", "图像处理任务。", False),
        ("كان هذا النص الطويل يستمر في", "الصفحة التالية", True),
        ("", "x", False),
        ("x", "", False),
    ],
)
def test_what_goes_on_and_what_does_not(before: str, after: str, expected: bool) -> None:
    assert goes_on(before, after) is expected


def test_a_table_goes_on_and_its_repeated_header_is_dropped() -> None:
    document = assemble(
        [
            page(
                0,
                block(Label.TABLE_CAPTION, "Table 1. Values", of=1),
                _table(HEAD + _row("a", "1")),
                block(Label.FOOTNOTE, "Note."),
            ),
            page(
                1,
                _table(HEAD + _row("b", "2"), top=0.1, height=0.2),
                block(Label.TABLE_CAPTION, "Table 1 (continued)", of=0),
                text("After."),
            ),
        ]
    )
    (whole,) = of_kind(document, PieceKind.TABLE)
    table = parse_table(whole.markdown)
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Name", "Value"],
        ["a", "1"],
        ["b", "2"],
    ]
    assert table.head_rows == 1
    assert whole.captions == ("Table 1. Values",)


def test_a_table_without_a_repeated_header_goes_on_from_foot_to_top() -> None:
    parts = [
        page(0, _table(HEAD + _row("a", "1"))),
        page(1, _table(_row("b", "2") + _row("c", "3"), top=0.1, height=0.8)),
        page(2, _table(_row("d", "4"), top=0.1, height=0.1)),
    ]
    (whole,) = of_kind(assemble(parts), PieceKind.TABLE)
    assert len(parse_table(whole.markdown).rows) == 5


@pytest.mark.parametrize(
    "second",
    [
        [_table(_row("b", "2", "3"), top=0.1)],
        [_table("<tr><th>City</th><th>Size</th></tr>" + _row("b", "2"), top=0.1)],
        [text("Some words."), _table(_row("b", "2"), top=0.3)],
        [
            _table(_row("b", "2"), top=0.1),
            block(Label.TABLE_CAPTION, "Table 2. Other values", of=0),
        ],
        [_table(_row("b", "2"), top=0.6, height=0.2)],
    ],
)
def test_another_table_is_another_table(second: list[Block]) -> None:
    document = assemble([page(0, _table(HEAD + _row("a", "1"))), page(1, *second)])
    assert len(of_kind(document, PieceKind.TABLE)) == 2


def test_equal_data_rows_are_not_taken_for_a_header() -> None:
    first = _table(_row("x", "1") + _row("x", "1"))
    second = _table(_row("x", "1") + _row("x", "1") + _row("y", "2"), top=0.1)
    (whole,) = of_kind(assemble([page(0, first), page(1, second)]), PieceKind.TABLE)
    assert len(parse_table(whole.markdown).rows) == 4
