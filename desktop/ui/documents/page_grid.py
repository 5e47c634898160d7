"""The pages of a document as a grid of tiles that fills its width."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from desktop.ui.documents.page_delegate import PageDelegate
from desktop.ui.documents.page_model import PageModel, PageRole

#: How narrow a tile may be, in logical pixels.
NARROW = 96


class PageGrid(QListView):
    """Shows a ``PageModel``. Only the tiles that are seen cost anything."""

    def __init__(self, model: PageModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages = model
        self._delegate = PageDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Pages"))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there: its coming and going would change how many tiles go into a line.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMouseTracking(True)
        model.thumbnails.dropped.connect(self.viewport().update)
        self._fit()

    def current(self) -> int | None:
        """The page (from 0) of the current tile."""
        return _page(self.currentIndex())

    def chosen(self) -> list[int]:
        """The selected pages in the document's order, else the current one."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        pages = [_page(self.pages.index(row, 0)) for row in rows] or [self.current()]
        return [page for page in pages if page is not None]

    def go_to(self, page: int) -> None:
        """Make a page's tile the current one."""
        if page == self.current():
            return
        index = self.pages.index(self.pages.row_of(page), 0)
        self.setCurrentIndex(index)
        if index.isValid():
            self.scrollTo(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many tiles in a line as there is room for, and the rest of the room between them."""
        self._fit()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """A larger font needs larger tiles."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        # Qt wraps a line whose last tile ends exactly at the edge.
        room = self.viewport().width() - 1
        self._delegate.width = max(NARROW, room // max(1, room // NARROW))
        size = self._delegate.size()
        if self.gridSize() != size:
            self.setGridSize(size)
            self.verticalScrollBar().setSingleStep(size.height() // 3)


def _page(index: QModelIndex) -> int | None:
    page = index.data(PageRole.PAGE) if index.isValid() else None
    return None if page is None else int(page)
