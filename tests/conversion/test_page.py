from __future__ import annotations

from desktop.conversion.page import read_page
from desktop.conversion.rebuild import CROP_EDGE, MOST_EDGE, crop_size
from desktop.model.blocks import FlagKind, Label, Origin
from desktop.model.document import DocumentKind, TextLayer, TextLine
from desktop.model.endpoint import ProfileName
from desktop.model.geometry import Box
from desktop.model.options import ConversionOptions, TextLayerUse
from desktop.model.recognition import Mode, ModeKind
from tests.conversion.desks import FakeDesk, Said

STORY = (
    "It was a bright cold day in spring and the clocks",
    "were striking while the people of the small town",
    "went to the market as they did every week of the year.",
)


def line(text: str, y: float) -> TextLine:
    step = 0.7 / len(text)
    edges = tuple((0.1 + n * step, 0.1 + (n + 1) * step) for n in range(len(text)))
    return TextLine(text, Box(0.1, y, 0.8, y + 0.015), 0.013, char_edges=edges)


LAYER = TextLayer(tuple(line(text, 0.3 + 0.02 * n) for n, text in enumerate(STORY)))
GARBAGE = TextLayer(LAYER.lines, unmapped=0.9)


def auto(
    *, text_layer: TextLayerUse = TextLayerUse.AUTO, mode: Mode | None = None
) -> ConversionOptions:
    return ConversionOptions(text_layer=text_layer, mode=mode or Mode())


def test_a_blank_page_is_not_sent() -> None:
    desk = FakeDesk(uniform=True)
    result = read_page(desk)
    assert result.blank
    assert not desk.asked
    assert not result.needs_review
    assert (result.page_width, result.page_height) == (595.0, 842.0)


def test_a_blank_page_is_sent_if_asked_for() -> None:
    desk = FakeDesk(
        uniform=True,
        options=ConversionOptions(text_layer=TextLayerUse.NEVER, send_blank=True),
    )
    assert not read_page(desk).blank
    assert desk.purposes == ["first"]


def test_a_good_layer_is_filled_into_boxes_that_an_able_server_is_asked_for() -> None:
    desk = FakeDesk(
        {"layout": Said("<|ref|>text<|/ref|><|det|>[[90, 290, 820, 370]]<|/det|>\n")},
        profile=ProfileName.BUILTIN,
        layer=LAYER,
        options=auto(),
    )
    result = read_page(desk)
    assert desk.purposes == ["layout"]
    assert [block.markdown for block in result.blocks] == [" ".join(STORY)]
    assert result.blocks[0].origin is Origin.TEXT_LAYER
    assert not result.flags


def test_any_other_server_reads_the_page_and_the_layer_corrects_its_words() -> None:
    wrong = " ".join(STORY).replace("bright", "bricht").replace("market", "rnarket")
    desk = FakeDesk(
        {"first": Said(f"text[[90, 290, 820, 370]]\n{wrong}")}, layer=LAYER, options=auto()
    )
    result = read_page(desk)
    assert desk.asked[0][1] is ModeKind.MARKDOWN
    assert [block.markdown for block in result.blocks] == [" ".join(STORY)]


def test_a_layer_of_garbage_is_not_believed_unless_it_is_all_that_is_wanted() -> None:
    desk = FakeDesk(layer=GARBAGE, profile=ProfileName.BUILTIN, options=auto())
    read_page(desk)
    assert desk.purposes == ["first"]
    only = FakeDesk(
        {"layout": Said("")},
        layer=GARBAGE,
        profile=ProfileName.BUILTIN,
        options=auto(text_layer=TextLayerUse.ONLY),
    )
    assert STORY[0] in read_page(only).blocks[0].markdown
    assert only.purposes == ["layout"]


def test_a_page_without_a_layer_is_empty_where_only_the_layer_is_wanted() -> None:
    desk = FakeDesk(options=auto(text_layer=TextLayerUse.ONLY))
    result = read_page(desk)
    assert not desk.asked
    assert [flag.kind for flag in result.flags] == [FlagKind.EMPTY]


def test_pictures_and_other_modes_never_look_for_a_layer() -> None:
    picture = FakeDesk(layer=LAYER, kind=DocumentKind.PNG, options=auto())
    plain = FakeDesk(layer=LAYER, options=auto(mode=Mode(ModeKind.PLAIN)))
    for desk in (picture, plain):
        assert read_page(desk).blocks[0].origin is Origin.RECOGNISED


def test_a_scaled_down_page_says_so_without_asking_for_review() -> None:
    result = read_page(FakeDesk(notes=("The page is 200 metres wide.",)))
    assert [(flag.kind, flag.detail) for flag in result.flags] == [
        (FlagKind.SCALED_DOWN, "The page is 200 metres wide.")
    ]
    assert not result.needs_review


TABLE = "<table><tr><td>Year</td><td>Sheep</td></tr><tr><td>1901</td><td>340</td></tr></table>"


def test_a_fused_table_is_rebuilt_from_its_crop_with_the_words_that_were_read() -> None:
    desk = FakeDesk(
        {"first": Said("table[[100, 500, 900, 700]]\n<table>YearSheep1901340</table>")}, table=TABLE
    )
    result = read_page(desk)
    (block,) = result.blocks
    assert block.label is Label.TABLE
    assert block.markdown.count("<td") == 4
    assert block.origin is Origin.REBUILT
    assert [flag.kind for flag in result.flags] == [FlagKind.REBUILT_TABLE]
    ((edge, crop),) = desk.crops
    assert crop.y0 < 0.5 < 0.7 < crop.y1
    assert edge * 0.7 * crop.width < CROP_EDGE * 1.1


def test_a_missing_table_is_rebuilt_as_well() -> None:
    desk = FakeDesk({"first": Said("table[[100, 500, 900, 700]]\n\ntext[[100, 50, 900, 90]]\nHi.")})
    desk.table = TABLE
    assert read_page(desk).blocks[0].markdown.count("<tr") == 2


def test_a_table_stays_as_it_is_where_there_is_no_engine() -> None:
    desk = FakeDesk({"first": Said("table[[100, 500, 900, 700]]\n<table>YearSheep1901340</table>")})
    result = read_page(desk)
    assert FlagKind.DAMAGED_TABLE in {flag.kind for flag in result.flags}
    assert result.blocks[0].origin is Origin.RECOGNISED


def test_a_rebuilt_table_that_is_damaged_itself_is_not_taken() -> None:
    desk = FakeDesk(
        {"first": Said("table[[100, 500, 900, 700]]\n<table>YearSheep1901340</table>")},
        table="no table",
    )
    assert FlagKind.DAMAGED_TABLE in {flag.kind for flag in read_page(desk).flags}


def test_small_tables_are_cut_from_a_large_rendering_but_not_from_an_endless_one() -> None:
    assert crop_size(Box(0.0, 0.0, 1.0, 1.0), 0.7) == CROP_EDGE
    assert crop_size(Box(0.0, 0.0, 1.0, 0.5), 0.5) == CROP_EDGE * 2
    assert crop_size(Box(0.0, 0.0, 0.01, 0.01), 0.7) == MOST_EDGE
    assert crop_size(Box(0.0, 0.0, 0.5, 0.1), 2.0) == CROP_EDGE * 2
