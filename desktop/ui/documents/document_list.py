"""The list of documents: keys, and dragging those that wait to another place in the queue."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from desktop.model.states import JobId
from desktop.ui.documents.document_delegate import DocumentDelegate
from desktop.ui.documents.document_model import MIME, DocumentModel, DocumentRole


class DocumentList(QListView):
    """Shows a ``DocumentModel``, all of it or what a filter leaves."""

    #: Documents (a tuple of jobs) were dropped in front of another one (or None: at the end).
    dropped = Signal(object, object)
    #: The person chose a document.
    chose = Signal(object)

    def __init__(self, model: DocumentModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.documents = model
        self.shown = QSortFilterProxyModel(self)
        self.shown.setFilterRole(DocumentRole.SEARCH)
        self.shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.shown.setSourceModel(model)
        #: The document whose row is to be the current one whenever it is shown.
        self._wanted: JobId | None = None
        #: Rows go: what Qt makes the current one instead is not what the person chose.
        self._hushed = False
        #: The row in which the wanted document was when it went.
        self._gap = 0
        self.shown.rowsAboutToBeRemoved.connect(self._hush)  # before the view hears of it
        self.setModel(self.shown)
        self.shown.rowsRemoved.connect(self._settle)
        self.shown.rowsInserted.connect(self._settle)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.setItemDelegate(DocumentDelegate(self))
        self.setAccessibleName(self.tr("Documents"))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)

    def filter(self, text: str) -> None:
        """Show only documents that have this text in their name, title or folder."""
        self.shown.setFilterFixedString(text)

    # Jobs and rows.

    def current(self) -> JobId | None:
        """The document of the current row."""
        return _job(self.currentIndex())

    def chosen(self) -> list[JobId]:
        """The selected documents in the order in which they are shown, else the current one."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        jobs = [_job(self.shown.index(row, 0)) for row in rows] or [self.current()]
        return [job for job in jobs if job is not None]

    def go_to(self, job: JobId | None) -> None:
        """Make a document's row the current one, now or when it comes; meanwhile none is."""
        self._wanted = job
        if job == self.current():
            return
        index = self.index_of(job)
        self.setCurrentIndex(index)
        if index.isValid():
            self.scrollTo(index)
        else:
            self.clearSelection()

    def index_of(self, job: JobId | None) -> QModelIndex:
        """Where a document is shown; invalid if it is not."""
        row = self.documents.row_of(job)
        if row < 0:
            return QModelIndex()
        return self.shown.mapFromSource(self.documents.index(row, 0))

    def _current_changed(self, index: QModelIndex) -> None:
        job = _job(index)
        if not self._hushed and job is not None and job != self._wanted:
            self._wanted = job
            self.chose.emit(job)

    def beside(self) -> JobId | None:
        """The document that took the place of the chosen one, which is gone."""
        return _job(self.shown.index(min(self._gap, self.shown.rowCount() - 1), 0))

    def _hush(self, _: QModelIndex, first: int, last: int) -> None:
        self._hushed = True
        if first <= self.index_of(self._wanted).row() <= last:
            self._gap = first

    def _settle(self) -> None:
        """Rows have come or gone: the wanted document is the current one, or none is."""
        self._hushed = True
        self.go_to(self._wanted)
        self._hushed = False

    # Dragging.

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Only among the unfinished documents, which are on top."""
        super().dragMoveEvent(event)
        if not self._place(event)[0]:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell what is to go where; the rows follow when the core has done it."""
        able, before = self._place(event)
        if able:
            words = bytes(event.mimeData().data(MIME).data()).split()
            event.acceptProposedAction()
            self.dropped.emit(tuple(JobId(int(word)) for word in words), before)
        else:
            event.ignore()
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()

    def _place(self, event: QDropEvent) -> tuple[bool, JobId | None]:
        """Whether something of ours can be dropped here, and in front of which document."""
        if event.source() is not self or not event.mimeData().hasFormat(MIME):
            return False, None
        row = self._row_at(event.position().toPoint())
        above = self.shown.index(row - 1, 0)
        if row and not above.data(DocumentRole.UNFINISHED):
            return False, None
        return True, self._waiting_after(row)

    def _row_at(self, where: QPoint) -> int:
        """The row before which something would come that is dropped here."""
        index = self.indexAt(where)
        if not index.isValid():
            return self.shown.rowCount()
        return index.row() + int(where.y() > self.visualRect(index).center().y())

    def _waiting_after(self, row: int) -> JobId | None:
        index = self.shown.index(row, 0)
        return _job(index) if index.data(DocumentRole.UNFINISHED) else None


def _job(index: QModelIndex) -> JobId | None:
    job = index.data(DocumentRole.JOB) if index.isValid() else None
    return None if job is None else JobId(job)
