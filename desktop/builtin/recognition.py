"""What a line says: PP-OCRv6's recognition network, one line a call.

Lines of one batch would have to be padded to the longest of them, which costs more than a batch
saves on a CPU. Widths are rounded up, so that the network meets few different shapes.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np

from desktop.builtin.arrays import Floats, Pixels
from desktop.builtin.cutting import cut_out
from desktop.builtin.detection import Line
from desktop.builtin.networks import Model, Network
from desktop.errors import EngineFailed

#: The height in pixels at which the network reads, and the step to which widths are rounded up.
HEIGHT = 48
STEP = 32
#: A line this many times longer than high is no line: it is cut off there.
LONGEST = 100
#: A piece at least this many times as high as it is wide is read as if it lay on its side.
TALL = 1.5


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of a line. ``confidence`` is the mean over its characters, 0–1."""

    text: str
    confidence: float


class Recogniser:
    """Reads lines. Thread-safe; each call uses one core, so call it from several threads."""

    def __init__(self) -> None:
        self._network = Network(Model.TEXT_RECOGNITION, threads=1, arena=True)
        alphabet = self._network.metadata("character").splitlines()
        if not alphabet:
            raise EngineFailed(
                "The recognition model of the built-in engine names no characters.",
                f"Install the package {Model.TEXT_RECOGNITION.package} again.",
            )
        # Index 0 is CTC's blank, the last one the space, neither of which the file lists.
        self._alphabet = ["", *alphabet, " "]

    def read(self, image: Pixels, line: Line) -> Reading:
        """The words of ``line`` on the page ``image``."""
        piece = cut_out(image, line.rect, line.corners)
        if piece.size == 0:
            return Reading("", 0.0)
        if piece.shape[0] >= TALL * piece.shape[1]:
            piece = np.rot90(piece)
        return self._decoded(self._network.run(_prepared(piece))[0][0])

    def _decoded(self, likely: Floats) -> Reading:
        """Greedy CTC: the best character of each step, repeats and blanks dropped."""
        best = likely.argmax(axis=1)
        kept = best != 0
        kept[1:] &= best[1:] != best[:-1]
        if not kept.any():
            return Reading("", 0.0)
        steps = np.flatnonzero(kept)
        letters = [self._letter(int(best[step])) for step in steps]
        confidence = float(likely[steps, best[steps]].mean())
        return Reading("".join(letters).strip(), confidence)

    def _letter(self, index: int) -> str:
        return self._alphabet[index] if index < len(self._alphabet) else ""


def _prepared(piece: Pixels) -> Floats:
    """One line as the network wants it: 1 × 3 × HEIGHT × width, values from -1 to 1."""
    height, width = piece.shape[:2]
    across = min(LONGEST * HEIGHT, max(STEP // 2, math.ceil(HEIGHT * width / height)))
    small = cv2.resize(
        piece,
        (across, HEIGHT),
        interpolation=cv2.INTER_AREA if height > HEIGHT else cv2.INTER_LINEAR,
    )
    padded = -(-across // STEP) * STEP
    batch = np.zeros((1, 3, HEIGHT, padded), np.float32)
    batch[0, :, :, :across] = small.astype(np.float32).transpose(2, 0, 1) / 127.5 - 1
    return batch
