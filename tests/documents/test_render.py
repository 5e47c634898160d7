from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat
from reportlab.pdfgen.canvas import Canvas

from desktop.documents import LOWER_HALF, UPPER_HALF, Limits, Reader, split_image
from desktop.errors import PageUnreadable
from desktop.model.document import ImageFormat, PageImage, RenderRequest
from desktop.model.geometry import Box
from tests.documents.made import Draw, decoded, dense, one_page_pdf, pdf, text

_RED, _GREEN, _BLUE, _BLACK = (255, 0, 0), (0, 160, 0), (0, 0, 255), (0, 0, 0)


def _corners(canvas: Canvas) -> None:
    """Red top left, green top right, blue bottom left, black bottom right, on 200 × 400 points."""
    for colour, x, y in ((_RED, 0, 200), (_GREEN, 100, 200), (_BLUE, 0, 0), (_BLACK, 100, 0)):
        canvas.setFillColorRGB(*(part / 255 for part in colour))
        canvas.rect(x, y, 100, 200, stroke=0, fill=1)


def _quarters(image: PageImage) -> list[tuple[int, int, int]]:
    """The nearest of the four colours in each quarter, row by row."""
    pixels = decoded(image.data).convert("RGB")
    near = []
    for y in (0.25, 0.75):
        for x in (0.25, 0.75):
            seen = pixels.getpixel((int(x * pixels.width), int(y * pixels.height)))
            assert isinstance(seen, tuple)
            near.append(
                min(
                    (_RED, _GREEN, _BLUE, _BLACK),
                    key=lambda colour: sum(abs(a - b) for a, b in zip(colour, seen, strict=True)),
                )
            )
    return near


@pytest.mark.parametrize("long_edge", [1, 100, 1024, 1280, 1601])
def test_the_long_edge_is_exact_and_the_ratio_the_pages_own(
    reader: Reader, tmp_path: Path, long_edge: int
) -> None:
    path = pdf(tmp_path / "a.pdf", text("one"))
    image = reader.render(RenderRequest(path, 0, long_edge))
    assert (image.width, image.height) == (max(1, round(long_edge * 595.27 / 841.89)), long_edge)
    assert decoded(image.data).size == (image.width, image.height)
    assert (round(image.page_width), round(image.page_height)) == (595, 842)
    assert image.notes == ()


@pytest.mark.parametrize("form", list(ImageFormat))
def test_both_formats_are_encoded(reader: Reader, tmp_path: Path, form: ImageFormat) -> None:
    path = pdf(tmp_path / "a.pdf", _corners, size=(200, 400))
    image = reader.render(RenderRequest(path, 0, 400, format=form))
    assert image.format is form
    assert Image.MIME[decoded(image.data).format or ""] == form.value
    assert _quarters(image) == [_RED, _GREEN, _BLUE, _BLACK]


_CORNERS = (
    b"1 0 0 rg 0 200 100 200 re f 0 .63 0 rg 100 200 100 200 re f "
    b"0 0 1 rg 0 0 100 200 re f 0 g 100 0 100 200 re f"
)


def test_page_rotation_and_the_rotation_asked_for_add_up(reader: Reader, tmp_path: Path) -> None:
    plain = pdf(tmp_path / "a.pdf", _corners, size=(200, 400))
    turned = one_page_pdf(tmp_path / "b.pdf", "[0 0 200 400]", _CORNERS, extra="/Rotate 90")
    for path, rotation in ((turned, 0), (plain, 90)):
        image = reader.render(RenderRequest(path, 0, 400, rotation=rotation))
        assert (image.width, image.height, image.page_width) == (400, 200, 400.0)
        assert _quarters(image) == [_BLUE, _RED, _BLACK, _GREEN]
    half = reader.render(RenderRequest(turned, 0, 400, rotation=90))
    assert _quarters(half) == [_BLACK, _BLUE, _GREEN, _RED]
    back = reader.render(RenderRequest(turned, 0, 400, rotation=270))
    assert _quarters(back) == [_RED, _GREEN, _BLUE, _BLACK]


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_crop_has_the_pixels_of_that_part_of_the_whole_page(
    reader: Reader, tmp_path: Path, rotation: int
) -> None:
    path = pdf(tmp_path / "a.pdf", dense)
    box = Box(0.25, 0.1, 0.75, 0.35)
    request = RenderRequest(path, 0, 800, rotation=rotation, format=ImageFormat.PNG)
    whole = decoded(reader.render(request).data)
    part = reader.render(
        RenderRequest(path, 0, 800, rotation=rotation, crop=box, format=ImageFormat.PNG)
    )
    window = box.to_pixels(*whole.size)
    assert (part.width, part.height) == (window[2] - window[0], window[3] - window[1])
    difference = ImageChops.difference(decoded(part.data), whole.crop(window)).convert("L")
    # A letter that the edge cuts through may be smoothed otherwise; all else is the same.
    assert ImageStat.Stat(difference).mean[0] < 0.5


