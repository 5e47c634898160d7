"""Which block lies where, and which comes next."""

from __future__ import annotations

from desktop.model.blocks import Block, Label
from desktop.model.geometry import Box
from desktop.ui.page.pointer import Pointer
from desktop.ui.page.shapes import SHORT, neighbour, shapes_of, short, under

PAGE = shapes_of(
    [
        Block(Label.TITLE, "# Title", Box(0.1, 0.1, 0.9, 0.2)),
        Block(Label.TEXT, "Nowhere", None),
        Block(Label.TEXT, "Large", Box(0.1, 0.3, 0.9, 0.9)),
        Block(Label.EQUATION, "$$x$$", Box(0.3, 0.4, 0.5, 0.5)),
        Block(Label.TEXT, "In two columns", Box(0.1, 0.92, 0.4, 0.95), (Box(0.6, 0.1, 0.9, 0.15),)),
    ]
)


def test_blocks_without_a_box_are_not_on_the_page_but_count_in_the_reading_order() -> None:
    assert [(shape.block, shape.number) for shape in PAGE] == [(0, 1), (2, 3), (3, 4), (4, 5)]


def test_the_smallest_block_under_a_point_comes_first() -> None:
    assert under(PAGE, 0.4, 0.45) == (3, 2)
    assert under(PAGE, 0.8, 0.45) == (2,)
    assert under(PAGE, 0.05, 0.05) == ()


def test_every_box_of_a_block_counts() -> None:
    assert under(PAGE, 0.2, 0.93) == (4,)
    assert under(PAGE, 0.7, 0.12) == (4, 0)


def test_a_point_beside_all_boxes_reaches_the_nearest() -> None:
    assert under(PAGE, 0.095, 0.15) == ()
    assert under(PAGE, 0.095, 0.15, reach=(0.01, 0.01)) == (0,)
    assert under(PAGE, 0.3, 0.45, reach=(0.1, 0.1)) == (3, 2)


def test_hidden_labels_are_not_there() -> None:
    assert under(PAGE, 0.4, 0.45, hidden={Label.EQUATION}) == (2,)
    assert neighbour(PAGE, 0, 1, {Label.TEXT}) == 3


def test_one_can_walk_through_the_blocks_and_stays_at_the_ends() -> None:
    walk, block = [], -1
    for _ in range(5):
        block = neighbour(PAGE, block, 1)
        walk.append(block)
    assert walk == [0, 2, 3, 4, 4]
    assert neighbour(PAGE, -1, -1) == 4
    assert neighbour(PAGE, 0, -1) == 0
    assert neighbour(PAGE, 1, -1) == 0
    assert neighbour((), -1, 1) == -1


def test_a_block_is_told_by_its_first_words_without_marks() -> None:
    assert short("## A *fine*   title") == "A fine title"
    assert short("<table><tr><td>a</td><td>b</td></tr></table>") == "a b"
    assert short("- one\n- two") == "one two"
    assert len(short("word " * 1000)) <= SHORT


def test_a_chosen_block_stays_chosen_while_the_same_ones_are_under_the_pointer() -> None:
    pointer = Pointer()
    assert pointer.block == -1
    assert pointer.over((3, 2))
    assert pointer.cycle() == 2
    assert pointer.last
    assert not pointer.over((3, 2))
    assert pointer.block == 2
    assert pointer.cycle() == 3
    assert pointer.over((2,))
    pointer.leave()
    assert pointer.cycle() == -1
