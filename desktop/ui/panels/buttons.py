"""Actions and the buttons that stand for them, as all panels have them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop.ui.mnemonics import bare
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
        name = bare(action.text())
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


class ButtonRow(QWidget):
    """Widgets on the left and buttons on the right, which lose their texts where room is short."""

    def __init__(self, left: Sequence[QWidget], buttons: Sequence[SignButton | None]) -> None:
        super().__init__()
        self._buttons = [button for button in buttons if button is not None]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in left:
            row.addWidget(widget)
        row.addStretch(1)
        for button in buttons:
            if button is None:
                row.addSpacing(12)
            else:
                row.addWidget(button)
        self._texts = True
        spacing = row.spacing() * (len(left) + len(buttons))
        self._needed = spacing + sum(button.sizeHint().width() for button in self._buttons)
        self._left = left

    def minimumSizeHint(self) -> QSize:
        """No wider than the signs alone and some of what is on the left."""
        height = super().minimumSizeHint().height()
        return QSize(len(self._buttons) * (height + 2) + 80, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the texts if there is room for them."""
        super().resizeEvent(event)
        left = sum(widget.minimumSizeHint().width() for widget in self._left)
        texts = self._needed + left <= event.size().width()
        if texts != self._texts:
            self._texts = texts
            style = Qt.ToolButtonStyle
            for button in self._buttons:
                button.setToolButtonStyle(
                    style.ToolButtonTextBesideIcon if texts else style.ToolButtonIconOnly
                )
