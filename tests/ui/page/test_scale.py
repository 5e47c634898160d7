"""Which picture a zoom takes: sharp, and never too large."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.model.geometry import Box
from desktop.ui.page.scale import (
    HIGHEST,
    LOWEST,
    PART,
    WHOLE,
    Fit,
    Framing,
    Wanted,
    clamped,
    covers,
    stepped,
    wanted,
)

A4 = (595.0, 842.0)


def _framing(fit: Fit, room: tuple[float, float], zoom: float = 1.0) -> Framing:
    return Framing(fit, zoom, room, scroll_bar=10.0, margin=5.0, unit=1.0, ratio=2.0)


def test_a_page_fits_the_width_beside_its_scroll_bar() -> None:
    assert _framing(Fit.WIDTH, (615.0, 400.0)).scale(A4) == pytest.approx(595 / 595)
    assert _framing(Fit.WIDTH, (605.0, 2000.0)).scale(A4) == pytest.approx(595 / 595)


def test_a_whole_page_fits_in_both_directions() -> None:
    assert _framing(Fit.PAGE, (2000.0, 431.0)).scale(A4) == pytest.approx(421 / 842)
    assert _framing(Fit.PAGE, (129.0, 4000.0)).scale(A4) == pytest.approx(119 / 595)


def test_no_window_is_too_small_for_a_page() -> None:
    for fit in Fit:
        assert _framing(fit, (0.0, 0.0)).scale(A4) > 0


def test_a_page_of_usual_size_is_drawn_whole_with_one_pixel_for_each_of_the_screen() -> None:
    assert wanted(A4, 2.0, Box(0.0, 0.0, 1.0, 0.5)) == Wanted(1684)
    assert _framing(Fit.FREE, (600.0, 800.0), zoom=1.5).plan(A4) == Wanted(2526)


def test_a_magnified_page_is_drawn_only_where_it_is_looked_at() -> None:
    seen = Box(0.5, 0.5, 0.6, 0.55)
    part = wanted(A4, 20.0, seen)
    assert part.long_edge == 16840
    assert part.crop is not None
    assert seen.share_inside(part.crop) == pytest.approx(1.0)
    assert covers(part, part, seen)
    assert not covers(part, part, Box(0.2, 0.5, 0.3, 0.55))
    assert not covers(part, wanted(A4, 30.0, seen), seen)


@given(
    width=st.floats(1, 20_000),
    height=st.floats(1, 20_000),
    resolution=st.floats(0.01, 100),
    corner=st.tuples(st.floats(0, 0.9), st.floats(0, 0.9)),
    extent=st.tuples(st.floats(0.001, 0.1), st.floats(0.001, 0.1)),
)
def test_no_picture_is_larger_than_what_memory_is_meant_for(
    width: float,
    height: float,
    resolution: float,
    corner: tuple[float, float],
    extent: tuple[float, float],
) -> None:
    (x, y), (across, down) = corner, extent
    for seen in (None, Box(x, y, x + across, y + down), Box(0.0, 0.0, 1.0, 1.0)):
        picture = wanted((width, height), resolution, seen)
        shorter = picture.long_edge * min(width, height) / max(width, height)
        area = picture.crop.area if picture.crop is not None else 1.0
        assert picture.long_edge >= 1
        # Whole pixels, at least one, are rounded up.
        assert area * picture.long_edge * max(1.0, shorter) <= max(WHOLE, PART) + 200_000


def test_zoom_steps_lead_up_and_down_and_stop_at_the_ends() -> None:
    assert stepped(1.0, True) == 1.1
    assert stepped(1.0, False) == 0.9
    assert stepped(0.99, True) == 1.1
    zoom = 1.0
    for _ in range(50):
        zoom = stepped(zoom, True)
    assert zoom == HIGHEST
    for _ in range(50):
        zoom = stepped(zoom, False)
    assert zoom == LOWEST
    assert clamped(1e9) == HIGHEST
    assert clamped(0.0) == LOWEST
