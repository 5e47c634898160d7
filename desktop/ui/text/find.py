"""The bar in which a person looks for words in the document."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from desktop.ui.bridge import Bridge
from desktop.ui.text.find_search import Search


class FindBar(QWidget):
    """A line of controls over a ``Search``; ``closed`` tells that the person is done with it."""

    closed = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.search = Search(bridge, self)
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(self.tr("Find in the document"))
        self.line.setAccessibleName(self.tr("Text to find in the document"))
        self.line.setClearButtonEnabled(True)
        self.line.installEventFilter(self)
        self.case = self._button(self.tr("Aa"), self.tr("Match upper and lower case"))
        self.case.setCheckable(True)
        self.previous = self._button("", self.tr("Previous hit (Shift+F3)"))
        self.previous.setArrowType(Qt.ArrowType.UpArrow)
        self.next = self._button("", self.tr("Next hit (F3)"))
        self.next.setArrowType(Qt.ArrowType.DownArrow)
        self.count = QLabel(self)
        self.count.setAccessibleName(self.tr("Number of hits"))
        self.count.setMinimumWidth(self.count.fontMetrics().horizontalAdvance("0000 of 0000"))
        self.close_button = self._button("✕", self.tr("Close the find bar (Esc)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 3, 6, 3)
        row.addWidget(self.line, 1)
        for part in (self.case, self.previous, self.next, self.count, self.close_button):
            row.addWidget(part)
        self.line.textChanged.connect(self._look)
        self.case.toggled.connect(self._look)
        self.next.clicked.connect(self.go_on)
        self.previous.clicked.connect(self.go_back)
        self.close_button.clicked.connect(self.end)
        self.search.changed.connect(self._show_count)
        self.hide()

    def _button(self, text: str, meaning: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setAutoRaise(True)
        button.setToolTip(meaning)
        button.setAccessibleName(meaning)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def begin(self, text: str = "") -> None:
        """Show the bar, ready to type; ``text`` is what is selected, if anything is."""
        self.show()
        if text and "\n" not in text:
            self.line.setText(text)
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._look()

    @Slot()
    def end(self) -> None:
        """Hide the bar; no hit is lit any more."""
        self.search.clear()
        self.hide()
        self.closed.emit()

    @Slot()
    def go_on(self) -> None:
        """Go to the next hit."""
        self._step(1)

    @Slot()
    def go_back(self) -> None:
        """Go to the hit before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        if not self.isVisible():
            self.begin()
        else:
            self.search.step(by)

    @Slot()
    def _look(self) -> None:
        self.search.look_for(self.line.text(), case=self.case.isChecked())

    @Slot()
    def _show_count(self) -> None:
        search = self.search
        if not search.text:
            words = ""
        elif search.hits and search.number >= 0:
            words = (
                self.tr("%1 of %2")
                .replace("%1", str(search.number + 1))
                .replace("%2", str(len(search.hits)))
            )
        elif search.hits:
            words = self.tr("%n hit(s)", "", len(search.hits))
        else:
            words = self.tr("Searching…") if search.busy else self.tr("Not found")
        self.count.setText(words)
        for button in (self.next, self.previous):
            button.setEnabled(bool(search.hits) or search.busy)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on, Shift and Enter back; called by Qt."""
        if watched is self.line and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if event.type() == QEvent.Type.KeyPress and enter:
                shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self._step(-1 if shift else 1)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the bar; called by Qt."""
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        else:
            super().keyPressEvent(event)
