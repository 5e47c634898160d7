"""A panel that is seen, and the words of its rows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.model.states import JobId
from desktop.ui.bridge import Bridge
from desktop.ui.documents import DocumentsPanel
from desktop.ui.documents.document_model import DocumentRole

Mode = QAbstractItemModelTester.FailureReportingMode


@pytest.fixture
def panel(qtbot: QtBot, bridge: Bridge) -> Iterator[DocumentsPanel]:
    """A panel as the window has it, its models watched for mistakes."""
    panel = DocumentsPanel(bridge)
    qtbot.addWidget(panel)
    for model in (panel.documents.documents, panel.documents.shown, panel.pages.pages):
        QAbstractItemModelTester(model, Mode.Fatal, panel)
    panel.resize(250, 760)
    panel.show()
    yield panel
    panel.hide()


def line(panel: DocumentsPanel, job: JobId) -> str:
    """What a document's row says below its name."""
    return str(panel.documents.index_of(job).data(DocumentRole.LINE))


def spoken(panel: DocumentsPanel, job: JobId) -> str:
    """What a screen reader says of a document's row."""
    return str(panel.documents.index_of(job).data(Qt.ItemDataRole.AccessibleTextRole))


def shown(panel: DocumentsPanel) -> list[JobId]:
    """The documents that the list shows, from above."""
    model = panel.documents.shown
    return [model.index(row, 0).data(DocumentRole.JOB) for row in range(model.rowCount())]
