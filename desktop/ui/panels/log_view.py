"""A log that grows, with a search."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import (
    QFontDatabase,
    QGuiApplication,
    QKeyEvent,
    QPalette,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.panels.buttons import SignButton
from desktop.ui.panels.icons import Sign
from desktop.ui.panels.log_text import clean

#: How many hits are lit at most.
MOST_HITS = 1_000
#: How long the search waits for more letters, in milliseconds.
TYPING = 150


class LogView(QWidget):
    """Shows a log's text, stays at its end while the person is there, and finds words in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setAccessibleName(self.tr("Log"))
        self.text.setPlaceholderText(self.tr("Nothing was logged yet."))
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(self.tr("Find in the log"))
        self.search.setAccessibleName(self.tr("Find in the log"))
        self.search.installEventFilter(self)
        self.hits = QLabel()
        self.copy = SignButton(Sign.COPY, self.tr("Copy the log"))
        self.copy.clicked.connect(self._copy)
        self._found: list[QTextCursor] = []
        self._at = -1
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(TYPING)
        self._later.timeout.connect(self._search_anew)
        self.search.textChanged.connect(lambda _: self._later.start())
        row = QHBoxLayout()
        row.addWidget(self.search, 1)
        row.addWidget(self.hits)
        row.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.text, 1)

    def show_log(self, raw: str) -> None:
        """Show a log, as a program wrote it; what is added to it is added here."""
        new, old = clean(raw).rstrip("\n"), self.text.toPlainText()
        if new == old:
            return
        bar = self.text.verticalScrollBar()
        at_end, place = bar.value() >= bar.maximum() - 1, bar.value()
        if old and new.startswith(old):
            # Not the view's own cursor: what the person has selected stays.
            cursor = QTextCursor(self.text.document())
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertText(new[len(old) :])
        else:
            self.text.setPlainText(new)
        bar.setValue(bar.maximum() if at_end else place)
        if self.search.text():
            self._find()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())

    # The search.

    def _search_anew(self) -> None:
        self._at = -1
        self._find()
        if self._found:
            self._go(1)

    def _find(self) -> None:
        wanted = self.search.text()
        found: list[QTextCursor] = []
        document = self.text.document()
        cursor = QTextCursor(document)
        while wanted and len(found) < MOST_HITS:
            cursor = document.find(wanted, cursor)
            if cursor.isNull():
                break
            found.append(QTextCursor(cursor))
        self._found = found
        self._at = min(self._at, len(found) - 1)
        self._light()

    def _light(self) -> None:
        colours = self.palette()
        lights = []
        for number, cursor in enumerate(self._found):
            light = QTextEdit.ExtraSelection()
            light.cursor = cursor
            look = QTextCharFormat()
            role = QPalette.ColorRole
            if number == self._at:
                look.setBackground(colours.color(role.Highlight))
                look.setForeground(colours.color(role.HighlightedText))
            else:
                ground = colours.color(role.Highlight)
                ground.setAlphaF(0.3)
                look.setBackground(ground)
            light.format = look
            lights.append(light)
        self.text.setExtraSelections(lights)
        if not self.search.text():
            self.hits.setText("")
        elif not self._found:
            self.hits.setText(self.tr("Not found"))
        else:
            self.hits.setText(
                self.tr("{number} of {total}").format(number=self._at + 1, total=len(self._found))
            )

    def _go(self, step: int) -> None:
        if not self._found:
            return
        self._at = (self._at + step) % len(self._found)
        self._light()
        show = QTextCursor(self._found[self._at])
        show.setPosition(show.selectionStart())
        self.text.setTextCursor(show)
        self.text.ensureCursorVisible()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the search goes to the next hit, Shift+Enter to the one before, Esc clears."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self._later.isActive():
                    self._later.stop()
                    self._search_anew()
                else:
                    back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                    self._go(-1 if back else 1)
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)
