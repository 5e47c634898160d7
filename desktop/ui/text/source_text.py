"""The Markdown of a page's blocks in one text document that never mixes them up.

The blocks stand one after the other, each beginning on a line of its own. Every line carries its
block's index in its format, so that lines that are typed into a block belong to it by themselves.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument, QTextFormat

_INDEX = QTextFormat.Property.UserProperty.value + 1


def index_of(line: QTextBlock) -> int:
    """The index of the page's block that a line of the document belongs to."""
    return line.blockFormat().intProperty(_INDEX)


def starts_block(line: QTextBlock) -> bool:
    """Whether a line is the first of its block."""
    before = line.previous()
    return not before.isValid() or index_of(before) != index_of(line)


def utf16_length(text: str) -> int:
    """How many places a text takes in a Qt document, which counts in UTF-16."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


class BlockText(QObject):
    """Keeps a ``QTextDocument`` and the texts of a page's blocks in step.

    ``typed`` tells the index of a block whose text was changed in the document by anybody but this
    object; ``broken`` that a change went over a boundary between blocks: ``restore`` takes it back
    (not within the signal). The document has no undo of its own: what is kept and taken back is
    the store's business.
    """

    typed = Signal(int)
    broken = Signal()

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document
        self._texts: list[str] = []
        self._firsts: list[QTextBlock] = []
        self._quiet = False
        document.setUndoRedoEnabled(False)
        document.contentsChange.connect(self._changed)

    @property
    def count(self) -> int:
        """How many blocks there are."""
        return len(self._texts)

    def show(self, texts: Sequence[str]) -> None:
        """Replace everything. Tells nothing."""
        self._quiet = True
        try:
            cursor = QTextCursor(self._document)
            cursor.beginEditBlock()
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.removeSelectedText()
            for index, text in enumerate(texts):
                form = QTextBlockFormat()
                form.setProperty(_INDEX, index)
                if index:
                    cursor.insertBlock(form)
                else:
                    cursor.setBlockFormat(form)
                cursor.insertText(text)
            cursor.endEditBlock()
        finally:
            self._quiet = False
        self._find_firsts()
        self._texts = [self._read(index) for index in range(len(texts))]

    def restore(self) -> None:
        """Put back the texts as they were before a change that mixed blocks up."""
        self.show(self._texts)

    def text(self, block: int) -> str:
        """The Markdown of a block."""
        return self._texts[block]

    def texts(self) -> tuple[str, ...]:
        """The Markdown of all blocks."""
        return tuple(self._texts)

    def replace(self, block: int, text: str) -> tuple[int, int]:
        """Give a block another text by the smallest change, so that cursors stay where they are.

        Tells nothing. Returns where the changed part begins and ends in the document.
        """
        old = self._texts[block]
        same = _common(old, text)
        tail = _common(old[same:][::-1], text[same:][::-1])
        start, end = self.extent(block)
        begin = start + utf16_length(old[:same])
        cursor = QTextCursor(self._document)
        cursor.setPosition(begin)
        cursor.setPosition(
            end - utf16_length(old[len(old) - tail :]), QTextCursor.MoveMode.KeepAnchor
        )
        self._quiet = True
        try:
            cursor.beginEditBlock()
            # The lines that go must not take their block's format along with them.
            cursor.insertText(text[same : len(text) - tail])
            cursor.endEditBlock()
        finally:
            self._quiet = False
        self._find_firsts()
        self._texts[block] = self._read(block)
        return begin, cursor.position()

    def extent(self, block: int) -> tuple[int, int]:
        """Where a block begins and ends in the document."""
        first = self._firsts[block]
        if block + 1 < len(self._firsts):
            return first.position(), self._firsts[block + 1].position() - 1
        last = self._document.lastBlock()
        return first.position(), last.position() + last.length() - 1

    def first_line(self, block: int) -> QTextBlock:
        """The first line of a block."""
        return self._firsts[block]

    def block_at(self, position: int) -> int:
        """The block in which a position of the document lies; -1 if there are no blocks."""
        return index_of(self._document.findBlock(position)) if self._texts else -1

    def place(self, block: int, offset: int) -> int:
        """The position in the document of an offset, in characters, into a block's text."""
        return self.extent(block)[0] + utf16_length(self._texts[block][:offset])

    def _find_firsts(self) -> None:
        firsts = []
        line = self._document.begin()
        last = -1
        while line.isValid():
            index = index_of(line)
            if index != last:
                firsts.append(line)
                last = index
            line = line.next()
        self._firsts = firsts

    def _read(self, block: int) -> str:
        lines = []
        line = self._firsts[block]
        while line.isValid() and index_of(line) == block:
            lines.append(line.text())
            line = line.next()
        text = "\n".join(lines)
        if text.isascii():
            return text
        # Half of a pair of surrogates is no text and could not be stored.
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")

    def _whole(self) -> bool:
        """Whether every block has its lines, in order."""
        return [index_of(line) for line in self._firsts] == list(range(len(self._texts)))

    @Slot(int, int, int)
    def _changed(self, position: int, removed: int, added: int) -> None:
        if self._quiet or not self._texts:
            return
        self._find_firsts()
        if not self._whole():
            self.broken.emit()
            return
        end = min(position + added, self._document.characterCount() - 1)
        first = self.block_at(position)
        for block in range(first, self.block_at(end) + 1):
            text = self._read(block)
            if text != self._texts[block]:
                self._texts[block] = text
                self.typed.emit(block)


def _common(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginning."""
    shortest = min(len(one), len(other))
    if one[:shortest] == other[:shortest]:
        return shortest
    low, high = 0, shortest
    while high - low > 1:
        middle = (low + high) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle
    return low
