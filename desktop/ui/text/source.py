"""The editor of a page's source: Markdown, block after block, with the blocks told apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontDatabase,
    QMouseEvent,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.model.blocks import Label
from desktop.ui.text.highlight import MarkdownHighlighter
from desktop.ui.text.source_layout import SpacedLayout
from desktop.ui.text.source_look import Look, marks_in, paint_between, paint_lit
from desktop.ui.text.source_margin import WIDTH, Margin
from desktop.ui.text.source_text import index_of
from desktop.ui.text.source_typing import BlockEditor


class SourceEditor(BlockEditor):
    """A ``BlockEditor`` with colours, a margin, lights and hints.

    ``entered`` tells the block that the cursor came into, ``activated`` one that the person wants
    to see on the other side. ``menu_wanted`` asks for the context menu at a place of the screen.
    """

    entered = Signal(int)
    activated = Signal(int)
    menu_wanted = Signal(QPoint)

    def __init__(
        self, colour: Callable[[Label, bool], QColor], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._colour = colour
        self._looks: list[Look] = []
        self._lit = -1
        self._in = -1
        self._layout = SpacedLayout(self.document())
        self.document().setDocumentLayout(self._layout)
        self.highlighter = MarkdownHighlighter(self.document(), self._label)
        self._margin = Margin(self)
        self.setViewportMargins(WIDTH, 0, 0, 0)
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.updateRequest.connect(self._scrolled)
        self.cursorPositionChanged.connect(self._moved)
        self._restyle()

    # What is shown.

    def show_blocks(self, texts: Sequence[str], looks: Sequence[Look]) -> None:
        """Show other blocks; the cursor goes to the top."""
        self._looks = list(looks)
        self._in = self._lit = -1
        self.blocks.show(texts)
        cursor = self.textCursor()
        cursor.setPosition(0)
        self.setTextCursor(cursor)
        self.setReadOnly(not looks)
        self._margin.update()

    def set_looks(self, looks: Sequence[Look]) -> None:
        """Show the same blocks in another way."""
        if list(looks) != self._looks:
            relabelled = [look.label for look in looks] != [look.label for look in self._looks]
            self._looks = list(looks)
            if relabelled:
                self.highlighter.rehighlight()
            self._margin.update()
            self.viewport().update()

    def look(self, block: int) -> Look | None:
        """How a block is shown."""
        return self._looks[block] if 0 <= block < len(self._looks) else None

    def light(self, block: int) -> None:
        """Light the background of a block, -1 for none."""
        if block != self._lit:
            self._lit = block
            self.viewport().update()
            self._margin.update()

    @property
    def lit(self) -> int:
        """The block whose background is lit, -1 for none."""
        return self._lit

    def go_to(self, block: int, offset: int = 0) -> None:
        """Put the cursor into a block, ``offset`` characters from its beginning, and show it."""
        if 0 <= block < self.blocks.count:
            cursor = self.textCursor()
            cursor.setPosition(self.blocks.place(block, offset))
            # Seen from the end first, so that as much of the block as possible is in view.
            end = QTextCursor(cursor)
            end.setPosition(self.blocks.extent(block)[1])
            if not offset:
                self.setTextCursor(end)
                self.ensureCursorVisible()
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def set_marks(self, marks: Sequence[tuple[int, int, int]], current: int = -1) -> None:
        """Light stretches (block, start, end in characters); the one at ``current`` more."""
        self.setExtraSelections(marks_in(self, marks, current))

    @property
    def dark(self) -> bool:
        """Whether the background is dark."""
        return self.palette().color(QPalette.ColorRole.Base).lightness() < 128

    def _label(self, block: int) -> Label:
        return self._looks[block].label if block < len(self._looks) else Label.TEXT

    def label_colour(self, block: int) -> QColor:
        """The colour of a block's label on the present background."""
        return self._colour(self._label(block), self.dark)

    def visible_lines(self) -> Iterator[tuple[QTextBlock, QRectF]]:
        """The lines in view, each with its place in the viewport."""
        line = self.firstVisibleBlock()
        offset = self.contentOffset()
        bottom = self.viewport().height()
        while line.isValid():
            rect = self.blockBoundingGeometry(line).translated(offset)
            if rect.top() > bottom:
                return
            yield line, rect
            line = line.next()

    # Pointing.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ctrl and a click shows the block on the other side."""
        super().mousePressEvent(event)
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.button() == Qt.MouseButton.LeftButton and control:
            self.activate_at(event.position().toPoint())

    def activate_at(self, place: QPoint) -> None:
        """Show the block at a place of the viewport on the other side."""
        if (block := self.block_under(place)) >= 0:
            self.activated.emit(block)

    def block_under(self, place: QPoint) -> int:
        """The block at a height of the viewport, -1 if there is none."""
        for line, rect in self.visible_lines():
            if self._looks and rect.top() <= place.y() < rect.bottom():
                return index_of(line)
        return -1

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu is the panel's, for the block that was clicked."""
        if event.reason() is event.Reason.Mouse and not self.textCursor().hasSelection():
            self.setTextCursor(self.cursorForPosition(event.pos()))
        self.menu_wanted.emit(event.globalPos())

    @Slot()
    def _moved(self) -> None:
        block = self.current_block()
        if block != self._in:
            self._in = block
            if block >= 0:
                self.entered.emit(block)

    # Painting.

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lit block lies under the text, lines and hints between and on it; called by Qt."""
        if self._lit >= 0:
            paint_lit(self, self._lit)
        super().paintEvent(event)
        paint_between(self)

    @Slot(QRect, int)
    def _scrolled(self, rect: QRect, by: int) -> None:
        if by:
            self._margin.scroll(0, by)
        else:
            self._margin.update(0, rect.y(), self._margin.width(), rect.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The margin is as high as the text; called by Qt."""
        super().resizeEvent(event)
        inside = self.contentsRect()
        self._margin.setGeometry(inside.left(), inside.top(), WIDTH, inside.height())

    def changeEvent(self, event: QEvent) -> None:
        """Light and dark follow the palette; called by Qt."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._restyle()

    def _restyle(self) -> None:
        self.highlighter.set_dark(self.dark)
        self._margin.update()
