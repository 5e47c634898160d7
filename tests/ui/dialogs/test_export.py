"""The export dialog: what it says beforehand, what it writes, what it remembers."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from pytestqt.qtbot import QtBot

from desktop.model.options import ExportFormat
from desktop.model.states import JobId
from desktop.ui.bridge import Bridge
from desktop.ui.dialogs.export import ExportDialog
from tests.bed.papers import scanned_pdf
from tests.ui.conftest import Add


def choose(dialog: ExportDialog, *formats: ExportFormat) -> None:
    """Tick these formats and no others."""
    for format, check in dialog.form.formats.items():
        check.setChecked(format in formats)


def export(qtbot: QtBot, dialog: ExportDialog) -> None:
    """Press the button and wait for the outcome."""
    qtbot.waitUntil(dialog.start.isEnabled)
    dialog.start.click()
    qtbot.waitUntil(lambda: dialog.start.isVisible() and not dialog.bar.isVisible(), timeout=30_000)


def opened(qtbot: QtBot, bridge: Bridge, *jobs: JobId) -> ExportDialog:
    dialog = ExportDialog(bridge, jobs)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


@pytest.fixture
def job(add: Add, tmp_path: Path) -> JobId:
    return add(scanned_pdf(tmp_path / "paper.pdf", 2))


def test_word_and_markdown_are_really_written_beside_the_document(
    qtbot: QtBot, bridge: Bridge, job: JobId, tmp_path: Path
) -> None:
    dialog = opened(qtbot, bridge, job)
    choose(dialog, ExportFormat.DOCX, ExportFormat.MARKDOWN)
    export(qtbot, dialog)
    words = "\n".join(p.text for p in docx.Document(str(tmp_path / "paper.docx")).paragraphs)
    assert words.strip()
    assert (tmp_path / "paper.md").read_text(encoding="utf-8").strip()
    assert dialog.result_view.isVisible()
    assert "2 file" in dialog.result_view.notice.text
    dialog.close()
