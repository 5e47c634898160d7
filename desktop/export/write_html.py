"""A document as one HTML file that needs nothing else: pictures, formulas and style are inside.

No script, no connection: a Content-Security-Policy forbids both, and nothing in the file asks.
"""

from __future__ import annotations

import base64
import hashlib
import html
import re
from collections.abc import Callable, Iterator, Mapping
from importlib import resources
from pathlib import Path

from desktop.export.atomic import writing
from desktop.export.html import tex_as_text
from desktop.export.html_math import Formula
from desktop.export.html_pieces import Flavour, missing_picture
from desktop.export.mathml import to_mathml
from desktop.export.pictures import FigureSource, png_size, shown_size
from desktop.model.assembled import AssembledDocument, Figure, Piece, PieceKind
from desktop.model.cancel import CancelToken

#: After so many pieces their formulas are converted and all of it is written.
PIECES = 1_000
#: CSS pixels per point, and the largest size of a picture in points.
_PIXELS = 96 / 72
_MOST_WIDE, _MOST_HIGH = 540.0, 900.0
_PICTURE, _FORMULA = "\ufdd4", "\ufdd5"
_HELD = re.compile(f"([{_PICTURE}{_FORMULA}])(\\d+);")


def write_html(
    document: AssembledDocument,
    target: Path,
    *,
    figures: FigureSource,
    cancel: CancelToken | None = None,
    progress: Callable[[float], None] | None = None,
) -> None:
    """Write the document as one HTML file. Raises ``ExportError``, ``Cancelled``."""
    count = len(document.pieces)
    with writing(target) as stream:
        stream.write(_head(document.title).encode(errors="replace"))
        for start in range(0, count, PIECES):
            flavour = _PageFlavour(figures)
            parts = []
            for index in range(start, min(start + PIECES, count)):
                if cancel is not None:
                    cancel.raise_if_cancelled()
                parts.append(flavour.render(document.pieces[index]))
            maths = to_mathml(flavour.formulas, cancel=cancel)
            for part in parts:
                for words in flavour.resolved(part, maths):
                    stream.write(words.encode(errors="replace"))
            if progress is not None:
                progress(min(start + PIECES, count) / count)
        stream.write(b"</main>\n</body>\n</html>\n")


def _head(title: str) -> str:
    style = resources.files("desktop.export").joinpath("document.css").read_text(encoding="utf-8")
    # Only this very stylesheet may be applied.
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'"
    return (
        "<!DOCTYPE html>\n<html>\n<head>\n"
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{html.escape(policy)}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title dir="auto">{html.escape(title or "Document")}</title>\n'
        f"<style>{style}</style>\n</head>\n<body>\n<main>\n"
    )


class _PageFlavour(Flavour):
    """HTML for browsers; formulas and pictures are held until a number of pieces is written."""

    def __init__(self, figures: FigureSource) -> None:
        self.formulas: list[Formula] = []
        self._figures: list[Figure] = []
        self._source = figures

    def math(self, formula: Formula) -> str:
        self.formulas.append(formula)
        return f"{_FORMULA}{len(self.formulas) - 1};"

    def picture(self, figure: Figure) -> str:
        self._figures.append(figure)
        return f"{_PICTURE}{len(self._figures) - 1};"

    def apart(self, kind: PieceKind, content: str) -> str:
        return f'<div class="{kind.value.replace("_", "-")}">{content}</div>\n'

    def finished(self, piece: Piece, markup: str) -> str:
        if piece.kind is PieceKind.TABLE:
            return f'<div class="table">{markup}</div>\n'
        return markup

    def resolved(self, markup: str, maths: Mapping[Formula, str]) -> Iterator[str]:
        """The HTML bit by bit, with its formulas and pictures in it."""
        position = 0
        for match in _HELD.finditer(markup):
            yield markup[position : match.start()]
            position = match.end()
            number = int(match[2])
            if match[1] == _FORMULA:
                formula = self.formulas[number]
                yield maths.get(formula) or tex_as_text(formula)
            else:
                yield self._img(self._figures[number])
        yield markup[position:]

    def _img(self, figure: Figure) -> str:
        data = self._source(figure)
        pixels = png_size(data) if data is not None else None
        if data is None or pixels is None:
            return f'<span class="missing">{html.escape(missing_picture(figure))}</span>'
        width, height = shown_size(figure, pixels, most_wide=_MOST_WIDE, most_high=_MOST_HIGH)
        source = base64.b64encode(data).decode()
        return (
            f'<img src="data:image/png;base64,{source}" alt="{html.escape(figure.alt)}"'
            f' width="{width * _PIXELS:.0f}" height="{height * _PIXELS:.0f}">'
        )
