"""What an export made, with ways to look at it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.dialogs.export_run import Outcome
from desktop.ui.dialogs.parts import Notice, Tone
from desktop.ui.dialogs.reveal import open_file, show_in_folder
from desktop.ui.said import complaint, in_a_row

_PATH = Qt.ItemDataRole.UserRole


class ExportResult(QWidget):
    """The files that were written and the documents that failed; hidden until there are some."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = Notice()
        self.files = QListWidget()
        self.files.setAccessibleName(self.tr("Files that were written"))
        self.files.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.files.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.reveal = QPushButton(self.tr("&Show in Folder"))
        self.open = QPushButton(self.tr("Open &File"))
        self.reveal.clicked.connect(self._show)
        self.open.clicked.connect(self._open)
        self.files.itemActivated.connect(lambda _: self._open())
        self.files.currentItemChanged.connect(lambda *_: self._settle())
        buttons = QHBoxLayout()
        buttons.addWidget(self.reveal)
        buttons.addWidget(self.open)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.notice)
        layout.addWidget(self.files)
        layout.addLayout(buttons)
        self.hide()

    @property
    def current(self) -> Path | None:
        """The file that is chosen, if it was written."""
        path = self.files.currentIndex().data(_PATH)
        return Path(path) if path else None

    def show_outcome(self, outcome: Outcome) -> None:
        """Show what became of an export."""
        self.files.clear()
        good = self.style().standardIcon(QStyle.StandardPixmap.SP_FileIcon)
        bad = self.style().standardIcon(QStyle.StandardPixmap.SP_MessageBoxCritical)
        for failure in outcome.failures:
            self._add(f"{failure.source.name}: {complaint(failure.error)}", "", bad)
        for path in outcome.written:
            self._add(str(path), str(path), good)
        written, failed = len(outcome.written), len(outcome.failures)
        text = self.tr("%n file(s) written.", "", written)
        if failed:
            text = in_a_row(text, self.tr("%n document(s) could not be exported.", "", failed))
        self.notice.say(text, Tone.ERROR if failed else Tone.GOOD)
        self.files.setCurrentRow(failed if written else 0)
        rows = min(max(self.files.count(), 1), 6)
        height = rows * max(self.files.sizeHintForRow(0), 1) + 2 * self.files.frameWidth()
        self.files.setFixedHeight(height + 4)
        self._settle()
        self.show()

    def _add(self, text: str, path: str, icon: QIcon) -> None:
        item = QListWidgetItem(icon, text)
        item.setToolTip(text)
        item.setData(_PATH, path)
        self.files.addItem(item)

    def _settle(self) -> None:
        there = self.current is not None
        self.reveal.setEnabled(there)
        self.open.setEnabled(there)

    def _show(self) -> None:
        if (path := self.current) is not None:
            show_in_folder(path, self)

    def _open(self) -> None:
        path = self.current
        if path is not None and not open_file(path):
            self.notice.say(self.tr("No program opens {name}.").format(name=path.name), Tone.ERROR)
