"""Actions and the buttons that stand for them, as all panels have them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QPalette
from PySide6.QtWidgets import QToolButton, QWidget

from desktop.ui.panels.icons import Icons, Sign


def action(
    owner: QObject,
    name: str,
    text: str,
    slot: Callable[[], object],
    *,
    menu: str = "queue",
    keys: tuple[str, ...] = (),
    checkable: bool = False,
) -> QAction:
    """A new action for the window's menu ``menu``."""
    made = QAction(text, owner)
    made.setObjectName(name)
    made.setProperty("menu", menu)
    made.setShortcuts([QKeySequence(key) for key in keys])
    made.setCheckable(checkable)
    made.triggered.connect(lambda: slot())
    return made


class SignButton(QToolButton):
    """A button with a sign that follows light and dark."""

    def __init__(self, sign: Sign, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = sign
        self._icons = Icons()
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self._draw()

    @classmethod
    def of(cls, action: QAction, sign: Sign, text: str) -> SignButton:
        """A button that does what an action does, with a shorter text beside its sign."""
        name = action.text().replace("&", "")
        button = cls(sign, name)
        button.setText(text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{name} ({keys})" if keys else name)
        button.setEnabled(action.isEnabled())
        action.enabledChanged.connect(button.setEnabled)
        button.clicked.connect(action.trigger)
        return button

    def changeEvent(self, event: QEvent) -> None:
        """Draw the sign anew when the colours change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        tone = self.palette().color(QPalette.ColorRole.ButtonText)
        self.setIcon(self._icons.icon(self._sign, self.palette(), tone=tone))
