from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import ExifTags, Image, TiffImagePlugin

from desktop.documents import Limits, Reader
from desktop.errors import DocumentDamaged, PageUnreadable
from desktop.model.document import ImageFormat, RenderRequest
from desktop.model.geometry import Box
from tests.documents.made import bomb_png, decoded

_RED, _LIME, _BLUE, _BLACK = (255, 0, 0), (0, 255, 0), (0, 0, 255), (0, 0, 0)


def _corners() -> Image.Image:
    """80 × 40 pixels: red and lime above blue and black."""
    image = Image.new("RGB", (80, 40), _BLACK)
    image.paste(_RED, (0, 0, 40, 20))
    image.paste(_LIME, (40, 0, 80, 20))
    image.paste(_BLUE, (0, 20, 40, 40))
    return image


def _shown(
    reader: Reader,
    path: Path,
    long_edge: int = 0,
    *,
    page: int = 0,
    rotation: int = 0,
    crop: Box | None = None,
) -> Image.Image:
    request = RenderRequest(
        path, page, long_edge, rotation=rotation, crop=crop, format=ImageFormat.PNG
    )
    image = decoded(reader.render(request).data)
    assert image.mode == "RGB"
    return image


def _quarters(image: Image.Image) -> list[tuple[int, int, int]]:
    """The pixel in the middle of each quarter, rounded to pure colours, row by row."""
    seen = []
    for y in (0.25, 0.75):
        for x in (0.25, 0.75):
            pixel = image.getpixel((int(x * image.width), int(y * image.height)))
            assert isinstance(pixel, tuple)
            red, green, blue = (255 * (part > 127) for part in pixel)
            seen.append((red, green, blue))
    return seen


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_a_picture_is_turned_upright_as_its_exif_says(
    reader: Reader, tmp_path: Path, orientation: int, kind: str
) -> None:
    undo = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    upright = _corners()
    stored = upright.transpose(undo[orientation]) if orientation in undo else upright
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    path = tmp_path / "photo"
    if kind == "WEBP":
        stored.save(path, kind, exif=exif, lossless=True)
    elif kind == "JPEG":
        stored.save(path, kind, exif=exif, quality=100, subsampling=0)
    else:
        stored.save(path, kind, exif=exif)
    for _ in range(2):  # a picture that was drawn before is drawn the same again
        image = _shown(reader, path)
        assert (image.size, _quarters(image)) == ((80, 40), [_RED, _LIME, _BLUE, _BLACK])
    turned = _shown(reader, path, rotation=90)
    assert (turned.size, _quarters(turned)) == ((40, 80), [_BLUE, _RED, _BLACK, _LIME])
    part = _shown(reader, path, 160, rotation=270, crop=Box(0.0, 0.5, 1.0, 1.0))
    assert (part.size, _quarters(part)) == ((80, 80), [_RED, _BLUE, _RED, _BLUE])


