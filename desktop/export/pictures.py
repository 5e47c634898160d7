"""Pictures of an export: where their bytes come from, how large they are to be shown."""

from __future__ import annotations

import struct
from collections.abc import Callable

from desktop.model.assembled import Figure

#: Gives the PNG of a figure at full resolution; ``None`` if it can't be had.
FigureSource = Callable[[Figure], bytes | None]

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
POINTS_PER_INCH = 72.0
#: Pages of a document are between a card and a poster; other sizes are pixels of a scan.
_PLAUSIBLE = (72.0, 2000.0)
#: What a page is taken to measure if nobody knows (A4).
_PAGE_WIDTH = 595.0


def png_size(data: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG in pixels, from its header; ``None`` if it is no PNG.

    Source: PNG specification, 11.2.1 (IHDR is the first chunk).
    """
    if len(data) < 24 or not data.startswith(PNG_SIGNATURE) or data[12:16] != b"IHDR":
        return None
    width, height = struct.unpack(">II", data[16:24])
    return (width, height) if width and height else None


def shown_size(
    figure: Figure, pixels: tuple[int, int], *, most_wide: float, most_high: float
) -> tuple[float, float]:
    """Width and height in points at which a picture is shown.

    As large as on its page, if that is known and plausible (a scan's "points" are pixels: then as
    large as on a page of A4), but no larger than ``most_wide`` × ``most_high`` points; with the
    proportions of ``pixels``.
    """
    page_width = figure.width / figure.box.width
    width = figure.width
    if not _PLAUSIBLE[0] <= page_width <= _PLAUSIBLE[1]:
        width = figure.box.width * _PAGE_WIDTH
    height = width * pixels[1] / pixels[0]
    scale = min(1.0, most_wide / width, most_high / height)
    return width * scale, height * scale
