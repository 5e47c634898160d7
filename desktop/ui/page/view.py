"""The page with its boxes: pointing at them, going through them, choosing one."""

from __future__ import annotations

import html

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from desktop.ui.colours import name
from desktop.ui.page.boxes import Looks
from desktop.ui.page.canvas import Canvas
from desktop.ui.page.pointer import Pointer
from desktop.ui.page.shapes import Shape, neighbour, under

#: How near to a box counts as on it, in units of the window, where the point is on none.
REACH = 4.0
_Left = Qt.MouseButton.LeftButton


class PageView(Canvas):
    """Tells which block is meant; that it is lit is for whoever hears it to say (``light``)."""

    #: A block under the pointer or chosen by key; -1 for none.
    pointed = Signal(int)
    #: A block was clicked, or Enter pressed on it.
    activated = Signal(int)
    #: A menu for a block (-1: for the page) is wanted, there on the screen.
    menu_wanted = Signal(int, QPoint)
    #: Escape was pressed.
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pointer = Pointer()
        self._pressed: QPointF | None = None
        #: Where the last click was, in the scene, and what it meant.
        self._clicked: tuple[QPointF, int] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # What is shown.

    def show_shapes(self, shapes: tuple[Shape, ...]) -> None:
        """Other boxes on the same page, or on another one."""
        self.boxes.show_shapes(shapes)
        self._pointer.leave()
        self._clicked = None

    def show_looks(self, looks: Looks) -> None:
        """The same boxes with other looks."""
        self.boxes.show_looks(looks)

    @property
    def lit(self) -> int:
        """The block that is lit; -1 for none."""
        return self.boxes.looks.lit

    def shape(self, block: int) -> Shape | None:
        """The boxes of a block, if it has any."""
        return next((each for each in self.boxes.shapes if each.block == block), None)

    def stack_at(self, place: QPointF) -> tuple[int, ...]:
        """The blocks at a point of the viewport, the smallest first."""
        back, _ = self.viewportTransform().inverted()
        point = back.map(place)
        width, height = self.paper.size.width(), self.paper.size.height()
        reach = REACH / self.transform().m11()
        return under(
            self.boxes.shapes,
            point.x() / width,
            point.y() / height,
            reach=(reach / width, reach / height),
            hidden=self.boxes.looks.hidden,
        )

    # Keys.

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) block in reading order, and bring it into view."""
        there = neighbour(self.boxes.shapes, self.lit, by, self.boxes.looks.hidden)
        shape = self.shape(there)
        if shape is None:
            return
        self._pointer.leave()
        if not self.shows(shape.bounds):
            self.centre(shape.bounds)
        self.pointed.emit(there)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses the lit block, Escape lets it go."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.lit >= 0:
            self.activated.emit(self.lit)
            event.accept()
        elif event.key() == Qt.Key.Key_Escape:
            self._pointer.leave()
            self.escaped.emit()
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes down through the blocks under the pointer, and after the last one onwards."""
        if forward and self.underMouse() and not self._pointer.last:
            self.pointed.emit(self._pointer.cycle())
            return True
        return super().focusNextPrevChild(forward)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A key that is held down is not heard to go up any more."""
        self.release_space()
        super().focusOutEvent(event)

    # Mouse.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Perhaps the beginning of a click, perhaps of a drag."""
        super().mousePressEvent(event)
        self._pressed = event.position() if event.button() is _Left and not self.panning else None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A second click soon after the first is a click."""
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at what is under the pointer; with the button held, drag the page."""
        if self._pressed is not None and _far(event.position(), self._pressed):
            self.take_hold(self._pressed)
            self._pressed = None
        super().mouseMoveEvent(event)
        if not self.panning and not event.buttons():
            self._over(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the block, or, where it was chosen just now, the one below it."""
        if event.button() is _Left and self._pressed is not None:
            self._pressed = None
            again = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            self._click(event.position(), again=again)
        super().mouseReleaseEvent(event)

    def _over(self, place: QPointF) -> None:
        if self._pointer.over(self.stack_at(place)):
            self.pointed.emit(self._pointer.block)

    def _click(self, place: QPointF, *, again: bool) -> None:
        self._over(place)
        block = self._pointer.block
        point = self.mapToScene(place.toPoint())
        if block >= 0 and (again or self._is_again(point, block)):
            block = self._pointer.cycle()
        self._clicked = (point, block)
        self.pointed.emit(block)
        if block >= 0:
            self.activated.emit(block)

    def _is_again(self, point: QPointF, block: int) -> bool:
        if self._clicked is None:
            return False
        before = self.mapFromScene(self._clicked[0])
        near = not _far(QPointF(before), QPointF(self.mapFromScene(point)))
        return near and self._clicked[1] == block

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is elsewhere."""
        if self._pointer.stack:
            self._pointer.leave()
            self.pointed.emit(-1)
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A menu for what is under the pointer, or by key for what is lit."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            shape = self.shape(self.lit)
            place = self.viewport().rect().center()
            if shape is not None:
                size = self.paper.size
                corner = QPointF(shape.bounds.x0 * size.width(), shape.bounds.y0 * size.height())
                place = self.mapFromScene(corner)
            self.menu_wanted.emit(self.lit, self.viewport().mapToGlobal(place))
        else:
            self._over(QPointF(event.pos()))
            self.menu_wanted.emit(self._pointer.block, event.globalPos())
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what is under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip(), self.viewport())
            return True
        return super().viewportEvent(event)

    def tip(self) -> str:
        """What is under the pointer, one line a block, that which is meant in bold."""
        lines = []
        for block in self._pointer.stack:
            if (shape := self.shape(block)) is None:
                continue
            line = html.escape(in_words(shape))
            lines.append(f"<b>{line}</b>" if block == self._pointer.block else line)
        if len(lines) > 1:
            lines.append(f"<i>{html.escape(self.tr('Click again for the next one'))}</i>")
        return "<br>".join(lines)


def in_words(shape: Shape) -> str:
    """A block in a few words: its place, its kind, how it begins."""
    return f"{shape.number}. {name(shape.label)}" + (f": {shape.words}" if shape.words else "")


def _far(one: QPointF, other: QPointF) -> bool:
    return (one - other).manhattanLength() >= QApplication.startDragDistance()
