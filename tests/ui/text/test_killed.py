"""What was typed outlives a program that is killed."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

from desktop.service import Service
from tests.bed.papers import scanned_pdf
from tests.bed.services import options_for, paths_in
from tests.bed.standin import Rule, StandIn
from tests.ui.text.conftest import REPLY

_TYPIST = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from desktop.model.states import JobId
from desktop.service import Service
from desktop.ui.bridge import Bridge
from desktop.ui.preferences import Preferences
from desktop.ui.text.source import SourceEditor
from desktop.ui.text.source_page import SourcePage
from tests.bed.services import paths_in

app = QApplication(sys.argv)
home, job = Path(sys.argv[1]), JobId(int(sys.argv[2]))
bridge = Bridge(Service(paths_in(home)), Preferences(home / "config"))
editor = SourceEditor(lambda label, dark: QColor("red"))
page = SourcePage(bridge, editor)
page.set_active(True)
page.show_page(job, 0)
while editor.blocks.count < 6:
    app.processEvents()
editor.go_to(1)
QTest.keyClicks(editor, "Typed. ")
saved = []
bridge.edit_saved.connect(lambda job, page: saved.append(page))
while not saved:
    app.processEvents()
QTest.keyClicks(editor, "Too late. ")
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_kill_costs_no_more_than_the_last_moment(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with StandIn(profile="deepseek-ocr.rs", rules=[Rule(reply=REPLY)]) as standin:
        with Service(paths_in(home)) as service:
            service.start()
            job = service.add(scanned_pdf(tmp_path / "a.pdf", 1), options_for(standin))
            assert service.wait([job], timeout=30)
        ended = subprocess.run(
            [sys.executable, "-c", _TYPIST, str(home), str(job)],
            cwd=Path(__file__).parents[3],
            check=False,
            timeout=60,
        )
        assert ended.returncode == -signal.SIGKILL
        with Service(paths_in(home)) as service:
            result = service.result(job, 0)
            assert result is not None
            assert result.blocks[1].markdown == "Typed. The first paragraph."
            assert service.undo(job, 0)
