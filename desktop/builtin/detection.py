"""Where lines of text are: PP-OCRv6's detection network and what its map of text means.

The network gives, for each pixel, how likely it belongs to the shrunken core of a line
(differentiable binarisation, Liao et al. 2020); each core is grown back to the line's full height.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from desktop.builtin.arrays import Floats, Pixels
from desktop.builtin.cutting import cut_out
from desktop.builtin.geometry import Rect
from desktop.builtin.ink import stroke_width
from desktop.builtin.networks import Model, Network

#: The long edge at which lines are looked for, in pixels; more costs time and finds no more.
LONG_EDGE = 960
#: A strip of a page keeps at least this many pixels on its short edge.
SHORT_EDGE = 64
#: Nor does it become longer than this.
LONGEST_EDGE = 2400
#: The network halves its input five times.
STEP = 32

#: As the model's makers run it: what counts as text, which cores are kept, how far they grow.
TEXT_THRESHOLD = 0.3
CORE_THRESHOLD = 0.5
GROWTH = 1.6
SMALLEST_CORE = 3.0
MOST_LINES = 1500


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text on the page, not yet read.

    ``rect`` is the upright rectangle around it; ``corners`` are its own (top left, top right,
    bottom right, bottom left), which differ where it is slanted. In pixels of the page image, as
    is ``stroke``, the mean width of its strokes.
    """

    rect: Rect
    corners: tuple[tuple[float, float], ...]
    stroke: float = 0.0

    @property
    def height(self) -> float:
        """The line's height across its own direction, in pixels."""
        (ax, ay), _, _, (dx, dy) = self.corners
        return float(np.hypot(dx - ax, dy - ay))


class Detector:
    """Finds lines of text. Thread-safe."""

    def __init__(self, *, threads: int) -> None:
        self._network = Network(Model.TEXT_DETECTION, threads=threads, arena=False)

    def find(self, image: Pixels) -> list[Line]:
        """The lines on ``image``, in no particular order."""
        height, width = image.shape[:2]
        across, down = _network_size(width, height)
        shrinks = across * down < width * height
        small = cv2.resize(
            image, (across, down), interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR
        )
        batch = small.astype(np.float32).transpose(2, 0, 1)[None] * np.float32(1 / 127.5) - 1
        likely = self._network.run(batch.astype(np.float32))[0][0, 0]
        return _lines(likely, width / across, height / down, image)


def _network_size(width: int, height: int) -> tuple[int, int]:
    """The size at which a page of ``width`` × ``height`` pixels is looked at."""
    long, short = max(width, height), min(width, height)
    scale = min(1.0, max(LONG_EDGE / long, min(SHORT_EDGE / short, LONGEST_EDGE / long)))
    return _rounded(width * scale), _rounded(height * scale)


def _rounded(length: float) -> int:
    return max(STEP, round(length / STEP) * STEP)


def _lines(likely: Floats, scale_x: float, scale_y: float, image: Pixels) -> list[Line]:
    """The lines in a map of text, with corners scaled to the page."""
    height, width = image.shape[:2]
    mask = (likely > TEXT_THRESHOLD).astype(np.uint8)
    mask = cv2.dilate(mask, np.ones((2, 2), np.uint8)).astype(np.uint8)
    contours, _ = cv2.findContours(mask, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
    found = []
    for contour in contours[:MOST_LINES]:
        (centre_x, centre_y), (across, down), angle = cv2.minAreaRect(contour)
        if min(across, down) < SMALLEST_CORE:
            continue
        core = cv2.boxPoints(((centre_x, centre_y), (across, down), angle))
        if _mean_inside(likely, core) < CORE_THRESHOLD:
            continue
        grow = across * down * GROWTH / (2 * (across + down))
        full = cv2.boxPoints(((centre_x, centre_y), (across + 2 * grow, down + 2 * grow), angle))
        xs = np.clip(full[:, 0] * scale_x, 0, width)
        ys = np.clip(full[:, 1] * scale_y, 0, height)
        rect = Rect(float(xs.min()), float(ys.min()), float(xs.max()), float(ys.max()))
        if rect.width >= 2 and rect.height >= 2:
            corners = _in_order(xs, ys)
            found.append(Line(rect, corners, stroke_width(cut_out(image, rect, corners))))
    return found


def _mean_inside(likely: Floats, corners: cv2.typing.MatLike) -> float:
    """The mean of ``likely`` inside a four-cornered shape."""
    rows, columns = likely.shape
    left, top = np.floor(corners.min(axis=0)).astype(int)
    right, bottom = np.ceil(corners.max(axis=0)).astype(int)
    left, right = max(0, int(left)), min(columns - 1, int(right))
    top, bottom = max(0, int(top)), min(rows - 1, int(bottom))
    if left > right or top > bottom:
        return 0.0
    inside = np.zeros((bottom - top + 1, right - left + 1), np.uint8)
    cv2.fillPoly(inside, [(corners - (left, top)).astype(np.int32)], (1,))
    return float(cv2.mean(likely[top : bottom + 1, left : right + 1], inside)[0])


def _in_order(
    xs: np.ndarray[tuple[int, ...], np.dtype[np.floating]],
    ys: np.ndarray[tuple[int, ...], np.dtype[np.floating]],
) -> tuple[tuple[float, float], ...]:
    """Corners as top left, top right, bottom right, bottom left."""
    points = [(float(x), float(y)) for x, y in zip(xs, ys, strict=True)]
    left_first = sorted(points)
    left, right = left_first[:2], left_first[2:]
    top_left, bottom_left = sorted(left, key=lambda point: point[1])
    top_right, bottom_right = sorted(right, key=lambda point: point[1])
    return top_left, top_right, bottom_right, bottom_left
