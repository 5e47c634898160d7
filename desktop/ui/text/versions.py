"""A page that was read again under a person's text: says so, and shows both side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontDatabase, QPalette, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.model.versions import KeptEdit
from desktop.ui import colours
from desktop.ui.dialogs.parts import plain_buttons
from desktop.ui.text.versions_diff import Stretch, compare


class VersionsStrip(QWidget):
    """One line that says that there is something to choose; ``compare`` asks to see it.

    Once it was put away it stays away until there is another page or something else to choose.
    """

    compare = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("versionsStrip")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setAccessibleName(self.tr("This page was read again"))
        self.button = QPushButton(self.tr("Compare…"), self)
        self.button.setAccessibleName(self.tr("Compare your text with the new reading"))
        self.button.clicked.connect(self.compare)
        self.away = QToolButton(self)
        self.away.setText("✕")
        self.away.setAutoRaise(True)
        self.away.setAccessibleName(self.tr("Put this line away"))
        self.away.setToolTip(self.away.accessibleName())
        self.away.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 3, 6, 3)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        row.addWidget(self.away)
        self._edits: tuple[KeptEdit, ...] = ()
        self.hide()

    def show_edits(self, edits: tuple[KeptEdit, ...]) -> None:
        """Say how many of the person's texts meet another reading; without any it is hidden."""
        if edits == self._edits:
            return
        self._edits, number = edits, len(edits)
        self.words.setText(
            self.tr(
                "This page was read again; your text is kept. It differs in %n block(s).",
                "",
                number,
            )
        )
        self.setVisible(number > 0)


class CompareDialog(QDialog):
    """The person's texts beside the newest reading's, one block at a time.

    ``chosen`` tells the block (an index in the shown result) and whether the person's text stays;
    ``dismissed`` tells the ``id`` of a text without a place that the person gave up. The dialog
    closes after the last one.
    """

    chosen = Signal(int, bool)
    dismissed = Signal(int)

    def __init__(self, edits: Sequence[KeptEdit], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compareDialog")
        self.setWindowTitle(self.tr("Compare Readings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._edits = list(edits)
        self._at = 0
        self.title = QLabel(self)
        self.mine = self._text(self.tr("Your text"))
        self.new = self._text(self.tr("The new reading"))
        self.previous = QPushButton(self.tr("&Previous"), self)
        self.next = QPushButton(self.tr("&Next"), self)
        self.keep = QPushButton(self.tr("&Keep Mine"), self)
        self.take = QPushButton(self.tr("&Take the New One"), self)
        self.discard = QPushButton(self.tr("&Discard Mine"), self)
        self.discard.setToolTip(self.tr("Undo brings your text back."))
        grid = QGridLayout()
        for column, (words, text) in enumerate(
            ((self.tr("Your text"), self.mine), (self.tr("The new reading"), self.new))
        ):
            label = QLabel(words, self)
            label.setBuddy(text)
            grid.addWidget(label, 0, column)
            grid.addWidget(text, 1, column)
        grid.addWidget(self.keep, 2, 0)
        grid.addWidget(self.take, 2, 1)
        grid.addWidget(self.discard, 3, 0)
        foot = QHBoxLayout()
        foot.addWidget(self.previous)
        foot.addWidget(self.next)
        foot.addStretch(1)
        close = plain_buttons(QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self))
        close.rejected.connect(self.reject)
        foot.addWidget(close)
        column_ = QVBoxLayout(self)
        column_.addWidget(self.title)
        column_.addLayout(grid, 1)
        column_.addLayout(foot)
        self.previous.clicked.connect(lambda: self._show(self._at - 1))
        self.next.clicked.connect(lambda: self._show(self._at + 1))
        self.keep.clicked.connect(lambda: self._choose(mine=True))
        self.take.clicked.connect(lambda: self._choose(mine=False))
        self.discard.clicked.connect(self._discard)
        self.keep.setDefault(True)
        self.resize(860, 480)
        self._show(0)

    def _text(self, name: str) -> QPlainTextEdit:
        text = QPlainTextEdit(self)
        text.setReadOnly(True)
        text.setAccessibleName(name)
        text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        text.setTabChangesFocus(True)
        # A cursor, so that the text can be read and copied by keyboard.
        text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return text

    def _show(self, number: int) -> None:
        self._at = number
        edit = self._edits[number]
        self.title.setText(
            self.tr("%1, difference %2 of %3")
            .replace("%1", colours.name(edit.made_on.label))
            .replace("%2", str(number + 1))
            .replace("%3", str(len(self._edits)))
        )
        self.previous.setEnabled(number > 0)
        self.next.setEnabled(number + 1 < len(self._edits))
        there = edit.recognised
        placed = edit.block >= 0
        self.keep.setEnabled(placed)
        self.take.setEnabled(placed)
        self.discard.setVisible(not placed)
        mine, new = compare(edit.markdown, "" if there is None else there.markdown)
        self.new.setPlaceholderText(
            ""
            if there is not None
            else self.tr("The new reading has nothing in this place.")
            if placed
            else self.tr("Your text has no place in what is shown. You can copy it from here.")
        )
        dark = self.palette().color(QPalette.ColorRole.Base).lightness() < 128
        _fill(self.mine, mine, QColor("#6b4a00" if dark else "#ffe1a3"))
        _fill(self.new, new, QColor("#12503a" if dark else "#bfeccf"))

    @Slot()
    def _choose(self, *, mine: bool) -> None:
        edit = self._edits.pop(self._at)
        self.chosen.emit(edit.block, mine)
        self._go_on()

    @Slot()
    def _discard(self) -> None:
        edit = self._edits.pop(self._at)
        self.dismissed.emit(edit.id)
        self._go_on()

    def _go_on(self) -> None:
        if self._edits:
            self._show(min(self._at, len(self._edits) - 1))
        else:
            self.accept()


def _fill(widget: QPlainTextEdit, stretches: Sequence[Stretch], colour: QColor) -> None:
    """Show stretches as plain text, those that differ on ``colour`` and underlined."""
    widget.clear()
    cursor = QTextCursor(widget.document())
    plain, lit = QTextCharFormat(), QTextCharFormat()
    lit.setBackground(colour)
    lit.setFontUnderline(True)
    for stretch in stretches:
        cursor.insertText(stretch.text, lit if stretch.other else plain)
    cursor.movePosition(QTextCursor.MoveOperation.Start)
    widget.setTextCursor(cursor)
