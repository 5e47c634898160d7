"""The window that tells of a mistake of the program's own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from desktop.paths import user_paths
from desktop.ui.dialogs.parts import plain_buttons, wrapped
from desktop.ui.dialogs.report_text import report
from desktop.ui.dialogs.reveal import open_file

_ICON = 40


class ReportDialog(QDialog):
    """One sentence, the report, and ways to pass it on. The program goes on under it."""

    def __init__(
        self, error: BaseException, parent: QWidget | None = None, *, logs: Path | None = None
    ) -> None:
        super().__init__(parent)
        self._logs = logs or user_paths().logs
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Diptych made a mistake"))
        icon = QLabel()
        warning = self.style().standardIcon(QStyle.StandardPixmap.SP_MessageBoxWarning)
        icon.setPixmap(warning.pixmap(_ICON, _ICON))
        icon.setAlignment(Qt.AlignmentFlag.AlignTop)
        headline = wrapped(self.tr("Something went wrong inside Diptych. The program goes on."))
        font = headline.font()
        font.setBold(True)
        headline.setFont(font)
        self.hint = wrapped(
            self.tr(
                "If something does not work now, close Diptych and open it again. "
                "The report below has nothing of your documents in it; "
                "it helps to find the mistake."
            )
        )
        self.details = QPlainTextEdit(report(error))
        self.details.setReadOnly(True)
        self.details.setAccessibleName(self.tr("Report"))
        self.details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.details.setTabChangesFocus(True)
        buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        self.copy = QPushButton(self.tr("&Copy Report"))
        self.log = QPushButton(self.tr("Open &Log Folder"))
        buttons.addButton(self.copy, role.ActionRole)
        buttons.addButton(self.log, role.ActionRole)
        leave = buttons.addButton(QDialogButtonBox.StandardButton.Close)
        plain_buttons(buttons)
        self.copy.clicked.connect(self._copy)
        self.log.clicked.connect(self._open_log)
        buttons.rejected.connect(self.reject)
        words = QVBoxLayout()
        words.addWidget(headline)
        words.addWidget(self.hint)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(icon)
        head.addLayout(words, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(head)
        layout.addWidget(self.details, 1)
        layout.addWidget(buttons)
        self.resize(680, 420)
        leave.setDefault(True)
        leave.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())
        self.copy.setText(self.tr("Copied"))

    def _open_log(self) -> None:
        if not open_file(self._logs):
            self.hint.setText(self.tr("The log is in {folder}.").format(folder=self._logs))
