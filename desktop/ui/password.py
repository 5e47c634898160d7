"""The question for the password of an encrypted document."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

#: What ``finished`` carries when the person wants to be asked no more for now.
SKIP_ALL = 2


class PasswordDialog(QDialog):
    """Asks for the password of one document; ``wrong`` says that the last one did not open it.

    ``finished`` carries accepted, rejected (this document is left out) or ``SKIP_ALL``, which
    ``more`` offers.
    """

    def __init__(
        self, name: str, *, wrong: bool = False, more: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Password needed"))
        self.setModal(True)
        says = self.tr("“{name}” is encrypted. What is its password?")
        if wrong:
            says = self.tr("That password does not open “{name}”. Try another one.")
        label = QLabel(says.format(name=name))
        label.setWordWrap(True)
        self._field = QLineEdit()
        self._field.setEchoMode(QLineEdit.EchoMode.Password)
        self._field.setAccessibleName(self.tr("Password"))
        label.setBuddy(self._field)
        show = QCheckBox(self.tr("&Show what I type"))
        show.toggled.connect(self._reveal)
        note = QLabel(self.tr("It is kept in memory until you close Diptych, and never stored."))
        note.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        note.setWordWrap(True)
        buttons = QDialogButtonBox()
        self._open = QPushButton(self.tr("&Open"))
        self._open.setDefault(True)
        self._open.setEnabled(False)
        skip = QPushButton(self.tr("S&kip"))
        buttons.addButton(self._open, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(skip, QDialogButtonBox.ButtonRole.RejectRole)
        if more:
            every = QPushButton(self.tr("Skip &All Encrypted"))
            every.clicked.connect(lambda: self.done(SKIP_ALL))
            buttons.addButton(every, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._field.textChanged.connect(lambda text: self._open.setEnabled(bool(text)))
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        for part in (label, self._field, show, note, buttons):
            layout.addWidget(part)
        self.setMinimumWidth(420)
        self._field.setFocus()

    @property
    def password(self) -> str:
        """What was typed."""
        return self._field.text()

    def _reveal(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode
        self._field.setEchoMode(mode.Normal if shown else mode.Password)
