"""The one place of the labels' colours, lines and names.

Sixteen labels are too many for hues alone: kin share a hue (an image and its caption), and the kind
of line tells them apart. The colours were found by a search that held each label to a range of hues
and drove apart, in the eyes of people with all three cone types and of those who lack one, labels
that have the same kind of line. Each has a contrast of at least 4.5:1 on its ground.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor

from desktop.model.blocks import Label

_L, _Line = Label, Qt.PenStyle

#: Label: (on paper and on light ground, on dark ground, kind of line).
_LOOKS: dict[Label, tuple[str, str, Qt.PenStyle]] = {
    _L.TITLE: ("#e71e10", "#f28063", _Line.SolidLine),
    _L.SUB_TITLE: ("#683001", "#fba346", _Line.DashLine),
    _L.TEXT: ("#045cf4", "#c6daff", _Line.SolidLine),
    _L.LIST: ("#0a7db8", "#37adf6", _Line.DashLine),
    _L.EQUATION: ("#2e024f", "#b74ff3", _Line.SolidLine),
    _L.CODE: ("#867418", "#efe173", _Line.DotLine),
    _L.IMAGE: ("#0c583d", "#a3fbd7", _Line.SolidLine),
    _L.IMAGE_CAPTION: ("#0b8155", "#26e2a5", _Line.DotLine),
    _L.TABLE: ("#db1983", "#f5378c", _Line.SolidLine),
    _L.TABLE_CAPTION: ("#d22499", "#f5a1db", _Line.DotLine),
    _L.TABLE_FOOTNOTE: ("#3f011c", "#de6cb8", _Line.DashDotLine),
    _L.FOOTNOTE: ("#884b1a", "#f4c280", _Line.DashDotLine),
    _L.HEADER: ("#4b5159", "#a8afb7", _Line.DashLine),
    _L.FOOTER: ("#2a3238", "#7f8792", _Line.DotLine),
    _L.PAGE_NUMBER: ("#676d73", "#d6dbe0", _Line.DashDotLine),
    _L.ASIDE_TEXT: ("#2b2481", "#8576dc", _Line.DashDotLine),
}


def colour(label: Label, dark: bool) -> QColor:
    """A label's colour on a light or a ``dark`` ground. Paper is light whatever the window is."""
    return QColor(_LOOKS[label][int(dark)])


def line(label: Label) -> Qt.PenStyle:
    """The kind of line around a label's boxes."""
    return _LOOKS[label][2]


def name(label: Label) -> str:
    """What a label is called in the language of the window."""
    translate = QCoreApplication.translate
    names = {
        Label.TITLE: translate("Label", "Title"),
        Label.SUB_TITLE: translate("Label", "Subtitle"),
        Label.TEXT: translate("Label", "Text"),
        Label.LIST: translate("Label", "List"),
        Label.EQUATION: translate("Label", "Equation"),
        Label.CODE: translate("Label", "Code"),
        Label.IMAGE: translate("Label", "Figure"),
        Label.IMAGE_CAPTION: translate("Label", "Figure caption"),
        Label.TABLE: translate("Label", "Table"),
        Label.TABLE_CAPTION: translate("Label", "Table caption"),
        Label.TABLE_FOOTNOTE: translate("Label", "Table note"),
        Label.FOOTNOTE: translate("Label", "Footnote"),
        Label.HEADER: translate("Label", "Header"),
        Label.FOOTER: translate("Label", "Footer"),
        Label.PAGE_NUMBER: translate("Label", "Page number"),
        Label.ASIDE_TEXT: translate("Label", "Aside"),
    }
    return names[label]
