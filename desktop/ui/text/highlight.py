"""The colours of Markdown source, in light and dark."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate, pairwise

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from desktop.model.blocks import Label
from desktop.ui.text.highlight_spans import Carry, Kind, Span, spans_of
from desktop.ui.text.source_text import index_of, starts_block

#: Colours of each kind on white and on black: at least 4.5 : 1 against the background.
_COLOURS: dict[Kind, tuple[str, str]] = {
    Kind.HEADING: ("#0b4f9e", "#8ab8ff"),
    Kind.MARK: ("#9a4d00", "#f0a860"),
    Kind.QUOTE: ("#5c6670", "#a3adb8"),
    Kind.STRUCK: ("#5c6670", "#a3adb8"),
    Kind.LINK: ("#0b63b8", "#7db7f5"),
    Kind.TAG: ("#7a3e9d", "#c8a2e8"),
    Kind.ENTITY: ("#7a3e9d", "#c8a2e8"),
    Kind.ESCAPE: ("#6b6b6b", "#9a9a9a"),
    Kind.PIPE: ("#7a3e9d", "#c8a2e8"),
    Kind.CODE: ("#8a1f4b", "#f29bbf"),
    Kind.MATH: ("#0f6b4f", "#7fd6b0"),
}
#: What may lie over each other: a word in a heading may be bold and slanted.
_LAYERED = frozenset({Kind.HEADING, Kind.QUOTE, Kind.STRONG, Kind.EMPHASIS, Kind.STRUCK})


def formats(*, dark: bool) -> dict[Kind, QTextCharFormat]:
    """How each kind of span looks."""
    made: dict[Kind, QTextCharFormat] = {}
    for kind in Kind:
        form = QTextCharFormat()
        if kind in _COLOURS:
            form.setForeground(QColor(_COLOURS[kind][dark]))
        made[kind] = form
    for kind in (Kind.HEADING, Kind.STRONG, Kind.MARK):
        made[kind].setFontWeight(QFont.Weight.Bold)
    made[Kind.EMPHASIS].setFontItalic(True)
    made[Kind.STRUCK].setFontStrikeOut(True)
    return made


class MarkdownHighlighter(QSyntaxHighlighter):
    """Colours the source of a page; what one block leaves open never runs into the next.

    ``label_of`` gives the label of a block by its index: code has no Markdown in it.
    """

    def __init__(self, document: QTextDocument, label_of: Callable[[int], Label]) -> None:
        super().__init__(document)
        self._label_of = label_of
        self._dark = False
        self._formats = formats(dark=False)

    @property
    def dark(self) -> bool:
        """Whether the colours are those for a dark background."""
        return self._dark

    def set_dark(self, dark: bool) -> None:
        """Use the colours for a dark or a light background."""
        if dark != self._dark:
            self._dark = dark
            self._formats = formats(dark=dark)
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Colour one line; called by Qt."""
        line = self.currentBlock()
        if self._label_of(index_of(line)) is Label.CODE:
            spans, carry = [Span(0, len(text), Kind.CODE)], Carry.NOTHING
        else:
            before = 0 if starts_block(line) else max(self.previousBlockState(), 0)
            spans, carry = spans_of(text, Carry(before))
        self.setCurrentBlockState(carry)
        layered = sorted(span for span in spans if span.kind in _LAYERED)
        over = any(one.end > other.start for one, other in pairwise(layered))
        for start, end, kind in _in_utf16(text, spans):
            self._paint(start, end, kind, over=over and kind in _LAYERED)

    def _paint(self, start: int, end: int, kind: Kind, *, over: bool) -> None:
        form = self._formats[kind]
        if over:
            # What lies under it shows through.
            position = start
            while position < end:
                there = QTextCharFormat(self.format(position))
                run = position + 1
                while run < end and self.format(run) == there:
                    run += 1
                there.merge(form)
                self.setFormat(position, run - position, there)
                position = run
        else:
            self.setFormat(start, end - start, form)


def _in_utf16(text: str, spans: list[Span]) -> list[Span]:
    """The spans in the units of Qt, which counts characters beyond the first plane twice."""
    if not text or text.isascii() or max(text) <= "\uffff":
        return spans
    places = [0, *accumulate(1 + (sign > "\uffff") for sign in text)]
    return [Span(places[start], places[end], kind) for start, end, kind in spans]
