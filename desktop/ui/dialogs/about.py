"""What Diptych is, under which terms, and what it is made of."""

from __future__ import annotations

from importlib import metadata

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop import __version__
from desktop.paths import resource
from desktop.ui.dialogs.parts import plain_buttons, wrapped
from desktop.ui.dialogs.report_text import versions

_ICON = 72
#: The parts that matter when something looks odd: what people know them as, and their package.
PARTS = (
    ("PySide6", "pyside6"),
    ("PDFium (pypdfium2)", "pypdfium2"),
    ("ONNX Runtime", "onnxruntime"),
    ("RapidOCR", "rapidocr"),
    ("pandoc (pypandoc)", "pypandoc_binary"),
    ("KaTeX (djangocms-katex)", "djangocms-katex"),
    ("HTTPX", "httpx"),
)


def parts() -> tuple[tuple[str, str], ...]:
    """The main parts that are installed, with their versions."""
    found = []
    for name, package in PARTS:
        try:
            found.append((name, metadata.version(package)))
        except metadata.PackageNotFoundError:
            continue
    return (("Qt", qVersion()), *found)


class AboutDialog(QDialog):
    """Name, version, licence and parts, all of which can be copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About Diptych"))
        icon = QLabel()
        picture = QIcon(str(resource("icons", "diptych.svg")))
        icon.setPixmap(picture.pixmap(_ICON, _ICON))
        icon.setAlignment(Qt.AlignmentFlag.AlignTop)
        name = QLabel("Diptych")
        font = name.font()
        font.setPointSizeF(font.pointSizeF() * 1.8)
        font.setBold(True)
        name.setFont(font)
        words = QVBoxLayout()
        words.addWidget(name)
        words.addWidget(QLabel(self.tr("Version {number}").format(number=__version__)))
        words.addWidget(
            wrapped(
                self.tr(
                    "Turns documents into text that people can read, edit and trust, "
                    "on their own computer."
                )
            )
        )
        words.addWidget(
            wrapped(
                self.tr("Free software under the Apache License 2.0, without any warranty."),
                dim=True,
            )
        )
        head = QHBoxLayout()
        head.setSpacing(18)
        head.addWidget(icon)
        head.addLayout(words, 1)
        made_of = QFormLayout()
        made_of.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._parts = parts()
        for part, version in self._parts:
            made_of.addRow(part, _selectable(version))
        buttons = plain_buttons(QDialogButtonBox(QDialogButtonBox.StandardButton.Close))
        self.copy = QPushButton(self.tr("&Copy Versions"))
        buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(16)
        layout.addLayout(head)
        layout.addLayout(made_of)
        layout.addStretch()
        layout.addWidget(buttons)
        self.setMinimumWidth(460)
        buttons.button(QDialogButtonBox.StandardButton.Close).setFocus()

    def _copy(self) -> None:
        listed = [f"{name} {version}" for name, version in self._parts]
        QGuiApplication.clipboard().setText("\n".join([versions(), *listed]))
        self.copy.setText(self.tr("Copied"))


def _selectable(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
