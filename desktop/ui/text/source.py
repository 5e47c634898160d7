"""The editor of a page's source: Markdown, block after block, with the blocks told apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontDatabase,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.model.blocks import Label
from desktop.ui.text import source_edits as edits
from desktop.ui.text.copy_mime import markdown_mime
from desktop.ui.text.highlight import MarkdownHighlighter
from desktop.ui.text.source_layout import SpacedLayout
from desktop.ui.text.source_look import Look, marks_in, paint_between, paint_lit
from desktop.ui.text.source_margin import WIDTH, Margin
from desktop.ui.text.source_text import BlockText, index_of

_Key = QKeySequence.StandardKey


class SourceEditor(QPlainTextEdit):
    """Shows and changes the Markdown of blocks; no change goes over a block's boundary.

    ``blocks`` has the texts. ``entered`` tells the block that the cursor came into, ``activated``
    one that the person wants to see on the other side. Nothing is undone here: ``undo_wanted`` and
    ``redo_wanted`` ask for it. ``menu_wanted`` asks for the context menu at a place of the screen.
    """

    entered = Signal(int)
    activated = Signal(int)
    undo_wanted = Signal()
    redo_wanted = Signal()
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
        self.blocks = BlockText(self.document())
        self.highlighter = MarkdownHighlighter(self.document(), self._label)
        self._margin = Margin(self)
        self.setViewportMargins(WIDTH, 0, 0, 0)
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        # Tab goes on to the next control, and files that are dropped belong to the window.
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.updateRequest.connect(self._scrolled)
        self.cursorPositionChanged.connect(self._moved)
        self.blocks.broken.connect(self._restore, Qt.ConnectionType.QueuedConnection)
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

    def current_block(self) -> int:
        """The block that the cursor is in, -1 if there are none."""
        return self.blocks.block_at(self.textCursor().position())

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

    # Typing.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that could mix blocks up are done here, all others by Qt."""
        if event.matches(_Key.Undo):
            self.undo_wanted.emit()
        elif event.matches(_Key.Redo):
            self.redo_wanted.emit()
        elif event.matches(_Key.InsertParagraphSeparator) or event.matches(
            _Key.InsertLineSeparator
        ):
            # Qt would take an empty line with a format for the end of a list.
            self._new_line()
        elif event.matches(_Key.Copy):
            self.copy()
        elif event.matches(_Key.Cut):
            self.cut()
        elif not self._deletes(event) and not (edits.inserts(event) and not self._make_room()):
            super().keyPressEvent(event)
            return
        event.accept()

    def _deletes(self, event: QKeyEvent) -> bool:
        """Do what a deleting key asks for; whether that is done."""
        move = edits.deletion(event)
        if move is None or self.isReadOnly():
            return False
        cursor = self.textCursor()
        if cursor.hasSelection():
            self.delete_selected()
            return True
        start, end = self.blocks.extent(self.current_block())
        single = QTextCursor.MoveOperation
        if (move is single.PreviousCharacter and cursor.position() > start) or (
            move is single.NextCharacter and cursor.position() < end
        ):
            # Qt knows which part of a letter with accents goes.
            return False
        edits.delete_towards(cursor, self.blocks, move)
        self.setTextCursor(cursor)
        return True

    def _make_room(self) -> bool:
        """Delete a selection of several blocks before something is put in; whether it may be."""
        if self.isReadOnly() or not self.blocks.count:
            return False
        if edits.crosses(self.textCursor(), self.blocks):
            self.delete_selected()
        return True

    def _new_line(self) -> None:
        if self._make_room():
            cursor = self.textCursor()
            cursor.removeSelectedText()
            cursor.insertBlock()
            self.setTextCursor(cursor)

    def delete_selected(self) -> None:
        """Delete what is selected; blocks stay apart."""
        cursor = self.textCursor()
        if cursor.hasSelection() and not self.isReadOnly() and self.blocks.count:
            edits.delete_selected(cursor, self.blocks)
            self.setTextCursor(cursor)

    def copy(self) -> None:
        """Copy what is selected, as the Markdown that it is."""
        if self.textCursor().hasSelection():
            markdown = edits.selected_markdown(self.textCursor(), self.blocks)
            QGuiApplication.clipboard().setMimeData(markdown_mime(markdown))

    def cut(self) -> None:
        """Copy what is selected and delete it."""
        if self.textCursor().hasSelection():
            self.copy()
            self.delete_selected()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Text from an input method; called by Qt."""
        if (event.commitString() or event.preeditString()) and not self._make_room():
            event.ignore()
            return
        super().inputMethodEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste; called by Qt."""
        if source.hasText() and self._make_room():
            # Never as anything but text: a picture or a table has no place in a source.
            self.insertPlainText(source.text())

    @Slot()
    def _restore(self) -> None:
        cursor = self.textCursor().position()
        self.blocks.restore()
        there = self.textCursor()
        there.setPosition(min(cursor, self.document().characterCount() - 1))
        self.setTextCursor(there)

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
        """The menu is the panel's."""
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
