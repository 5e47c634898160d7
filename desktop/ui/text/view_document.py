"""A whole document for the view: one long page whose parts are made when they come near.

The page that is loaded has an empty section for each portion, as high as the portion is guessed to
be. Our script asks for those near what is seen, and empties those that are far again: a document
of a thousand pages costs the view no more than one of ten.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QCoreApplication

from desktop.assembly import assemble
from desktop.export.html_math import Formula
from desktop.export.html_pieces import Flavour
from desktop.model.assembled import AssembledDocument, Figure, Piece, PieceKind
from desktop.model.blocks import PageResult
from desktop.model.cancel import CancelToken
from desktop.model.options import AssemblyOptions
from desktop.ui.said import said
from desktop.ui.text.math import Typesetter
from desktop.ui.text.view_blocks import Held, direction_of, picture_html

#: A portion is whole pages with at least so many characters (of Markdown).
PORTION = 9_000
#: What a piece and its characters are guessed to take, in CSS pixels.
_PIECE_HEIGHT, _LINE_HEIGHT, _LINE_LENGTH, _PICTURE_HEIGHT = 22, 25, 82, 300


@dataclass(frozen=True, slots=True)
class Portion:
    """Some pages of a document: their pieces and the first and last page (from 0)."""

    pieces: tuple[Piece, ...]
    first: int
    last: int

    @property
    def height(self) -> int:
        """A guess at how high it will be, in CSS pixels."""
        total = 0
        for piece in self.pieces:
            lines = -(-len(piece.markdown) // _LINE_LENGTH)
            picture = _PICTURE_HEIGHT if piece.figure is not None else 0
            total += _PIECE_HEIGHT + lines * _LINE_HEIGHT + picture
        return total


@dataclass(frozen=True, slots=True)
class Whole:
    """An assembled document in portions. ``pages`` are the pages in it, ``missing`` those not."""

    document: AssembledDocument
    portions: tuple[Portion, ...]
    pages: int
    missing: int
    sizes: Mapping[int, tuple[float, float]] = field(default_factory=dict)


def assemble_whole(
    results: Iterable[PageResult],
    missing: Mapping[int, str],
    *,
    title: str,
    cancel: CancelToken | None = None,
) -> Whole:
    """Join the pages to a document. Takes a while for a long one; raises ``Cancelled``."""
    sizes: dict[int, tuple[float, float]] = {}

    def watched() -> Iterable[PageResult]:
        for result in results:
            if cancel is not None:
                cancel.raise_if_cancelled()
            if result.page_width > 0:
                sizes[result.page] = (result.page_width, result.page_height)
            yield result

    document = assemble(watched(), AssemblyOptions(), title=title, missing=missing)
    return Whole(
        document,
        tuple(_portions(document.pieces)),
        document.page_count - len(missing),
        len(missing),
        sizes,
    )


def _portions(pieces: Sequence[Piece]) -> Iterable[Portion]:
    gathered: list[Piece] = []
    length = 0
    for piece in pieces:
        if gathered and length >= PORTION and piece.page != gathered[-1].page:
            yield Portion(tuple(gathered), gathered[0].page, gathered[-1].page)
            gathered, length = [], 0
        gathered.append(piece)
        length += len(piece.markdown) + (PORTION // 10 if piece.figure is not None else 0)
    if gathered:
        yield Portion(tuple(gathered), gathered[0].page, gathered[-1].page)


def sections_html(whole: Whole) -> str:
    """The empty sections of a document."""
    return "".join(
        f'<section data-k="{k}" data-first="{portion.first}" data-last="{portion.last}"'
        f' style="min-height:{portion.height}px"></section>\n'
        for k, portion in enumerate(whole.portions)
    )


def portion_html(
    whole: Whole, k: int, typesetter: Typesetter, *, cancel: CancelToken | None = None
) -> str:
    """The HTML of one portion. Blocks for formulas; raises ``Cancelled``."""
    portion = whole.portions[k]
    held = Held()
    flavour = _ViewFlavour(held, whole.sizes)
    parts: list[str] = []
    page = whole.portions[k - 1].last if k else -1
    for piece in portion.pieces:
        if cancel is not None:
            cancel.raise_if_cancelled()
        if piece.page != page:
            page = piece.page
            parts.append(_page_start(page))
        if piece.kind is PieceKind.MISSING:
            piece = replace(piece, markdown=said(piece.markdown))
        parts.append(flavour.render(piece))
    return "".join(held.fill(parts, lambda formulas: typesetter.render(formulas, cancel=cancel)))


def _page_start(page: int) -> str:
    words = QCoreApplication.translate("RenderedView", "Page {number}").format(number=page + 1)
    return f'<div class="page-start" id="page-{page + 1}">{html.escape(words)}</div>\n'


class _ViewFlavour(Flavour):
    """Pieces that say which blocks they come from."""

    def __init__(self, held: Held, sizes: Mapping[int, tuple[float, float]]) -> None:
        self._held = held
        self._sizes = sizes
        self._piece: Piece | None = None

    def render(self, piece: Piece) -> str:
        self._piece = piece
        return super().render(piece)

    def math(self, formula: Formula) -> str:
        return self._held(formula)

    def picture(self, figure: Figure) -> str | None:
        if self._piece is None or not self._piece.sources:
            return None
        source = self._piece.sources[0]
        width, height = self._sizes.get(source.page, (0.0, 0.0))
        words = QCoreApplication.translate("RenderedView", "Figure {number} on page {page}")
        alt = words.format(number=figure.order, page=figure.page + 1)
        address = f"/figure/{source.page}/{source.block}"
        return picture_html(address, figure.box, width, height, alt)

    def apart(self, kind: PieceKind, content: str) -> str:
        return f'<div class="{kind.value.replace("_", "-")}">{content}</div>'

    def finished(self, piece: Piece, markup: str) -> str:
        shown = f'<div class="wide">{markup}</div>' if piece.kind is PieceKind.TABLE else markup
        places = [f"{source.page}:{source.block}" for source in piece.sources]
        if not places:
            return f'<div class="block">{shown}</div>\n'
        first = piece.sources[0]
        also = f' data-also="{" ".join(places[1:])}"' if places[1:] else ""
        way = "ltr" if piece.kind is PieceKind.CODE else direction_of(piece.markdown)
        return (
            f'<div class="block {piece.kind.value}" data-p="{first.page}" data-b="{first.block}"'
            f'{also} dir="{way}">{shown}</div>\n'
        )
