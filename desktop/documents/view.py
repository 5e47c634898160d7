"""From a PDF page's own space to the upright page, along and across lines of text."""

from __future__ import annotations

import ctypes
import math
from typing import Any

import pypdfium2.raw as c

#: Resolution of the affine map that is read from pdfium, which answers in whole pixels.
_FINE = 1_000_000

#: How a coordinate of the page's own space becomes one along (or across) a line of text: whether it
#: is the vertical one that counts, what it is multiplied with, and what is added.
Map = tuple[bool, float, float]


class View:
    """From the page's own space (y upwards, unturned) to the upright page, by reading direction.

    ``along`` and ``across`` have a map for each direction: the place along the line, and the
    distance from the top of the page turned so that such text is upright. In points.
    """

    def __init__(self, page: Any, width: float, height: float, quarters: int) -> None:
        bounds = c.FS_RECTF()
        c.FPDF_GetPageBoundingBox(page, ctypes.byref(bounds))

        def seen(x: float, y: float) -> tuple[float, float]:
            right, down = ctypes.c_int(), ctypes.c_int()
            c.FPDF_PageToDevice(page, 0, 0, _FINE, _FINE, quarters, x, y, right, down)
            return right.value * width / _FINE, down.value * height / _FINE

        left, bottom = bounds.left, bounds.bottom
        wide, high = (bounds.right - left) or 1.0, (bounds.top - bottom) or 1.0
        x0, y0 = seen(left, bottom)
        x_by_x, y_by_x = ((end - begin) / wide for end, begin in
                          zip(seen(bounds.right, bottom), (x0, y0), strict=True))  # fmt: skip
        x_by_y, y_by_y = ((end - begin) / high for end, begin in
                          zip(seen(left, bounds.top), (x0, y0), strict=True))  # fmt: skip
        self._turn = (x_by_x, y_by_x, x_by_y, y_by_y)
        swapped = abs(x_by_y) > abs(x_by_x)
        x_factor, y_factor = (x_by_y, y_by_x) if swapped else (x_by_x, y_by_y)
        x: Map = (swapped, x_factor, x0 - x_factor * (bottom if swapped else left))
        y: Map = (not swapped, y_factor, y0 - y_factor * (left if swapped else bottom))
        x_from_right: Map = (x[0], -x[1], width - x[2])
        y_from_below: Map = (y[0], -y[1], height - y[2])
        self.along = (x, y, x_from_right, y_from_below)
        self.across = (y, x_from_right, y_from_below, x)

    def direction(self, a: float, b: float) -> int:
        """The quarter turns clockwise of text that runs along (a, b) in the page's own space."""
        x_by_x, y_by_x, x_by_y, y_by_y = self._turn
        x, y = a * x_by_x + b * x_by_y, a * y_by_x + b * y_by_y
        if abs(x) >= abs(y):
            return 0 if x >= 0 else 2
        return 1 if y >= 0 else 3

    def scale(self, x: float, y: float) -> float:
        """The length in points of a vector in the page's own space."""
        x_by_x, y_by_x, x_by_y, y_by_y = self._turn
        return math.hypot(x * x_by_x + y * x_by_y, x * y_by_x + y * y_by_y)


def mapped_point(along: Map, x: float, y: float) -> float:
    """Where a point of the page's own space lies along or across a line, in points."""
    upright, factor, offset = along
    return offset + factor * (y if upright else x)


def length_across(across: Map, box: Any) -> float:
    """How tall pdfium's rectangle is, seen across a line, in points."""
    upright, factor, _ = across
    length = float(box.top - box.bottom if upright else box.right - box.left)
    return abs(factor * length)
