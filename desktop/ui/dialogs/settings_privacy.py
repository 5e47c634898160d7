"""The page of the settings for what is kept on this computer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.errors import KnownError
from desktop.model.status import StorageInfo
from desktop.paths import user_paths
from desktop.settings import Settings
from desktop.ui.bridge import Bridge
from desktop.ui.dialogs.parts import Notice, Tone, wrapped
from desktop.ui.dialogs.questions import confirm
from desktop.ui.dialogs.reveal import open_file
from desktop.ui.dialogs.settings_page import Choice, SettingsPage
from desktop.ui.said import complaint


class PrivacyPage(SettingsPage):
    """How long conversions are kept, how big all of it is, and how it goes away."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._info: StorageInfo | None = None
        self.keep = Choice(
            self.tr("Keep conversions"),
            (
                ("always", self.tr("Until I remove them")),
                ("year", self.tr("For a year")),
                ("month", self.tr("For a month")),
                ("week", self.tr("For a week")),
                ("session", self.tr("Until Diptych is opened next time")),
            ),
        )
        self.library = QLabel()
        self.thumbnails = QLabel()
        self.pasted = QLabel()
        self.logs = QLabel()
        self.clear = QPushButton(self.tr("Clear &History…"))
        self.clear.setEnabled(False)
        self.notice = Notice()
        paths = user_paths()
        layout = QFormLayout(self)
        layout.addRow(self.tr("&Keep conversions:"), self.keep)
        hint = self.tr(
            "A conversion is the text, your edits and small pictures of the pages, "
            "and the picture itself if you pasted it. "
            "Your documents and the files that you exported are never removed."
        )
        layout.addRow("", wrapped(hint, dim=True))
        layout.addRow(self.tr("Library:"), self._with_folder(self.library, paths.data))
        layout.addRow(self.tr("Small pictures:"), self._with_folder(self.thumbnails, paths.cache))
        layout.addRow(self.tr("Pasted pictures:"), self._with_folder(self.pasted, paths.pasted))
        layout.addRow(self.tr("Logs:"), self._with_folder(self.logs, paths.logs))
        under = QHBoxLayout()
        under.addWidget(self.clear)
        under.addStretch()
        layout.addRow("", under)
        layout.addRow("", self.notice)
        hint = self.tr(
            "Documents go nowhere but to the servers that you chose. "
            "Passwords are not kept; logs have no words of documents."
        )
        layout.addRow("", wrapped(hint, dim=True))
        self.keep.currentIndexChanged.connect(self.changed)
        self.clear.clicked.connect(self._ask)

    @property
    def title(self) -> str:
        """What stands on its tab."""
        return self.tr("Privacy")

    def show_settings(self, settings: Settings) -> None:
        """Show what holds now, and measure what is kept."""
        self.keep.show_value(settings.keep)
        self.measure()

    def choice(self) -> dict[str, Any]:
        """The fields of the settings that this page has, as they are shown."""
        return {"keep": self.keep.value}

    def measure(self) -> None:
        """Find out in the background how much there is."""
        for label in (self.library, self.thumbnails, self.pasted, self.logs):
            label.setText("…")
        self._bridge.tasks.run(
            lambda _: self._bridge.service.storage(),
            done=self._measured,
            failed=self._failed,
            key="privacy: storage",
            owner=self,
        )

    def _measured(self, info: StorageInfo) -> None:
        self._info = info
        documents = self.tr("%n document(s)", "", info.jobs)
        self.library.setText(f"{_size(info.library_bytes)} · {documents}")
        self.thumbnails.setText(_size(info.thumbnails_bytes))
        self.pasted.setText(_size(info.pasted_bytes))
        self.logs.setText(_size(info.logs_bytes))
        self.clear.setEnabled(info.jobs > 0 or info.pasted_bytes > 0)

    def _failed(self, error: KnownError) -> None:
        self.notice.say(complaint(error), Tone.ERROR)

    def _ask(self) -> None:
        if self._info is None:
            return
        info = self._info
        size = _size(info.library_bytes + info.thumbnails_bytes + info.pasted_bytes)
        confirm(
            self,
            title=self.tr("Clear History"),
            text=self.tr("Remove all finished conversions ({size})?").format(size=size),
            explanation=self.tr(
                "Their text, your edits and pictures that you pasted are gone for good. "
                "Your documents and the files that you exported stay, "
                "and so does what is still being read."
            ),
            do_it=self.tr("&Remove Them"),
            leave_it=self.tr("&Keep Them"),
            agreed=self._clear,
        )

    def _clear(self) -> None:
        self.clear.setEnabled(False)
        self.notice.say(self.tr("Removing…"))
        self._bridge.tasks.run(
            lambda _: self._bridge.service.clear_history(),
            done=self._cleared,
            failed=self._failed,
            owner=self,
        )

    def _cleared(self, count: int) -> None:
        self.notice.say(self.tr("%n conversion(s) removed.", "", count), Tone.GOOD)
        self._bridge.library.refresh()
        self.measure()

    def _open(self, folder: Path) -> None:
        if not folder.is_dir():
            self.notice.say(self.tr("This folder is not there yet."))
        elif not open_file(folder):
            text = self.tr("No program opens the folder {folder}.").format(folder=folder)
            self.notice.say(text, Tone.ERROR)

    def _with_folder(self, label: QLabel, folder: Path) -> QWidget:
        button = QPushButton(self.tr("Open Folder"))
        button.setToolTip(str(folder))
        button.clicked.connect(lambda: self._open(folder))
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(label, 1)
        layout.addWidget(button)
        return row


def _size(count: int) -> str:
    return QLocale().formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
