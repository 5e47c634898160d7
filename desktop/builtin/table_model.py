"""How a table is built: SLANet-plus, which writes its structure as HTML tokens.

For each cell it also says where the cell's content lies, as four corners in units of the square
that the network sees.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import cv2
import numpy as np

from desktop.builtin.arrays import Floats, Pixels
from desktop.builtin.geometry import Rect, around
from desktop.builtin.networks import Model, Network

#: The side in pixels of the square into which a table is fitted.
SIDE = 488
#: More cells than a page holds: a structure that runs on like this is not one.
MOST_CELLS = 2000

_MEAN = np.array([0.485, 0.456, 0.406], np.float32)
_SPREAD = np.array([0.229, 0.224, 0.225], np.float32)
_SPAN = re.compile(r'(row|col)span="(\d+)"')


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table. ``rect`` is where its content lies, in pixels of the table's image."""

    row: int
    column: int
    rows: int
    columns: int
    rect: Rect


class TableModel:
    """Sees how a table is built. Thread-safe."""

    def __init__(self) -> None:
        # The decoder writes tag after tag: more threads would only wait for each other.
        self._network = Network(Model.TABLE_STRUCTURE, threads=1, arena=False)
        tokens = self._network.metadata("character").splitlines()
        if "<td></td>" not in tokens:
            tokens.append("<td></td>")
        self._tokens = ["sos", *(tag for tag in tokens if tag != "<td>"), "eos"]

    def cells(self, image: Pixels) -> list[Cell]:
        """The cells of the one table that ``image`` shows."""
        scale = SIDE / max(image.shape[:2])
        width = max(1, int(image.shape[1] * scale))
        height = max(1, int(image.shape[0] * scale))
        small = cv2.resize(image, (width, height), interpolation=cv2.INTER_AREA)
        square = np.zeros((1, 3, SIDE, SIDE), np.float32)
        normal = (small.astype(np.float32) / 255 - _MEAN) / _SPREAD
        square[0, :, :height, :width] = normal.transpose(2, 0, 1)
        places, likely = self._network.run(square)
        return self._placed(likely[0].argmax(axis=1).tolist(), places[0] * (SIDE / scale))

    def _placed(self, best: list[int], places: Floats) -> list[Cell]:
        """The cells that a sequence of tokens builds, with their place in the grid."""
        grid = _Grid()
        spans = {"row": 1, "col": 1}
        rect: Rect | None = None
        for step, index in enumerate(best):
            tag = self._tokens[index] if index < len(self._tokens) else "eos"
            if tag == "eos" and step:
                break
            if tag == "<tr>":
                grid.begin_row()
            elif tag == "<td></td>":
                grid.add(_rect(places[step]), 1, 1)
            elif tag == "<td":
                rect, spans = _rect(places[step]), {"row": 1, "col": 1}
            elif found := _SPAN.search(tag):
                spans[found[1]] = int(found[2])
            elif tag == "</td>" and rect is not None:
                grid.add(rect, spans["row"], spans["col"])
                rect = None
            if len(grid.cells) > MOST_CELLS:
                break
        return grid.cells


def _rect(corners: Floats) -> Rect:
    xs, ys = corners[0::2], corners[1::2]
    return Rect(float(xs.min()), float(ys.min()), float(xs.max()), float(ys.max()))


class _Grid:
    """Finds the place of each cell while HTML rows are filled from left to right."""

    def __init__(self) -> None:
        self.cells: list[Cell] = []
        self._taken: set[tuple[int, int]] = set()
        self._row = -1
        self._column = 0

    def begin_row(self) -> None:
        self._row += 1
        self._column = 0

    def add(self, rect: Rect, rows: int, columns: int) -> None:
        if self._row < 0:
            self.begin_row()
        while (self._row, self._column) in self._taken:
            self._column += 1
        self.cells.append(Cell(self._row, self._column, rows, columns, rect))
        self._taken |= {
            (row, column)
            for row in range(self._row, self._row + rows)
            for column in range(self._column, self._column + columns)
        }
        self._column += columns


def extent(cells: list[Cell]) -> Rect:
    """Around the content of all cells; raises ``ValueError`` if there are none."""
    return around(cell.rect for cell in cells)
