"""The view's style sheet: the window's own colours and fonts, then the rules that never change."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QPalette

from desktop.model.blocks import Label
from desktop.ui.colours import colour
from desktop.ui.text.view_scheme import own_style

_Role = QPalette.ColorRole
#: What marks a hit and a doubt: (light, dark).
_HIT, _CURRENT, _WARN = ("#f2c200", "#b38f00"), ("#ff9a3c", "#ffa94d"), ("#b3541e", "#f0a35e")


def is_dark(palette: QPalette) -> bool:
    """Whether text is lighter than its ground."""
    return palette.color(_Role.Text).lightnessF() > palette.color(_Role.Base).lightnessF()


def style_sheet(palette: QPalette, font: QFont) -> str:
    """The style sheet for a palette and the window's font."""
    dark = int(is_dark(palette))
    ground, ink = palette.color(_Role.Base), palette.color(_Role.Text)
    colours = {
        "ground": ground.name(),
        "ink": ink.name(),
        "quiet": _between(ink, ground, 0.25).name(),
        "faint": _between(ink, ground, 0.42).name(),
        "line": _between(ink, ground, 0.72).name(),
        "accent": palette.color(_Role.Highlight).name(),
        "link": palette.color(_Role.Link).name(),
        "hit": _HIT[dark],
        "current-hit": _CURRENT[dark],
        "warn": _WARN[dark],
    }
    rules = "".join(f"--{name}: {value}; " for name, value in colours.items())
    family = font.family().replace("\\", "").replace('"', "")
    body = f'body {{ font-family: "{family}", sans-serif; }}'
    # A block that is lit has the colour of its box on the page.
    labels = "\n".join(
        f".block.{_kind(label)} {{ --label: {colour(label, bool(dark)).name()}; }}"
        for label in Label
    )
    return f":root {{ {rules}}}\n{body}\n{labels}\n{own_style()}"


def _kind(label: Label) -> str:
    """A label as the class of a block."""
    return label.value.replace("_", "-")


def _between(near: QColor, far: QColor, share: float) -> QColor:
    """The colour that is ``share`` of the way from one to the other."""
    return QColor.fromRgbF(
        near.redF() + (far.redF() - near.redF()) * share,
        near.greenF() + (far.greenF() - near.greenF()) * share,
        near.blueF() + (far.blueF() - near.blueF()) * share,
    )
