from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw
from reportlab.pdfgen.canvas import Canvas

from desktop.documents import Reader
from desktop.documents.uniform import is_uniform
from desktop.model.document import ImageFormat, RenderRequest
from tests.documents.made import Draw, decoded, pdf, text

_SIZES = (640, 1024, 1280, 2048)
_PAPER = (235, 235, 235)
#: The height of A4 in millimetres.
_A4 = 297


def _paper(edge: int, colour: tuple[int, int, int] = _PAPER) -> Image.Image:
    return Image.new("RGB", (round(edge * 210 / _A4), edge), colour)


def _noisy(image: Image.Image, deviation: float) -> Image.Image:
    noise = Image.effect_noise(image.size, deviation).convert("RGB")
    return ImageChops.add(image, noise, 1, -128)


def _shaded(image: Image.Image) -> Image.Image:
    """As a lamp in the middle would light it: the corners have two thirds of the light."""
    shade = Image.radial_gradient("L").resize(image.size).point(lambda far: 255 - far * 85 // 255)
    return ImageChops.multiply(image, shade.convert("RGB"))


def _dusty(image: Image.Image) -> Image.Image:
    """With 40 specks of 0.6 mm."""
    pen, chance = ImageDraw.Draw(image), random.Random(7)
    across = max(1, round(0.6 * image.height / _A4))
    for _ in range(40):
        x, y = chance.randrange(image.width), chance.randrange(image.height)
        pen.rectangle((x, y, x + across - 1, y + across - 1), fill=(40, 40, 40))
    return image


def _edged(image: Image.Image) -> Image.Image:
    """With the dark line that a scanner leaves beside a sheet."""
    ImageDraw.Draw(image).rectangle((0, 0, image.height // 200, image.height), fill=(20, 20, 20))
    return image


_BLANK: dict[str, Callable[[int], Image.Image]] = {
    "white": lambda edge: _paper(edge, (255, 255, 255)),
    "grey": lambda edge: _paper(edge, (128, 128, 128)),
    "dark blue": lambda edge: _paper(edge, (10, 20, 60)),
    "black": lambda edge: _paper(edge, (0, 0, 0)),
    "scanner noise": lambda edge: _noisy(_paper(edge), 6),
    "strong noise": lambda edge: _noisy(_paper(edge), 12),
    "vignette": lambda edge: _shaded(_paper(edge)),
    "noise and vignette": lambda edge: _shaded(_noisy(_paper(edge), 8)),
    "dust": lambda edge: _dusty(_paper(edge)),
    "dust, noise and vignette": lambda edge: _dusty(_shaded(_noisy(_paper(edge), 5))),
    "edge of the sheet": lambda edge: _edged(_noisy(_paper(edge), 4)),
}


@pytest.mark.parametrize("edge", _SIZES)
@pytest.mark.parametrize("kind", _BLANK)
def test_paper_without_marks_is_uniform(kind: str, edge: int) -> None:
    assert is_uniform(_BLANK[kind](edge), edge)


def _white_on_dark(canvas: Canvas) -> None:
    canvas.setFillGray(0.1)
    canvas.rect(0, 0, 600, 850, fill=1)
    canvas.setFillGray(1)
    canvas.drawString(80, 300, "Hello")


def _coloured(red: float, green: float, blue: float) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(red, green, blue)
        canvas.drawString(80, 300, "A few words in colour")

    return draw


_MARKED: dict[str, Draw] = {
    "page number 1": text("1", 297, 30, 8),
    "page number 7": text("7", 297, 30, 9, "Helvetica"),
    "page number 12": text("– 12 –", 290, 30, 8),
    "page number at the edge": text("3", 580, 820, 9),
    "short small line": text("It is so.", 80, 400, 6),
    "one word": text("Chapter", 260, 500, 10),
    "white on dark": _white_on_dark,
    "green": _coloured(0, 1, 0),
    "pale grey": _coloured(0.7, 0.7, 0.7),
    "a rule": lambda canvas: canvas.line(80, 400, 500, 400),
    "a box": lambda canvas: canvas.rect(200, 300, 100, 100),
    "half a page of black": lambda canvas: canvas.rect(0, 0, 600, 420, fill=1),
}


@pytest.fixture(scope="module")
def marked(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One page for each of ``_MARKED``."""
    return pdf(tmp_path_factory.mktemp("marked") / "marked.pdf", *_MARKED.values())


@pytest.mark.parametrize("edge", _SIZES)
@pytest.mark.parametrize("kind", _MARKED)
def test_a_page_with_the_smallest_mark_is_not_uniform(
    reader: Reader, marked: Path, kind: str, edge: int
) -> None:
    request = RenderRequest(marked, list(_MARKED).index(kind), edge, format=ImageFormat.PNG)
    image = reader.render(request)
    assert not image.uniform
    if kind != "pale grey":
        assert not is_uniform(_noisy(decoded(image.data), 6), edge)
    if kind not in ("pale grey", "white on dark", "green"):
        assert not is_uniform(_shaded(_noisy(decoded(image.data), 4)), edge)


def test_the_reader_says_which_pages_are_uniform(reader: Reader, tmp_path: Path) -> None:
    def empty(canvas: Canvas) -> None:
        canvas.setFillGray(0)

    def solid(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0, 0, 0.3)
        canvas.rect(0, 0, 600, 850, stroke=0, fill=1)

    path = pdf(tmp_path / "a.pdf", empty, text("3", 297, 30, 10), solid)
    uniform = [reader.render(RenderRequest(path, page, 1024)).uniform for page in range(3)]
    assert uniform == [True, False, True]
