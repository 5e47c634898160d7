"""The margin of the source editor: each block's colour, and what a person changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QToolTip, QWidget

from desktop.ui.text.source_look import text_height
from desktop.ui.text.source_text import index_of, starts_block

if TYPE_CHECKING:
    from desktop.ui.text.source import SourceEditor

#: Pixels: the margin, the bar in the colour of the label, the mark of an edited block.
WIDTH, BAR, MARK = 26, 5, 7


class Margin(QWidget):
    """Drawn beside the editor; a double click shows the block on the other side."""

    def __init__(self, editor: SourceEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Called by Qt."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
        if not self._editor.blocks.count:
            return
        for line, rect in self._editor.visible_lines():
            block = index_of(line)
            bar = QRectF(WIDTH - BAR - 5, rect.top(), BAR, text_height(line, rect))
            painter.fillRect(bar, self._editor.label_colour(block))
            look = self._editor.look(block)
            if look is not None and starts_block(line) and (look.edited or look.unsaved):
                self._mark(painter, rect.top(), unsaved=look.unsaved)
        painter.end()

    def _mark(self, painter: QPainter, top: float, *, unsaved: bool) -> None:
        """A filled dot for text of the person's own; a red ring if it is not stored."""
        height = self._editor.fontMetrics().height()
        middle = QPointF(8.0, top + height / 2)
        red = QColor("#ff7070" if self._editor.dark else "#c01010")
        colour = red if unsaved else self.palette().color(QPalette.ColorRole.Text)
        painter.setPen(colour)
        painter.setBrush(Qt.BrushStyle.NoBrush if unsaved else colour)
        painter.drawEllipse(middle, MARK / 2, MARK / 2)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Called by Qt."""
        self._editor.activate_at(event.position().toPoint())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click puts the cursor into the block; called by Qt."""
        block = self._editor.block_under(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and block >= 0:
            cursor = self._editor.textCursor()
            cursor.setPosition(self._editor.blocks.extent(block)[0])
            self._editor.setTextCursor(cursor)
            self._editor.setFocus()

    def event(self, event: QEvent) -> bool:
        """What a block is, where the pointer rests; called by Qt."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            look = self._editor.look(self._editor.block_under(event.pos()))
            QToolTip.showText(event.globalPos(), look.tip if look is not None else "", self)
            return True
        return super().event(event)
