"""What is to be said about a page, in its place: what happened and what can be done."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QVBoxLayout,
    QWidget,
)


class Remedy(StrEnum):
    """What a button offers."""

    READ_AGAIN = "read again"
    UNLOCK = "unlock"
    LOOK_AGAIN = "look again"


@dataclass(frozen=True, slots=True)
class Notice:
    """One sentence, perhaps a second one with advice, and the remedies."""

    what: str
    advice: str = ""
    remedies: tuple[Remedy, ...] = ()
    bad: bool = True


class NoticeBar(QFrame):
    """Shows one notice at a time above the page."""

    #: A ``Remedy`` was chosen.
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.notice: Notice | None = None
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._what, self._advice = QLabel(), QLabel()
        for words in (self._what, self._advice):
            words.setWordWrap(True)
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        bold = self._what.font()
        bold.setBold(True)
        self._what.setFont(bold)
        texts = {
            Remedy.READ_AGAIN: self.tr("Read &Again"),
            Remedy.UNLOCK: self.tr("Enter &Password…"),
            Remedy.LOOK_AGAIN: self.tr("&Try Again"),
        }
        self._buttons = {remedy: QPushButton(text) for remedy, text in texts.items()}
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self._what)
        column.addWidget(self._advice)
        row = QHBoxLayout(self)
        row.addWidget(self._icon)
        row.addLayout(column, 1)
        for remedy, button in self._buttons.items():
            button.clicked.connect(lambda _=False, of=remedy: self.chosen.emit(of))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_notice(self, notice: Notice | None) -> None:
        """Say something else, or nothing."""
        if notice == self.notice:
            return
        self.notice = notice
        self.setVisible(notice is not None)
        if notice is None:
            return
        self._what.setText(notice.what)
        self._advice.setText(notice.advice)
        self._advice.setVisible(bool(notice.advice))
        for remedy, button in self._buttons.items():
            button.setVisible(remedy in notice.remedies)
        self._paint_icon()
        self.setAccessibleName(f"{notice.what} {notice.advice}".strip())
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def button(self, remedy: Remedy) -> QPushButton:
        """The button of a remedy."""
        return self._buttons[remedy]

    def _paint_icon(self) -> None:
        pixmaps = QStyle.StandardPixmap
        bad = self.notice is not None and self.notice.bad
        kind = pixmaps.SP_MessageBoxWarning if bad else pixmaps.SP_MessageBoxInformation
        self._icon.setPixmap(self.style().standardIcon(kind).pixmap(20, 20))

    def changeEvent(self, event: QEvent) -> None:
        """Follow another style."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._paint_icon()
