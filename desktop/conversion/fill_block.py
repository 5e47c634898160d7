"""One block and the layer's words in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from statistics import median

from desktop.conversion.fill_agree import bare, has_math, layer_wins, words_around_math
from desktop.conversion.fill_attach import EQUATION_NUMBER
from desktop.conversion.fill_code import code, listing_runs, monospaced
from desktop.conversion.fill_contents import contents, is_contents
from desktop.conversion.fill_order import extent, grouped, reading_order
from desktop.conversion.fill_pieces import Piece
from desktop.conversion.fill_prose import heading, lines, prose
from desktop.conversion.fill_rows import Row, block_rows, side_by_side
from desktop.conversion.layer import EDGE
from desktop.conversion.tables import best_table, table_from_layer
from desktop.model.blocks import MARGINALIA, Block, Label, Origin
from desktop.model.geometry import Box, union
from desktop.text import escape_markdown, join_lines

#: A picture that covers this share of the page has the page's text in it.
_MOST_OF_PAGE = 0.6
#: A picture of which lines of text, as high as their type, cover this share is no picture.
_DENSE = 0.3
#: A block without words is there twice if others cover this share of it.
_COVERED = 0.5
#: A page of which so much is typewritten has no listings: it is all typewritten.
_TYPEWRITTEN = 0.85
#: Models that know no listings call them any of these.
_MAYBE_CODE = frozenset({Label.TEXT, Label.LIST, Label.FOOTNOTE, Label.ASIDE_TEXT})
_HEADINGS = {Label.TITLE: 1, Label.SUB_TITLE: 2}
_HEADING_MARKS = re.compile(r"\s*(#{1,6})\s")
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|seite|p|s)\W\s*)?(?:\d{1,5}|[ivxlc]{1,8})(?:\s*(?:/|of|von|de)\s*\d{1,5})?\W*",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\\tag\b|\(\d[\d.]*\)\s*(?:\$\$)?\s*\Z")


@dataclass(frozen=True, slots=True)
class Made:
    """What a block became; ``kept`` says that it stayed as recognised, whatever the layer has.

    ``rows`` are those of the blocks that are code or may be, by the blocks' places.
    """

    blocks: tuple[Block, ...]
    kept: bool = False
    rows: Mapping[int, Sequence[Row]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Page:
    """What filling one block needs to know of its page.

    ``vocabulary`` are the page's words in lower case, ``runs`` its runs of three letters, ``size``
    the usual size of its type, ``typewritten`` whether most of it is monospaced.
    """

    blocks: Sequence[Block]
    vocabulary: Collection[str]
    runs: Counter[str]
    size: float
    typewritten: bool


def typewritten(pieces: Sequence[Piece]) -> bool:
    """Whether most of a page's text is monospaced."""
    total = sum(len(piece.text) for piece in pieces)
    even = sum(len(piece.text) for piece in pieces if monospaced([piece]))
    return even > _TYPEWRITTEN * total


def fill_block(number: int, pieces: Sequence[Piece], page: Page) -> Made:
    """The block with this number, with the layer's words that are in its box."""
    block = page.blocks[number]
    if block.label is Label.IMAGE:
        return _picture(block, pieces, page)
    if block.label is Label.EQUATION:
        return _formula(block, pieces, page)
    if not any(piece.text for piece in pieces):
        return _wordless(number, page)
    words = " ".join(piece.text for piece in pieces)
    if block.markdown.strip() and not layer_wins(block.markdown, words, page.runs):
        return Made((block,), kept=True)
    if block.label is Label.TABLE:
        return _table(block, pieces, page)
    rows = block_rows(pieces)
    size = median(piece.size for piece in pieces)
    if has_math(block.markdown):
        text = join_lines([row.text for row in rows], vocabulary=page.vocabulary)
        mixed = words_around_math(block.markdown, text.split())
        if mixed is None:
            return Made((replace(block, size=size),), kept=True)
        return Made((replace(block, markdown=mixed, origin=Origin.TEXT_LAYER, size=size),))
    return _text(block, rows, size, page)


def _text(block: Block, rows: Sequence[Row], size: float, page: Page) -> Made:
    """A text-like block; listings in it, which models do not tell from prose, become code."""
    if block.label is Label.CODE:
        return Made((_worded(block, rows, size, page),), rows={0: rows})
    if block.label not in _MAYBE_CODE or page.typewritten:
        return Made((_worded(block, rows, size, page),))
    parts: list[Block] = []
    runs = listing_runs(rows)
    for listing, run in runs:
        box = block.box if len(runs) == 1 else extent([p for row in run for p in row.pieces])
        part = replace(block, box=box, label=Label.CODE if listing else block.label)
        parts.append(_worded(part, run, size, page))
    return Made(tuple(parts), rows={at: run for at, (_, run) in enumerate(runs)})


def _worded(block: Block, rows: Sequence[Row], size: float, page: Page) -> Block:
    """A text-like block with the words of its rows."""
    label = block.label
    columns = side_by_side([p for row in rows for p in row.pieces]) if label is Label.TEXT else []
    if label in _HEADINGS:
        marks = _HEADING_MARKS.match(block.markdown)
        level = len(marks.group(1)) if marks else _HEADINGS[label]
        markdown = heading(rows, level, vocabulary=page.vocabulary)
    elif label is Label.CODE:
        markdown = code(rows, block.markdown)
    elif label in MARGINALIA:
        markdown = escape_markdown(join_lines([r.text for r in rows], vocabulary=page.vocabulary))
    elif is_contents(rows):
        markdown = contents(rows, vocabulary=page.vocabulary)
    elif columns:
        markdown = "\n\n".join(lines(column) for column in columns)
    else:
        markdown = prose(rows, listed=label is Label.LIST, vocabulary=page.vocabulary)
    return replace(block, markdown=markdown, origin=Origin.TEXT_LAYER, size=size)


