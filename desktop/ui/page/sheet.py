"""A page on its ground, at some zoom, with a part of it in the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Signal
from PySide6.QtGui import QPainter, QResizeEvent, QTransform
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QStyle, QWidget

from desktop.model.geometry import Box
from desktop.ui.page.boxes import Boxes
from desktop.ui.page.paper import Paper
from desktop.ui.page.scale import Fit, Framing, clamped

#: Room around the sheet in units of the window.
MARGIN = 12


class Sheet(QGraphicsView):
    """Shows one sheet of paper and the boxes on it.

    The scene's unit is a point. ``unit`` is the size of a point at zoom 1 in units of the window.
    """

    #: The zoom, the fit, the size of the window or what is visible is another one.
    moved = Signal()
    #: Zoom or fit are other ones.
    rescaled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paper, self.boxes = Paper(), Boxes()
        scene = QGraphicsScene(self)
        # Two items that never move need no index.
        scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        scene.addItem(self.paper)
        scene.addItem(self.boxes)
        self.setScene(scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.setBackgroundBrush(self.palette().brush(self.palette().ColorRole.Mid))
        self.fit = Fit.WIDTH
        self.unit = 96.0 / 72.0
        self._scale = self.unit
        #: Whether the next page is shown from its end.
        self.from_end = False
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(lambda _: self.moved.emit())

    # The sheet.

    def set_page(self, size: tuple[float, float], unit: float) -> None:
        """Another page: ``size`` in points, ``unit`` as said above.

        It is shown from its top, or from its end if one came there by going back.
        """
        sheet = QSizeF(*size)
        self.paper.set_size(sheet)
        self.boxes.set_size(sheet)
        zoom = self.zoom
        self.unit = unit
        self._rescale(zoom * unit if self.fit is Fit.FREE else self._fitting())
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum() if self.from_end else bar.minimum())
        self.from_end = False

    @property
    def visible(self) -> Box | None:
        """The part of the page that can be seen; ``None`` if none can."""
        window = self._on_scene(QRectF(self.viewport().rect()))
        width, height = self.paper.size.width(), self.paper.size.height()
        return Box.clipped(
            window.left() / width,
            window.top() / height,
            window.right() / width,
            window.bottom() / height,
        )

    @property
    def resolution(self) -> float:
        """Pixels of the screen a point."""
        return self._scale * self.devicePixelRatioF()

    def _on_scene(self, window: QRectF) -> QRectF:
        back, _ = self.viewportTransform().inverted()
        return back.mapRect(window)

    # Zoom.

    @property
    def zoom(self) -> float:
        """1 is the page's real size."""
        return self._scale / self.unit

    def set_zoom(self, zoom: float, anchor: QPointF | None = None) -> None:
        """Zoom; the point of the page at ``anchor`` (in the viewport; its middle) stays there."""
        self.fit = Fit.FREE
        self._rescale(clamped(zoom) * self.unit, anchor)

    def set_fit(self, fit: Fit) -> None:
        """Let the zoom follow the window, or keep it as it is (``FREE``)."""
        self.fit = fit
        self._rescale(self._scale if fit is Fit.FREE else self._fitting())

    def framing(self, unit: float) -> Framing:
        """How a page whose points have the size ``unit`` would be shown here."""
        room = self.maximumViewportSize()
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
        return Framing(
            self.fit,
            self.zoom,
            # A fraction of a unit must not bring up a scroll bar.
            (room.width() - 1, room.height() - 1),
            bar,
            MARGIN,
            unit,
            self.devicePixelRatioF(),
        )

    def _fitting(self) -> float:
        size = self.paper.size
        return self.framing(self.unit).scale((size.width(), size.height()))

    def _rescale(self, scale: float, anchor: QPointF | None = None) -> None:
        place = anchor or QPointF(self.viewport().rect().center())
        back, _ = self.viewportTransform().inverted()
        held = back.map(place)
        self._scale = scale
        around = MARGIN / scale
        self.setSceneRect(self.paper.sheet.adjusted(-around, -around, around, around))
        self.setTransform(QTransform.fromScale(scale, scale))
        gone = self.viewportTransform().map(held) - place
        self.scroll_by(gone.x(), gone.y())
        self.rescaled.emit()
        self.moved.emit()

    def scroll_by(self, across: float, down: float) -> None:
        """Scroll by units of the window."""
        for bar, by in ((self.horizontalScrollBar(), across), (self.verticalScrollBar(), down)):
            bar.setValue(bar.value() + round(by))

    def centre(self, box: Box) -> None:
        """Bring a part of the page to the middle; what is larger than the window from its top."""
        width, height = self.paper.size.width(), self.paper.size.height()
        room = self._on_scene(QRectF(self.viewport().rect()))
        middle = QPointF((box.x0 + box.x1) / 2 * width, (box.y0 + box.y1) / 2 * height)
        if box.height * height > room.height():
            middle.setY(box.y0 * height + room.height() / 2 - MARGIN / self._scale)
        if box.width * width > room.width():
            middle.setX(box.x0 * width + room.width() / 2 - MARGIN / self._scale)
        self.centerOn(middle)

    def shows(self, box: Box) -> bool:
        """Whether all of a part of the page can be seen."""
        seen = self.visible
        return seen is not None and box.share_inside(seen) > 0.999

    # What happens to the window.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the window's size; without a fit, the page's top left corner stays in place."""
        super().resizeEvent(event)
        if self.fit is Fit.FREE:
            self.moved.emit()
        else:
            share = self._share()
            self._rescale(self._fitting())
            bar = self.verticalScrollBar()
            bar.setValue(bar.minimum() + round(share * (bar.maximum() - bar.minimum())))

    def _share(self) -> float:
        bar = self.verticalScrollBar()
        length = bar.maximum() - bar.minimum()
        return (bar.value() - bar.minimum()) / length if length > 0 else 0.0

    def event(self, event: QEvent) -> bool:
        """Another screen may have finer pixels."""
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self.moved.emit()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the window from light to dark."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.setBackgroundBrush(self.palette().brush(self.palette().ColorRole.Mid))
