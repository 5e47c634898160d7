"""What the pages of the settings have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.settings import Settings


class SettingsPage(QWidget):
    """One page: shows settings, tells what was chosen. ``changed`` when a person changed it."""

    changed = Signal()

    @property
    def title(self) -> str:
        """What stands on its tab."""
        raise NotImplementedError

    def show_settings(self, settings: Settings) -> None:
        """Show what holds now."""
        raise NotImplementedError

    def choice(self) -> dict[str, Any]:
        """The fields of the settings that this page has, as they are shown."""
        raise NotImplementedError

    def complaint(self) -> str:
        """What keeps the choice from making sense; one sentence or empty."""
        return ""


class Choice(QComboBox):
    """One of a few values, each with a text."""

    def __init__(self, name: str, options: Sequence[tuple[str | int, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        for value, text in options:
            self.addItem(text, value)

    @property
    def value(self) -> str | int:
        """The value that is chosen."""
        value: str | int = self.currentData()
        return value

    def show_value(self, value: str | int) -> None:
        """Choose a value; one that is not among the options is put at their end as it is."""
        place = self.findData(value)
        if place < 0:
            self.addItem(str(value), value)
            place = self.count() - 1
        self.setCurrentIndex(place)
