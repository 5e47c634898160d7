"""How the blocks of a page's source look, and what is painted around their text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit

from desktop.model.blocks import Label
from desktop.ui.text.source_layout import GAP
from desktop.ui.text.source_text import index_of, starts_block

if TYPE_CHECKING:
    from desktop.ui.text.source import SourceEditor


@dataclass(frozen=True, slots=True)
class Look:
    """How a block is shown: ``hint`` stands where it has no text, ``tip`` when pointed at.

    ``unsaved`` is text that could not be stored.
    """

    label: Label
    tip: str = ""
    hint: str = ""
    edited: bool = False
    unsaved: bool = False


def paint_lit(editor: SourceEditor, block: int) -> None:
    """Paint the background of a block in the colour of its label."""
    painter = QPainter(editor.viewport())
    colour = QColor(editor.label_colour(block))
    colour.setAlpha(60 if editor.dark else 40)
    for line, rect in editor.visible_lines():
        if index_of(line) == block:
            width = editor.viewport().width()
            painter.fillRect(QRectF(0.0, rect.top(), width, text_height(line, rect)), colour)
    painter.end()


def paint_between(editor: SourceEditor) -> None:
    """Paint lines between blocks, and hints where a block has no text."""
    painter = QPainter(editor.viewport())
    between = QColor(editor.palette().color(QPalette.ColorRole.Text))
    between.setAlpha(45)
    for line, rect in editor.visible_lines():
        if not starts_block(line):
            continue
        block = index_of(line)
        if block:
            height = int(rect.top() - GAP / 2)
            painter.fillRect(0, height, editor.viewport().width(), 1, between)
        look = editor.look(block)
        if look is not None and look.hint and not editor.blocks.text(block):
            painter.setPen(editor.palette().color(QPalette.ColorRole.PlaceholderText))
            place = rect.adjusted(editor.document().documentMargin(), 0, 0, 0)
            place.setHeight(text_height(line, rect))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), look.hint)
    painter.end()


def marks_in(
    editor: SourceEditor, marks: Sequence[tuple[int, int, int]], current: int
) -> list[QTextEdit.ExtraSelection]:
    """Stretches (block, start, end in characters) as selections that are lit."""
    usual, looked_at = ("#8a6d00", "#c06000") if editor.dark else ("#ffe98a", "#ffb347")
    selections = []
    for number, (block, start, end) in enumerate(marks):
        if 0 <= block < editor.blocks.count:
            mark = QTextEdit.ExtraSelection()
            cursor = editor.textCursor()
            cursor.setPosition(editor.blocks.place(block, start))
            cursor.setPosition(editor.blocks.place(block, end), QTextCursor.MoveMode.KeepAnchor)
            mark.cursor = cursor
            mark.format.setBackground(QColor(looked_at if number == current else usual))
            selections.append(mark)
    return selections


def text_height(line: QTextBlock, rect: QRectF) -> float:
    """The height of a line without the gap that may be under it."""
    after = line.next()
    return rect.height() - (GAP if after.isValid() and starts_block(after) else 0.0)
