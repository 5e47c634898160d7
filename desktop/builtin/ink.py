"""How thick the strokes of a line are: what is bold or large stands out by it.

The height of a line's box depends on which letters it happens to have; the thickness of strokes
does not, and it grows with both the weight and the size of a font.
"""

from __future__ import annotations

import cv2
import numpy as np

from desktop.builtin.arrays import Pixels

#: A piece with less contrast (0–255) has no ink that could be measured.
LEAST_CONTRAST = 40.0
#: Shades below this share of full ink are paper.
PAPER = 0.15


def stroke_width(piece: Pixels) -> float:
    """The mean width of strokes in pixels, measured along rows; 0 where there is no ink.

    Works on dark text on light paper and the reverse.
    """
    if piece.size == 0:
        return 0.0
    grey = cv2.cvtColor(piece, cv2.COLOR_BGR2GRAY).astype(np.float32)
    dark, light = (float(value) for value in np.percentile(grey, (2, 95)))
    if light - dark < LEAST_CONTRAST:
        return 0.0
    paper_is_light = float(np.median(grey)) > (dark + light) / 2
    ink = (light - grey) if paper_is_light else (grey - dark)
    ink = np.clip(ink / (light - dark), 0, 1)
    ink[ink < PAPER] = 0
    # Every stroke that a row crosses goes up once and down once, however soft its edges are.
    strokes = float(np.abs(np.diff(ink, axis=1)).sum()) / 2
    return float(ink.sum()) / strokes if strokes else 0.0
