"""Whole replies in every dialect, each with the blocks that a careful reader would expect.

``replies/NAME.txt`` is a reply, ``replies/NAME.expected`` its blocks: a line with the label, the
box in thousandths of the page and what it explains, then the Markdown; flags come last.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from desktop.model.geometry import THOUSANDTHS, Box
from desktop.model.recognition import Mode, ModeKind
from desktop.ocr.parse import Parsed, parse

REPLIES = Path(__file__).parent / "replies"
MODES = {
    "words_in_place": Mode(ModeKind.WORDS),
    "words_in_place_stripped": Mode(ModeKind.WORDS),
    "layout_only": Mode(ModeKind.LAYOUT),
    "located": Mode(ModeKind.LOCATE, "the total"),
    "untagged": Mode(ModeKind.PLAIN),
}
NAMES = sorted(path.stem for path in REPLIES.glob("*.txt"))


def shown(parsed: Parsed) -> str:
    """Blocks and flags as text, to be read and compared."""
    parts = []
    for block in parsed.blocks:
        boxes = [block.box, *block.more_boxes] if block.box else []
        head = " ".join(["---", block.label, *map(_thousandths, boxes)])
        tie = "" if block.caption_of is None else f" of {block.caption_of}"
        parts.append(f"{head}{tie}\n{block.markdown}".rstrip("\n"))
    for flag in parsed.flags:
        where = "" if flag.block is None else f" in {flag.block}"
        parts.append(f"!!! {flag.kind}{where}: {flag.detail}")
    return "\n".join(parts) + "\n"


def _thousandths(box: Box) -> str:
    return f"[{', '.join(str(round(value * THOUSANDTHS)) for value in box.as_tuple())}]"


@pytest.mark.parametrize("name", NAMES)
def test_a_reply_gives_the_blocks_that_a_careful_reader_expects(name: str) -> None:
    raw = (REPLIES / f"{name}.txt").read_text(encoding="utf-8")
    expected = (REPLIES / f"{name}.expected").read_text(encoding="utf-8")
    assert shown(parse(raw, MODES.get(name, Mode()))) == expected


@pytest.mark.parametrize("name", NAMES)
def test_no_tag_box_or_marker_is_left_in_any_text(name: str) -> None:
    raw = (REPLIES / f"{name}.txt").read_text(encoding="utf-8")
    for length in range(len(raw) + 1):
        for block in parse(raw[:length], MODES.get(name, Mode())).blocks:
            if block.markdown.startswith("```"):
                continue
            left = re.search(
                r"<[|｜]|[|｜]>|\[\[\d|<PAGE|Page Split|--- Page|\\[()\[\]]|</?center|Ċ",
                block.markdown,
            )
            assert left is None, (length, block.markdown)
