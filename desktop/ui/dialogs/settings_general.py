"""The page of the settings for how the window looks and what it does by itself."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QCheckBox, QFormLayout, QWidget

from desktop.settings import Settings
from desktop.ui.dialogs.parts import FolderField, Notice, wrapped
from desktop.ui.dialogs.settings_page import Choice, SettingsPage


class GeneralPage(SettingsPage):
    """Appearance, language, what happens at the start, where exports go."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spoken = ""
        self.appearance = Choice(
            self.tr("Appearance"),
            (
                ("system", self.tr("As the system")),
                ("light", self.tr("Light")),
                ("dark", self.tr("Dark")),
            ),
        )
        # A language is named in itself, so that who can't read the present one finds it.
        self.language = Choice(
            self.tr("Language"),
            (("", self.tr("As the system")), ("en", "English"), ("zh_CN", "简体中文")),
        )
        self.later = Notice()
        self.go_on = QCheckBox(self.tr("&Go on with interrupted documents"))
        self.folder = FolderField(self.tr("Folder for exports"))
        self.folder.line.setPlaceholderText(self.tr("Beside each document"))
        layout = QFormLayout(self)
        layout.addRow(self.tr("&Appearance:"), self.appearance)
        layout.addRow(self.tr("&Language:"), self.language)
        layout.addRow("", self.later)
        layout.addRow(self.tr("At the start:"), self.go_on)
        layout.addRow(self.tr("&Export to:"), self.folder)
        layout.addRow("", wrapped(self.tr("The export dialog offers this folder first."), dim=True))
        self.appearance.currentIndexChanged.connect(self.changed)
        self.language.currentIndexChanged.connect(self._language_chosen)
        self.go_on.toggled.connect(self.changed)
        self.folder.changed.connect(self.changed)

    @property
    def title(self) -> str:
        """What stands on its tab."""
        return self.tr("General")

    def show_settings(self, settings: Settings) -> None:
        """Show what holds now."""
        self._spoken = settings.language
        self.appearance.show_value(settings.appearance)
        self.language.show_value(settings.language)
        self.go_on.setChecked(settings.continue_on_start)
        self.folder.show_folder(settings.export_folder)

    def choice(self) -> dict[str, Any]:
        """The fields of the settings that this page has, as they are shown."""
        return {
            "appearance": self.appearance.value,
            "language": self.language.value,
            "continue_on_start": self.go_on.isChecked(),
            "export_folder": self.folder.folder,
        }

    def _language_chosen(self) -> None:
        new = self.language.value != self._spoken
        text = self.tr("The new language is spoken when you open Diptych next time.")
        self.later.say(text if new else "")
        self.changed.emit()
