"""The left part of the window: the library's documents above, the chosen one's pages below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QSplitter, QVBoxLayout, QWidget

from desktop.model.states import JobId
from desktop.ui.bridge import Bridge
from desktop.ui.dialogs.parts import Notice, Tone
from desktop.ui.documents.commands import DocumentCommands
from desktop.ui.documents.document_list import DocumentList
from desktop.ui.documents.document_model import DocumentModel
from desktop.ui.documents.page_grid import PageGrid
from desktop.ui.documents.page_model import PageModel
from desktop.ui.panels.work import Work
from desktop.ui.said import complaint

#: How high documents and pages are at first, as shares.
_HEIGHTS = (320, 480)
#: How long changes are gathered before actions are allowed or not, in milliseconds.
GATHER = 100


class DocumentsPanel(QWidget):
    """Chooses what the window shows, and follows when that is chosen elsewhere."""

    #: Pages of a job (a tuple) were turned: they look otherwise now.
    turned = Signal(object, object)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.setAccessibleName(self.tr("Documents and their pages"))
        self.documents = DocumentList(DocumentModel(bridge, self))
        self.pages = PageGrid(PageModel(bridge, self))
        #: The page of each document that the person looked at last.
        self._last: dict[JobId, int] = {}
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(GATHER)
        self._make_parts()
        self._lay_out()
        self.commands = DocumentCommands(self)
        self._wire()
        self._show_chosen(bridge.job, bridge.page)

    def _make_parts(self) -> None:
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Find a document"))
        self.filter.setAccessibleName(self.tr("Find a document by its name"))
        self.filter.setClearButtonEnabled(True)
        self.filter.installEventFilter(self)
        self.empty = QLabel()
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.empty.setTextFormat(Qt.TextFormat.PlainText)
        self.notice = Notice()

    def _lay_out(self) -> None:
        upper, lower = QWidget(), QWidget()
        above = QVBoxLayout(upper)
        above.setContentsMargins(6, 6, 0, 0)
        above.addWidget(self.filter)
        above.addWidget(self.documents, 1)
        above.addWidget(self.empty, 1)
        below = QVBoxLayout(lower)
        below.setContentsMargins(6, 0, 0, 6)
        below.addWidget(self.notice)
        below.addWidget(self.pages, 1)
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.setObjectName("documents")
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(upper)
        self.split.addWidget(lower)
        self.split.setSizes(_HEIGHTS)
        self.split.setStretchFactor(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.split)
        self.setFocusProxy(self.documents)
        self.setTabOrder(self.filter, self.documents)
        self.setTabOrder(self.documents, self.pages)

    def _wire(self) -> None:
        bridge, documents, pages = self.bridge, self.documents, self.pages
        self.filter.textChanged.connect(self._filter)
        documents.chose.connect(self._choose_job)
        documents.dropped.connect(self.commands.put)
        documents.customContextMenuRequested.connect(self._document_menu)
        pages.selectionModel().currentChanged.connect(self._choose_page)
        pages.customContextMenuRequested.connect(self._page_menu)
        pages.pages.loaded.connect(self._show_page)
        pages.pages.thumbnails.refused.connect(lambda *_: self._tell())
        documents.documents.originals.changed.connect(lambda _: self._tell())
        self._later.timeout.connect(self.commands.refresh)
        for view in (documents, pages):
            view.selectionModel().selectionChanged.connect(self.commands.refresh)
        library = bridge.library
        for signal in (library.reset, library.added, library.changed, library.pages_loaded):
            signal.connect(self._soon)
        library.page_changed.connect(self._soon)
        Work.of(bridge).changed.connect(self._soon)
        for changed in (documents.shown.rowsInserted, documents.shown.rowsRemoved, library.reset):
            changed.connect(self._show_emptiness)
        library.removed.connect(self._removed)
        bridge.chosen.connect(self._show_chosen)

    def actions(self) -> list[QAction]:
        """What can be done here, for the window's menus."""
        return self.commands.for_window()

    def reload(self) -> None:
        """Make the chosen document's pictures anew: it was unlocked, or is back."""
        if self.bridge.job is not None:
            self.pages.pages.thumbnails.forget(self.bridge.job)
            self.documents.documents.originals.look_again()
            self._tell()
            self.update_views()

    def update_views(self) -> None:
        """Draw both lists again."""
        self.documents.viewport().update()
        self.pages.viewport().update()

    # What is chosen.

    @Slot(object)
    def _choose_job(self, job: JobId) -> None:
        self.bridge.choose(job, self._last.get(job, 0))

    @Slot(QModelIndex)
    def _choose_page(self, index: QModelIndex) -> None:
        if index.isValid() and self.pages.pages.job == self.bridge.job:
            self.bridge.choose(self.bridge.job, self.pages.pages.page_at(index.row()).page)

    @Slot(object, int)
    def _show_chosen(self, job: JobId | None, page: int) -> None:
        if job is not None:
            self._last[job] = page
        self.documents.go_to(job)
        self.pages.pages.show_job(job)
        self.pages.go_to(page)
        self._tell()
        self._show_emptiness()
        self.commands.refresh()

    @Slot()
    def _show_page(self) -> None:
        """Select the chosen page, now that the pages are there."""
        model = self.pages.pages
        if model.job != self.bridge.job or not model.rowCount():
            return
        if model.row_of(self.bridge.page) >= 0:
            self.pages.go_to(self.bridge.page)
        else:
            # Not now: others may be about to hear what was chosen.
            QTimer.singleShot(0, self, self._choose_first)

    def _choose_first(self) -> None:
        """The job does not read the chosen page: show the first that it reads."""
        model = self.pages.pages
        if model.job != self.bridge.job or not model.rowCount():
            return
        if model.row_of(self.bridge.page) < 0:
            self.bridge.choose(model.job, model.page_at(0).page)

    @Slot(object)
    def _removed(self, job: JobId) -> None:
        """Go on with the document that took its place in the list."""
        self._last.pop(job, None)
        if job == self.bridge.job:
            jobs = self.bridge.library.jobs()
            beside = self.documents.beside() or (jobs[0].job if jobs else None)
            self.bridge.choose(beside, self._last.get(beside, 0) if beside is not None else 0)

    # Finding a document.

    def find_document(self) -> None:
        """Let the person write a part of a document's name."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    @Slot(str)
    def _filter(self, text: str) -> None:
        self.documents.filter(text.strip())
        self._show_emptiness()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the filter with Down or Enter to what it found, with Escape back to everything."""
        if watched is not self.filter or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.type() != QEvent.Type.KeyPress:
            return False
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.documents.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self.documents.currentIndex().isValid():
                self.documents.setCurrentIndex(self.documents.shown.index(0, 0))
            return True
        if key == Qt.Key.Key_Escape and self.filter.text():
            self.filter.clear()
            return True
        return False

    # What is said and allowed.

    def _tell(self) -> None:
        """Say above the pages what keeps them from being shown."""
        job = self.bridge.job
        summary = None if job is None else self.bridge.library.job(job)
        if job is None or summary is None:
            self.notice.say("")
            return
        error = self.pages.pages.thumbnails.refusal(job)
        if error is not None:
            self.notice.say(complaint(error), Tone.WARNING)
        elif self.documents.documents.originals.missing(job):
            text = self.tr("The file is not in {folder} any more. What was read of it is kept.")
            self.notice.say(text.format(folder=summary.path.parent), Tone.WARNING)
        else:
            self.notice.say("")

    @Slot()
    def _show_emptiness(self) -> None:
        some = self.documents.shown.rowCount() > 0
        self.documents.setVisible(some)
        self.empty.setVisible(not some)
        wanted = self.filter.text().strip()
        if wanted and self.documents.documents.rowCount():
            text = self.tr("No document has “{text}” in its name.").format(text=wanted)
        elif self.bridge.library.loaded:
            text = self.tr("No documents yet. Drop some anywhere in this window.")
        else:
            text = ""
        self.empty.setText(text)

    def _soon(self) -> None:
        if not self._later.isActive():
            self._later.start()

    def changeEvent(self, event: QEvent) -> None:
        """Look again whether files are there when the person comes back from elsewhere."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.documents.documents.originals.look_again()
            self.documents.viewport().update()

    @Slot(QPoint)
    def _document_menu(self, where: QPoint) -> None:
        if self.documents.chosen():
            menu = self.commands.document_menu(self)
            menu.popup(self.documents.viewport().mapToGlobal(where))

    @Slot(QPoint)
    def _page_menu(self, where: QPoint) -> None:
        if self.pages.chosen():
            menu = self.commands.page_menu(self)
            menu.popup(self.pages.viewport().mapToGlobal(where))
