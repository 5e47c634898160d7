"""Room between the blocks of a page's source."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout

from desktop.ui.text.source_text import starts_block

#: Pixels between the last line of a block and the first of the next.
GAP = 9.0


class SpacedLayout(QPlainTextDocumentLayout):
    """The layout of plain text with a gap after each of the page's blocks."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """The place that a line takes; called by Qt."""
        rect = super().blockBoundingRect(block)
        after = block.next()
        if block.isVisible() and after.isValid() and starts_block(after):
            rect.setHeight(rect.height() + GAP)
        return rect
