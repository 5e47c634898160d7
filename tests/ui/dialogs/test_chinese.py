"""The dialogs in Chinese: not a word of English is left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from desktop.errors import UsageError
from desktop.ui import translation
from desktop.ui.actions import Actions
from desktop.ui.bridge import Bridge
from desktop.ui.dialogs.about import AboutDialog
from desktop.ui.dialogs.export import ExportDialog
from desktop.ui.dialogs.report import ReportDialog
from desktop.ui.dialogs.settings import SettingsDialog
from desktop.ui.dialogs.shortcuts import ShortcutSheet
from desktop.ui.documents.panel import DocumentsPanel
from desktop.ui.page.panel import PagePanel
from desktop.ui.panels.problem_panel import ProblemsPanel
from desktop.ui.panels.queue_panel import QueuePanel
from desktop.ui.panels.review_panel import ReviewPanel
from desktop.ui.panels.server_panel import ServerPanel
from desktop.ui.password import PasswordDialog
from tests.bed.papers import scanned_pdf
from tests.bed.services import options_for
from tests.bed.standin import Rule, StandIn
from tests.ui import linguist
from tests.ui.conftest import Add
from tests.ui.dialogs.looking import words

#: What is called the same in every language.
NAMES = re.compile(
    r"Diptych|PySide6|PDFium|pypdfium2|ONNX Runtime|RapidOCR|pandoc|pypandoc|KaTeX|djangocms-katex"
    r"|HTTPX|Qt|Word|Markdown|JSON|English|Apache|PDF|OCR|https?://\S+|\(\.[a-z]+\)|\(&\w\)|/\S+"
    r"|\((\w+\+)*(\S|PgUp|PgDown|Home|End|Esc|F\d+)\)"
    r"|deepseek-ocr(\.rs)?|untitled|paper[\w.]*|\d+ ?(bytes|[kMG]B)"
)
_LATIN = re.compile(r"[A-Za-z]{2,}")


@pytest.fixture
def chinese(qapp: QApplication, tmp_path: Path) -> Iterator[None]:
    """The window speaks Chinese."""
    before = QLocale()
    linguist.release(linguist.FOLDER / linguist.CHINESE, tmp_path / "diptych_zh_CN.qm")
    translators = translation.install(qapp, "zh_CN", folder=tmp_path)
    yield
    for one in translators:
        qapp.removeTranslator(one)
    QLocale.setDefault(before)


def english(dialog: QWidget) -> list[str]:
    """What a dialog still says in English."""
    return sorted({text for text in words(dialog) if _LATIN.search(NAMES.sub("", text))})


@pytest.mark.usefixtures("chinese")
def test_export_speaks_chinese_before_and_after(
    qtbot: QtBot, bridge: Bridge, add: Add, tmp_path: Path
) -> None:
    dialog = ExportDialog(bridge, [add(scanned_pdf(tmp_path / "paper.pdf", 1))])
    dialog.show()
    qtbot.waitUntil(lambda: "paper.docx" in dialog.files_notice.text)
    assert english(dialog) == []
    dialog.start.click()
    qtbot.waitUntil(dialog.result_view.isVisible, timeout=20_000)
    assert english(dialog) == []
    dialog.close()


@pytest.mark.usefixtures("chinese")
def test_settings_speak_chinese_errors_of_servers_too(qtbot: QtBot, bridge: Bridge) -> None:
    dialog = SettingsDialog(bridge)
    dialog.show()
    row = dialog.servers.rows[0]
    row.ask()
    qtbot.waitUntil(lambda: "deepseek" in row.answer.text)
    dialog.servers.add.click()
    wrong = dialog.servers.rows[1]
    wrong.address.setText("127.0.0.1:1")
    wrong.ask()
    qtbot.waitUntil(lambda: "127.0.0.1:1" in wrong.answer.text)
    qtbot.waitUntil(lambda: "…" not in dialog.privacy.library.text())
    assert english(dialog) == []
    dialog.close()


@pytest.mark.usefixtures("chinese")
def test_the_small_ones_speak_chinese(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    dialogs = (
        AboutDialog(),
        ShortcutSheet(Actions(window)),
        PasswordDialog("paper.pdf", wrong=True, more=True),
        ReportDialog(UsageError("x")),
    )
    for dialog in dialogs:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        dialog.show()
        assert english(dialog) == []
        dialog.close()
        dialog.deleteLater()


@pytest.mark.usefixtures("chinese")
def test_the_panels_speak_chinese_about_what_went_wrong_too(
    qtbot: QtBot, bridge: Bridge, add: Add, tmp_path: Path
) -> None:
    panels = (
        DocumentsPanel(bridge),
        PagePanel(bridge),
        QueuePanel(bridge),
        ReviewPanel(bridge),
        ServerPanel(bridge),
        ProblemsPanel(bridge),
    )
    for panel in panels:
        qtbot.addWidget(panel)
        panel.show()
    with StandIn(rules=[Rule(fault="bad_request", nth=(0,))]) as server:
        job = add(scanned_pdf(tmp_path / "paper.pdf", 2), options=options_for(server))
    bridge.choose(job)
    bridge.report(UsageError("“paper.pdf” is empty.", "See whether it was copied completely."))
    qtbot.waitUntil(lambda: any("paper" in text for text in words(panels[-1])))
    for panel in panels:
        assert english(panel) == [], type(panel).__name__


@pytest.mark.usefixtures("chinese")
def test_qts_own_buttons_speak_chinese(qtbot: QtBot) -> None:
    box = QMessageBox()
    qtbot.addWidget(box)
    box.setStandardButtons(QMessageBox.StandardButton.Ok | QMessageBox.StandardButton.Cancel)
    texts = [button.text() for button in box.buttons()]
    assert not any(_LATIN.search(text) for text in texts), texts
