"""What the window shows while there is no document: one sentence and a place to drop."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

#: The size of the drop area at most, in logical pixels.
WIDTH, HEIGHT = 680, 400


class EmptyState(QWidget):
    """One sentence, a dashed area, and the buttons for those who don't drag."""

    open_files = Signal()
    open_folder = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("No documents yet"))
        sentence = QLabel(self.tr("Drop PDFs, scans, photos or folders anywhere in this window."))
        font = sentence.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        sentence.setFont(font)
        sentence.setWordWrap(True)
        sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint = QLabel()
        self.show_local(local=False)
        self._hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._hint.setWordWrap(True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._files = self._button(self.tr("Open…"), self.tr("Open documents"), self.open_files)
        self._files.setDefault(True)
        folder = self._button(
            self.tr("Open Folder…"), self.tr("Open a folder of documents"), self.open_folder
        )
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self._files)
        buttons.addSpacing(8)
        buttons.addWidget(folder)
        buttons.addStretch()

        self._area = QWidget()
        self._area.setMaximumSize(WIDTH, HEIGHT)
        self._area.setMinimumHeight(260)
        inside = QVBoxLayout(self._area)
        inside.setContentsMargins(48, 120, 48, 40)
        inside.setSpacing(14)
        inside.addWidget(sentence)
        inside.addWidget(self._hint)
        inside.addSpacing(6)
        inside.addLayout(buttons)
        outside = QHBoxLayout(self)
        outside.setContentsMargins(32, 32, 32, 32)
        outside.addStretch(1)
        outside.addWidget(self._area, 6, Qt.AlignmentFlag.AlignVCenter)
        outside.addStretch(1)
        self.setFocusProxy(self._files)

    @property
    def hint(self) -> str:
        """What stands under the sentence."""
        return self._hint.text()

    def show_local(self, *, local: bool) -> None:
        """Say that documents don't leave this computer, if that is so."""
        paste = self.tr("You can also paste a file or an image.")
        here = self.tr("They are read on this computer.")
        self._hint.setText(f"{here} {paste}" if local else paste)

    def _button(self, text: str, name: str, clicked: SignalInstance) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(name)
        button.setMinimumHeight(34)
        button.setMinimumWidth(120)
        button.clicked.connect(lambda: clicked.emit())
        return button

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dashed area, and two sheets in it: the page and its text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self.palette()
        line = colours.color(QPalette.ColorRole.Mid)
        area = QRectF(self._area.geometry()).adjusted(1, 1, -1, -1)
        pen = QPen(line, 2, Qt.PenStyle.DashLine)
        pen.setDashPattern([5, 4])
        painter.setPen(pen)
        painter.setBrush(colours.color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(area, 14, 14)
        middle = area.center().x()
        accent = colours.color(QPalette.ColorRole.Accent)
        _draw_sheet(painter, QRectF(middle - 60, area.top() + 36, 52, 68), line, accent, boxes=True)
        _draw_sheet(painter, QRectF(middle + 8, area.top() + 36, 52, 68), line, accent, boxes=False)


def _draw_sheet(
    painter: QPainter, sheet: QRectF, line: QColor, accent: QColor, *, boxes: bool
) -> None:
    """One leaf of the diptych: with coloured boxes, or with lines of text."""
    painter.setPen(QPen(line, 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(sheet, 4, 4)
    inner = sheet.adjusted(9, 11, -9, -9)
    if boxes:
        painter.setPen(QPen(accent, 1.6))
        painter.drawRect(QRectF(inner.left(), inner.top(), inner.width(), 8))
        painter.drawRect(QRectF(inner.left(), inner.top() + 15, inner.width(), 20))
        painter.drawRect(QRectF(inner.left(), inner.top() + 42, inner.width() * 0.6, 6))
        return
    for row, share in enumerate((0.7, 1.0, 1.0, 0.85, 1.0, 0.5)):
        painter.setPen(QPen(accent if row == 0 else line, 2.4 if row == 0 else 1.8))
        y = inner.top() + 2 + row * 9
        painter.drawLine(QPointF(inner.left(), y), QPointF(inner.left() + inner.width() * share, y))
