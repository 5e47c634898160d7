"""Typing into a page's source: every change stays in the block that it begins in."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.ui.text import source_edits as edits
from desktop.ui.text.copy_mime import markdown_mime
from desktop.ui.text.source_text import BlockText

_Key = QKeySequence.StandardKey


class BlockEditor(QPlainTextEdit):
    """Changes the Markdown of blocks; no change goes over a block's boundary.

    ``blocks`` has the texts. Nothing is undone here: ``undo_wanted`` and ``redo_wanted`` ask for
    that.
    """

    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.blocks = BlockText(self.document())
        # Tab goes on to the next control, and files that are dropped belong to the window.
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        # Not within the change: Qt is still busy with it.
        self.blocks.broken.connect(self._restore, Qt.ConnectionType.QueuedConnection)

    def current_block(self) -> int:
        """The block that the cursor is in, -1 if there are none."""
        return self.blocks.block_at(self.textCursor().position())

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
