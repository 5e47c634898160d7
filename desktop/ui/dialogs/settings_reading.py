"""The page of the settings for how documents are read."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QFormLayout, QSpinBox, QWidget

from desktop.settings import MOST_RETRIES, Settings
from desktop.ui.dialogs.parts import wrapped
from desktop.ui.dialogs.settings_page import Choice, SettingsPage

#: Long edges of page images that models were trained on or that people ask for, in pixels.
EDGES = (640, 1024, 1280, 1600, 2048, 3072)


class ReadingPage(SettingsPage):
    """Mode, resolution, text layer, further tries."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mode = Choice(
            self.tr("What is read"),
            (
                ("markdown", self.tr("Text with headings, tables and formulas")),
                ("words", self.tr("Every line with its place on the page")),
                ("plain", self.tr("Plain text without places")),
            ),
        )
        self.edge = Choice(
            self.tr("Resolution"),
            (
                (0, self.tr("What suits the server")),
                *((edge, self.tr("{number} pixels").format(number=edge)) for edge in EDGES),
            ),
        )
        self.layer = Choice(
            self.tr("Text layer of PDFs"),
            (
                ("auto", self.tr("Use its words where they are good")),
                ("never", self.tr("Read every page anew")),
                ("only", self.tr("Take all words from it, read nothing")),
            ),
        )
        self.retries = QSpinBox()
        self.retries.setRange(0, MOST_RETRIES)
        self.retries.setAccessibleName(self.tr("Further tries"))
        layout = QFormLayout(self)
        layout.addRow(self.tr("&Read:"), self.mode)
        layout.addRow(self.tr("Re&solution:"), self.edge)
        hint = self.tr("The long edge of the picture of a page that the model gets.")
        layout.addRow("", wrapped(hint, dim=True))
        layout.addRow(self.tr("&Text layer of PDFs:"), self.layer)
        layout.addRow(self.tr("&Further tries:"), self.retries)
        hint = self.tr("For a page whose text broke off or went round in circles.")
        layout.addRow("", wrapped(hint, dim=True))
        hint = self.tr("All of this holds for documents that you add from now on.")
        layout.addRow("", wrapped(hint, dim=True))
        for choice in (self.mode, self.edge, self.layer):
            choice.currentIndexChanged.connect(self.changed)
        self.retries.valueChanged.connect(self.changed)

    @property
    def title(self) -> str:
        """What stands on its tab."""
        return self.tr("Reading")

    def show_settings(self, settings: Settings) -> None:
        """Show what holds now."""
        self.mode.show_value(settings.mode)
        self.edge.show_value(settings.long_edge)
        self.layer.show_value(settings.text_layer)
        self.retries.setValue(settings.retries)

    def choice(self) -> dict[str, Any]:
        """The fields of the settings that this page has, as they are shown."""
        return {
            "mode": self.mode.value,
            "long_edge": self.edge.value,
            "text_layer": self.layer.value,
            "retries": self.retries.value(),
        }
