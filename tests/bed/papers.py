"""Documents for tests of the whole way: small PDFs whose pages differ from each other."""

from __future__ import annotations

import io
from collections.abc import Collection
from pathlib import Path

from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

#: A4 in points.
WIDTH, HEIGHT = 595.0, 842.0


def scanned_pdf(path: Path, pages: int, *, blank: Collection[int] = ()) -> Path:
    """A PDF of pictures without a text layer, each page with its number drawn large.

    The pages in ``blank`` (from 0) have nothing on them.
    """
    canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT), pageCompression=1)
    for page in range(pages):
        if page not in blank:
            canvas.drawImage(ImageReader(_picture(page)), 0, 0, WIDTH, HEIGHT)
        canvas.showPage()
    canvas.save()
    return path


def _picture(page: int) -> io.BytesIO:
    image = Image.new("L", (300, 424), 255)
    draw = ImageDraw.Draw(image)
    draw.text((60, 100), f"Page {page + 1}", fill=0, font_size=40)
    for line in range(8):
        draw.rectangle((30, 180 + 24 * line, 270 - (page * 7 + line * 13) % 90, 188 + 24 * line), 0)
    out = io.BytesIO()
    image.save(out, "PNG")
    out.seek(0)
    return out


def written_pdf(path: Path, pages: int, *, password: str | None = None) -> Path:
    """A PDF with a good text layer: a heading and a paragraph on each page."""
    canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT), encrypt=password)
    for page in range(pages):
        canvas.setFont("Helvetica-Bold", 20)
        canvas.drawString(72, 760, f"Chapter {page + 1} of the book")
        canvas.setFont("Helvetica", 11)
        for line in range(12):
            canvas.drawString(
                72,
                720 - 15 * line,
                f"Line {line + 1} of page {page + 1} tells a little of the story.",
            )
        canvas.showPage()
    canvas.save()
    return path
