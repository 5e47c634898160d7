"""What our script in the page says, as signals; each with the number of the page that says it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot


class Link(QObject):
    """Talked to by ``view.js``. Messages of a page that is no longer shown are dropped.

    ``expected`` is the number of the page that is being shown. ``pointed`` and ``activated`` tell
    page and block, -1 for none.
    """

    ready_now = Signal()
    pointed = Signal(int, int)
    activated = Signal(int, int)
    needed = Signal(int)
    left = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.expected = 0

    @Slot(int)
    def ready(self, serial: int) -> None:
        """The page is there and our script in it runs."""
        if serial == self.expected:
            self.ready_now.emit()

    @Slot(int, int, int)
    def point(self, serial: int, page: int, block: int) -> None:
        """The pointer is over a block."""
        if serial == self.expected:
            self.pointed.emit(page, block)

    @Slot(int, int, int)
    def activate(self, serial: int, page: int, block: int) -> None:
        """A block was clicked."""
        if serial == self.expected:
            self.activated.emit(page, block)

    @Slot(int, int)
    def need(self, serial: int, portion: int) -> None:
        """A portion of a whole document comes near."""
        if serial == self.expected:
            self.needed.emit(portion)

    @Slot(int, int)
    def dropped(self, serial: int, portion: int) -> None:
        """A portion is far away and was emptied."""
        if serial == self.expected:
            self.left.emit(portion)
