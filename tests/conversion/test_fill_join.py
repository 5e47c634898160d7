from __future__ import annotations

from desktop.conversion.fill import fill
from desktop.model.blocks import Block, Label
from desktop.model.geometry import Box
from tests.conversion.layers import layer, line, lines


def _box(top: float, bottom: float, right: float = 400) -> Box:
    return Box(55 / 600, top / 800, right / 600, bottom / 800)


def _found(*parts: tuple[float, float]) -> list[Block]:
    return [Block(Label.TEXT, "", _box(top, bottom)) for top, bottom in parts]


def _texts(blocks: tuple[Block, ...]) -> list[str]:
    return [block.markdown for block in blocks]


def test_a_paragraph_whose_first_line_ends_early_is_one() -> None:
    text = layer(
        lines("A pressed plant lasts for centuries if it is", "dry on the day it is mounted, and")
    )
    blocks = fill(_found((98, 113), (113, 128)), text)
    assert _texts(blocks) == [
        "A pressed plant lasts for centuries if it is dry on the day it is mounted, and"
    ]
    assert blocks[0].box is not None
    assert blocks[0].box.y1 > 120 / 800


def test_a_list_item_takes_its_second_line() -> None:
    text = layer(
        lines("• Brush off the soil; never wash a plant"),
        lines("that is to be pressed over the winter."),
    ).lines
    second = line("that is to be pressed over the winter.", 70, 114)
    blocks = fill(_found((98, 113), (113, 128)), layer([text[0], second]))
    assert _texts(blocks) == [
        "- Brush off the soil; never wash a plant that is to be pressed over the winter."
    ]


def test_sentences_that_end_and_names_above_addresses_stay_apart() -> None:
    ended = layer(lines("This is the end of what was said here.", "a new thing begins below it"))
    assert len(fill(_found((98, 113), (113, 128)), ended)) == 2
    author = layer(lines("Ada Byron of the Analytical Engine", "ada@engine.example and others too"))
    assert len(fill(_found((98, 113), (113, 128)), author)) == 2


def test_paragraphs_far_apart_stay_apart() -> None:
    text = layer(lines("The first of two lines that do not", "belong together at all", pitch=40))
    assert len(fill(_found((98, 113), (138, 153)), text)) == 2


def test_a_list_cut_in_the_middle_of_an_item_stays_one_tight_list() -> None:
    placed = [
        line("• Brush off the soil; never wash a plant", 55, 98),
        line("that is to be pressed over the winter.", 70, 113),
        line("• Lay it between two sheets of blotting", 55, 128),
        line("paper and close the press at once again.", 70, 143),
        line("• Change the paper after four hours, then", 55, 158),
    ]
    blocks = fill(_found((96, 112), (112, 174)), layer(placed))
    assert _texts(blocks) == [
        "- Brush off the soil; never wash a plant that is to be pressed over the winter.\n"
        "- Lay it between two sheets of blotting paper and close the press at once again.\n"
        "- Change the paper after four hours, then"
    ]
