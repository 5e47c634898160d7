"""What regions a page has: the PP layout model trained on CDLA.

The model is an anchor-free detector: every cell of four grids says how likely each label is and
how far the region's edges lie from the cell, as a distribution over distances (generalised focal
loss, Li et al. 2020).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import cv2
import numpy as np

from desktop.builtin.arrays import Floats, Pixels
from desktop.builtin.geometry import Rect
from desktop.builtin.networks import Model, Network

#: The input's size in pixels, and the sizes of the cells of the four grids.
WIDTH, HEIGHT = 608, 800
CELLS = (8, 16, 32, 64)
#: Regions less likely than this are not reported; of two that overlap more, the weaker is dropped.
LIKELY = 0.3
SAME = 0.5

_MEAN = np.array([0.485, 0.456, 0.406], np.float32)
_SPREAD = np.array([0.229, 0.224, 0.225], np.float32)


class Kind(StrEnum):
    """The labels of the CDLA data set, in the order of the model's outputs."""

    TEXT = "text"
    TITLE = "title"
    FIGURE = "figure"
    FIGURE_CAPTION = "figure_caption"
    TABLE = "table"
    TABLE_CAPTION = "table_caption"
    HEADER = "header"
    FOOTER = "footer"
    REFERENCE = "reference"
    EQUATION = "equation"


@dataclass(frozen=True, slots=True)
class Region:
    """A region that the layout model saw; ``likely`` 0–1, ``rect`` in pixels of the page."""

    kind: Kind
    likely: float
    rect: Rect


class LayoutModel:
    """Finds regions. Thread-safe."""

    def __init__(self, *, threads: int) -> None:
        self._network = Network(Model.LAYOUT, threads=threads, arena=False)

    def find(self, image: Pixels) -> list[Region]:
        """The regions on ``image``, most likely first; they may overlap."""
        height, width = image.shape[:2]
        small = cv2.resize(image, (WIDTH, HEIGHT), interpolation=cv2.INTER_AREA)
        batch = (small.astype(np.float32) / 255 - _MEAN) / _SPREAD
        outputs = self._network.run(batch.transpose(2, 0, 1)[None].astype(np.float32))
        scores, edges = _decoded(outputs)
        found = []
        for index, kind in enumerate(Kind):
            for row in _strongest(scores[:, index], edges):
                x0, y0, x1, y1 = (float(value) for value in edges[row])
                rect = Rect(
                    x0 * width / WIDTH,
                    y0 * height / HEIGHT,
                    x1 * width / WIDTH,
                    y1 * height / HEIGHT,
                ).clipped(width, height)
                if rect.area > 0:
                    found.append(Region(kind, float(scores[row, index]), rect))
        return sorted(found, key=lambda region: -region.likely)


def _decoded(outputs: list[Floats]) -> tuple[Floats, Floats]:
    """Scores (cells × labels) and edges (cells × x0, y0, x1, y1) in pixels of the input."""
    half = len(outputs) // 2
    all_scores, all_edges = [], []
    for cell, scores, distances in zip(CELLS, outputs[:half], outputs[half:], strict=True):
        likely = scores[0].max(axis=1) > LIKELY
        columns = -(-WIDTH // cell)
        at = np.flatnonzero(likely)
        centre_x, centre_y = (at % columns + 0.5) * cell, (at // columns + 0.5) * cell
        bins = distances[0][likely].reshape(len(at), 4, distances.shape[2] // 4)
        weights = np.exp(bins - bins.max(axis=2, keepdims=True))
        steps = np.arange(bins.shape[2], dtype=np.float32)
        reach = (weights * steps).sum(axis=2) / weights.sum(axis=2) * cell
        all_scores.append(scores[0][likely])
        all_edges.append(
            np.stack(
                (
                    centre_x - reach[:, 0],
                    centre_y - reach[:, 1],
                    centre_x + reach[:, 2],
                    centre_y + reach[:, 3],
                ),
                axis=1,
            )
        )
    return (
        np.concatenate(all_scores).astype(np.float32),
        np.concatenate(all_edges).astype(np.float32),
    )


def _strongest(scores: Floats, edges: Floats) -> list[int]:
    """The rows that are likely and not just a weaker sight of a stronger one."""
    rows = np.flatnonzero(scores > LIKELY)
    rows = rows[np.argsort(-scores[rows])]
    kept: list[int] = []
    for row in rows:
        rect = Rect(*(float(value) for value in edges[row]))
        others = (Rect(*(float(value) for value in edges[other])) for other in kept)
        if all(_likeness(rect, other) <= SAME for other in others):
            kept.append(int(row))
    return kept


def _likeness(first: Rect, second: Rect) -> float:
    """Intersection over union."""
    both = first.overlap(second)
    return both / (first.area + second.area - both) if both else 0.0
