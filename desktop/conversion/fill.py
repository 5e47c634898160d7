"""The words of a PDF's text layer in the blocks that a server found. Pure functions.

What becomes of the layer's words, so that none is lost or doubled:

* Text, headings, lists, captions, notes, code and marginalia take the words in their boxes.
* Where a block was recognised with formulas, those stay and the words around them are the
  layer's (``fill_agree.words_around_math``). Where what was recognised is another text than the
  layer's, or a longer one, the block stays as recognised (``fill_agree.layer_wins``) and the
  layer's words in it are dropped.
* Displayed formulas keep their LaTeX; without any they become pictures, since the words of a
  formula in a row are noise. In both cases the layer's words are in them already.
* Words in a picture are drawn in it. They are read as well if they are prose or if the picture is
  most of the page; a "picture" full of lines of text becomes that text.
* Tables take their words cell by cell (``tables.best_table``); those without a cell follow as text.
  A table without structure gets rows and columns by the blanks between its words; what is but one
  column is text.
* A paragraph that was found in several boxes is made whole (``fill_join``).
* Listings in prose become code blocks, and one that was found in several boxes is made whole.
* Words in no box are given to the block that they go on from, or become blocks of their own where
  a reader would meet them; signs without any letter or digit, and lines that a block without box
  or one that stayed as recognised already has, are left out.
* A block without words in the layer keeps what was recognised; if nothing was, it becomes a
  picture, so that what is drawn there is not lost, unless other blocks cover it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from desktop.conversion import fill_join
from desktop.conversion.fill_agree import bare, contained, runs
from desktop.conversion.fill_attach import attach
from desktop.conversion.fill_block import Page, fill_block, loose, typewritten, usual_size
from desktop.conversion.fill_code import code, goes_on
from desktop.conversion.fill_order import extent, grouped, insertion_point, reading_order
from desktop.conversion.fill_pieces import Piece, Region, pieces_of, place
from desktop.conversion.fill_rows import Row
from desktop.model.blocks import MARGINALIA, Block, Label
from desktop.model.document import TextLayer
from desktop.model.geometry import union

_WORD = re.compile(r"[^\W_]+(?:['’\-\u2010\u2011][^\W_]+)*")
#: A group of words in no box is there already if this share of it was recognised in a kept block.
_THERE = 0.75


@dataclass(slots=True)
class _Entry:
    """A block on its way to the page, and which of the given blocks it comes from (-1: none).

    ``rows`` are those of a block that is code or may be.
    """

    block: Block
    source: int = -1
    rows: Sequence[Row] = ()


def fill(blocks: Sequence[Block], layer: TextLayer) -> tuple[Block, ...]:
    """The blocks, in their order, with the layer's words in them; never raises.

    ``blocks`` may have labels and boxes alone (layout mode) or be a full recognition. If none of
    them has a box, there is nothing to go by and they are returned as they are; if there are no
    blocks at all, the layer alone makes the page.
    """
    if not layer.lines or (blocks and not any(block.box for block in blocks)):
        return tuple(blocks)
    pieces = pieces_of(layer.lines)
    regions = [
        Region(number, (block.box, *block.more_boxes))
        for number, block in enumerate(blocks)
        if block.box is not None
    ]
    placed, homeless = place(pieces, regions)
    placed, homeless = attach(homeless, placed, blocks)
    page = Page(
        blocks,
        vocabulary=_vocabulary(layer),
        runs=runs(bare(" ".join(piece.text for piece in pieces))),
        size=usual_size(pieces),
        typewritten=typewritten(pieces),
    )
    entries: list[_Entry] = []
    kept: Counter[str] = Counter()
    for number, block in enumerate(blocks):
        if block.box is None:
            entries.append(_Entry(block, number))
            kept += runs(bare(block.markdown))
            continue
        made = fill_block(number, placed.get(number, []), page)
        entries += (
            _Entry(each, number if n == 0 else -1, made.rows.get(n, ()))
            for n, each in enumerate(made.blocks)
        )
        if made.kept:
            kept += runs(bare(block.markdown))
    _insert(_unless_there(grouped(homeless), kept), entries, page)
    return _renumbered(_whole_paragraphs(_whole_listings(entries)))


def _vocabulary(layer: TextLayer) -> frozenset[str]:
    return frozenset(
        match.group().lower() for line in layer.lines for match in _WORD.finditer(line.text)
    )


def _unless_there(groups: Sequence[list[Piece]], kept: Counter[str]) -> list[list[Piece]]:
    """The groups that say something, without those that a block kept as recognised has."""
    found = []
    for group in groups:
        text = bare(" ".join(piece.text for piece in group))
        if text and not (kept and contained(runs(text), kept) >= _THERE):
            found.append(group)
    return found


def _insert(groups: Sequence[list[Piece]], entries: list[_Entry], page: Page) -> None:
    """Put words that are in no box among the blocks, each where a reader would meet it."""
    if not groups:
        return
    boxes = [extent(group) for group in groups]
    line = median(piece.height for group in groups for piece in group)
    for number in reading_order(boxes, line):
        made = loose(groups[number], page)
        fresh = [_Entry(block, -1, made.rows.get(n, ())) for n, block in enumerate(made.blocks)]
        at = _place(fresh[0].block, entries) if page.blocks else len(entries)
        entries[at:at] = fresh


def _place(block: Block, entries: Sequence[_Entry]) -> int:
    """Before which entry a block without a place is read: heads come first, feet last."""
    box = block.box
    if box is None or (block.label in MARGINALIA and box.y0 > 0.5):
        return len(entries)
    if block.label in MARGINALIA:
        heads = (n for n, entry in enumerate(entries) if entry.block.label not in MARGINALIA)
        return next(heads, len(entries))
    return insertion_point(box, [entry.block.box for entry in entries])


def _whole_listings(entries: Sequence[_Entry]) -> list[_Entry]:
    """The blocks with those listings made whole that were found in several boxes."""
    found: list[_Entry] = []
    for entry in entries:
        before = found[-1] if found else None
        sure = entry.block.label is Label.CODE
        if (
            before is not None
            and before.block.label is Label.CODE
            and before.rows
            and entry.rows
            and goes_on(before.rows, entry.rows, sure=sure)
        ):
            rows = (*before.rows, *entry.rows)
            around = union([b for b in (before.block.box, entry.block.box) if b is not None])
            block = replace(before.block, box=around, markdown=code(rows, before.block.markdown))
            found[-1] = _Entry(block, before.source, rows)
        else:
            found.append(entry)
    return found


def _whole_paragraphs(entries: Sequence[_Entry]) -> list[_Entry]:
    """The blocks with those paragraphs made whole that were found in several boxes."""
    found: list[_Entry] = []
    for entry in entries:
        if found and fill_join.goes_on(found[-1].block, entry.block):
            found[-1] = _Entry(fill_join.joined(found[-1].block, entry.block), found[-1].source)
        else:
            found.append(entry)
    return found


def _renumbered(entries: Sequence[_Entry]) -> tuple[Block, ...]:
    """The blocks, their captions' references to figures and tables following these."""
    places = {entry.source: at for at, entry in enumerate(entries) if entry.source >= 0}
    return tuple(
        replace(entry.block, caption_of=places.get(entry.block.caption_of))
        if entry.block.caption_of is not None
        else entry.block
        for entry in entries
    )
