"""The form of an export: which documents, which files, where, and how."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFormLayout,
    QGridLayout,
    QGroupBox,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.model.options import AssemblyOptions, ExportFormat
from desktop.model.summary import JobSummary
from desktop.settings import Settings
from desktop.ui.choices import assembly_options, export_formats
from desktop.ui.dialogs.export_plan import Wish
from desktop.ui.dialogs.parts import FolderField


class ExportForm(QWidget):
    """Takes the choices of documents, gives a ``Wish`` and the documents that are meant.

    ``choices`` are the one that is looked at, those that were chosen in the list, and all that are
    finished; each may be empty, then it can't be chosen.
    """

    changed = Signal()

    def __init__(
        self,
        chosen: Settings,
        choices: tuple[Sequence[JobSummary], Sequence[JobSummary], Sequence[JobSummary]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._choices = choices
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._make_documents())
        layout.addWidget(self._make_formats(export_formats(chosen)))
        layout.addWidget(self._make_place(chosen.export_folder))
        layout.addWidget(self._make_options(assembly_options(chosen)))
        self._settle()

    # Its parts.

    def _make_documents(self) -> QWidget:
        this, some, finished = self._choices
        name = this[0].path.name if this else ""
        box = QGroupBox(self.tr("Documents"))
        self._this = QRadioButton(self.tr("&This document: {name}").format(name=name))
        self._some = QRadioButton(self.tr("The %n &chosen document(s)", "", len(some)))
        self._all = QRadioButton(self.tr("All %n &finished document(s)", "", len(finished)))
        self._which = QButtonGroup(self)
        layout = QVBoxLayout(box)
        for button, jobs in zip((self._this, self._some, self._all), self._choices, strict=True):
            button.setEnabled(bool(jobs))
            self._which.addButton(button)
            layout.addWidget(button)
        self._this.setVisible(bool(this))
        self._some.setVisible(len(some) > 1)
        first = self._some if len(some) > 1 else self._this if this else self._all
        first.setChecked(True)
        self._which.buttonToggled.connect(self._settle)
        return box

    def _make_formats(self, formats: Sequence[ExportFormat]) -> QWidget:
        box = QGroupBox(self.tr("Files"))
        layout = QGridLayout(box)
        self.formats: dict[ExportFormat, QCheckBox] = {}
        for place, (format, text, hint) in enumerate(
            (
                (ExportFormat.DOCX, self.tr("&Word"), self.tr("Tables and formulas stay editable")),
                (ExportFormat.MARKDOWN, self.tr("&Markdown"), self.tr("With a folder of figures")),
                (ExportFormat.HTML, self.tr("Web &page"), self.tr("One file, figures inside")),
                (ExportFormat.TEXT, self.tr("Plain te&xt"), self.tr("Words only")),
                (ExportFormat.JSON, self.tr("&JSON"), self.tr("Every block with its place")),
            )
        ):
            check = QCheckBox(f"{text} (.{format.value})")
            check.setToolTip(hint)
            check.setAccessibleDescription(hint)
            check.setChecked(format in formats)
            check.toggled.connect(self._settle)
            self.formats[format] = check
            layout.addWidget(check, place // 3, place % 3)
        return box

    def _make_place(self, folder: str) -> QWidget:
        box = QGroupBox(self.tr("Place"))
        self.beside = QRadioButton(self.tr("&Beside each document"))
        self.into = QRadioButton(self.tr("In this f&older:"))
        self.folder = FolderField(self.tr("Folder for the files"))
        self.folder.show_folder(folder)
        (self.into if folder else self.beside).setChecked(True)
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Name of the files"))
        self.replace = QCheckBox(self.tr("&Replace files that exist"))
        self.replace.setToolTip(self.tr("If not, the new files get a number behind their name"))
        layout = QFormLayout(box)
        layout.addRow(self.beside)
        layout.addRow(self.into, self.folder)
        layout.addRow(self.tr("&Name:"), self.name)
        layout.addRow(self.replace)
        self.into.toggled.connect(self._settle)
        self.folder.changed.connect(self._settle)
        self.name.textChanged.connect(lambda _: self.changed.emit())
        self.replace.toggled.connect(self._settle)
        return box

    def _make_options(self, options: AssemblyOptions) -> QWidget:
        box = QGroupBox(self.tr("Text"))
        self.join = QCheckBox(self.tr("Join paragraphs and tables that go &over a page break"))
        self.join.setChecked(options.join)
        self.marginalia = QCheckBox(self.tr("Keep running &headers, footers and page numbers"))
        self.marginalia.setChecked(options.keep_marginalia)
        self.marks = QCheckBox(self.tr("Mark where each pa&ge begins"))
        self.marks.setChecked(options.page_marks)
        layout = QVBoxLayout(box)
        for check in (self.join, self.marginalia, self.marks):
            check.toggled.connect(self._settle)
            layout.addWidget(check)
        return box

    # What was chosen.

    @property
    def jobs(self) -> Sequence[JobSummary]:
        """The documents that are meant."""
        this, some, finished = self._choices
        if self._this.isChecked():
            return this
        return some if self._some.isChecked() else finished

    @property
    def wish(self) -> Wish:
        """What is asked for."""
        return Wish(
            formats=tuple(format for format, check in self.formats.items() if check.isChecked()),
            folder=self.folder.folder if self.into.isChecked() else "",
            stem=self.name.text().strip(),
            assembly=AssemblyOptions(
                keep_marginalia=self.marginalia.isChecked(),
                join=self.join.isChecked(),
                page_marks=self.marks.isChecked(),
            ),
            replace=self.replace.isChecked(),
        )

    def missing(self) -> str:
        """What has to be chosen before anything can be exported; one sentence or empty."""
        if not self.jobs:
            return self.tr("There is no document to export.")
        if not self.wish.formats:
            return self.tr("Choose at least one kind of file.")
        if self.into.isChecked() and not self.folder.folder:
            return self.tr("Choose a folder.")
        return ""

    def _settle(self) -> None:
        self.folder.setEnabled(self.into.isChecked())
        jobs = self.jobs
        self.name.setEnabled(len(jobs) == 1)
        usual = self.tr("Named like the documents") if len(jobs) != 1 else jobs[0].path.stem
        self.name.setPlaceholderText(usual)
        self.changed.emit()
