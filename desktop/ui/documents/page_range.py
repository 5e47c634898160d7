"""The dialog in which a person says which pages of a waiting document are read."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from desktop.errors import KnownError
from desktop.model.summary import JobSummary
from desktop.ui.bridge import Bridge
from desktop.ui.dialogs.parts import Notice, Tone, plain_buttons, wrapped
from desktop.ui.documents.sentences import pages
from desktop.ui.said import complaint


class PageRangeDialog(QDialog):
    """One line for a range; what is wrong with it is said below. Closes when it is saved."""

    def __init__(self, bridge: Bridge, job: JobSummary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._job = job.job
        self.setWindowTitle(self.tr("Pages to Read"))
        question = wrapped(
            self.tr("Which pages of “{name}” are to be read? It has {pages}.").format(
                name=job.path.name, pages=pages(job.page_count)
            )
        )
        self.line = QLineEdit(job.options.pages)
        self.line.setAccessibleName(self.tr("Pages to read"))
        self.line.setPlaceholderText(self.tr("all pages"))
        self.line.setClearButtonEnabled(True)
        self.line.selectAll()
        self.line.textEdited.connect(self._edited)
        hint = wrapped(self.tr("For example 1-3, 7, last or 5-. Empty means all pages."), dim=True)
        self.notice = Notice()
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        plain_buttons(buttons)
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        buttons.accepted.connect(self._save)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for part in (question, self.line, hint, self.notice, buttons):
            column.addWidget(part)
        self.setMinimumWidth(380)

    def _edited(self) -> None:
        self.notice.say("")

    def _save(self) -> None:
        job, text, service = self._job, self.line.text().strip(), self._bridge.service
        self.ok.setEnabled(False)
        self._bridge.tasks.run(
            lambda _: service.set_pages(job, text),
            done=lambda _: self._saved(),
            failed=self._refused,
            owner=self,
        )

    def _saved(self) -> None:
        self._bridge.library.refresh(self._job)
        self.accept()

    def _refused(self, error: KnownError) -> None:
        self.ok.setEnabled(True)
        self.notice.say(complaint(error), Tone.ERROR)
        self.line.setFocus()
