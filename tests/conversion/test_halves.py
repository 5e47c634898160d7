from __future__ import annotations

from desktop.conversion.halves import join_halves
from desktop.model.blocks import Block, Label
from desktop.model.geometry import Box


def text(markdown: str, y0: float, y1: float) -> Block:
    return Block(Label.TEXT, markdown, Box(0.1, y0, 0.9, y1))


def joined(upper: list[Block], lower: list[Block]) -> tuple[Block, ...]:
    return join_halves(upper, lower, height=1000, upper_height=525, lower_height=525)


def test_boxes_come_back_in_units_of_the_page() -> None:
    above, below = joined([text("Above.", 0.0, 1.0)], [text("Below it all.", 0.5, 1.0)])
    assert above.box == Box(0.1, 0.0, 0.9, 0.525)
    assert below.box is not None
    assert abs(below.box.y0 - 0.7375) < 1e-9
    assert below.box.y1 == 1.0


def test_a_line_in_the_overlap_is_taken_once() -> None:
    # On the page both lie at 0.48 to 0.495.
    twice = "The line that lies in the overlap of both."
    blocks = joined(
        [text("Above.", 0.1, 0.2), text(twice, 0.9143, 0.9429)],
        [text(twice, 0.0095, 0.0381), text("Below.", 0.5, 0.6)],
    )
    assert [block.markdown for block in blocks] == ["Above.", twice, "Below."]


def test_a_paragraph_across_the_middle_has_its_shared_lines_once() -> None:
    blocks = joined(
        [text("It begins above and the shared line of words", 0.6, 1.0)],
        [text("the shared line of words and it ends below.", 0.0, 0.5)],
    )
    assert " ".join(block.markdown for block in blocks) == (
        "It begins above and the shared line of words and it ends below."
    )


def test_captions_still_point_to_their_figures() -> None:
    upper = [
        Block(Label.IMAGE, "", Box(0.1, 0.1, 0.9, 0.4)),
        Block(Label.IMAGE_CAPTION, "Fig. 1", Box(0.1, 0.4, 0.9, 0.45), caption_of=0),
    ]
    lower = [
        text("Some words.", 0.1, 0.2),
        Block(Label.IMAGE_CAPTION, "Fig. 2", Box(0.1, 0.3, 0.9, 0.35), caption_of=2),
        Block(Label.IMAGE, "", Box(0.1, 0.4, 0.9, 0.9)),
    ]
    blocks = joined(upper, lower)
    assert [block.caption_of for block in blocks] == [None, 0, None, 4, None]
    assert blocks[4].label is Label.IMAGE


def test_plain_text_without_boxes_is_joined_at_its_seam() -> None:
    blocks = joined(
        [Block(Label.TEXT, "One two three four five six")],
        [Block(Label.TEXT, "three four five six seven eight")],
    )
    assert "".join(block.markdown for block in blocks) == "One two three four five sixseven eight"


def test_a_half_without_anything_leaves_the_other() -> None:
    assert len(joined([], [text("Below.", 0.5, 0.6)])) == 1
    assert len(joined([text("Above.", 0.1, 0.2)], [])) == 1
    assert joined([], []) == ()
