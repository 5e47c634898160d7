"""Documents, their pages as images, and the text that a PDF already carries."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from desktop.model.geometry import Box


class DocumentKind(StrEnum):
    """The formats that are opened, told by their content and never by their name."""

    PDF = "pdf"
    PNG = "png"
    JPEG = "jpeg"
    WEBP = "webp"
    BMP = "bmp"
    GIF = "gif"
    TIFF = "tiff"


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What tells a file from another, or from itself after a change.

    ``size`` in bytes, ``modified_ns`` as the file system gives it, ``sha256`` of the whole content
    in hexadecimal.
    """

    size: int
    modified_ns: int
    sha256: str


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """What opening a document told. ``title`` is the file's own, or empty."""

    path: Path
    kind: DocumentKind
    page_count: int
    fingerprint: Fingerprint
    encrypted: bool = False
    title: str = ""


class ImageFormat(StrEnum):
    """The two encodings that every OCR server takes; the value is the MIME type."""

    PNG = "image/png"
    JPEG = "image/jpeg"


@dataclass(frozen=True, slots=True)
class RenderRequest:
    """One page, or a part of it, as an image.

    ``page`` counts from 0. ``long_edge`` is the length in pixels of the longer side of the whole
    upright page; with ``crop`` only that part of it is encoded (so a crop of half the width is half
    as wide). ``rotation`` is added clockwise in degrees (0, 90, 180, 270) to what the file says.
    ``long_edge`` 0 means the resolution that the page itself has (the scan's own pixels, or
    200 dpi for drawn pages).
    """

    path: Path
    page: int
    long_edge: int
    password: str | None = None
    rotation: int = 0
    crop: Box | None = None
    format: ImageFormat = ImageFormat.JPEG


@dataclass(frozen=True, slots=True)
class PageImage:
    """An encoded image of an upright page or of a part of it.

    ``width`` and ``height`` in pixels, of this image. ``page_width`` and ``page_height`` in points
    (1/72 inch; for images their pixels), of the whole upright page. ``uniform`` says that the page
    is near-uniform, which is to say blank. ``notes`` are sentences for people, such as that an
    oversized page was scaled down.
    """

    data: bytes
    format: ImageFormat
    width: int
    height: int
    page_width: float
    page_height: float
    uniform: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of a PDF's text layer, in reading direction.

    ``size`` is the font size as a share of the page's height; ``bold`` as the font says.
    ``char_edges`` has, for each character of ``text``, the x of its left and right edge in page
    units, so that a line can be cut where a box ends.
    """

    text: str
    box: Box
    size: float
    bold: bool = False
    char_edges: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class TextLayer:
    """The text that a page of a PDF carries, cleaned of lone surrogates and control characters.

    ``unmapped`` is the share (0–1) of characters that have no Unicode value; a layer with many of
    them is garbage. ``invisible`` is the share drawn in invisible mode, which is how OCR programs
    put their text behind a scan.
    """

    lines: tuple[TextLine, ...]
    unmapped: float = 0.0
    invisible: float = 0.0

    @property
    def character_count(self) -> int:
        """How many characters that are no space the layer has."""
        return sum(1 for line in self.lines for c in line.text if not c.isspace())
