"""The menu of a block on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QMenu

from desktop.model.blocks import Label
from desktop.model.cancel import CancelToken
from desktop.ui.bridge import Bridge
from desktop.ui.page.shapes import Shape
from desktop.ui.page.view import in_words

if TYPE_CHECKING:
    from desktop.ui.page.panel import PagePanel


class BlockMenu(QObject):
    """What can be done with a block: its picture is copied here, its text by whoever hears it."""

    def __init__(self, bridge: Bridge, panel: PagePanel) -> None:
        super().__init__(panel)
        self._bridge = bridge
        self._panel = panel
        self.menu = QMenu(panel)

    def open(self, block: int, shape: Shape | None, place: QPoint) -> None:
        """Offer it at a place on the screen; without a block, what concerns the page."""
        self.fill(block, shape)
        self.menu.popup(place)

    def fill(self, block: int, shape: Shape | None) -> None:
        """Put the entries for a block into the menu."""
        menu, panel = self.menu, self._panel
        menu.clear()
        if shape is not None:
            menu.addSection(in_words(shape).replace("&", "&&"))
            show = menu.addAction(self.tr("&Show in the Text"))
            show.triggered.connect(lambda: self._bridge.activate(block, "page"))
            picture = menu.addAction(self.tr("Copy &Picture"))
            picture.triggered.connect(lambda: self.copy_picture(block))
            kinds = [
                ("plain", self.tr("Copy &Text")),
                ("rich", self.tr("Copy as &Rich Text")),
                ("markdown", self.tr("Copy as &Markdown")),
            ]
            if shape.label is Label.IMAGE:
                kinds = []
            if shape.label is Label.TABLE:
                kinds.insert(0, ("table", self.tr("Copy T&able")))
            for kind, text in kinds:
                action = menu.addAction(text)
                action.setObjectName(f"copy-{kind}")
                action.triggered.connect(lambda _=False, of=kind: panel.copy_wanted.emit(block, of))
            menu.addSeparator()
        for name in ("boxes", "reading-order", "fit-width", "fit-page", "zoom-real"):
            menu.addAction(panel.commands[name])

    def copy_picture(self, block: int) -> None:
        """Put what a block covers on the clipboard, at the page's own resolution."""
        job, page = self._bridge.job, self._bridge.page
        if job is None:
            return

        def work(cancel: CancelToken) -> QImage:
            return QImage.fromData(self._bridge.service.figure_png(job, page, block, cancel=cancel))

        self._bridge.tasks.run(
            work, done=QGuiApplication.clipboard().setImage, key="copy picture", owner=self
        )
