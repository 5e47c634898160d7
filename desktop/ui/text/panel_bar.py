"""The line of buttons at the top of the text panel."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QToolButton, QWidget

from desktop.ui.mnemonics import bare
from desktop.ui.text.panel_actions import PanelActions
from desktop.ui.text.panel_mode import Mode


class PanelBar(QWidget):
    """Buttons for what is shown, for finding and for copying; ``chosen`` tells a ``Mode``."""

    chosen = Signal(str)

    def __init__(self, actions: PanelActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._modes: dict[Mode, QToolButton] = {}
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 3, 6, 3)
        row.setSpacing(2)
        for mode, words in (
            (Mode.PAGE, self.tr("This page")),
            (Mode.SOURCE, self.tr("Source")),
            (Mode.DOCUMENT, self.tr("Whole document")),
        ):
            button = _button(words, actions[f"text-{mode.value}"])
            button.setCheckable(True)
            button.clicked.connect(partial(self._tell, mode))
            group.addButton(button)
            row.addWidget(button)
            self._modes[mode] = button
        row.addStretch(1)
        find = _button(self.tr("Find"), actions["find"])
        find.clicked.connect(actions["find"].trigger)
        row.addWidget(find)
        copy = _button(self.tr("Copy"), actions["copy-page-rich"])
        copy.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        copy.clicked.connect(actions["copy-page-rich"].trigger)
        menu = QMenu(copy)
        menu.addActions(actions.named("copy-"))
        copy.setMenu(menu)
        row.addWidget(copy)

    def _tell(self, mode: Mode, _: bool) -> None:
        self.chosen.emit(mode.value)

    def show_mode(self, mode: Mode) -> None:
        """Press the button of what is shown."""
        self._modes[mode].setChecked(True)


def _button(words: str, action: QAction) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    button.setAutoRaise(True)
    key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    meaning = bare(action.text())
    button.setToolTip(f"{meaning} ({key})" if key else meaning)
    button.setAccessibleName(meaning)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
