from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.assembly import assemble
from desktop.model.assembled import FigureKind, PieceKind
from desktop.model.blocks import Block, Flag, FlagKind, Label, PageResult
from desktop.model.options import AssemblyOptions
from tests.assembly.pages import block, of_kind, page, text, words


def test_no_page_is_lost_without_a_word() -> None:
    document = assemble(
        [page(1, text("Two.")), PageResult(3, (), (Flag(FlagKind.EMPTY),)), page(4, text("Five."))],
        missing={6: "The page hung.", 0: "It crashed.", 2: "No."},
    )
    assert words(document) == [
        "[Page 1 could not be read]",
        "Two.",
        "[Page 3 could not be read]",
        "[Nothing was read on page 4]",
        "Five.",
        "[Page 7 could not be read]",
    ]
    assert document.page_count == 6
    assert [(gone.page, gone.reason) for gone in document.missing] == [
        (0, "It crashed."),
        (2, "No."),
        (6, "The page hung."),
    ]


def test_a_blank_page_leaves_nothing() -> None:
    blank = PageResult(0, (), (Flag(FlagKind.BLANK),))
    assert assemble([blank, page(1, text("Words."))]).page_count == 2
    assert words(assemble([blank, page(1, text("Words."))])) == ["Words."]


def test_figures_are_named_by_page_and_order_and_keep_their_captions() -> None:
    document = assemble(
        [
            page(
                2,
                block(Label.IMAGE, at=(0.1, 0.1, 0.5, 0.3)),
                block(Label.IMAGE, at=(0.5, 0.1, 0.9, 0.3)),
                block(Label.IMAGE_CAPTION, "Figure 2. Right", of=1),
                block(Label.IMAGE_CAPTION, "Figure 1. Left", of=0),
                block(Label.EQUATION, at=(0.2, 0.5, 0.8, 0.6)),
            )
        ]
    )
    assert [figure.name for figure in document.figures] == [
        "page-003-figure-1.png",
        "page-003-figure-2.png",
        "page-003-equation-1.png",
    ]
    assert [piece.captions for piece in document.pieces] == [
        ("Figure 1. Left",),
        ("Figure 2. Right",),
        (),
    ]
    assert document.figures[2].kind is FigureKind.EQUATION
    assert round(document.figures[0].width) == 238


def test_an_equation_with_latex_is_no_picture() -> None:
    document = assemble([page(0, block(Label.EQUATION, "$$\na=b\n$$", at=(0.2, 0.5, 0.8, 0.6)))])
    assert document.figures == ()
    assert document.pieces[0].kind is PieceKind.EQUATION


def test_a_table_that_nobody_could_read_is_shown_as_a_picture() -> None:
    document = assemble([page(0, block(Label.TABLE, "", at=(0.2, 0.5, 0.8, 0.6)))])
    assert [figure.name for figure in document.figures] == ["page-001-figure-1.png"]


def test_a_picture_without_a_place_leaves_a_mark_and_its_caption() -> None:
    document = assemble([page(0, block(Label.IMAGE), block(Label.IMAGE_CAPTION, "Figure 1", of=0))])
    (piece,) = document.pieces
    assert piece.kind is PieceKind.MISSING
    assert piece.captions == ("Figure 1",)


def test_a_caption_that_belongs_to_nothing_stands_where_it_stood() -> None:
    document = assemble(
        [page(0, text("A."), block(Label.IMAGE_CAPTION, "Figure 9", of=7), text("B."))]
    )
    assert words(document) == ["A.", "Figure 9", "B."]
    assert document.pieces[1].kind is PieceKind.CAPTION


def test_footnotes_stand_at_the_end_of_their_page() -> None:
    document = assemble(
        [page(0, block(Label.FOOTNOTE, "Note."), text("One.")), page(1, text("Two."))]
    )
    assert words(document) == ["One.", "Note.", "Two."]


def test_page_marks_say_where_each_page_begins() -> None:
    document = assemble(
        [page(0, text("It was")), page(1, text("long."))], AssemblyOptions(page_marks=True)
    )
    assert words(document) == ["[Page 1]", "It was long.", "[Page 2]"]


def test_code_that_has_no_fence_gets_one() -> None:
    document = assemble([page(0, block(Label.CODE, "a = `b`\n# c"))])
    assert words(document) == ["```\na = `b`\n# c\n```"]


def test_a_table_inside_a_block_of_text_is_a_table() -> None:
    document = assemble([page(0, text("Before <table><tr><td>x</td></tr></table> after"))])
    assert [p.kind for p in document.pieces] == [PieceKind.TEXT, PieceKind.TABLE, PieceKind.TEXT]


_block = st.builds(
    Block,
    st.sampled_from(list(Label)),
    st.text(max_size=40)
    | st.sampled_from(["<table><tr><td rowspan=9 colspan=9>x", "```", "# H", "1.2 x", "$$\n"]),
    caption_of=st.none() | st.integers(-3, 5),
)


@given(st.lists(st.lists(_block, max_size=5), max_size=5))
def test_no_blocks_whatever_make_it_raise(pages: list[list[Block]]) -> None:
    document = assemble([page(n, *blocks) for n, blocks in enumerate(pages)])
    assert document.page_count == len(pages)
    of_kind(document, PieceKind.TEXT)
