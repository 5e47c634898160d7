"""Pages of our own making, drawn as PDFs and rendered as a client would send them."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable, Sequence

import pypdfium2
from PIL import Image, ImageDraw
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
MARGIN = 60.0
LONG_EDGE = 1280

#: Characters as strokes in a unit square: no font with Chinese can be taken for granted.
_STROKES: dict[str, Sequence[tuple[float, float, float, float]]] = {
    "中": (
        (0.5, 0, 0.5, 1),
        (0.1, 0.22, 0.9, 0.22),
        (0.1, 0.22, 0.1, 0.62),
        (0.9, 0.22, 0.9, 0.62),
        (0.1, 0.62, 0.9, 0.62),
    ),
    "王": (
        (0.1, 0.1, 0.9, 0.1),
        (0.15, 0.5, 0.85, 0.5),
        (0.05, 0.9, 0.95, 0.9),
        (0.5, 0.1, 0.5, 0.9),
    ),
    "上": ((0.5, 0.05, 0.5, 0.92), (0.5, 0.45, 0.85, 0.45), (0.05, 0.92, 0.95, 0.92)),
    "下": ((0.05, 0.1, 0.95, 0.1), (0.5, 0.1, 0.5, 0.95), (0.5, 0.35, 0.8, 0.55)),
    "日": (
        (0.2, 0.05, 0.8, 0.05),
        (0.2, 0.05, 0.2, 0.95),
        (0.8, 0.05, 0.8, 0.95),
        (0.2, 0.5, 0.8, 0.5),
        (0.2, 0.95, 0.8, 0.95),
    ),
    "三": ((0.1, 0.1, 0.9, 0.1), (0.2, 0.5, 0.8, 0.5), (0.05, 0.9, 0.95, 0.9)),
    "十": ((0.05, 0.4, 0.95, 0.4), (0.5, 0.05, 0.5, 0.95)),
    "工": ((0.1, 0.12, 0.9, 0.12), (0.05, 0.9, 0.95, 0.9), (0.5, 0.12, 0.5, 0.9)),
}


class Sheet:
    """One page that is being drawn. Heights are points from the top."""

    def __init__(self) -> None:
        self._file = io.BytesIO()
        self.canvas = Canvas(self._file, pagesize=A4)

    def line(
        self,
        text: str,
        top: float,
        *,
        left: float = MARGIN,
        font: str = "Times-Roman",
        size: int = 11,
    ) -> None:
        """One line of text whose baseline lies ``top`` points below the page's edge."""
        self.canvas.setFont(font, size)
        self.canvas.drawString(left, HEIGHT - top, text)

    def centred(self, text: str, top: float, *, font: str = "Times-Roman", size: int = 11) -> None:
        """One line about the page's middle."""
        self.canvas.setFont(font, size)
        self.canvas.drawCentredString(WIDTH / 2, HEIGHT - top, text)

    def lines(self, texts: Sequence[str], top: float, *, left: float = MARGIN) -> float:
        """Lines under each other, broken as they are given; returns where the next would stand."""
        for text in texts:
            self.line(text, top, left=left)
            top += 14
        return top

    def paragraph(
        self, text: str, top: float, *, left: float = MARGIN, width: float = WIDTH - 2 * MARGIN
    ) -> float:
        """A paragraph broken to ``width``; returns where the next line would stand."""
        return self.lines(simpleSplit(text, "Times-Roman", 11, width), top, left=left)

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A thin line between two points, counted from the top."""
        self.canvas.line(x0, HEIGHT - y0, x1, HEIGHT - y1)

    def pdf(self) -> bytes:
        """The finished document."""
        self.canvas.showPage()
        self.canvas.save()
        return self._file.getvalue()

    def png(self, *, long_edge: int = LONG_EDGE) -> bytes:
        """The finished page as an image."""
        document = pypdfium2.PdfDocument(self.pdf())
        try:
            page = document[0]
            picture = page.render(scale=long_edge / HEIGHT).to_pil().convert("RGB")
        finally:
            document.close()
        return encoded(picture)


def drawn(draw: Callable[[Sheet], None]) -> bytes:
    """The page that ``draw`` draws, as PNG."""
    sheet = Sheet()
    draw(sheet)
    return sheet.png()


def encoded(picture: Image.Image, kind: str = "PNG") -> bytes:
    """A picture as a file's bytes."""
    file = io.BytesIO()
    picture.save(file, kind)
    return file.getvalue()


def data_url(data: bytes, kind: str = "png") -> str:
    """The picture as requests carry it."""
    return f"data:image/{kind};base64,{base64.b64encode(data).decode()}"


def strokes(picture: Image.Image, text: str, left: float, top: float, side: float = 26) -> None:
    """Chinese characters drawn stroke by stroke."""
    draw = ImageDraw.Draw(picture)
    for character in text:
        for x0, y0, x1, y1 in _STROKES[character]:
            ends = (left + x0 * side, top + y0 * side, left + x1 * side, top + y1 * side)
            draw.line(ends, fill="black", width=3)
        left += side + 5
