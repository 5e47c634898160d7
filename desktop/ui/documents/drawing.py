"""What the delegates of this room draw alike."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget


def small(font: QFont) -> QFont:
    """A font for what comes second."""
    made = QFont(font)
    if font.pointSizeF() > 0:
        made.setPointSizeF(font.pointSizeF() * 0.88)
    return made


def ground(painter: QPainter, option: QStyleOptionViewItem, view: QWidget) -> None:
    """A row's ground as the style has it: chosen, under the pointer, or nothing."""
    view.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, view)
    if option.state & QStyle.StateFlag.State_HasFocus:
        pen = ink(option)
        pen.setAlphaF(0.6)
        painter.setPen(pen)
        painter.drawRect(option.rect.adjusted(1, 1, -2, -2))


def ink(option: QStyleOptionViewItem, *, dim: bool = False) -> QColor:
    """The colour of a row's text."""
    role = QPalette.ColorRole
    group = QPalette.ColorGroup
    if not option.state & QStyle.StateFlag.State_Enabled:
        colours = group.Disabled
    elif option.state & QStyle.StateFlag.State_Active:
        colours = group.Normal
    else:
        colours = group.Inactive
    if option.state & QStyle.StateFlag.State_Selected:
        return QColor(option.palette.color(colours, role.HighlightedText))
    return QColor(option.palette.color(colours, role.PlaceholderText if dim else role.Text))
