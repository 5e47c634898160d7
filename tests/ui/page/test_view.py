"""Boxes where they must be, to the pixel; pointing, clicking, keys."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.model.blocks import Block, Label
from desktop.model.geometry import Box
from desktop.ui.colours import colour
from desktop.ui.page.boxes import Looks
from desktop.ui.page.pictures import Picture
from desktop.ui.page.scale import Fit, Wanted
from desktop.ui.page.shapes import shapes_of
from desktop.ui.page.view import PageView

A4 = (595.0, 842.0)
OUTER, INNER = Box(0.25, 0.25, 0.75, 0.75), Box(0.4, 0.45, 0.6, 0.55)
BLOCKS = (
    Block(Label.TABLE, "<table></table>", OUTER),
    Block(Label.TEXT, "Words", INNER),
    Block(Label.TITLE, "# Top", Box(0.1, 0.05, 0.9, 0.1)),
)
NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[PageView]:
    """A page of A4 with three boxes in a window of 600 by 700."""
    view = PageView()
    view.resize(600, 700)
    view.show()
    qtbot.waitExposed(view)
    view.set_page(A4, 1.0)
    view.show_shapes(shapes_of(BLOCKS))
    view.pointed.connect(lambda block: view.show_looks(Looks(lit=block)))
    yield view
    view.close()
    view.deleteLater()


def _at(view: PageView, x: float, y: float) -> QPointF:
    """Where a point in page units is in the viewport, from nothing but scale and scroll bars."""
    across, down = view.horizontalScrollBar(), view.verticalScrollBar()
    scale = view.transform().m11()
    width, height = view.viewport().width(), view.viewport().height()
    left = x * A4[0] * scale - across.value()
    top = y * A4[1] * scale - down.value()
    if across.minimum() == across.maximum():
        left = width / 2 + (x - 0.5) * A4[0] * scale
    if down.minimum() == down.maximum():
        top = height / 2 + (y - 0.5) * A4[1] * scale
    return QPointF(left, top)


def _place(view: PageView, x: float, y: float) -> QPoint:
    return _at(view, x, y).toPoint()


def _move(view: PageView, x: float, y: float) -> None:
    QTest.mouseMove(view.viewport(), QPoint(1, 1))
    QTest.mouseMove(view.viewport(), _place(view, x, y))
    QApplication.processEvents()


def _click(view: PageView, x: float, y: float, keys: Qt.KeyboardModifier = NONE) -> None:
    QTest.mouseClick(view.viewport(), LEFT, keys, _place(view, x, y))


def _near(image: QImage, place: QPointF, tint: QColor) -> list[tuple[int, int]]:
    """The pixels of a colour within three pixels, as distances."""
    found = []
    for across in range(-3, 4):
        for down in range(-3, 4):
            x, y = round(place.x()) + across, round(place.y()) + down
            if not image.rect().contains(x, y):
                continue
            pixel = image.pixelColor(x, y)
            away = max(
                abs(pixel.red() - tint.red()),
                abs(pixel.green() - tint.green()),
                abs(pixel.blue() - tint.blue()),
            )
            if away < 12:
                found.append((across, down))
    return found


@pytest.mark.parametrize("zoom", [0.25, 0.5, 1.0, 1.37, 3.0, 9.0])
def test_edges_of_boxes_are_where_they_must_be_at_any_zoom(view: PageView, zoom: float) -> None:
    view.set_zoom(zoom)
    view.centre(Box(0.24, 0.24, 0.26, 0.26))
    # Scroll bars come and go with the next events.
    QApplication.processEvents()
    image = view.viewport().grab().toImage()
    tint = colour(Label.TABLE, False)
    scale = view.transform().m11()
    along = 20 / (A4[0] * scale), 20 / (A4[1] * scale)
    upper = _near(image, _at(view, OUTER.x0 + along[0], OUTER.y0), tint)
    left = _near(image, _at(view, OUTER.x0, OUTER.y0 + along[1]), tint)
    assert upper
    assert left
    # A line has the same width at any zoom, and lies along the edge, outside of it.
    assert all(-3 <= down <= 0 for _, down in upper)
    assert all(-3 <= across <= 0 for across, _ in left)
    assert len({down for _, down in upper}) <= 3
    assert len({across for across, _ in left}) <= 3


def test_hidden_boxes_and_labels_leave_the_page_white(view: PageView) -> None:
    view.set_zoom(0.7)
    edge = _at(view, OUTER.x0 + 0.05, OUTER.y0)
    tint = colour(Label.TABLE, False)
    assert _near(view.viewport().grab().toImage(), edge, tint)
    for looks in (Looks(shown=False), Looks(hidden=frozenset({Label.TABLE}))):
        view.show_looks(looks)
        image = view.viewport().grab().toImage()
        assert image.pixelColor(edge.toPoint()) == QColor(Qt.GlobalColor.white)


def test_what_is_lit_shows_through_hidden_boxes(view: PageView) -> None:
    view.set_zoom(0.7)
    view.show_looks(Looks(shown=False, lit=0))
    edge = _at(view, OUTER.x0 + 0.05, OUTER.y0)
    assert _near(view.viewport().grab().toImage(), edge, colour(Label.TABLE, False))


def test_hits_and_places_have_looks_of_their_own(view: PageView) -> None:
    view.set_zoom(0.7)
    inside = _place(view, 0.3, 0.3)
    plain = view.viewport().grab().toImage().pixelColor(inside)
    view.show_looks(Looks(found=frozenset({0})))
    found = view.viewport().grab().toImage().pixelColor(inside)
    view.show_looks(Looks(places=(OUTER,)))
    place = view.viewport().grab().toImage().pixelColor(inside)
    view.show_looks(Looks(reading=True))
    reading = view.viewport().grab().toImage().pixelColor(inside)
    assert len({plain.rgb(), found.rgb(), place.rgb(), reading.rgb()}) == 4
    assert found.blue() < plain.blue() - 50


def test_a_picture_of_the_pages_size_is_shown_pixel_for_pixel(view: PageView) -> None:
    view.show_shapes(())
    view.set_zoom(0.8)
    size = round(A4[0] * 0.8), round(A4[1] * 0.8)
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    for x in range(0, size[0], 2):
        for y in range(200, 300):
            image.setPixelColor(x, y, Qt.GlobalColor.black)
    view.paper.show_whole(Picture(image, Wanted(size[1])))
    shown = view.viewport().grab().toImage()
    middle = _place(view, 0.5, 250 / size[1])
    row = [shown.pixelColor(middle.x() + step, middle.y()).lightness() for step in range(20)]
    assert set(row) == {0, 255}
    assert all(one != other for one, other in pairwise(row))


def test_the_point_under_the_pointer_stays_there_while_the_wheel_zooms(view: PageView) -> None:
    view.set_zoom(1.5)
    place = QPointF(250.0, 300.0)
    before = view.mapToScene(place.toPoint())
    for turn in (120, 120, 40, -60, 120):
        event = QWheelEvent(
            place,
            QPointF(view.viewport().mapToGlobal(place.toPoint())),
            QPoint(),
            QPoint(0, turn),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(view.viewport(), event)
    after = view.mapToScene(place.toPoint())
    assert view.zoom > 1.5 * 1.2
    assert view.fit is Fit.FREE
    assert abs(after.x() - before.x()) < 3
    assert abs(after.y() - before.y()) < 3


def test_a_fit_follows_the_window_and_needs_no_bar_across(view: PageView) -> None:
    for width, height in ((600, 700), (333, 900), (900, 301), (820, 1000)):
        view.resize(width, height)
        view.set_fit(Fit.WIDTH)
        QApplication.processEvents()
        assert view.horizontalScrollBar().maximum() == view.horizontalScrollBar().minimum()
        left, right = _at(view, 0.0, 0.0).x(), _at(view, 1.0, 0.0).x()
        assert 0 <= left <= 30
        assert view.viewport().width() - 30 <= right <= view.viewport().width()
        view.set_fit(Fit.PAGE)
        QApplication.processEvents()
        assert view.verticalScrollBar().maximum() == view.verticalScrollBar().minimum()
        assert view.shows(Box(0.0, 0.0, 1.0, 1.0))


def test_a_drag_moves_the_page_and_chooses_nothing(view: PageView, qtbot: QtBot) -> None:
    view.set_zoom(3.0)
    chosen: list[int] = []
    view.activated.connect(chosen.append)
    for button, space in ((LEFT, False), (Qt.MouseButton.MiddleButton, False), (LEFT, True)):
        start = view.verticalScrollBar().value()
        if space:
            QTest.keyPress(view, Qt.Key.Key_Space)
        QTest.mousePress(view.viewport(), button, NONE, QPoint(300, 300))
        for y in (295, 280, 260, 240):
            QTest.mouseMove(view.viewport(), QPoint(300, y))
            QApplication.processEvents()
        QTest.mouseRelease(view.viewport(), button, NONE, QPoint(300, 240))
        if space:
            QTest.keyRelease(view, Qt.Key.Key_Space)
        assert view.verticalScrollBar().value() == start + 60
    assert not chosen
    assert not view.panning


def test_arrows_scroll_and_turn_pages_where_there_is_nothing_to_scroll(view: PageView) -> None:
    turned: list[int] = []
    view.page_wanted.connect(turned.append)
    view.set_zoom(3.0)
    bars = view.horizontalScrollBar(), view.verticalScrollBar()
    before = [bar.value() for bar in bars]
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(view, key)
    assert all(bar.value() > was for bar, was in zip(bars, before, strict=True))
    assert not turned
    view.set_fit(Fit.PAGE)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        QTest.keyClick(view, key)
    assert turned == [1, -1, 1, -1]


def test_page_keys_scroll_first_and_turn_at_the_end(view: PageView) -> None:
    turned: list[int] = []
    view.page_wanted.connect(turned.append)
    view.set_zoom(1.5)
    QTest.keyClick(view, Qt.Key.Key_Home)
    presses = 0
    while not turned:
        QTest.keyClick(view, Qt.Key.Key_PageDown)
        presses += 1
    assert 2 <= presses <= 4
    assert turned == [1]
    view.set_page(A4, 1.0)
    bar = view.verticalScrollBar()
    assert bar.value() == bar.minimum()
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    assert turned == [1, -1]
    view.set_page(A4, 1.0)
    assert bar.value() == bar.maximum()


def test_the_smallest_block_is_lit_and_clicks_at_one_place_go_through_all(view: PageView) -> None:
    chosen: list[int] = []
    view.activated.connect(chosen.append)
    view.set_fit(Fit.PAGE)
    _move(view, 0.5, 0.5)
    assert view.lit == 1
    for _ in range(3):
        _click(view, 0.5, 0.5)
    assert chosen == [1, 0, 1]
    _click(view, 0.3, 0.3)
    assert chosen[-1] == 0
    _click(view, 0.02, 0.98)
    assert view.lit == -1
    assert len(chosen) == 4


def test_alt_and_tab_go_down_through_the_blocks_under_the_pointer(view: PageView) -> None:
    view.set_fit(Fit.PAGE)
    _move(view, 0.5, 0.5)
    _click(view, 0.5, 0.5, Qt.KeyboardModifier.AltModifier)
    assert view.lit == 0
    _move(view, 0.3, 0.3)
    _move(view, 0.5, 0.5)
    assert view.lit == 1
    # Whether a window lies under the pointer is for the screen to say, and here is none.
    view.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    assert view.focusNextPrevChild(True)
    assert view.lit == 0


def test_two_fingers_zoom(view: PageView) -> None:
    view.set_zoom(1.0)
    place = QPointF(200.0, 200.0)
    for value in (0.1, 0.1, -0.05):
        event = QNativeGestureEvent(
            Qt.NativeGestureType.ZoomNativeGesture,
            QPointingDevice.primaryPointingDevice(),
            2,
            place,
            place,
            place,
            value,
            QPointF(),
        )
        QApplication.sendEvent(view.viewport(), event)
    assert view.zoom == pytest.approx(1.1 * 1.1 * 0.95)


def test_the_tip_lists_all_blocks_under_the_pointer(view: PageView) -> None:
    view.set_fit(Fit.PAGE)
    _move(view, 0.5, 0.5)
    tip = view.tip()
    assert "<b>2. Text: Words</b>" in tip
    assert "1. Table" in tip
    _move(view, 0.3, 0.3)
    assert view.tip() == "<b>1. Table</b>"


def test_the_pointer_that_leaves_lights_nothing(view: PageView) -> None:
    view.set_fit(Fit.PAGE)
    _move(view, 0.5, 0.5)
    assert view.lit == 1
    _move(view, 0.01, 0.99)
    assert view.lit == -1


def test_keys_walk_through_the_blocks_and_bring_them_into_view(view: PageView) -> None:
    chosen: list[int] = []
    view.activated.connect(chosen.append)
    view.set_zoom(4.0)
    view.step(1)
    view.step(1)
    assert view.lit == 1
    assert view.shows(INNER)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert chosen == [1]


def test_thin_boxes_can_be_hit_from_beside(view: PageView) -> None:
    thin = Block(Label.FOOTER, "thin", Box(0.1, 0.9, 0.9, 0.9005))
    view.show_shapes(shapes_of([thin]))
    view.set_fit(Fit.PAGE)
    above = _at(view, 0.5, 0.9)
    assert view.stack_at(QPointF(above.x(), above.y() - 3)) == (0,)
    assert view.stack_at(QPointF(above.x(), above.y() - 9)) == ()
