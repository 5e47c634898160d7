"""One document made of pages, before it becomes a file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.model.geometry import Box


class FigureKind(StrEnum):
    """What a cropped picture shows."""

    FIGURE = "figure"
    #: A formula that nobody could write as LaTeX.
    EQUATION = "equation"


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture that is to be cropped from a page.

    ``name`` is the file's name, made of the page (from 1) and the order on it and of nothing else,
    as ``page-003-figure-1.png``. ``page`` counts from 0. ``width`` and ``height`` are those of the
    crop in points (1/72 inch), 0 where the page's size is not known.
    """

    name: str
    page: int
    box: Box
    kind: FigureKind = FigureKind.FIGURE
    order: int = 1
    width: float = 0.0
    height: float = 0.0

    @property
    def alt(self) -> str:
        """A few words to stand where the picture can't be seen."""
        return f"{self.kind.value.capitalize()} {self.order} on page {self.page + 1}"


class PieceKind(StrEnum):
    """What a part of a document is."""

    HEADING = "heading"
    TEXT = "text"
    LIST = "list"
    EQUATION = "equation"
    CODE = "code"
    FIGURE = "figure"
    TABLE = "table"
    #: A caption whose figure or table is not known.
    CAPTION = "caption"
    FOOTNOTE = "footnote"
    ASIDE = "aside"
    #: A running header or footer or a page number that was to be kept.
    MARGINAL = "marginal"
    #: Says where a page begins.
    PAGE_MARK = "page_mark"
    #: Says that something of a page is not here: the page failed, a picture could not be found.
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a piece comes from: ``block`` is an index into the blocks of ``page`` (from 0)."""

    page: int
    block: int


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of a document, in reading order.

    ``markdown`` as in a block: GitHub-flavoured, math as ``$…$``, a table as one HTML ``<table>``,
    a heading without its hashes. ``page`` is where it begins, from 0. ``level`` is a heading's, 1
    to 6. ``captions`` and ``notes`` are a figure's or a table's, as Markdown. A figure has no
    Markdown and ``figure`` instead.
    """

    kind: PieceKind
    markdown: str
    page: int
    level: int = 0
    figure: Figure | None = None
    captions: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class MissingPage:
    """A page that could not be read, and why; ``page`` counts from 0."""

    page: int
    reason: str


@dataclass(frozen=True, slots=True)
class AssembledDocument:
    """Pages joined to one document.

    ``title`` is plain text, of the document's own title heading if it has one. ``page_count`` is
    the number of pages that went in, the missing ones included.
    """

    title: str
    pieces: tuple[Piece, ...]
    page_count: int
    missing: tuple[MissingPage, ...] = ()

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All pictures, in reading order."""
        return tuple(piece.figure for piece in self.pieces if piece.figure is not None)
