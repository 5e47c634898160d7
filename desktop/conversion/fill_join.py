"""Paragraphs that a layout cut in two, made whole again by their words. Pure functions.

Who finds boxes without reading can't tell a line that ends early from the end of a paragraph, as
in text with a ragged right edge; the words can.
"""

from __future__ import annotations

import re
from dataclasses import replace

from desktop.model.blocks import Block, Label, Origin
from desktop.model.geometry import union
from desktop.text import join_lines

_RUNNING = frozenset({Label.TEXT, Label.LIST})
#: The most that may lie between two lines of a paragraph, in line heights.
_GAP = 0.6
#: How much of the narrower one must stand below the other.
_BELOW = 0.5
#: A line that goes on is at least so wide beside what follows; an author's name is not.
_REACH = 0.6
#: Two lines of one paragraph have sizes that differ by no more than this share.
_SAME_SIZE = 0.08
#: The beginning of a list's item.
_ITEM = re.compile(r" *(?:-|\d{1,3}[.)]) ")
_ENDS = (".", "!", "?", ":", "…", "。", "！", "？", "：", "؟", "|", ">")


def goes_on(block: Block, following: Block) -> bool:
    """Whether ``following`` is the rest of the paragraph that ``block`` ends with."""
    one, other = block.box, following.box
    if one is None or other is None or block.more_boxes:
        return False
    if not {block.label, following.label} <= _RUNNING or following.label is Label.LIST:
        return False
    if {block.origin, following.origin} != {Origin.TEXT_LAYER}:
        return False
    word = following.markdown.split(maxsplit=1)[0] if following.markdown.strip() else ""
    end = block.markdown.rstrip("*_\"')”’» \n")
    if not word[:1].islower() or "@" in word or "//" in word or end.endswith(_ENDS):
        return False
    size = max(block.size, following.size)
    if size <= 0 or abs(block.size - following.size) > _SAME_SIZE * size:
        return False
    if one.width < _REACH * other.width:
        return False
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    return -size < other.y0 - one.y1 < _GAP * size and (
        across >= _BELOW * min(one.width, other.width)
    )


def joined(block: Block, following: Block) -> Block:
    """Both as one block, the last line of the one running on into the first of the other."""
    before, _, last = block.markdown.rstrip().rpartition("\n")
    first, rest, after = following.markdown.lstrip().partition("\n")
    if _ITEM.match(last) and _ITEM.match(after.lstrip("\n")):
        # What ended an item was taken for a paragraph before the next one: it is one list.
        after = after.lstrip("\n")
    middle = join_lines([last, first])
    boxes = [box for box in (block.box, following.box) if box is not None]
    return replace(
        block,
        markdown=f"{before}\n{middle}{rest}{after}" if before else f"{middle}{rest}{after}",
        box=union(boxes),
        more_boxes=following.more_boxes,
    )
