"""The bar over the page: which page, how large, and what is shown on it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSpinBox, QToolButton, QWidget

from desktop.ui.mnemonics import bare

#: The zooms that the bar offers, in percent.
OFFERED = (25, 50, 75, 100, 125, 150, 200, 300, 400, 800)


class PageBar(QWidget):
    """Buttons for actions, a field for the page's number, and the zoom."""

    #: A page's number was written, from 0.
    page_chosen = Signal(int)
    #: A zoom was chosen; 1 is the real size.
    zoom_chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = QSpinBox()
        self.number.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.number.setKeyboardTracking(False)
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.number.setAccessibleName(self.tr("Page number"))
        self.number.setToolTip(self.tr("Page number"))
        self.number.valueChanged.connect(lambda number: self.page_chosen.emit(number - 1))
        self._total = QLabel()
        self.zoom = QToolButton()
        self.zoom.setAutoRaise(True)
        self.zoom.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.zoom.setToolTip(self.tr("Zoom"))
        self.zoom.setAccessibleName(self.tr("Zoom"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(4, 2, 4, 2)
        self._row.setSpacing(1)

    def fill(
        self,
        *,
        back: QAction,
        on: QAction,
        smaller: QAction,
        larger: QAction,
        fits: Sequence[QAction],
        more: Sequence[QAction],
    ) -> None:
        """Put the buttons of actions in their places."""
        self._button(back)
        self._row.addWidget(self.number)
        self._row.addWidget(self._total)
        self._button(on)
        self._row.addStretch(1)
        self._button(smaller)
        self._row.addWidget(self.zoom)
        self._button(larger)
        for fit in fits:
            self._button(fit)
        self._row.addStretch(1)
        for action in more:
            self._button(action)
        menu = QMenu(self)
        menu.addActions(list(fits))
        menu.addSeparator()
        for percent in OFFERED:
            action = menu.addAction(self.tr("{number} %").format(number=percent))
            action.triggered.connect(lambda _=False, of=percent: self.zoom_chosen.emit(of / 100))
        self.zoom.setMenu(menu)

    def _button(self, action: QAction) -> None:
        button = QToolButton()
        button.setAutoRaise(True)
        button.setDefaultAction(action)
        button.setAccessibleName(bare(action.text()))
        self._row.addWidget(button)

    def show_page(self, page: int, count: int) -> None:
        """The page (from 0) of a document with so many pages; 0 for no document."""
        with QSignalBlocker(self.number):
            self.number.setRange(1 if count else 0, count)
            self.number.setValue(page + 1 if count else 0)
        self.number.setEnabled(count > 0)
        self._total.setText(self.tr("of {number}").format(number=count) if count else "")

    def show_zoom(self, zoom: float) -> None:
        """The zoom as percent."""
        self.zoom.setText(self.tr("{number} %").format(number=round(zoom * 100)))
