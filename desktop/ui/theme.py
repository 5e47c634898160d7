"""Light and dark: as the system has it, or as the person chose."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication


class Appearance(StrEnum):
    """What a person can choose; the value is what the settings keep."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_SCHEMES = {
    Appearance.SYSTEM: Qt.ColorScheme.Unknown,
    Appearance.LIGHT: Qt.ColorScheme.Light,
    Appearance.DARK: Qt.ColorScheme.Dark,
}
_ROLE = QPalette.ColorRole
#: Role: (light, dark). Text on its ground has a contrast of 7:1 or more, dimmed text 4.5:1.
_COLOURS = {
    _ROLE.Window: ("#f4f5f7", "#282b30"),
    _ROLE.WindowText: ("#1d2126", "#e4e6e9"),
    _ROLE.Base: ("#ffffff", "#191b1e"),
    _ROLE.AlternateBase: ("#f0f2f4", "#202327"),
    _ROLE.Text: ("#1d2126", "#e4e6e9"),
    _ROLE.PlaceholderText: ("#676f78", "#949ba4"),
    _ROLE.Button: ("#eceef1", "#363a41"),
    _ROLE.ButtonText: ("#1d2126", "#e4e6e9"),
    _ROLE.BrightText: ("#b3261e", "#ff8a80"),
    _ROLE.Highlight: ("#2563c9", "#3b72cf"),
    _ROLE.HighlightedText: ("#ffffff", "#ffffff"),
    _ROLE.Accent: ("#2563c9", "#6ea2f7"),
    _ROLE.Link: ("#1d57b8", "#82b1ff"),
    _ROLE.LinkVisited: ("#6b3fa0", "#c9a6ff"),
    _ROLE.ToolTipBase: ("#ffffff", "#363a41"),
    _ROLE.ToolTipText: ("#1d2126", "#e4e6e9"),
    _ROLE.Light: ("#ffffff", "#454a53"),
    _ROLE.Midlight: ("#f7f8f9", "#3b4047"),
    _ROLE.Mid: ("#c4c9cf", "#4a505a"),
    _ROLE.Dark: ("#a3a9b1", "#17191c"),
    _ROLE.Shadow: ("#6b727a", "#000000"),
}
_DIMMED = (_ROLE.WindowText, _ROLE.Text, _ROLE.ButtonText, _ROLE.HighlightedText)
_DIM = ("#8b929a", "#6d747d")
_SELECTED_WHEN_DISABLED = ("#d4d8dd", "#3d424a")


def apply(app: QApplication, choice: str) -> None:
    """Make the whole program light or dark; an unknown ``choice`` is taken as the system's.

    Where the system can't be told (plain X11, no desktop), it gets Diptych's own palette.
    """
    wanted = Appearance(choice) if choice in set(Appearance) else Appearance.SYSTEM
    hints = QGuiApplication.styleHints()
    hints.setColorScheme(_SCHEMES[wanted])
    known = hints.colorScheme()
    if known is not Qt.ColorScheme.Unknown and (
        wanted is Appearance.SYSTEM or known is _SCHEMES[wanted]
    ):
        app.setPalette(QPalette())
    else:
        app.setPalette(palette(dark=wanted is Appearance.DARK))


def palette(*, dark: bool) -> QPalette:
    """Diptych's own colours."""
    made = QPalette()
    column = int(dark)
    for role, colours in _COLOURS.items():
        made.setColor(role, QColor(colours[column]))
    disabled = QPalette.ColorGroup.Disabled
    for role in _DIMMED:
        made.setColor(disabled, role, QColor(_DIM[column]))
    made.setColor(disabled, _ROLE.Highlight, QColor(_SELECTED_WHEN_DISABLED[column]))
    return made


def is_dark(colours: QPalette) -> bool:
    """Whether a palette is a dark one."""
    return colours.color(_ROLE.Window).lightnessF() < colours.color(_ROLE.WindowText).lightnessF()
