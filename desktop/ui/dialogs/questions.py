"""Questions before something that can't be taken back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def confirm(
    parent: QWidget,
    *,
    title: str,
    text: str,
    explanation: str,
    do_it: str,
    leave_it: str,
    agreed: Callable[[], object],
) -> QMessageBox:
    """Ask without holding up the window; ``agreed`` is called after a yes.

    Enter and Escape mean no. ``do_it`` and ``leave_it`` are the buttons: verbs, not yes and no.
    """
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(title)
    box.setText(text)
    box.setInformativeText(explanation)
    yes = box.addButton(do_it, QMessageBox.ButtonRole.DestructiveRole)
    no = box.addButton(leave_it, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(no)
    box.setEscapeButton(no)
    box.buttonClicked.connect(lambda button: agreed() if button is yes else None)
    box.open()
    return box
