"""A document's pieces in the three forms in which they are copied.

The HTML is for word processors: nothing but the oldest tags and attributes, since these are what
they understand. Tables have borders, merged cells stay merged; see ``copy_math`` for formulas.
"""

from __future__ import annotations

import base64
import html
from collections.abc import Callable
from dataclasses import dataclass

from desktop.export.html_math import Formula
from desktop.export.html_pieces import Flavour
from desktop.export.pictures import FigureSource, png_size, shown_size
from desktop.export.write_markdown import markdown_of
from desktop.export.write_text import text_of
from desktop.model.assembled import AssembledDocument, Figure, Piece, PieceKind
from desktop.model.cancel import CancelToken
from desktop.ui.text.copy_math import formula_html
from desktop.ui.text.view_blocks import direction_of

_TABLE = '<table border="1" cellspacing="0" cellpadding="4" style="border-collapse: collapse">'
#: CSS pixels per point, and the largest size of a picture in points.
_PIXELS = 96 / 72
_MOST_WIDE, _MOST_HIGH = 450.0, 650.0


@dataclass(frozen=True, slots=True)
class Copied:
    """The same content as rich text, as words, and as Markdown."""

    html: str
    plain: str
    markdown: str


def copied(
    document: AssembledDocument,
    *,
    figures: FigureSource | None = None,
    cancel: CancelToken | None = None,
) -> Copied:
    """A document in all forms; pictures only go along where ``figures`` gives them.

    Raises ``Cancelled``.
    """
    flavour = _WordFlavour(figures or _no_picture)
    markup, words, markdown = [], [], []
    for piece in document.pieces:
        if cancel is not None:
            cancel.raise_if_cancelled()
        markup.append(flavour.render(piece))
        words.append(text_of(piece))
        markdown.append(markdown_of(piece, "", lambda _: False))
    body = "".join(markup)
    return Copied(
        f'<html><head><meta charset="utf-8"></head><body>{body}</body></html>',
        "\n\n".join(part for part in words if part),
        "".join(markdown).strip("\n"),
    )


def _no_picture(_: Figure) -> bytes | None:
    return None


class _WordFlavour(Flavour):
    """HTML for word processors."""

    def __init__(self, figures: FigureSource) -> None:
        self._figures = figures

    def math(self, formula: Formula) -> str:
        return formula_html(formula)

    def picture(self, figure: Figure) -> str | None:
        data = self._figures(figure)
        pixels = png_size(data) if data is not None else None
        if data is None or pixels is None:
            return None
        width, height = shown_size(figure, pixels, most_wide=_MOST_WIDE, most_high=_MOST_HIGH)
        source = base64.b64encode(data).decode()
        return (
            f'<img src="data:image/png;base64,{source}" alt="{html.escape(figure.alt)}"'
            f' width="{width * _PIXELS:.0f}" height="{height * _PIXELS:.0f}">'
        )

    def apart(self, kind: PieceKind, content: str) -> str:
        return content

    def finished(self, piece: Piece, markup: str) -> str:
        # Word processors know no "auto": one direction for all of a piece.
        rtl = direction_of(piece.markdown or " ".join(piece.captions)) == "rtl"
        directed = markup.replace(' dir="auto"', ' dir="rtl"' if rtl else "")
        return directed.replace("<table>", _TABLE)


#: Gives the PNG of a block (an index) of a page (from 0); ``None`` if it can't be had.
BlockPicture = Callable[[int, int], bytes | None]


def figures_by_block(document: AssembledDocument, picture: BlockPicture) -> FigureSource:
    """Where the pictures of a document come from, found by the blocks that they are of."""
    places = {
        piece.figure: (piece.sources[0].page, piece.sources[0].block)
        for piece in document.pieces
        if piece.figure is not None and piece.sources
    }

    def find(figure: Figure) -> bytes | None:
        place = places.get(figure)
        return None if place is None else picture(*place)

    return find
