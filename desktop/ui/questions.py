"""Questions that the program's start waits for, without holding up the window's thread."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox

from desktop.errors import KnownError
from desktop.ui.said import said
from desktop.ui.window import MainWindow


async def try_again(error: KnownError, window: MainWindow) -> bool:
    """Show what keeps the library closed; whether the person wants another try.

    No, too, if the program is told to leave meanwhile.
    """
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle("Diptych")
    box.setText(said(error.what))
    box.setInformativeText(said(error.advice))
    translate = QCoreApplication.translate
    again = box.addButton(translate("Questions", "&Try Again"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(translate("Questions", "&Close"), QMessageBox.ButtonRole.RejectRole)
    answered: asyncio.Future[bool] = asyncio.get_running_loop().create_future()

    def answer(_: int) -> None:
        if not answered.done():
            answered.set_result(box.clickedButton() is again)

    box.finished.connect(answer)
    window.leaving.connect(box.reject)
    box.open()
    try:
        return await answered
    finally:
        box.deleteLater()
