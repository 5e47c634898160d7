"""Whether a page is near-uniform, which is to say blank: paper, noise and dust, but no mark.

The test errs on the side of a mark: a blank page that is read costs one request, a page that is
skipped costs its text.
"""

from __future__ import annotations

from PIL import Image, ImageChops

#: The page is looked at with about this many pixels on its long edge; on A4 one is then 0.4 mm.
_LOOKED_AT = 640
#: Pixels of the look on one side of a cell of the background, which takes in shades and vignettes.
_CELL = 16
#: A pixel stands out if it differs from the background by this much (of 255) …
_STANDS_OUT = 16
#: … and by this many times the deviation of the page's own noise.
_OVER_NOISE = 6.0
#: With more deviation than this it is no noise but a texture or a picture.
_TEXTURE = 20.0
#: A spot of dust is smaller than this share of the long edge in both directions (1.3 mm on A4); the
#: numeral i of a page number set in 9 points is taller.
_MARK_EXTENT = 0.0045
_MARK_PIXELS = 4
#: With more pixels than this share standing out, there is no need to look at their shapes.
_PLAINLY_MARKED = 0.01
#: The outer share of the page that is not looked at: scanners leave shadows of the sheet's edge.
_EDGE = 0.012

_STRIPS = 5
_STRIP_ROWS = 16
_STRIP_STEP = 64
_STRIP_SHARE = 0.02


def is_uniform(image: Image.Image, page_edge: int) -> bool:
    """Whether ``image`` (RGB or RGBX) shows near-uniform paper, whatever its shade or colour.

    ``page_edge`` is the long edge in pixels of the whole page that the image is a part of: it says
    how large a pixel is on paper.
    """
    if _plainly_marked(image):
        return False
    factor = max(1, page_edge // _LOOKED_AT)
    across, down = round(_EDGE * image.width), round(_EDGE * image.height)
    inner = (across, down, image.width - across, image.height - down)
    look = image.convert("L").reduce(factor, box=inner)
    difference = ImageChops.difference(look, _background(look))
    histogram = difference.histogram()
    deviation = _median(histogram) / 0.6745  # of the absolute values of a normal distribution
    if deviation > _TEXTURE:
        return False
    threshold = int(max(_STANDS_OUT, _OVER_NOISE * deviation))
    standing_out = sum(histogram[threshold + 1 :])
    if standing_out > _PLAINLY_MARKED * look.width * look.height:
        return False
    # A table of bytes, so that the mask has no other value than 0 and 1.
    mask = difference.point([0] * (threshold + 1) + [1] * (255 - threshold))
    return not _has_mark(mask, _MARK_EXTENT * page_edge / factor)


def _plainly_marked(image: Image.Image) -> bool:
    """Whether some rows show as many hard steps from left to right as only text or pictures have.

    A look at a twentieth of the page, so that most pages need no more than that.
    """
    steps = pixels = 0
    rows = min(_STRIP_ROWS, image.height)
    for strip in range(_STRIPS):
        top = (image.height - rows) * (strip + 1) // (_STRIPS + 1)
        green = image.crop((0, top, image.width, top + rows)).getchannel("G")
        change = ImageChops.difference(green, ImageChops.offset(green, 2, 0)).histogram()
        steps += sum(change[_STRIP_STEP:])
        pixels += green.width * green.height
    return steps > _STRIP_SHARE * pixels


def _background(look: Image.Image) -> Image.Image:
    """The paper's shade around each pixel: smooth to four pixels, which costs half as much."""
    coarse = (look.width // 4 + 1, look.height // 4 + 1)
    smooth = look.reduce(_CELL).resize(coarse, Image.Resampling.BILINEAR)
    return smooth.resize(look.size, Image.Resampling.NEAREST)


def _median(histogram: list[int]) -> float:
    """The median of integers that a histogram counts, interpolated within its bin."""
    half, seen = sum(histogram) / 2, 0
    for value, count in enumerate(histogram):
        if count and seen + count >= half:
            return max(0.0, value - 0.5 + (half - seen) / count)
        seen += count
    return 0.0


def _has_mark(mask: Image.Image, extent: float) -> bool:
    """Whether connected pixels of value 1 form something larger than dust of ``extent`` pixels."""
    width = mask.width
    data = mask.tobytes()
    left = set()
    at = data.find(1)
    while at >= 0:
        left.add((at % width, at // width))
        at = data.find(1, at + 1)
    while left:
        spot = _take_connected(left)
        across = max(x for x, _ in spot) - min(x for x, _ in spot) + 1
        down = max(y for _, y in spot) - min(y for _, y in spot) + 1
        if len(spot) >= _MARK_PIXELS and max(across, down) >= extent:
            return True
    return False


def _take_connected(left: set[tuple[int, int]]) -> list[tuple[int, int]]:
    """Take one pixel and all that touch it, also by a corner, out of ``left``."""
    spot = [left.pop()]
    for x, y in spot:
        for neighbour in (
            (x - 1, y - 1), (x, y - 1), (x + 1, y - 1), (x - 1, y),
            (x + 1, y), (x - 1, y + 1), (x, y + 1), (x + 1, y + 1),
        ):  # fmt: skip
            if neighbour in left:
                left.remove(neighbour)
                spot.append(neighbour)
    return spot
