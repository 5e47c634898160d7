"""Pictures as they come in requests: PNG and JPEG in data URLs, nothing fetched."""

from __future__ import annotations

import base64
import binascii
import io
import re
import warnings

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from desktop.builtin.arrays import Pixels
from desktop.builtin.problems import too_large, wrong_request

#: More pixels than an A3 page has at 600 dpi.
MOST_PIXELS = 80_000_000
#: Anything smaller on either side shows no text.
LEAST_SIDE = 4

_DATA_URL = re.compile(r"data:image/(?:png|jpe?g);base64,", re.IGNORECASE)
#: What Pillow raises for damaged files of the two formats.
_DAMAGE = (OSError, ValueError, SyntaxError, MemoryError, EOFError)


def image_bytes(url: str) -> bytes:
    """The encoded picture in a data URL; raises ``Problem`` for anything else."""
    start = _DATA_URL.match(url)
    if start is None:
        raise wrong_request(
            "The image must be a data URL: data:image/png;base64,… or data:image/jpeg;base64,…",
            parameter="messages",
            code="invalid_image_url",
        )
    try:
        return base64.b64decode(url[start.end() :], validate=True)
    except (binascii.Error, ValueError):
        raise wrong_request(
            "The image's data URL is not base64.", parameter="messages", code="invalid_image_url"
        ) from None


def check_image(data: bytes) -> tuple[int, int]:
    """Width and height as the file's head says; raises ``Problem`` if we don't take it."""
    with _opened(data) as picture:
        width, height = picture.size
    if width * height > MOST_PIXELS:
        raise too_large(f"The image has {width} × {height} pixels; {MOST_PIXELS} are the most.")
    if min(width, height) < LEAST_SIDE:
        raise wrong_request(
            f"The image has only {width} × {height} pixels.",
            parameter="messages",
            code="invalid_image",
        )
    return width, height


def decoded(data: bytes) -> Pixels:
    """The picture upright, transparent parts white; raises ``Problem`` if it is damaged."""
    with _opened(data) as picture:
        try:
            upright = ImageOps.exif_transpose(picture)
            if "A" in upright.getbands() or "transparency" in upright.info:
                layer = upright.convert("RGBA")
                paper = Image.new("RGBA", layer.size, "white")
                upright = Image.alpha_composite(paper, layer)
            rgb = np.asarray(_eight_bit(upright).convert("RGB"))
        except _DAMAGE:
            raise _damaged() from None
    return np.ascontiguousarray(rgb[:, :, ::-1])


def _eight_bit(picture: Image.Image) -> Image.Image:
    """Pillow clips 16-bit grey when it converts; this scales it."""
    if picture.mode.startswith("I;16"):
        return picture.point(lambda value: value / 257, "L")
    return picture


def _opened(data: bytes) -> Image.Image:
    try:
        with warnings.catch_warnings():
            # We have our own limit, which does not merely warn.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            return Image.open(io.BytesIO(data), formats=("PNG", "JPEG"))
    except (UnidentifiedImageError, Image.DecompressionBombError, *_DAMAGE):
        raise _damaged() from None


def _damaged() -> Exception:
    return wrong_request(
        "The image is neither a PNG nor a JPEG file, or it is damaged.",
        parameter="messages",
        code="invalid_image",
    )
