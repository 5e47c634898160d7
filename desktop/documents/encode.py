"""Pixels into the bytes of a page image, and a page image into its two halves."""

from __future__ import annotations

import io
from dataclasses import replace

from PIL import Image

from desktop.model.document import ImageFormat, PageImage
from desktop.model.geometry import Box

#: High enough that small letters keep their edges; above it files grow and nothing is read better.
_JPEG_QUALITY = 90
#: Four times as fast as the usual level, and no larger for pages of text.
_PNG_LEVEL = 1

#: The parts that ``split_image`` cuts: they share the twentieth of the page around its middle, so
#: that a line of text that lies there is whole in one of them. Rendering a page with one of these
#: as ``crop`` gives the same part from the document itself, without loss.
UPPER_HALF = Box(0.0, 0.0, 1.0, 0.525)
LOWER_HALF = Box(0.0, 0.475, 1.0, 1.0)


def encode(image: Image.Image, form: ImageFormat) -> bytes:
    """The bytes of an RGB or RGBX image."""
    out = io.BytesIO()
    if form is ImageFormat.JPEG:
        image.save(out, "JPEG", quality=_JPEG_QUALITY)
    else:
        image.convert("RGB").save(out, "PNG", compress_level=_PNG_LEVEL)
    return out.getvalue()


def split_image(image: PageImage) -> tuple[PageImage, PageImage]:
    """The upper and the lower half of a page image, with the overlap of their boxes.

    ``image`` must come from a ``Reader``: it is decoded in this process, which is safe only for
    bytes that Diptych itself has encoded. Page sizes stay those of the whole page.
    """
    with Image.open(io.BytesIO(image.data), formats=[image.format.name]) as whole:
        whole.load()
        return _part(whole, image, UPPER_HALF), _part(whole, image, LOWER_HALF)


def _part(whole: Image.Image, image: PageImage, box: Box) -> PageImage:
    part = whole.crop(box.to_pixels(whole.width, whole.height))
    return replace(image, data=encode(part, image.format), width=part.width, height=part.height)
