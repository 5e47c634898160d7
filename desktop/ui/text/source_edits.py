"""Changes of the source that a person asks for, kept inside the blocks that they begin in."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

from desktop.ui.text.source_text import BlockText

_Move = QTextCursor.MoveOperation
_Key = QKeySequence.StandardKey
_Held = Qt.KeyboardModifier

#: Keys that delete, and over what the cursor goes to find what they delete.
_DELETIONS = (
    (_Key.Delete, _Move.NextCharacter),
    (_Key.DeleteStartOfWord, _Move.PreviousWord),
    (_Key.DeleteEndOfWord, _Move.NextWord),
    (_Key.DeleteEndOfLine, _Move.EndOfBlock),
)


def deletion(event: QKeyEvent) -> QTextCursor.MoveOperation | None:
    """What a key deletes where nothing is selected; ``None`` if it deletes nothing."""
    for key, move in _DELETIONS:
        if event.matches(key):
            return move
    held = event.modifiers() & ~(_Held.ShiftModifier | _Held.GroupSwitchModifier)
    # Most systems have no name for this key.
    if event.key() == Qt.Key.Key_Backspace and held in (_Held.NoModifier, _Held.KeypadModifier):
        return _Move.PreviousCharacter
    return None


def inserts(event: QKeyEvent) -> bool:
    """Whether a key puts something into the text."""
    text = event.text()
    return bool(text) and (text.isprintable() or text in "\r\n\t")


def delete_towards(cursor: QTextCursor, text: BlockText, move: QTextCursor.MoveOperation) -> None:
    """Delete from the cursor as far as ``move`` goes, but not beyond the cursor's block."""
    here = cursor.position()
    start, end = text.extent(text.block_at(here))
    cursor.movePosition(move, QTextCursor.MoveMode.KeepAnchor)
    there = min(max(cursor.position(), start), end)
    if there == here and move is _Move.EndOfBlock and here < end:
        there = here + 1
    cursor.setPosition(here)
    cursor.setPosition(there, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()


def crosses(cursor: QTextCursor, text: BlockText) -> bool:
    """Whether the selection touches more than one block."""
    return cursor.hasSelection() and text.block_at(cursor.selectionStart()) != text.block_at(
        cursor.selectionEnd()
    )


def selected(cursor: QTextCursor, text: BlockText) -> Iterator[tuple[int, int, int]]:
    """Each block that the selection touches, with the part of the document selected in it."""
    begin, finish = cursor.selectionStart(), cursor.selectionEnd()
    for block in range(text.block_at(begin), text.block_at(finish) + 1):
        start, end = text.extent(block)
        yield block, max(begin, start), min(finish, end)


def delete_selected(cursor: QTextCursor, text: BlockText) -> None:
    """Delete what is selected in each block; the blocks stay apart. The cursor goes to the top."""
    parts = list(selected(cursor, text))
    worker = QTextCursor(cursor.document())
    # From the end, so that what is still to be deleted stays where it is.
    for _, start, end in reversed(parts):
        worker.setPosition(start)
        worker.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        worker.removeSelectedText()
    cursor.setPosition(parts[0][1])


def selected_texts(cursor: QTextCursor, text: BlockText) -> dict[int, str]:
    """What is selected, as the Markdown of each block."""
    texts = {}
    worker = QTextCursor(cursor.document())
    for block, start, end in selected(cursor, text):
        worker.setPosition(start)
        worker.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        texts[block] = worker.selectedText().replace("\u2029", "\n")
    return texts


def selected_markdown(cursor: QTextCursor, text: BlockText) -> str:
    """What is selected, as Markdown: blocks are apart by an empty line."""
    return "\n\n".join(part for part in selected_texts(cursor, text).values() if part)