def test_pictures_are_scaled_to_the_exact_edge_up_and_down(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    _corners().resize((1600, 800)).save(path)
    for edge in (0, 1, 37, 400, 1600, 2500):
        image = _shown(reader, path, edge)
        edge = edge or 1600
        assert image.size == (edge, max(1, round(edge / 2)))


def test_a_crop_of_a_picture_has_its_own_pixels(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    picture = Image.effect_noise((400, 300), 80).convert("RGB")
    picture.save(path)
    box = Box(0.25, 0.5, 0.5, 0.9)
    part = _shown(reader, path, crop=box)
    assert part.tobytes() == picture.crop(box.to_pixels(400, 300)).tobytes()


def _saved(image: Image.Image, path: Path, kind: str) -> Path:
    image.save(path, kind)
    return path


def test_every_mode_becomes_colour_on_white(reader: Reader, tmp_path: Path) -> None:
    half_clear = _corners().convert("RGBA")
    half_clear.paste((0, 0, 0, 0), (40, 20, 80, 40))
    palette = _corners().quantize(4)
    clear_palette = half_clear.quantize(8)
    white = [_RED, _LIME, _BLUE, (255, 255, 255)]
    plain = [_RED, _LIME, _BLUE, _BLACK]
    for name, image, kind, expected in (
        ("palette", palette, "PNG", plain),
        ("gif", palette, "GIF", plain),
        ("transparent", half_clear, "PNG", white),
        ("transparent palette", clear_palette, "PNG", white),
        ("transparent webp", half_clear, "WEBP", white),
        ("transparent tiff", half_clear, "TIFF", white),
        ("cmyk", _corners().convert("CMYK"), "TIFF", plain),
        ("cmyk jpeg", _corners().convert("CMYK"), "JPEG", plain),
        ("lab", _corners().convert("RGB"), "BMP", plain),
    ):
        path = _saved(image, tmp_path / name, kind)
        assert _quarters(_shown(reader, path)) == expected, name


@pytest.mark.parametrize(
    ("mode", "dark", "light", "kind"),
    [
        ("1", 0, 1, "PNG"),
        ("L", 0, 255, "PNG"),
        ("LA", (0, 255), (255, 255), "PNG"),
        ("I;16", 0, 65535, "PNG"),
        ("I;16", 0, 65535, "TIFF"),
        ("I", 0, 65535, "TIFF"),
        ("F", 0.0, 1.0, "TIFF"),
        ("F", 0.0, 255.0, "TIFF"),
    ],
)
def test_grey_of_any_depth_keeps_its_range(
    reader: Reader, tmp_path: Path, mode: str, dark: float, light: float, kind: str
) -> None:
    image = Image.new(mode, (20, 10), light)
    image.paste(dark, (0, 0, 10, 10))
    shown = _shown(reader, _saved(image, tmp_path / "grey", kind))
    assert shown.getpixel((2, 5)) == (0, 0, 0)
    assert shown.getpixel((17, 5)) == (255, 255, 255)


def test_dim_grey_of_16_bits_stays_dim(reader: Reader, tmp_path: Path) -> None:
    image = Image.new("I;16", (20, 10), 128 * 257)
    shown = _shown(reader, _saved(image, tmp_path / "grey.png", "PNG"))
    assert shown.getpixel((5, 5)) in {(127, 127, 127), (128, 128, 128)}


def test_only_the_first_frame_of_an_animation_is_a_page(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "a.gif"
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "blue", "lime")]
    frames[0].save(path, save_all=True, append_images=frames[1:])
    assert reader.inspect(path).page_count == 1
    assert _shown(reader, path).getpixel((5, 5)) == _RED


def _tiff(path: Path, *frames: Image.Image, compression: str | None = None) -> Path:
    frames[0].save(path, "TIFF", save_all=True, append_images=frames[1:], compression=compression)
    return path


@pytest.mark.parametrize("compression", [None, "tiff_lzw", "jpeg", "group4"])
def test_each_page_of_a_tiff_has_its_own_size(
    reader: Reader, tmp_path: Path, compression: str | None
) -> None:
    mode = "1" if compression == "group4" else "RGB"
    frames = [Image.new(mode, (60, 40)), Image.new(mode, (30, 90), 1), Image.new(mode, (50, 50))]
    path = _tiff(tmp_path / "a.tif", *frames, compression=compression)
    assert reader.inspect(path).page_count == 3
    for page in (2, 0, 1, 1, 0):
        image = reader.render(RenderRequest(path, page, 0))
        assert (image.width, image.height) == frames[page].size
        assert (image.page_width, image.page_height) == frames[page].size
    with pytest.raises(PageUnreadable, match="has no page 4"):
        reader.render(RenderRequest(path, 3, 100))


def test_a_tiff_page_that_is_broken_fails_alone(reader: Reader, tmp_path: Path) -> None:
    noise = [Image.effect_noise((64, 64), 50) for _ in range(3)]
    path = _tiff(tmp_path / "a.tif", *noise, compression="tiff_lzw")
    data = bytearray(path.read_bytes())
    with TiffImagePlugin.TiffImageFile(path) as image:
        image.seek(1)
        place = image.tag_v2[TiffImagePlugin.STRIPOFFSETS][0]
    data[place : place + 200] = b"\xff" * 200
    path.write_bytes(data)
    assert reader.inspect(path).page_count == 3
    with pytest.raises(PageUnreadable, match="Page 2"):
        reader.render(RenderRequest(path, 1, 64))
    for page in (0, 2):
        assert reader.render(RenderRequest(path, page, 64)).width == 64


def test_a_tiff_whose_chain_of_pages_breaks_off_has_one_damaged_page_more(
    reader: Reader, tmp_path: Path
) -> None:
    path = _tiff(tmp_path / "a.tif", *(Image.new("L", (64, 64)) for _ in range(3)))
    with TiffImagePlugin.TiffImageFile(path) as image:
        image.seek(1)
        place = image.tag_v2.next
    path.write_bytes(path.read_bytes()[: place + 1])
    count = reader.inspect(path).page_count
    assert count == 3
    assert reader.render(RenderRequest(path, 1, 64)).width == 64
    with pytest.raises(PageUnreadable, match="Page 3"):
        reader.render(RenderRequest(path, 2, 64))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "BMP", "TIFF"])
def test_a_picture_that_breaks_off_is_damaged(reader: Reader, tmp_path: Path, kind: str) -> None:
    out = io.BytesIO()
    Image.effect_noise((300, 300), 50).save(out, kind)
    path = tmp_path / "half"
    path.write_bytes(out.getvalue()[: len(out.getvalue()) // 2])
    with pytest.raises(DocumentDamaged):
        reader.render(RenderRequest(path, 0, 200))


def test_a_bomb_is_refused_with_its_size_and_the_limit(reader: Reader, tmp_path: Path) -> None:
    path = bomb_png(tmp_path / "bomb.png", 60_000, 60_000, rows=1000)
    assert path.stat().st_size < 100_000
    with pytest.raises(PageUnreadable, match="60000 × 60000 pixels, more than the 120 million"):
        reader.render(RenderRequest(path, 0, 1280))


def test_a_webp_that_claims_too_many_pixels_is_refused(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "a.webp"
    Image.new("RGBA", (50, 40), (0, 0, 0, 0)).save(path, lossless=True)
    data = bytearray(path.read_bytes())
    if data[12:16] == b"VP8L":
        data[21:25] = ((16383 | 16383 << 14) | (data[24] & 0xF0) << 24).to_bytes(4, "little")
    path.write_bytes(data)
    with pytest.raises(PageUnreadable, match="16384 × 16384"):
        reader.render(RenderRequest(path, 0, 400))


def test_a_jpeg_above_the_limit_is_decoded_smaller(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    _corners().resize((4000, 2000)).save(path)
    with Reader(limits=Limits(decoded_pixels=1_000_000)) as reader:
        assert _quarters(_shown(reader, path, 800)) == [_RED, _LIME, _BLUE, _BLACK]
        with pytest.raises(PageUnreadable, match="more than the 1 million"):
            _shown(reader, path)