def loose(pieces: Sequence[Piece], page: Page) -> Made:
    """Words in no box as a block of their own, or as several where listings are among them.

    Running text, unless it is a short line at the page's very edge: that is a running head or foot,
    or the page's number; a line that runs up or down the page's side is an aside.
    """
    box = extent(pieces)
    rows = block_rows(pieces)
    size = median(piece.size for piece in pieces)
    text = " ".join(row.text for row in rows)
    label = Label.TEXT
    if size <= 1.2 * page.size and len(rows) == 1 and len(text) <= 100:
        if box.y1 < EDGE or box.y0 > 1.0 - EDGE:
            label = Label.HEADER if box.y1 < EDGE else Label.FOOTER
            label = Label.PAGE_NUMBER if _PAGE_NUMBER.fullmatch(text) else label
        elif box.height > 6 * size and (box.x1 < EDGE or box.x0 > 1.0 - EDGE):
            label = Label.ASIDE_TEXT
    return _text(Block(label, "", box), rows, size, page)


def _picture(block: Block, pieces: Sequence[Piece], page: Page) -> Made:
    box = block.box
    if not pieces or box is None:
        return Made((block,))
    if _is_dense(pieces, box):
        size = median(piece.size for piece in pieces)
        return _text(replace(block, label=Label.TEXT), block_rows(pieces), size, page)
    everything = box.area > _MOST_OF_PAGE
    groups = [g for g in grouped(pieces) if everything or _is_prose(g, box)]
    boxes = [extent(group) for group in groups]
    order = reading_order(boxes, median(piece.height for piece in pieces)) if groups else []
    read = [loose(groups[i], page).blocks for i in order if _says_something(groups[i])]
    return Made((block, *(each for blocks in read for each in blocks)))


def _formula(block: Block, pieces: Sequence[Piece], page: Page) -> Made:
    box = block.box
    if block.markdown.strip():
        number = next((p.text for p in pieces if EQUATION_NUMBER.fullmatch(p.text)), "")
        if number and not _NUMBERED.search(block.markdown):
            block = replace(block, markdown=_with_number(block.markdown, number))
        return Made((block,))
    if box is not None and pieces and _is_prose(pieces, box):
        return loose(pieces, page)
    around = union([b for b in (box, *(piece.box() for piece in pieces)) if b is not None])
    return Made((replace(block, label=Label.IMAGE, box=around),))


def _with_number(markdown: str, number: str) -> str:
    """A displayed formula with the number that stands beside it on the page."""
    text = markdown.rstrip()
    if not text.endswith("$$"):
        return markdown
    body = text[:-2].rstrip()
    ending = text[len(body) :]
    return f"{body} \\qquad {number}{ending}"


def _table(block: Block, pieces: Sequence[Piece], page: Page) -> Made:
    size = median(piece.size for piece in pieces)
    if not block.markdown.strip():
        markdown = table_from_layer(pieces)
        if not markdown:
            return _text(replace(block, label=Label.TEXT), block_rows(pieces), size, page)
        return Made((replace(block, markdown=markdown, origin=Origin.TEXT_LAYER, size=size),))
    filled = best_table(block.markdown, pieces)
    table = replace(block, markdown=filled.html, origin=Origin.TEXT_LAYER, size=size)
    left = " ".join(filled.unplaced)
    if not bare(left):
        return Made((table,))
    return Made(
        (table, Block(Label.TEXT, escape_markdown(left), block.box, (), None, table.origin, size))
    )


def _wordless(number: int, page: Page) -> Made:
    """A block for which the layer has nothing."""
    block = page.blocks[number]
    if block.markdown.strip():
        return Made((block,), kept=True)
    box = block.box
    if box is None or block.label in MARGINALIA:
        return Made(())
    covered = sum(
        box.overlap(other.box)
        for at, other in enumerate(page.blocks)
        if at != number and other.box is not None
    )
    if covered > _COVERED * box.area:
        return Made(())
    return Made((replace(block, label=Label.IMAGE, markdown="", caption_of=None),))


def _is_dense(pieces: Sequence[Piece], box: Box) -> bool:
    """Whether a picture's box is full of lines of text: contents, a notice in a frame."""
    rows = block_rows(pieces)
    full = sum(row.x1 - row.x0 > 0.6 * box.width for row in rows)
    covered = sum((row.x1 - row.x0) * row.size for row in rows)
    return covered > _DENSE * box.area and 2 * full >= len(rows)


def _is_prose(pieces: Sequence[Piece], box: Box) -> bool:
    """Whether words in a picture's or a formula's box are running text rather than labels."""
    rows = block_rows(pieces)
    full = [row for row in rows if row.x1 - row.x0 > 0.6 * box.width]
    text = "".join(row.text for row in full)
    signs = [c for c in text if not c.isspace()]
    letters = sum(c.isalpha() for c in signs)
    words = text.split()
    wide = sum(ord(c) >= 0x2E80 for c in signs)
    long = len(signs) >= 3.2 * len(words) and (len(words) >= 8 or wide >= 20)
    return bool(full) and 2 * len(full) >= len(rows) and letters > 0.8 * len(signs) and long


def _says_something(pieces: Sequence[Piece]) -> bool:
    return any(bare(piece.text) for piece in pieces)


def usual_size(pieces: Sequence[Piece]) -> float:
    """The size in which most of a page's characters are set."""
    counted: Counter[float] = Counter()
    for piece in pieces:
        counted[round(piece.size, 4)] += len(piece.text)
    return max(counted, key=lambda size: counted[size]) if counted else 0.0
