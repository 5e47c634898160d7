"""Documents made for the tests: ordinary ones by reportlab, odd and hostile ones by hand."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

Draw = Callable[[Canvas], None]

#: Longer than any page takes that a test means to be drawn.
HOPELESS = 9


def pdf(path: Path, *pages: Draw, size: tuple[float, float] = A4, encrypt: object = None) -> Path:
    """A PDF with one page for each function that draws one."""
    canvas = Canvas(str(path), pagesize=size, encrypt=encrypt, invariant=1)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return path


def text(
    words: str, x: float = 80, y: float = 600, size: float = 12, font: str = "Times-Roman"
) -> Draw:
    """A page with one line of text."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont(font, size)
        canvas.drawString(x, y, words)

    return draw


def dense(canvas: Canvas) -> None:
    """A page full of text."""
    lines = canvas.beginText(60, 780)
    lines.setFont("Times-Roman", 10)
    for number in range(55):
        lines.textLine(f"{number} It was a bright cold day in April, and the clocks were striking.")
    canvas.drawText(lines)


def stream(entries: str, data: bytes, *, compress: bool = False) -> bytes:
    """The body of a PDF stream object."""
    if compress:
        data, entries = zlib.compress(data, 9), f"{entries} /Filter /FlateDecode"
    return f"<< {entries} /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


def raw_pdf(path: Path, objects: Sequence[bytes | str]) -> Path:
    """A PDF of these objects, numbered from 1; the first must be the catalogue."""
    out = io.BytesIO(b"%PDF-1.7\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        encoded = body.encode() if isinstance(body, str) else body
        out.write(f"{number} 0 obj\n".encode() + encoded + b"\nendobj\n")
    start = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    out.writelines(f"{place:010} 00000 n \n".encode() for place in places)
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    out.write(trailer.encode())
    path.write_bytes(out.getvalue())
    return path


def slow_pdf(path: Path, *, levels: int = 9, times: int = 1) -> Path:
    """Three pages; to draw the second one takes hours: forms that draw forms that draw forms.

    With 2 ``levels`` it takes a few hundredths of a second for each of ``times``.
    """
    first_form = 9
    objects: list[bytes | str] = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R] /Count 3 /MediaBox [0 0 300 400] >>",
        "<< /Type /Page /Parent 2 0 R /Contents 6 0 R /Resources << >> >>",
        f"<< /Type /Page /Parent 2 0 R /Contents 7 0 R "
        f"/Resources << /XObject << /F {first_form} 0 R >> >> >>",
        "<< /Type /Page /Parent 2 0 R /Contents 8 0 R /Resources << >> >>",
        stream("", b"10 10 100 50 re f"),
        stream("", b"/F Do " * times),
        stream("", b"50 50 100 50 re f"),
    ]
    for level in range(levels):
        last = level == levels - 1
        content = b"0 0 9 9 re f 1 1 m 99 99 l S " * 20 if last else b"/F Do " * 20
        resources = "" if last else f"/XObject << /F {first_form + level + 1} 0 R >>"
        entries = f"/Type /XObject /Subtype /Form /BBox [0 0 300 400] /Resources << {resources} >>"
        objects.append(stream(entries, content))
    return raw_pdf(path, objects)


def one_page_pdf(
    path: Path, media_box: str, content: bytes = b"", resources: str = "", extra: str = ""
) -> Path:
    """A PDF of one page with this content."""
    return raw_pdf(
        path,
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            f"<< /Type /Page /Parent 2 0 R /MediaBox {media_box} /Contents 4 0 R "
            f"/Resources << {resources} >> {extra} >>",
            stream("", content),
        ],
    )


def bomb_png(path: Path, width: int, height: int, *, rows: int | None = None) -> Path:
    """A small PNG of very many black pixels, one bit each; it breaks off after ``rows``."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return len(data).to_bytes(4, "big") + body + zlib.crc32(body).to_bytes(4, "big")

    pixels = zlib.compress(bytes((1 + width // 8) * (height if rows is None else rows)), 1)
    header = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes((1, 0, 0, 0, 0))
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )
    return path


def endless_tiff(path: Path, pages: int) -> Path:
    """A TIFF of very many pages of one pixel each, which takes long to count."""
    tags = (
        (256, 1),
        (257, 1),
        (258, 8),
        (259, 1),
        (262, 1),
        (273, 8),
        (277, 1),
        (278, 1),
        (279, 1),
    )
    entries = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags)
    size = 2 + len(entries) + 4
    first = 12  # after the header and the one pixel that all pages share
    body = b"".join(
        struct.pack("<H", len(tags)) + entries + struct.pack("<I", first + (page + 1) * size)
        for page in range(pages)
    )
    path.write_bytes(struct.pack("<2sHI", b"II", 42, first) + bytes(4) + body[:-4] + bytes(4))
    return path


def decoded(data: bytes) -> Image.Image:
    """The pixels of a page image."""
    image = Image.open(io.BytesIO(data))
    image.load()
    return image
