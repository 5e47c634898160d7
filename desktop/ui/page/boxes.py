"""Painting the boxes of a page: what each looks like, and nothing of what they mean."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from desktop.model.blocks import Label
from desktop.model.geometry import Box
from desktop.ui.colours import colour, line
from desktop.ui.page.shapes import Shape
from desktop.ui.page.strokes import Frame, Sketch, Strokes

#: Widths of lines in units of the window, whatever the zoom.
THIN, THICK, FOUND, HALO = 1.6, 3.2, 2.4, 1.6
#: Room around the page for lines and badges that stick out, as a share of its longer side.
OUTSIDE = 0.03
#: How much of a label's colour its boxes are filled with (0–255): as a rule, on a page that is
#: being read and the newest block there, and the block that is lit.
_USUAL, _READING, _NEWEST, _LIT = 16, 34, 60, 46
_FOUND = QColor("#ffd400")
_PLACE, _PLACE_EDGE = QColor("#ff9500"), QColor("#1a1a1a")


@dataclass(frozen=True, slots=True)
class Looks:
    """How the boxes of a page are shown.

    ``lit`` is the block that is pointed at (-1: none), ``found`` those with hits of a search,
    ``hidden`` the labels that are not wanted, ``places`` what was located on the page, ``reading``
    says that the page is still being read, and the last block with it.
    """

    lit: int = -1
    found: frozenset[int] = frozenset()
    hidden: frozenset[Label] = frozenset()
    shown: bool = True
    numbers: bool = False
    places: tuple[Box, ...] = ()
    reading: bool = False


class Boxes(QGraphicsItem):
    """All boxes of a page, painted at once; the page's corner is the scene's origin."""

    def __init__(self) -> None:
        super().__init__()
        self.size = QSizeF(595.0, 842.0)
        self.shapes: tuple[Shape, ...] = ()
        self.looks = Looks()
        self._strokes = Strokes()
        #: What is drawn as long as neither boxes nor looks nor the zoom change, and for which zoom.
        self._sketch: Sketch | None = None
        self._sketched: _Screen | None = None

    def set_size(self, size: QSizeF) -> None:
        """The page's size in points."""
        self.prepareGeometryChange()
        self.size = size

    def show_shapes(self, shapes: tuple[Shape, ...]) -> None:
        """Other boxes."""
        if shapes != self.shapes:
            self.shapes = shapes
            self._sketch = None
            self.update()

    def show_looks(self, looks: Looks) -> None:
        """The same boxes with other looks."""
        if looks != self.looks:
            before, self.looks = self.looks, looks
            if replace(before, lit=looks.lit, places=looks.places) != looks:
                self._sketch = None
            self.update()

    def boundingRect(self) -> QRectF:
        """The page and what sticks out of it."""
        page = QRectF(QPointF(0.0, 0.0), self.size)
        around = max(page.width(), page.height()) * OUTSIDE
        return page.adjusted(-around, -around, around, around)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Boxes in reading order, the lit one above the others, places that were located on top."""
        ratio = painter.device().devicePixelRatio()
        there = painter.worldTransform()
        screen = _Screen(there.m11() * ratio, ratio, self.size)
        if self._sketch is None or self._sketched != screen:
            self._sketch, self._sketched = self._sketch_all(screen), screen
        painter.save()
        painter.resetTransform()
        painter.scale(1 / ratio, 1 / ratio)
        painter.translate(round(there.dx() * ratio), round(there.dy() * ratio))
        self._sketch.draw(painter)
        on_top = Sketch(self._strokes)
        lit = [shape for shape in self.shapes if shape.block == self.looks.lit]
        self._add(on_top, screen, lit, THICK, _LIT)
        self._add_numbers(on_top, screen, lit)
        for box in self.looks.places:
            self._add_place(on_top, screen, box)
        on_top.draw(painter)
        painter.restore()

    def _sketch_all(self, screen: _Screen) -> Sketch:
        """All boxes but the lit one's light, which goes from one to the next with the pointer."""
        looks, sketch = self.looks, Sketch(self._strokes)
        usual = [shape for shape in self.shapes if self._is_seen(shape)]
        self._add(sketch, screen, usual, THIN, _READING if looks.reading else _USUAL)
        if looks.reading:
            self._add(sketch, screen, usual[-1:], THIN, _NEWEST)
        self._add_numbers(sketch, screen, usual)
        return sketch

    def _add_numbers(self, sketch: Sketch, screen: _Screen, shapes: Sequence[Shape]) -> None:
        if self.looks.numbers and self.looks.shown:
            for shape in shapes:
                corner = screen.pixels(shape.boxes[0]).topLeft()
                sketch.badge(corner, shape.number, colour(shape.label, False), screen.ratio)

    def _is_seen(self, shape: Shape) -> bool:
        if shape.block in self.looks.found:
            return True
        return self.looks.shown and shape.label not in self.looks.hidden

    def _add(
        self,
        sketch: Sketch,
        screen: _Screen,
        shapes: Sequence[Shape],
        width: float,
        fill: int,
    ) -> None:
        """Add boxes: first what is inside of them, then the lines of all."""
        found: list[Frame] = []
        others: list[Frame] = []
        inside: dict[int, list[QRect]] = {}
        for shape in shapes:
            tint = colour(shape.label, False)
            style = Qt.PenStyle.DotLine if self.looks.reading else line(shape.label)
            hit = shape.block in self.looks.found
            ground = _thinned(_FOUND, 110) if hit else _thinned(tint, fill)
            for box in shape.boxes:
                rect = screen.pixels(box)
                inside.setdefault(ground.rgba(), []).append(rect)
                (found if hit else others).append(Frame(rect, tint, style))
        for rgba, rects in inside.items():
            sketch.fill(rects, QColor.fromRgba(rgba))
        for frames, thick in ((others, width), (found, max(width, FOUND))):
            sketch.frames(frames, screen.width(thick), screen.width(thick + HALO))

    def _add_place(self, sketch: Sketch, screen: _Screen, box: Box) -> None:
        """Where something was located: orange between two dark lines, unlike any label's box."""
        rect, solid = screen.pixels(box), Qt.PenStyle.SolidLine
        sketch.fill([rect], _thinned(_PLACE, 70))
        thin = screen.width(1.5)
        middle = rect.adjusted(-thin, -thin, thin, thin)
        sketch.frames([Frame(rect, _PLACE_EDGE, solid)], screen.width(6.0))
        sketch.frames([Frame(middle, _PLACE, solid)], screen.width(3.0))


@dataclass(frozen=True, slots=True)
class _Screen:
    """From page units to pixels of the screen, the page's corner being at 0, 0.

    ``scale`` in pixels a point, ``ratio`` in pixels a unit of the window, ``size`` in points.
    """

    scale: float
    ratio: float
    size: QSizeF

    def pixels(self, box: Box) -> QRect:
        """A box in whole pixels, at least one."""
        width, height = self.size.width() * self.scale, self.size.height() * self.scale
        left, top = round(box.x0 * width), round(box.y0 * height)
        right, bottom = round(box.x1 * width), round(box.y1 * height)
        return QRect(left, top, max(1, right - left), max(1, bottom - top))

    def width(self, width: float) -> int:
        """The width of a line in pixels; ``width`` in units of the window."""
        return max(1, round(width * self.ratio))


def labels_of(shapes: Collection[Shape]) -> dict[Label, int]:
    """How many blocks of each label there are, in the order of ``Label``."""
    counts = dict.fromkeys(Label, 0)
    for shape in shapes:
        counts[shape.label] += 1
    return {label: count for label, count in counts.items() if count}


def _thinned(tint: QColor, alpha: int) -> QColor:
    thin = QColor(tint)
    thin.setAlpha(alpha)
    return thin