def test_a_crop_can_be_finer_than_any_whole_page_may_be(reader: Reader, tmp_path: Path) -> None:
    path = pdf(tmp_path / "a.pdf", dense)
    image = reader.render(RenderRequest(path, 0, 40_000, crop=Box(0.1, 0.1, 0.12, 0.11)))
    assert image.notes == ()
    assert image.height == pytest.approx(400, abs=1)


def test_pages_with_a_crop_box_are_drawn_inside_it(reader: Reader, tmp_path: Path) -> None:
    content = b"1 0 0 rg 0 0 1000 1000 re f 0 0 1 rg 300 300 50 50 re f"
    path = one_page_pdf(
        tmp_path / "a.pdf", "[0 0 1000 1000]", content, extra="/CropBox [300 300 350 400]"
    )
    image = reader.render(RenderRequest(path, 0, 100))
    assert (image.page_width, image.page_height) == (50.0, 100.0)
    assert _quarters(image) == [_RED, _RED, _BLUE, _BLUE]


def test_native_resolution_is_200_dpi_for_drawn_pages(reader: Reader, tmp_path: Path) -> None:
    path = pdf(tmp_path / "a.pdf", text("one"), size=(360, 720))
    assert reader.render(RenderRequest(path, 0, 0)).height == 2000


def test_native_resolution_is_the_scans_own(reader: Reader, tmp_path: Path) -> None:
    scan = tmp_path / "scan.png"
    Image.effect_noise((600, 900), 60).save(scan)

    def scanned(canvas: Canvas) -> None:
        canvas.drawImage(str(scan), 0, 0, 200, 300)

    path = pdf(tmp_path / "a.pdf", scanned, size=(200, 300))
    image = reader.render(RenderRequest(path, 0, 0))
    assert (image.width, image.height) == (600, 900)
    image = reader.render(RenderRequest(path, 0, 0, rotation=90))
    assert (image.width, image.height) == (900, 600)


def test_a_page_of_200_metres_is_scaled_down_with_a_note(reader: Reader, tmp_path: Path) -> None:
    path = one_page_pdf(tmp_path / "long.pdf", "[0 0 595 566929]", b"0 0 595 300000 re f")
    image = reader.render(RenderRequest(path, 0, 1280))
    assert (image.width, image.height) == (1, 1280)
    assert ["200 metres" in note for note in image.notes] == [True]
    native = reader.render(RenderRequest(path, 0, 0))
    assert native.height == Limits().image_edge
    assert len(native.notes) == 2


def test_a_page_of_huge_area_stays_within_the_pixel_limit(tmp_path: Path) -> None:
    path = one_page_pdf(tmp_path / "huge.pdf", "[0 0 14400 14400]", b"0 0 5000 5000 re f")
    with Reader(limits=Limits(image_pixels=1_000_000)) as reader:
        image = reader.render(RenderRequest(path, 0, 0))
    assert 990_000 < image.width * image.height <= 1_000_000
    assert "scaled down to 1000" in image.notes[0]


def test_a_page_that_is_not_there_is_unreadable(reader: Reader, tmp_path: Path) -> None:
    path = pdf(tmp_path / "a.pdf", text("one"))
    for page in (1, -1):
        with pytest.raises(PageUnreadable, match="has no page"):
            reader.render(RenderRequest(path, page, 400))
        with pytest.raises(PageUnreadable, match="has no page"):
            reader.text_layer(path, page)


def test_what_was_filled_into_a_form_is_drawn(reader: Reader, tmp_path: Path) -> None:
    def form(words: str) -> Draw:
        def draw(canvas: Canvas) -> None:
            canvas.acroForm.textfield(value=words, x=50, y=100, width=200, height=40)

        return draw

    filled = pdf(tmp_path / "a.pdf", form("filled in"), size=(300, 200))
    empty = pdf(tmp_path / "b.pdf", form(""), size=(300, 200))
    images = [
        decoded(reader.render(RenderRequest(path, 0, 600, format=ImageFormat.PNG)).data)
        for path in (filled, empty)
    ]
    assert ImageChops.difference(*images).getbbox() is not None


@pytest.mark.parametrize("form", list(ImageFormat))
def test_the_halves_of_a_page_image_overlap_around_its_middle(
    reader: Reader, tmp_path: Path, form: ImageFormat
) -> None:
    path = pdf(tmp_path / "a.pdf", dense)
    request = RenderRequest(path, 0, 1000, format=form)
    whole = reader.render(request)
    upper, lower = split_image(whole)
    assert (upper.width, upper.height, lower.height) == (whole.width, 525, 525)
    assert (upper.page_height, upper.format) == (whole.page_height, form)
    assert UPPER_HALF.overlap(LOWER_HALF) == pytest.approx(0.05)
    if form is ImageFormat.PNG:
        pixels = decoded(whole.data)
        for half, box in ((upper, UPPER_HALF), (lower, LOWER_HALF)):
            expected = pixels.crop(box.to_pixels(*pixels.size)).tobytes()
            assert decoded(half.data).tobytes() == expected
