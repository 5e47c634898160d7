"""Paragraphs that go on in the next column, or that the layout model broke, made whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop.builtin.dialect import Piece
from desktop.text import join_lines

#: What ends a paragraph.
_ENDS = tuple('.!?:;。！？：；”")]…')
#: Names and addresses end openly too; a half of a paragraph has at least so many characters.
SHORTEST = 40
#: What can stand between the two halves of a paragraph without ending it.
_FLOATS = frozenset(
    {"image", "image_caption", "table", "table_caption", "footnote", "header", "footer"}
    | {"page_number"}
)


def joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces in order, but halves of one paragraph as one piece with several boxes.

    A text is held back until it is clear that it does not go on; figures and the like that come
    between its halves follow it.
    """
    held: Piece | None = None
    between: list[Piece] = []
    for piece in pieces:
        if held is not None and piece.label in _FLOATS:
            between.append(piece)
            continue
        if held is not None and _goes_on(held, piece):
            content = join_lines((held.content, piece.content))
            held = Piece("text", (*held.rects, *piece.rects), content)
            continue
        if held is not None:
            yield held
        yield from between
        held, between = None, []
        open_end = not piece.content.endswith(_ENDS) and len(piece.content) >= SHORTEST
        if piece.label == "text" and open_end:
            held = piece
        else:
            yield piece
    if held is not None:
        yield held
    yield from between


def _goes_on(first: Piece, second: Piece) -> bool:
    """Whether a text that does not end goes on in a second one: that begins in lower case."""
    return second.label == "text" and second.content[:1].islower()
