"""Colours of labels: told apart by everybody, and readable on their ground."""

from __future__ import annotations

import math
from itertools import combinations

import pytest
from PySide6.QtGui import QColor

from desktop.model.blocks import Label
from desktop.ui.colours import colour, line, name

#: What people see who lack one kind of cone, as linear maps of linear RGB (Machado, Oliveira and
#: Fernandes, 2009, severity 1.0).
SIGHTS = {
    "all cones": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "no red": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "no green": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "no blue": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
Triple = tuple[float, float, float]


def _linear(tint: QColor) -> Triple:
    def straight(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    return straight(tint.redF()), straight(tint.greenF()), straight(tint.blueF())


def _luminance(tint: QColor) -> float:
    red, green, blue = _linear(tint)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _lab(tint: QColor, sight: tuple[Triple, Triple, Triple]) -> Triple:
    """CIE L*a*b* of a colour as somebody sees it."""
    own = _linear(tint)
    red, green, blue = (
        min(1.0, max(0.0, sum(part * value for part, value in zip(row, own, strict=True))))
        for row in sight
    )

    def curve(value: float) -> float:
        return value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116

    x = curve((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047)
    y = curve(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    z = curve((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("dark", [False, True])
def test_labels_differ_in_colour_or_in_colour_and_line_for_everybody(
    sight: str, dark: bool
) -> None:
    seen = {label: _lab(colour(label, dark), SIGHTS[sight]) for label in Label}
    for one, other in combinations(Label, 2):
        distance = math.dist(seen[one], seen[other])
        assert distance > (20 if line(one) == line(other) else 8), (one, other, distance)


@pytest.mark.parametrize(("dark", "ground"), [(False, "#ffffff"), (True, "#181a1d")])
def test_every_colour_stands_out_from_its_ground(dark: bool, ground: str) -> None:
    for label in Label:
        low, high = sorted((_luminance(colour(label, dark)), _luminance(QColor(ground))))
        assert (high + 0.05) / (low + 0.05) >= 4.5, label


def test_every_label_has_a_name_of_its_own() -> None:
    assert len({name(label) for label in Label}) == len(Label)
