"""A page that can be moved and zoomed, by mouse, wheel, touch and keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture, QWidget

from desktop.ui.page.scale import stepped
from desktop.ui.page.sheet import Sheet

#: How much one step of a wheel (120 eighths of a degree) zooms.
WHEEL = 1.2
_Key = Qt.Key


class Canvas(Sheet):
    """Answers to what a person does to move the page."""

    #: The next (1) or previous (-1) page is wanted.
    page_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._space = False
        self._grip: QPointF | None = None
        self.viewport().setMouseTracking(True)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)

    # Mouse, wheel, touch.

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Shift sideways; with Ctrl zoom at the pointer."""
        turn = event.angleDelta().y() or event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom * WHEEL ** (turn / 120), event.position())
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            step = QApplication.wheelScrollLines() * self.horizontalScrollBar().singleStep()
            self.scroll_by(-turn / 120 * step, 0)
        else:
            super().wheelEvent(event)
            return
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """Zoom by two fingers, on a touch pad or on the screen."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
                self.set_zoom(self.zoom * (1.0 + event.value()), event.position())
                return True
        elif isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                middle = self.viewport().mapFromGlobal(pinch.centerPoint())
                self.set_zoom(self.zoom * pinch.scaleFactor(), middle)
                event.accept(pinch)
                return True
        return super().viewportEvent(event)

    @property
    def panning(self) -> bool:
        """Whether the page is being dragged, or would be by the left button."""
        return self._space or self._grip is not None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the page with the middle button, or with the left one and Space."""
        middle = event.button() is Qt.MouseButton.MiddleButton
        if middle or (self._space and event.button() is Qt.MouseButton.LeftButton):
            self.take_hold(event.position())
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the page."""
        if self._grip is not None:
            by = self._grip - event.position()
            self._grip = event.position()
            self.scroll_by(by.x(), by.y())
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of the page."""
        if self._grip is not None and not event.buttons():
            self.let_go()
        event.accept()

    def take_hold(self, place: QPointF) -> None:
        """Begin to drag the page."""
        self._grip = place
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def let_go(self) -> None:
        """End dragging it."""
        self._grip = None
        if self._space:
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.viewport().unsetCursor()

    # Keys.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space takes hold of the page, arrows scroll, and the page keys go on at its ends."""
        key, across = event.key(), self.horizontalScrollBar()
        if key == _Key.Key_Space:
            if not event.isAutoRepeat():
                self._space = True
                self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        elif key in (_Key.Key_Plus, _Key.Key_Equal, _Key.Key_Minus):
            self.set_zoom(stepped(self.zoom, key != _Key.Key_Minus))
        elif key in (_Key.Key_PageDown, _Key.Key_PageUp):
            self._page_key(1 if key == _Key.Key_PageDown else -1)
        elif key in (_Key.Key_Home, _Key.Key_End):
            bar = self.verticalScrollBar()
            bar.setValue(bar.minimum() if key == _Key.Key_Home else bar.maximum())
        elif (
            key in (_Key.Key_Left, _Key.Key_Right)
            and across.minimum() == across.maximum()
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            self.page_wanted.emit(1 if key == _Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _page_key(self, step: int) -> None:
        bar = self.verticalScrollBar()
        if bar.value() == (bar.maximum() if step > 0 else bar.minimum()):
            self.from_end = step < 0
            self.page_wanted.emit(step)
        else:
            bar.setValue(bar.value() + step * bar.pageStep() * 9 // 10)

    def stay(self) -> None:
        """There was no page to turn to."""
        self.from_end = False

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let go of Space."""
        if event.key() == _Key.Key_Space and not event.isAutoRepeat():
            self.release_space()
        super().keyReleaseEvent(event)

    def release_space(self) -> None:
        """Space is not held any more."""
        if self._space:
            self._space = False
            self.let_go()
