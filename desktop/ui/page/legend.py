"""The labels on the page with their colours; a click hides those of one label, or shows them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QWidget

from desktop.model.blocks import Label
from desktop.ui.colours import colour, line, name

_SWATCH = QSize(20, 14)
#: Between two entries, and around all of them, in units of the window.
_GAP, _AROUND = 2, 4


class Legend(QWidget):
    """A switch for each label, in as many rows as they need; or a few words instead of them."""

    #: The labels that are not wanted.
    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Legend of the boxes"))
        self._switches: dict[Label, QToolButton] = {}
        self._counts: dict[Label, int] = {}
        self._hidden: frozenset[Label] = frozenset()
        #: The greatest height so far, and the width that it was for.
        self._tallest = (0, 0)
        self._words = QLabel(self)
        self._words.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def hidden(self) -> frozenset[Label]:
        """The labels whose boxes are not wanted, also those that are not on this page."""
        return self._hidden

    def show_counts(self, counts: Mapping[Label, int], words: str = "") -> None:
        """The labels of a page with the number of their blocks; ``words`` if there are none."""
        self._words.setText(words)
        self._words.setVisible(not counts)
        if dict(counts) != self._counts:
            self._counts = dict(counts)
            for label in self._counts:
                if label not in self._switches:
                    self._switches[label] = self._switch(label)
            for label, switch in self._switches.items():
                switch.setVisible(label in self._counts)
                switch.setText(f"{name(label)} {self._counts.get(label, 0)}")
        self._arrange(self.width(), move=True)
        self.updateGeometry()

    def _switch(self, label: Label) -> QToolButton:
        switch = QToolButton(self)
        switch.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        switch.setIconSize(_SWATCH)
        switch.setIcon(self._swatch(label))
        switch.setCheckable(True)
        switch.setChecked(label not in self._hidden)
        switch.setAutoRaise(True)
        switch.setToolTip(
            self.tr("Show or hide the boxes of this kind: {name}").format(name=name(label))
        )
        switch.setAccessibleName(self.tr("Boxes: {name}").format(name=name(label)))
        switch.toggled.connect(lambda shown, of=label: self._toggle(of, shown))
        return switch

    def _toggle(self, label: Label, shown: bool) -> None:
        self._hidden = self._hidden - {label} if shown else self._hidden | {label}
        self._switches[label].setIcon(self._swatch(label))
        self.changed.emit(self._hidden)

    def _swatch(self, label: Label) -> QIcon:
        """The box of a label as it is on paper: paper is white in a dark window too."""
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(_SWATCH * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.white)
        painter = QPainter(pixmap)
        tint = colour(label, False)
        if label in self._hidden:
            tint.setAlphaF(0.3)
        inside = QColor(tint)
        inside.setAlphaF(tint.alphaF() * 0.25)
        painter.setPen(QPen(tint, 2, line(label)))
        painter.setBrush(inside)
        painter.drawRect(2, 2, _SWATCH.width() - 5, _SWATCH.height() - 5)
        painter.end()
        return QIcon(pixmap)

    # Where the entries are.

    def _arrange(self, width: int, *, move: bool) -> int:
        """Put the entries into rows; the height that takes."""
        shown = [self._switches[label] for label in self._counts]
        entries: list[QWidget] = [*shown] if shown else [self._words]
        x, y, row = _AROUND, _AROUND, 0
        for entry in entries:
            size = entry.sizeHint()
            if x > _AROUND and x + size.width() > width - _AROUND:
                x, y, row = _AROUND, y + row + _GAP, 0
            if move:
                entry.resize(size)
                entry.move(QPoint(x, y))
            x += size.width() + _GAP
            row = max(row, size.height())
        return y + row + _AROUND

    def hasHeightForWidth(self) -> bool:
        """A narrower legend is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all rows, or as many as there were on another page at this width.

        So the page does not change its size whenever the next one has other labels.
        """
        if width != self._tallest[0]:
            self._tallest = (width, 0)
        height = max(self._tallest[1], self._arrange(width, move=False))
        self._tallest = (width, height)
        return height

    def sizeHint(self) -> QSize:
        """What it takes at its present width."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """It can be as narrow as one entry."""
        return QSize(80, self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange(self.width(), move=True)
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the window from light to dark, and to other fonts and languages."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            for label, switch in self._switches.items():
                switch.setIcon(self._swatch(label))
            self._tallest = (0, 0)
            self._arrange(self.width(), move=True)
            self.updateGeometry()
