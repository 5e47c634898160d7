"""Pieces of a document as HTML, in two flavours: for people's browsers and for pandoc."""

from __future__ import annotations

import html
import re
from abc import ABC, abstractmethod

from desktop.export.html import MathRenderer, render_block, render_inline, render_table
from desktop.export.html_math import Formula
from desktop.model.assembled import Figure, Piece, PieceKind
from desktop.model.table import parse_table

_IS_TABLE = re.compile(r"\s*<table\b", re.IGNORECASE)
_APART = frozenset(
    {
        PieceKind.CAPTION,
        PieceKind.FOOTNOTE,
        PieceKind.ASIDE,
        PieceKind.MARGINAL,
        PieceKind.PAGE_MARK,
        PieceKind.MISSING,
    }
)


class Flavour(ABC):
    """What differs between the kinds of HTML that are made."""

    @abstractmethod
    def math(self, formula: Formula) -> str:
        """The HTML of one formula."""

    @abstractmethod
    def picture(self, figure: Figure) -> str | None:
        """The ``<img>`` of one figure; ``None`` if there is no picture to show."""

    @abstractmethod
    def apart(self, kind: PieceKind, content: str) -> str:
        """Paragraphs that stand apart from the running text, such as footnotes."""

    def finished(self, piece: Piece, markup: str) -> str:
        """The whole HTML of a piece, as it goes into the document."""
        return markup

    def render(self, piece: Piece) -> str:
        """The HTML of a piece."""
        return self.finished(piece, self._content(piece))

    def _content(self, piece: Piece) -> str:
        math: MathRenderer = self.math
        if piece.kind is PieceKind.HEADING:
            level = min(max(piece.level, 1), 6)
            words = render_inline(piece.markdown, math=math)
            return f'<h{level} dir="auto">{words}</h{level}>\n'
        if piece.kind is PieceKind.FIGURE and piece.figure is not None:
            return self._figure(piece, piece.figure)
        if piece.kind is PieceKind.TABLE:
            return self._table(piece)
        content = render_block(piece.markdown, math=math)
        if piece.kind in _APART:
            return self.apart(piece.kind, content)
        return content

    def _figure(self, piece: Piece, figure: Figure) -> str:
        captions = [render_inline(text, math=self.math) for text in piece.captions]
        lines = "".join(f'<p dir="auto">{caption}</p>' for caption in captions)
        picture = self.picture(figure)
        if picture is None:
            words = html.escape(missing_picture(figure))
            return self.apart(PieceKind.MISSING, f"<p>{words}</p>") + (
                self.apart(PieceKind.CAPTION, lines) if lines else ""
            )
        if lines:
            return f"<figure>{picture}<figcaption>{lines}</figcaption></figure>\n"
        return f"<p>{picture}</p>\n"

    def _table(self, piece: Piece) -> str:
        notes = "".join(
            self.apart(PieceKind.FOOTNOTE, render_block(note, math=self.math))
            for note in piece.notes
        )
        if _IS_TABLE.match(piece.markdown):
            table = parse_table(piece.markdown)
            shown = render_table(table, captions=piece.captions, math=self.math)
            return f"{shown}\n{notes}"
        # Somebody edited it into something else.
        captions = "".join(
            self.apart(PieceKind.CAPTION, render_block(caption, math=self.math))
            for caption in piece.captions
        )
        return captions + render_block(piece.markdown, math=self.math) + notes


def missing_picture(figure: Figure) -> str:
    """What stands where a picture should be that nobody could crop."""
    return f"[{figure.alt} is not available]"
