"""Light and dark."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from desktop.ui import theme

Role = QPalette.ColorRole


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of two colours as WCAG 2.1 defines it, from 1 to 21."""

    def luminance(colour: QColor) -> float:
        parts = (colour.redF(), colour.greenF(), colour.blueF())
        linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("dark", [False, True])
def test_text_can_be_read_on_its_ground(dark: bool) -> None:
    colours = theme.palette(dark=dark)
    for text, ground, least in (
        (Role.WindowText, Role.Window, 7),
        (Role.Text, Role.Base, 7),
        (Role.Text, Role.AlternateBase, 7),
        (Role.ButtonText, Role.Button, 7),
        (Role.ToolTipText, Role.ToolTipBase, 7),
        (Role.HighlightedText, Role.Highlight, 4.5),
        (Role.Link, Role.Base, 4.5),
        (Role.Link, Role.Window, 4.5),
        (Role.PlaceholderText, Role.Base, 4.5),
        (Role.PlaceholderText, Role.Window, 4.5),
        (Role.BrightText, Role.Window, 4.5),
    ):
        assert contrast(colours.color(text), colours.color(ground)) >= least, (text, ground)


def test_the_choice_changes_the_whole_program(qapp: QApplication) -> None:
    theme.apply(qapp, "dark")
    assert theme.is_dark(qapp.palette())
    theme.apply(qapp, "light")
    assert not theme.is_dark(qapp.palette())
    theme.apply(qapp, "mauve")
    assert not theme.is_dark(qapp.palette())
