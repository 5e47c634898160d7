"""Cutting a line out of its page."""

from __future__ import annotations

import math
from collections.abc import Sequence

import cv2
import numpy as np

from desktop.builtin.arrays import Pixels
from desktop.builtin.geometry import Rect

Corners = Sequence[tuple[float, float]]


def is_upright(corners: Corners) -> bool:
    """Whether a line runs along the page's edge closely enough to be cut out as it is."""
    (ax, ay), (bx, by), _, (dx, _) = corners
    return abs(by - ay) <= 1.0 + 0.002 * abs(bx - ax) and abs(dx - ax) <= 2.0


def cut_out(image: Pixels, rect: Rect, corners: Corners) -> Pixels:
    """The pixels of a line, with its slant taken out; may be empty.

    ``corners`` are top left, top right, bottom right, bottom left; ``rect`` is around them.
    """
    if is_upright(corners):
        top, left = math.floor(rect.y0), math.floor(rect.x0)
        return image[top : math.ceil(rect.y1), left : math.ceil(rect.x1)]
    points = np.array(corners, np.float32)
    sides = [float(np.linalg.norm(points[i] - points[(i + 1) % 4])) for i in range(4)]
    width, height = max(1, round(max(sides[0::2]))), max(1, round(max(sides[1::2])))
    target = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    turn = cv2.getPerspectiveTransform(points, target)
    piece = cv2.warpPerspective(
        image, turn, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    return piece.astype(np.uint8)
