"""Picture files: PNG, JPEG, WebP, BMP, the first frame of a GIF, all pages of a TIFF.

Runs in a child process only: decoders of pictures have been attacked for as long as they exist.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from pathlib import Path

from PIL import (
    BmpImagePlugin,
    ExifTags,
    GifImagePlugin,
    Image,
    ImageFile,
    JpegImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)

from desktop.documents import complaints
from desktop.documents.formats import HEAD, WEAK, webp_size
from desktop.documents.limits import Limits
from desktop.documents.opened import Drawn, Facts
from desktop.documents.sizing import plan_raster
from desktop.errors import PageUnreadable
from desktop.model.document import DocumentKind, RenderRequest, TextLayer
from desktop.model.geometry import Box

#: The one decoder for each format: ``Image.open`` would try formats that nobody asked for.
_OPENERS: dict[DocumentKind, Callable[[str], ImageFile.ImageFile]] = {
    DocumentKind.PNG: PngImagePlugin.PngImageFile,
    DocumentKind.JPEG: JpegImagePlugin.JpegImageFile,
    DocumentKind.WEBP: WebPImagePlugin.WebPImageFile,
    DocumentKind.BMP: BmpImagePlugin.BmpImageFile,
    DocumentKind.GIF: GifImagePlugin.GifImageFile,
    DocumentKind.TIFF: TiffImagePlugin.TiffImageFile,
}
#: What Pillow's decoders raise for broken files, by their own code; there is no common base.
_BROKEN = (
    OSError,
    EOFError,
    SyntaxError,
    ValueError,
    TypeError,
    LookupError,
    ArithmeticError,
    AttributeError,
    RuntimeError,
    struct.error,
    zlib.error,
)

#: TIFF 6.0, tag NewSubfileType: bit 0 marks a smaller copy of another page.
_SUBFILE_TYPE = 254
_SMALLER_COPY = 1

_T = Image.Transpose
#: What turns a picture upright, by its EXIF orientation (CIPA DC-008, tag 0x0112).
_UPRIGHT: dict[int, _T] = {
    2: _T.FLIP_LEFT_RIGHT,
    3: _T.ROTATE_180,
    4: _T.FLIP_TOP_BOTTOM,
    5: _T.TRANSPOSE,
    6: _T.ROTATE_270,
    7: _T.TRANSVERSE,
    8: _T.ROTATE_90,
}
#: Pillow turns counter-clockwise, a request clockwise.
_CLOCKWISE: dict[int, _T] = {90: _T.ROTATE_270, 180: _T.ROTATE_180, 270: _T.ROTATE_90}
_SIDES_EXCHANGED = frozenset({_T.TRANSPOSE, _T.ROTATE_270, _T.TRANSVERSE, _T.ROTATE_90})


class PictureFile:
    """A picture file, told by its header. Each page is decoded anew when it is drawn.

    Raises ``DocumentDamaged``, or ``NotADocument`` where the first bytes prove nothing.
    """

    def __init__(self, path: Path, kind: DocumentKind, limits: Limits) -> None:
        self._path = path
        self._kind = kind
        self._limits = limits
        Image.MAX_IMAGE_PIXELS = limits.decoded_pixels
        self._check_webp()
        self._image = self._open()
        try:
            self._frames = _frames(self._image) if kind is DocumentKind.TIFF else [0]
        except _BROKEN as error:
            self.close()
            raise complaints.damaged(path, str(error)) from None
        if not self._frames:
            self.close()
            raise complaints.no_pages(path)
        self.facts = Facts(kind, len(self._frames))

    def close(self) -> None:
        """Let go of the file."""
        self._image.close()

    def draw(self, request: RenderRequest) -> Drawn:
        """See ``OpenDocument.draw``."""
        if not 0 <= request.page < len(self._frames):
            raise complaints.page_missing(self._path, request.page, len(self._frames))
        try:
            return self._draw(request)
        except Image.DecompressionBombError:
            raise self._too_large(request.page, *self._image.size) from None
        except _BROKEN as error:
            if len(self._frames) == 1:
                raise complaints.damaged(self._path, str(error)) from None
            raise complaints.page_damaged(self._path, request.page, str(error)) from None

    def text_layer(self, page: int, rotation: int) -> TextLayer:
        """A picture carries no text."""
        return TextLayer(())

    def _draw(self, request: RenderRequest) -> Drawn:
        image = self._image
        if self._kind is DocumentKind.TIFF:
            image.seek(self._frames[request.page])
        else:
            # Loading closes these files; their header is read again in no time.
            image = self._image = self._open()
        reducible = self._kind is DocumentKind.JPEG
        if not reducible:
            self._check_pixels(request.page, image)
        turns = self._turns(image, request.rotation)
        exchanged = sum(turn in _SIDES_EXCHANGED for turn in turns) % 2 == 1
        width, height = reversed(image.size) if exchanged else image.size
        raster = plan_raster(
            width, height, request.long_edge or max(width, height), request.crop, self._limits
        )
        page_edge = max(raster.page_width, raster.page_height)
        page = (raster.page_width, raster.page_height)
        window = (raster.width, raster.height)
        corners = _window(
            Box(
                raster.left / raster.page_width,
                raster.top / raster.page_height,
                (raster.left + raster.width) / raster.page_width,
                (raster.top + raster.height) / raster.page_height,
            ),
            turns,
        )
        if reducible:
            image.draft("RGB", page[::-1] if exchanged else page)
            self._check_pixels(request.page, image)
        image.load()
        drawn = _resized(_plain(image), window[::-1] if exchanged else window, corners)
        drawn = _on_white(drawn)
        for turn in turns:
            drawn = drawn.transpose(turn)
        notes = (raster.note,) if raster.note else ()
        return Drawn(drawn.convert("RGB"), page_edge, float(width), float(height), notes)

    def _open(self) -> ImageFile.ImageFile:
        try:
            return _OPENERS[self._kind](str(self._path))
        except (FileNotFoundError, PermissionError) as error:
            raise complaints.missing(self._path, error) from None
        except _BROKEN as error:
            if self._kind in WEAK:
                raise complaints.not_a_document(self._path) from None
            raise complaints.damaged(self._path, str(error)) from None

    def _turns(self, image: Image.Image, rotation: int) -> list[_T]:
        """What to do with the decoded picture so that it is upright as asked for."""
        turns = []
        # A TIFF's orientation is applied by Pillow itself.
        if self._kind is not DocumentKind.TIFF:
            upright = _UPRIGHT.get(_orientation(image))
            turns += [upright] if upright is not None else []
        if rotation:
            turns.append(_CLOCKWISE[rotation])
        return turns

    def _check_pixels(self, page: int, image: Image.Image) -> None:
        if image.width * image.height > self._limits.decoded_pixels:
            raise self._too_large(page, image.width, image.height)

    def _too_large(self, page: int, width: int, height: int) -> PageUnreadable:
        limit = self._limits.decoded_pixels
        return complaints.page_too_large(self._path, page, width, height, limit)

    def _check_webp(self) -> None:
        if self._kind is not DocumentKind.WEBP:
            return
        with self._path.open("rb") as file:
            size = webp_size(file.read(HEAD))
        if size is not None and size[0] * size[1] > self._limits.decoded_pixels:
            raise self._too_large(0, *size)


def _frames(image: ImageFile.ImageFile) -> list[int]:
    """The frames of a TIFF that are pages. A chain that breaks ends in one page that is damaged."""
    frames: list[int] = []
    index = 0
    while True:
        try:
            image.seek(index)
        except EOFError:
            return frames
        except _BROKEN:
            return [*frames, index]
        subfile = getattr(image, "tag_v2", {}).get(_SUBFILE_TYPE, 0)
        if not (isinstance(subfile, int) and subfile & _SMALLER_COPY):
            frames.append(index)
        index += 1


def _orientation(image: Image.Image) -> int:
    try:
        return int(image.getexif().get(ExifTags.Base.Orientation, 1))
    except _BROKEN:
        return 1  # notes about a picture that are broken do not break the picture


def _window(box: Box, turns: list[_T]) -> tuple[float, float, float, float]:
    """Where a box of the upright page lies on the decoded picture, in shares of its sides."""
    corners = [(box.x0, box.y0), (box.x1, box.y1)]
    for turn in reversed(turns):
        corners = [_before(turn, x, y) for x, y in corners]
    (x0, y0), (x1, y1) = corners
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _before(turn: _T, x: float, y: float) -> tuple[float, float]:
    """Where a point was before a turn, in shares of the sides."""
    match turn:
        case _T.FLIP_LEFT_RIGHT:
            return 1 - x, y
        case _T.FLIP_TOP_BOTTOM:
            return x, 1 - y
        case _T.ROTATE_180:
            return 1 - x, 1 - y
        case _T.TRANSPOSE:
            return y, x
        case _T.TRANSVERSE:
            return 1 - y, 1 - x
        case _T.ROTATE_90:
            return 1 - y, x
        case _T.ROTATE_270:
            return y, 1 - x


def _plain(image: Image.Image) -> Image.Image:
    """The picture in 8 bits as grey (L), colour (RGB) or either with transparency (RGBA)."""
    if image.has_transparency_data:
        return image.convert("RGBA")
    match image.mode:
        case "L" | "RGB":
            return image
        case "1":
            return image.convert("L")
        case "I" | "F" | "I;16" | "I;16L" | "I;16B" | "I;16N":
            return _eight_bits(image)
        case _:
            return image.convert("RGB")


def _eight_bits(image: Image.Image) -> Image.Image:
    """Grey of more than 8 bits, or of floats, brought to 0–255 by its likely range."""
    deep = image if image.mode in ("I", "F") else image.convert("I")
    low, high = deep.getextrema()
    if isinstance(low, tuple) or isinstance(high, tuple):
        raise ValueError("grey with several bands")
    if image.mode == "F" and high <= 1:
        top = 1.0
    elif image.mode.startswith("I;16") or 255 < high <= 65535:
        top = 65535.0
    else:
        top = max(255.0, float(high))
    bottom = min(0.0, float(low))
    scale = 255 / (top - bottom)
    return deep.convert("F").point(lambda value: value * scale - bottom * scale).convert("L")


def _resized(
    image: Image.Image, size: tuple[int, int], corners: tuple[float, float, float, float]
) -> Image.Image:
    """The part of the picture between ``corners`` (shares of its sides), in ``size`` pixels."""
    width, height = image.size
    box = (corners[0] * width, corners[1] * height, corners[2] * width, corners[3] * height)
    if size == image.size and corners == (0.0, 0.0, 1.0, 1.0):
        return image
    return image.resize(size, Image.Resampling.LANCZOS, box, reducing_gap=2.0)


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode != "RGBA":
        return image
    white = Image.new("RGB", image.size, "white")
    white.paste(image, mask=image.getchannel("A"))
    return white
