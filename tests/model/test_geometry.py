"""Boxes stay on the page, and pixels cover them."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.model.geometry import Box, union

ANY = st.floats(-3, 3, allow_nan=False)
SIZE = st.integers(1, 4000)


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    edges = st.lists(st.integers(0, 999), min_size=2, max_size=2, unique=True)
    (x0, x1), (y0, y1) = sorted(draw(edges)), sorted(draw(edges))
    return Box(x0 / 999, y0 / 999, x1 / 999, y1 / 999)


@pytest.mark.parametrize(
    "corners",
    [(0.5, 0, 0.5, 1), (0.6, 0, 0.5, 1), (-0.1, 0, 1, 1), (0, 0, 1, 1.1), (0, math.nan, 1, 1)],
)
def test_what_is_no_box_in_page_units_is_refused(corners: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="page units"):
        Box(*corners)


@given(ANY, ANY, ANY, ANY)
def test_clipping_gives_a_box_on_the_page_or_none(
    x0: float, y0: float, x1: float, y1: float
) -> None:
    box = Box.clipped(x0, y0, x1, y1)
    apart = max(x0, x1) <= 0 or min(x0, x1) >= 1 or max(y0, y1) <= 0 or min(y0, y1) >= 1
    assert (box is None) == (apart or x0 == x1 or y0 == y1)


def test_corners_in_the_wrong_order_are_put_right() -> None:
    assert Box.clipped(0.9, 0.8, 0.1, 0.2) == Box(0.1, 0.2, 0.9, 0.8)


def test_pixels_are_page_units_times_the_size_of_the_image() -> None:
    assert Box.from_pixels(50, 20, 150, 300, width=200, height=200) == Box(0.25, 0.1, 0.75, 1.0)
    assert Box.from_pixels(5, 5, 5, 9, width=10, height=10) is None


@given(boxes(), SIZE, SIZE)
def test_whole_pixels_cover_the_box_and_stay_in_the_image(
    box: Box, width: int, height: int
) -> None:
    left, top, right, bottom = box.to_pixels(width, height)
    assert 0 <= left < right <= width
    assert 0 <= top < bottom <= height
    assert left <= box.x0 * width
    assert right >= box.x1 * width - 1e-6
    assert top <= box.y0 * height
    assert bottom >= box.y1 * height - 1e-6


@given(boxes(), boxes())
def test_overlap_is_the_same_from_both_sides_and_never_more_than_either(a: Box, b: Box) -> None:
    assert a.overlap(b) == pytest.approx(b.overlap(a))
    assert a.overlap(b) <= min(a.area, b.area) + 1e-12
    assert 0 <= a.share_inside(b) <= 1 + 1e-9
    assert a.share_inside(a) == pytest.approx(1)


@given(st.lists(boxes(), min_size=1, max_size=5))
def test_a_union_holds_every_box_wholly(several: list[Box]) -> None:
    around = union(several)
    assert around is not None
    assert all(box.share_inside(around) == pytest.approx(1) for box in several)


def test_nothing_has_no_union() -> None:
    assert union([]) is None


def test_a_padded_box_stays_on_the_page() -> None:
    assert Box(0.1, 0.0, 0.9, 0.5).padded(0.2) == Box(0.0, 0.0, 1.0, 0.7)
