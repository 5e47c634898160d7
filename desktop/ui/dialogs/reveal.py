"""Files that were made, shown where they are or opened by whatever program opens them."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QProcess, QUrl
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

#: What file managers offer: https://www.freedesktop.org/wiki/Specifications/file-manager-interface
_MANAGER = "org.freedesktop.FileManager1"
_MANAGER_PATH = "/org/freedesktop/FileManager1"


def open_file(path: Path) -> bool:
    """Open a file or a folder with the program that is usual for it; whether there is one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def show_in_folder(path: Path, window: QWidget) -> None:
    """Open the folder of a file with the file selected, or just the folder where that can't be.

    ``window`` is what the question to the file manager belongs to.
    """
    if sys.platform == "win32":
        QProcess.startDetached("explorer.exe", ["/select,", str(path)])
    elif sys.platform == "darwin":
        QProcess.startDetached("open", ["-R", str(path)])
    else:
        _ask_file_manager(path, window)


def _ask_file_manager(path: Path, window: QWidget) -> None:
    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        open_file(path.parent)
        return
    message = QDBusMessage.createMethodCall(_MANAGER, _MANAGER_PATH, _MANAGER, "ShowItems")
    address = bytes(QUrl.fromLocalFile(str(path)).toEncoded().data()).decode("ascii")
    message.setArguments([[address], ""])
    watcher = QDBusPendingCallWatcher(bus.asyncCall(message), window)

    def answered() -> None:
        if watcher.isError():
            open_file(path.parent)
        watcher.deleteLater()

    watcher.finished.connect(answered)
