"""The pages of one document as an item model that follows the library page by page."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, Qt, Signal, Slot

from desktop.model.states import JobId
from desktop.model.summary import PageSummary
from desktop.ui.bridge import Bridge
from desktop.ui.documents import sentences
from desktop.ui.documents.document_model import Index
from desktop.ui.documents.review import doubtful
from desktop.ui.documents.thumbnails import Key, Thumbnails
from desktop.ui.panels import words
from desktop.ui.said import said

_NONE = QModelIndex()
_ROLE = Qt.ItemDataRole


class PageRole(IntEnum):
    """What a page has besides its name."""

    PAGE = int(_ROLE.UserRole)
    STATE = PAGE + 1
    DOUBTFUL = PAGE + 2
    REVIEWED = PAGE + 3
    EDITED = PAGE + 4
    #: A pixmap, or None while there is none; asking has it made.
    PICTURE = PAGE + 5
    #: Why there is no picture, or an empty text.
    TROUBLE = PAGE + 6


class PageModel(QAbstractListModel):
    """One row a page, in the order in which the job reads them; empty until they are loaded."""

    #: The pages of the chosen document are there, or are others now.
    loaded = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = bridge.library
        self.thumbnails = Thumbnails(bridge, self)
        self._job: JobId | None = None
        self._pages: list[PageSummary] = []
        self._rows: dict[int, int] = {}
        self._library.pages_loaded.connect(self._take_loaded)
        self._library.page_changed.connect(self._take_page)
        self.thumbnails.came.connect(self._take_picture)

    @property
    def job(self) -> JobId | None:
        """Whose pages they are."""
        return self._job

    def show_job(self, job: JobId | None) -> None:
        """Show the pages of a document, or none."""
        if job == self._job:
            return
        self.thumbnails.turn_to(job)
        self.beginResetModel()
        self._job = job
        self._set(list(self._library.pages(job)) if job is not None else [])
        self.endResetModel()
        self.loaded.emit()

    def _set(self, pages: list[PageSummary]) -> None:
        self._pages = pages
        self._rows = {page.page: row for row, page in enumerate(pages)}

    # Where rows are.

    def rowCount(self, parent: Index = _NONE) -> int:
        """How many pages there are."""
        return 0 if parent.isValid() else len(self._pages)

    def row_of(self, page: int) -> int:
        """A page's row, or -1."""
        return self._rows.get(page, -1)

    def page_at(self, row: int) -> PageSummary:
        """What is known of the page in a row."""
        return self._pages[row]

    # What is in them.

    def roleNames(self) -> dict[int, QByteArray]:
        """Names for the roles."""
        names = {role.value: QByteArray(role.name.lower().encode()) for role in PageRole}
        return {**super().roleNames(), **names}

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        """What a row shows."""
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        page = self._pages[index.row()]
        if role == _ROLE.DisplayRole:
            return str(page.page + 1)
        if role == _ROLE.AccessibleTextRole:
            said = [words.page_name(page.page), *sentences.page_words(page), self._trouble(page)]
            return ", ".join(filter(None, said))
        if role == _ROLE.ToolTipRole:
            return sentences.page_tip(page, self._trouble(page))
        if role == PageRole.PICTURE:
            key = self._key(page)
            return None if key is None else self.thumbnails.get(key)
        return self._mark(page, role)

    def _mark(self, page: PageSummary, role: int) -> Any:
        match role:
            case PageRole.PAGE:
                return page.page
            case PageRole.STATE:
                return page.state
            case PageRole.DOUBTFUL:
                return doubtful(page)
            case PageRole.REVIEWED:
                return page.reviewed
            case PageRole.EDITED:
                return page.edited
            case PageRole.TROUBLE:
                return self._trouble(page)
        return None

    def _key(self, page: PageSummary) -> Key | None:
        return None if self._job is None else Key(self._job, page.page, page.rotation)

    def _trouble(self, page: PageSummary) -> str:
        key = self._key(page)
        error = None if key is None else self.thumbnails.trouble(key)
        return "" if error is None else said(error.what)

    # Following.

    @Slot(object)
    def _take_loaded(self, job: JobId) -> None:
        if job != self._job:
            return
        pages = list(self._library.pages(job))
        if [page.page for page in pages] == [page.page for page in self._pages]:
            changed = [row for row, page in enumerate(pages) if page != self._pages[row]]
            self._pages = pages
            if changed:
                self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], 0))
        else:
            # Loaded for the first time, or the person chose other pages.
            self.beginResetModel()
            self._set(pages)
            self.endResetModel()
        self.loaded.emit()

    @Slot(object, int)
    def _take_page(self, job: JobId, page: int) -> None:
        row = self.row_of(page)
        if job != self._job or row < 0:
            return
        summary = self._library.page(job, page)
        if summary is not None and summary != self._pages[row]:
            self._pages[row] = summary
            self._tell(row)

    @Slot(object, int)
    def _take_picture(self, job: JobId, page: int) -> None:
        row = self.row_of(page)
        if job == self._job and row >= 0:
            self._tell(row, PageRole.PICTURE, PageRole.TROUBLE)

    def _tell(self, row: int, *roles: int) -> None:
        self.dataChanged.emit(self.index(row, 0), self.index(row, 0), list(roles))
