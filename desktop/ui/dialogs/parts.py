"""Small parts that the dialogs share."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QStyle,
    QWidget,
)

_ICON = QSize(16, 16)


class Tone(Enum):
    """How serious a notice is; the value is its icon."""

    INFO = QStyle.StandardPixmap.SP_MessageBoxInformation
    GOOD = QStyle.StandardPixmap.SP_DialogApplyButton
    WARNING = QStyle.StandardPixmap.SP_MessageBoxWarning
    ERROR = QStyle.StandardPixmap.SP_MessageBoxCritical


class Notice(QWidget):
    """A few sentences with an icon, in the place that they are about; hidden while empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._label = wrapped("")
        self._label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.addWidget(self._icon)
        layout.addWidget(self._label, 1)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._label.text()

    def say(self, text: str, tone: Tone = Tone.INFO) -> None:
        """Say something, or nothing."""
        self._label.setText(text)
        self._icon.setPixmap(self.style().standardIcon(tone.value).pixmap(_ICON))
        self.setAccessibleName(text)
        self.setVisible(bool(text))


class FolderField(QWidget):
    """A folder as text that can be typed, and a button that lets the person choose one."""

    changed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self.changed)
        self.browse = QPushButton(self.tr("Ch&oose…"))
        self.browse.setAccessibleName(self.tr("Choose a folder"))
        self.browse.clicked.connect(self._choose)
        self.setFocusProxy(self.line)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.browse)

    @property
    def folder(self) -> str:
        """What stands there, without blanks around it."""
        return self.line.text().strip()

    def show_folder(self, folder: str) -> None:
        """Put a folder there."""
        self.line.setText(folder)

    def _choose(self) -> None:
        known = Path(self.folder).expanduser() if self.folder else Path.home()
        dialog = QFileDialog(self, self._name, str(known))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.line.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def wrapped(text: str, *, dim: bool = False) -> QLabel:
    """A label whose text may take several lines; a ``dim`` one explains."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    policy = label.sizePolicy()  # has by now that the height goes by the width
    policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
    label.setSizePolicy(policy)
    if dim:
        label.setForegroundRole(label.palette().ColorRole.PlaceholderText)
    return label


def plain_buttons(box: QDialogButtonBox) -> QDialogButtonBox:
    """The same buttons without the coloured pictures that some styles put on them."""
    for button in box.buttons():
        button.setIcon(QIcon())
    return box
