"""The page panel over a real service: pages, pictures, boxes, and the links to the text's side."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from desktop.model.blocks import Label
from desktop.model.find import Hit
from desktop.model.geometry import Box
from desktop.ui.bridge import Bridge
from desktop.ui.colours import colour
from desktop.ui.page import PagePanel
from desktop.ui.page.scale import Fit
from tests.bed.papers import scanned_pdf, written_pdf
from tests.ui.conftest import Add
from tests.ui.page.conftest import EQUATION, SECOND, TABLE, TEXT, TITLE, Show

#: The table's box in ``REPLY``, in page units.
TABLE_BOX = Box(100 / 999, 550 / 999, 900 / 999, 800 / 999)


def _place(panel: PagePanel, x: float, y: float) -> QPoint:
    size = panel.view.paper.size
    point = QPointF(x * size.width(), y * size.height())
    return panel.view.viewportTransform().map(point).toPoint()


def _seen(panel: PagePanel) -> QImage:
    return panel.view.viewport().grab().toImage()


def _marked_pdf(path: Path, rotation: int) -> Path:
    """A page of 400 by 600 points, black where ``TABLE_BOX`` is once it is turned upright."""
    upright = (600.0, 400.0) if rotation % 180 else (400.0, 600.0)
    x0, y0, x1, y1 = (
        value * side for value, side in zip(TABLE_BOX.as_tuple(), upright * 2, strict=True)
    )
    # From the upright page (y downwards) back to the page's own space (y upwards).
    corners = {
        0: ((x0, 600 - y1), (x1, 600 - y0)),
        90: ((y0, x0), (y1, x1)),
        180: ((400 - x1, y0), (400 - x0, y1)),
        270: ((400 - y1, 600 - x1), (400 - y0, 600 - x0)),
    }[rotation]
    (left, bottom), (right, top) = corners
    plain = path.with_suffix(".plain.pdf")
    canvas = Canvas(str(plain), pagesize=(400, 600))
    canvas.rect(left, bottom, right - left, top - bottom, stroke=0, fill=1)
    canvas.save()
    with PdfDocument(plain) as document:
        document[0].set_rotation(rotation)
        document.save(path)
    return path


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_boxes_lie_on_what_they_mean_however_the_page_is_turned(
    panel: PagePanel, add: Add, show: Show, qtbot: QtBot, tmp_path: Path, rotation: int
) -> None:
    show(add(_marked_pdf(tmp_path / "turned.pdf", rotation)), 0)
    tint = colour(Label.TABLE, False)
    for zoom in (0.0, 0.6, 2.5):
        if zoom:
            panel.view.set_zoom(zoom)
        corner = Box(TABLE_BOX.x0, TABLE_BOX.y0, TABLE_BOX.x0 + 0.01, TABLE_BOX.y0 + 0.01)
        panel.view.centre(corner)
        qtbot.waitUntil(lambda: panel.showing.settled)
        image = _seen(panel)
        edge = _place(panel, TABLE_BOX.x0 + 0.02, TABLE_BOX.y0)
        outside, inside = (image.pixelColor(edge + QPoint(0, step)).lightness() for step in (-6, 6))
        assert outside > 240, "white paper above the black"
        assert inside < 60, "black under the box"
        line = [image.pixelColor(edge + QPoint(0, step)) for step in range(-3, 4)]
        assert any(abs(each.red() - tint.red()) < 30 and each.green() < 90 for each in line)


def test_a_magnified_page_is_drawn_anew_and_sharp(
    panel: PagePanel, add: Add, show: Show, qtbot: QtBot, tmp_path: Path
) -> None:
    show(add(_marked_pdf(tmp_path / "a.pdf", 0)), 0)
    panel.commands["boxes"].trigger()
    panel.view.set_zoom(12.0)
    edge = Box(TABLE_BOX.x0, 0.6, TABLE_BOX.x0 + 0.01, 0.61)
    panel.view.centre(edge)
    qtbot.waitUntil(lambda: panel.showing.settled)
    part = panel.view.paper.part
    assert part is not None
    assert part.image.width() * part.image.height() < 8_000_000
    image, place = _seen(panel), _place(panel, TABLE_BOX.x0, 0.605)
    row = [image.pixelColor(place + QPoint(step, 0)).lightness() for step in range(-8, 9)]
    # From white to black in three pixels; the magnified small picture takes a dozen.
    assert sum(20 < value < 235 for value in row) <= 3
    assert row[0] > 235
    assert row[-1] < 20


def test_neighbours_are_ready_before_anybody_turns_the_page(
    panel: PagePanel, bridge: Bridge, add: Add, show: Show, qtbot: QtBot, tmp_path: Path
) -> None:
    job = add(scanned_pdf(tmp_path / "a.pdf", 4))
    show(job, 1)
    pictures = panel.showing.renderer.pictures
    whole = panel.view.paper.whole
    assert whole is not None
    edge = whole.wanted.long_edge
    qtbot.waitUntil(lambda: all(pictures.get(job, page, edge) for page in (0, 2)))
    bridge.choose(job, 2)
    assert panel.showing.settled
    qtbot.waitUntil(lambda: pictures.get(job, 3, edge) is not None)


def test_the_boxes_of_a_page_are_those_of_its_result(
    panel: PagePanel, bridge: Bridge, add: Add, show: Show, qtbot: QtBot, tmp_path: Path
) -> None:
    job = add(scanned_pdf(tmp_path / "a.pdf", 2))
    show(job, 0)
    assert [shape.label for shape in panel.view.boxes.shapes] == [
        Label.TITLE,
        Label.TEXT,
        Label.EQUATION,
        Label.TABLE,
        Label.TEXT,
    ]
    bridge.edit(job, 0, TEXT, "Corrected words")

    def words() -> str:
        shape = panel.view.shape(TEXT)
        return "" if shape is None else shape.words

    qtbot.waitUntil(lambda: words() == "Corrected words")
    bridge.choose(None)
    assert panel.view.boxes.shapes == ()
    assert not panel.view.paper.isVisible()


def test_pointing_and_clicking_are_told_and_heard(
    panel: PagePanel, bridge: Bridge, add: Add, show: Show, tmp_path: Path
) -> None:
    show(add(scanned_pdf(tmp_path / "a.pdf", 1)), 0)
    panel.view.set_fit(Fit.PAGE)
    pointed: list[tuple[int, str]] = []
    activated: list[tuple[int, str]] = []
    bridge.block_pointed.connect(lambda block, source: pointed.append((block, source)))
    bridge.block_activated.connect(lambda block, source: activated.append((block, source)))
    QTest.mouseMove(panel.view.viewport(), _place(panel, 0.3, 0.32))
    assert pointed == [(EQUATION, "page")]
    assert panel.view.lit == EQUATION
    place = _place(panel, 0.15, 0.2)
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert activated == [(TEXT, "page")]
    bridge.point(TABLE, "text")
    assert panel.view.lit == TABLE
    assert panel.view.accessibleDescription() == "4. Table: a b 1 2"


def test_a_block_that_is_chosen_in_the_text_comes_to_the_middle(
    panel: PagePanel, bridge: Bridge, add: Add, show: Show, tmp_path: Path
) -> None:
    show(add(scanned_pdf(tmp_path / "a.pdf", 1)), 0)
    panel.view.set_zoom(4.0)
    panel.view.centre(Box(0.0, 0.0, 0.1, 0.1))
    bridge.activate(EQUATION, "text")
    middle = panel.view.viewport().rect().center()
    there = _place(panel, 300 / 999, 325 / 999)
    assert (there - middle).manhattanLength() < 6
    assert panel.view.lit == EQUATION
    # What was clicked on the page itself stays where it is.
    before = _place(panel, 0.5, 0.5)
    bridge.activate(TITLE, "page")
    assert _place(panel, 0.5, 0.5) == before


def test_hits_of_a_search_light_their_blocks_on_their_page_only(
    panel: PagePanel, bridge: Bridge, add: Add, show: Show, tmp_path: Path
) -> None:
    job = add(scanned_pdf(tmp_path / "a.pdf", 2))
    show(job, 0)
    panel.view.set_fit(Fit.PAGE)
    place = _place(panel, 0.7, 0.4)
    before = _seen(panel).pixelColor(place)
    bridge.find_changed.emit((Hit(0, SECOND, 0, 3, ""), Hit(1, TITLE, 0, 1, "")))
    assert panel.view.boxes.looks.found == {SECOND}
    assert _seen(panel).pixelColor(place).blue() < before.blue() - 50
    show(job, 1)
    assert panel.view.boxes.looks.found == {TITLE}
    bridge.find_changed.emit(())
    assert panel.view.boxes.looks.found == frozenset()


def test_one_key_hides_all_boxes_and_the_legend_those_of_a_label(
    panel: PagePanel, add: Add, show: Show, tmp_path: Path
) -> None:
    show(add(scanned_pdf(tmp_path / "a.pdf", 1)), 0)
    switches = {
        switch.accessibleName(): switch
        for switch in panel.legend.findChildren(type(panel.bar.zoom))
        if switch.isVisible()
    }
    assert list(switches) == ["Boxes: Title", "Boxes: Text", "Boxes: Equation", "Boxes: Table"]
    assert switches["Boxes: Text"].text() == "Text 2"
    switches["Boxes: Table"].click()
    assert panel.view.boxes.looks.hidden == {Label.TABLE}
    assert panel.view.stack_at(QPointF(_place(panel, 0.5, 0.6))) == ()
    panel.activateWindow()
    panel.view.setFocus()
    QTest.keyClick(panel.view, Qt.Key.Key_B)
    assert not panel.view.boxes.looks.shown
    QTest.keyClick(panel.view, Qt.Key.Key_R)
    assert panel.view.boxes.looks.numbers
    QTest.keyClick(panel.view, Qt.Key.Key_N)
    assert panel.view.lit == TITLE
    QTest.keyClick(panel.view, Qt.Key.Key_P)
    assert panel.view.lit == TITLE


def test_one_goes_from_page_to_page_by_buttons_by_number_and_not_beyond(
    panel: PagePanel, bridge: Bridge, add: Add, show: Show, tmp_path: Path
) -> None:
    job = add(scanned_pdf(tmp_path / "a.pdf", 3))
    show(job, 0)
    commands = panel.commands
    assert not commands["page-previous"].isEnabled()
    commands["page-next"].trigger()
    assert bridge.page == 1
    assert panel.bar.number.value() == 2
    assert panel.view.accessibleName() == "Page 2 of 3"
    commands["page-last"].trigger()
    assert bridge.page == 2
    assert not commands["page-next"].isEnabled()
    commands["page-go"].trigger()
    panel.bar.number.lineEdit().setText("1")
    QTest.keyClick(panel.bar.number, Qt.Key.Key_Return)
    assert bridge.page == 0


def test_the_zoom_is_remembered_in_words_and_stays_from_page_to_page(
    panel: PagePanel, add: Add, show: Show, tmp_path: Path
) -> None:
    job = add(scanned_pdf(tmp_path / "a.pdf", 2))
    show(job, 0)
    assert panel.zoom == "width"
    panel.zoom = "1.5"
    show(job, 1)
    assert panel.view.zoom == pytest.approx(1.5)
    assert panel.bar.zoom.text() == "150 %"
    assert panel.zoom == "1.5000"
    for nonsense in ("", "nan", "-3", "1e999", "wide"):
        panel.zoom = nonsense
        assert panel.zoom == "1.5000"
    panel.zoom = "page"
    assert panel.view.fit is Fit.PAGE
    assert panel.commands["fit-page"].isChecked()


def test_a_block_can_be_copied_as_a_picture_and_told_to_be_copied_as_text(
    panel: PagePanel, bridge: Bridge, add: Add, show: Show, qtbot: QtBot, tmp_path: Path
) -> None:
    show(add(written_pdf(tmp_path / "a.pdf", 1)), 0)
    menu = panel._menu
    menu.fill(TABLE, panel.view.shape(TABLE))
    names = [action.objectName() for action in menu.menu.actions() if action.objectName()]
    assert names[:4] == ["copy-table", "copy-plain", "copy-rich", "copy-markdown"]
    with qtbot.waitSignal(panel.copy_wanted) as told:
        menu.menu.actions()[3].trigger()
    assert told.args == [TABLE, "table"]
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    menu.copy_picture(TABLE)
    qtbot.waitUntil(lambda: not clipboard.image().isNull())
    picture = clipboard.image()
    # 800 of 999 parts of 595 points at 200 dpi.
    assert picture.width() == pytest.approx(595 * 200 / 72 * 800 / 999, abs=4)
    clipboard.clear()


def test_every_action_has_a_name_a_menu_and_words(panel: PagePanel) -> None:
    actions = panel.actions()
    names = [action.objectName() for action in actions]
    assert len(set(names)) == len(names)
    keys = [key.toString() for action in actions for key in action.shortcuts()]
    assert len(set(keys)) == len(keys)
    for action in actions:
        assert action.property("menu") in ("view", "page")
        assert action.text()


def test_a_page_of_a_picture_is_shown_in_its_own_pixels(
    panel: PagePanel, add: Add, show: Show, tmp_path: Path
) -> None:
    path = tmp_path / "a.png"
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    assert image.save(str(path))
    show(add(path), 0)
    panel.view.set_zoom(1.0)
    left, right = _place(panel, 0.0, 0.5), _place(panel, 1.0, 0.5)
    assert right.x() - left.x() == 400


def test_a_page_that_is_turned_is_drawn_anew_and_its_old_picture_is_gone(
    panel: PagePanel, bridge: Bridge, add: Add, show: Show, qtbot: QtBot, tmp_path: Path
) -> None:
    job = add(_marked_pdf(tmp_path / "a.pdf", 0))
    show(job, 0)
    assert panel.view.paper.size.height() > panel.view.paper.size.width()
    bridge.service.rotate(job, [0], 90)

    def turned() -> bool:
        size, whole = panel.view.paper.size, panel.view.paper.whole
        return (
            size.width() > size.height()
            and panel.showing.settled
            and whole is not None
            and whole.image.width() > whole.image.height()
        )

    qtbot.waitUntil(turned, timeout=20_000)
    # What was at the page's foot is now at its left.
    black, white = _place(panel, 0.3, 0.5), _place(panel, 0.8, 0.5)
    panel.commands["boxes"].trigger()
    image = _seen(panel)
    assert image.pixelColor(black).lightness() < 20
    assert image.pixelColor(white).lightness() > 235


def test_who_leafs_through_quickly_sees_the_page_where_they_stop(
    panel: PagePanel, bridge: Bridge, add: Add, show: Show, qtbot: QtBot, tmp_path: Path
) -> None:
    job = add(scanned_pdf(tmp_path / "a.pdf", 12))
    show(job, 0)
    asked: list[int] = []
    panel.showing.renderer.drawn.connect(lambda _, page, __: asked.append(page))
    for _ in range(11):
        panel.commands["page-next"].trigger()
    assert bridge.page == 11
    qtbot.waitUntil(lambda: panel.showing.settled)
    assert asked[-1:] == [11]
    # Those in between were not worth drawing.
    assert len(asked) <= 4
