"""Files and folders dropped anywhere on a window, whatever lies under the pointer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

_KINDS = frozenset(
    {QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.DragLeave, QEvent.Type.Drop}
)


def files_in(content: QMimeData) -> tuple[Path, ...]:
    """The files and folders on this computer that are being dragged or were copied."""
    if not content.hasUrls():
        return ()
    return tuple(Path(url.toLocalFile()) for url in content.urls() if url.isLocalFile())


class Drops(QObject):
    """Catches files that are dropped on a window; ``dropped`` carries their paths.

    Editors, lists and the web view take drops for themselves, and Qt asks only the innermost
    widget that does; ``watch`` looks over their shoulders. What is dragged inside the program is
    left to them.
    """

    dropped = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._veil = _Veil(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        self._veil.installEventFilter(self)

    def watch(self) -> None:
        """Catch drops on all parts that the window has by now; those already caught are kept."""
        for part in self._window.findChildren(QWidget):
            if part.acceptDrops() or isinstance(part, QAbstractScrollArea):
                part.installEventFilter(self)
                if isinstance(part, QAbstractScrollArea):
                    part.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is dragged in from outside, if it is files."""
        if event.type() not in _KINDS:
            return False
        if event.type() == QEvent.Type.DragLeave:
            if watched is self._veil:
                self._veil.hide()
            return False
        if not isinstance(event, QDropEvent) or event.source() is not None:
            return False
        paths = files_in(event.mimeData())
        if not paths:
            return False
        if isinstance(event, QDragEnterEvent | QDragMoveEvent):
            self._veil.rise()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            self._veil.hide()
            self.dropped.emit(paths)
        return True


class _Veil(QWidget):
    """Lies over the whole window while files are dragged over it, and says what will happen."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Drop to add"))
        self.hide()

    def rise(self) -> None:
        """Cover the window."""
        if not self.isVisible():
            self.setGeometry(self._window.rect())
            self.raise_()
            self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A tint, a frame and three words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = self.palette().color(QPalette.ColorRole.Accent)
        ground = self.palette().color(QPalette.ColorRole.Window)
        tint = QColor(ground)
        tint.setAlphaF(0.82)
        painter.fillRect(self.rect(), tint)
        painter.setPen(QPen(accent, 3, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(12, 12, -12, -12), 14, 14)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.8)
        painter.setFont(font)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("Drop to add"))
