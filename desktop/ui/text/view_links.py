"""Links of a document open in the person's browser, and only after the person said so."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

_SCHEMES = frozenset({"http", "https", "mailto"})
#: Of an address so many characters are shown.
_LONGEST = 300


def ask_to_open(url: QUrl, parent: QWidget) -> QMessageBox | None:
    """Ask whether to open an address; returns the open question.

    ``None`` for anything but the web and mail: that is never opened.
    """
    if url.scheme() not in _SCHEMES or not url.isValid():
        return None
    translate = QCoreApplication.translate
    # Fully encoded: a name in look-alike letters shows what it really is.
    address = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
    if len(address) > _LONGEST:
        address = f"{address[:_LONGEST]}…"
    box = QMessageBox(parent)
    box.setObjectName("askToOpen")
    box.setIcon(QMessageBox.Icon.Question)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(translate("RenderedView", "Open a link"))
    if url.scheme() == "mailto":
        box.setText(translate("RenderedView", "Write to this address in your mail program?"))
    else:
        box.setText(translate("RenderedView", "Open this address in your browser?"))
    box.setInformativeText(address)
    box.addButton(QMessageBox.StandardButton.Open)
    cancel = box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(cancel)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def settle(result: int) -> None:
        if result == QMessageBox.StandardButton.Open:
            QDesktopServices.openUrl(url)

    box.finished.connect(settle)
    box.open()
    return box
