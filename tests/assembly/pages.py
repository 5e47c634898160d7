"""Pages and blocks in few words, for tests."""

from __future__ import annotations

from desktop.model.assembled import AssembledDocument, Piece, PieceKind
from desktop.model.blocks import Block, Label, PageResult
from desktop.model.geometry import Box


def page(number: int, *blocks: Block) -> PageResult:
    """The result of page ``number`` (from 0), A4."""
    return PageResult(number, blocks, page_width=595.0, page_height=842.0)


def block(
    label: Label,
    markdown: str = "",
    *,
    at: tuple[float, float, float, float] | None = None,
    of: int | None = None,
    size: float = 0.0,
) -> Block:
    """A block; ``at`` is its box, ``of`` the block that it is a caption of."""
    return Block(label, markdown, Box(*at) if at else None, caption_of=of, size=size)


def text(markdown: str, *, top: float | None = None, height: float = 0.05) -> Block:
    """A paragraph, over the whole width if its ``top`` is given."""
    at = (0.1, top, 0.9, top + height) if top is not None else None
    return block(Label.TEXT, markdown, at=at)


def title(markdown: str, *, size: float = 0.0, top: float | None = None) -> Block:
    at = (0.1, top, 0.9, top + 0.03) if top is not None else None
    return block(Label.TITLE, markdown, size=size, at=at)


def sub_title(markdown: str, *, size: float = 0.0, top: float | None = None) -> Block:
    at = (0.1, top, 0.9, top + 0.03) if top is not None else None
    return block(Label.SUB_TITLE, markdown, size=size, at=at)


def headings(document: AssembledDocument) -> list[tuple[int, str]]:
    """The outline."""
    return [(p.level, p.markdown) for p in document.pieces if p.kind is PieceKind.HEADING]


def of_kind(document: AssembledDocument, kind: PieceKind) -> list[Piece]:
    """The pieces of one kind."""
    return [piece for piece in document.pieces if piece.kind is kind]


def words(document: AssembledDocument) -> list[str]:
    """The Markdown of all pieces in order."""
    return [piece.markdown for piece in document.pieces]
