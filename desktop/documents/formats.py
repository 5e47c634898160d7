"""Which format a file has, told by its first bytes and never by its name."""

from __future__ import annotations

from desktop.model.document import DocumentKind

#: How many bytes of a file are enough to tell. A PDF's mark may lie anywhere in the first 1024
#: (ISO 32000-1, appendix H, note 13).
HEAD = 1024

#: BMP's mark is two letters that many texts begin with, so it proves nothing by itself.
WEAK = frozenset({DocumentKind.BMP})

_MARKS: tuple[tuple[bytes, DocumentKind], ...] = (
    (b"\x89PNG\r\n\x1a\n", DocumentKind.PNG),
    (b"\xff\xd8\xff", DocumentKind.JPEG),
    (b"GIF87a", DocumentKind.GIF),
    (b"GIF89a", DocumentKind.GIF),
    (b"II*\x00", DocumentKind.TIFF),
    (b"MM\x00*", DocumentKind.TIFF),
    (b"II+\x00", DocumentKind.TIFF),
    (b"MM\x00+", DocumentKind.TIFF),
    (b"BM", DocumentKind.BMP),
)


def sniff(head: bytes) -> DocumentKind | None:
    """The format that a file with these first ``HEAD`` bytes claims to have, or ``None``."""
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return DocumentKind.WEBP
    for mark, kind in _MARKS:
        if head.startswith(mark):
            return kind
    if b"%PDF-" in head[:HEAD]:
        return DocumentKind.PDF
    return None


def webp_size(head: bytes) -> tuple[int, int] | None:
    """Width and height in pixels from a WebP file's first bytes, or ``None``.

    Read here because the decoder takes memory for the whole canvas before it tells its size.
    Source: RFC 9649, sections 2.5 to 2.7; RFC 6386, section 9.1.
    """
    chunk, body = head[12:16], head[20:30]
    if len(body) < 10:
        return None
    if chunk == b"VP8X":
        return 1 + int.from_bytes(body[4:7], "little"), 1 + int.from_bytes(body[7:10], "little")
    if chunk == b"VP8L":
        bits = int.from_bytes(body[1:5], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if chunk == b"VP8 ":
        width, height = int.from_bytes(body[6:8], "little"), int.from_bytes(body[8:10], "little")
        return width & 0x3FFF, height & 0x3FFF
    return None
