"""The export dialog: what it says beforehand, what it writes, what it remembers."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import docx
import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop import settings
from desktop.model.options import ExportFormat
from desktop.model.states import JobId
from desktop.service import Service
from desktop.ui.bridge import Bridge
from desktop.ui.dialogs.export import ExportDialog
from desktop.ui.preferences import Preferences
from tests.bed.papers import scanned_pdf
from tests.bed.services import options_for, paths_in
from tests.bed.standin import Rule, StandIn
from tests.ui.conftest import Add
from tests.ui.dialogs.looking import nameless

F = ExportFormat


@pytest.fixture
def job(add: Add, tmp_path: Path) -> JobId:
    """A document of two pages that is read."""
    return add(scanned_pdf(tmp_path / "paper.pdf", 2))


@contextmanager
def opened(qtbot: QtBot, bridge: Bridge, *jobs: JobId) -> Iterator[ExportDialog]:
    """The dialog on the screen."""
    dialog = ExportDialog(bridge, jobs)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    yield dialog
    dialog.close()


def choose(dialog: ExportDialog, *formats: ExportFormat) -> None:
    """Tick these formats and no others."""
    for format, check in dialog.form.formats.items():
        check.setChecked(format in formats)


def export(qtbot: QtBot, dialog: ExportDialog) -> None:
    """Press the button and wait for the outcome."""
    qtbot.waitUntil(lambda: bool(dialog.files_notice.text))
    assert dialog.start.isEnabled()
    dialog.start.click()
    qtbot.waitUntil(lambda: not dialog.busy, timeout=30_000)


def test_word_and_markdown_are_written_beside_the_document(
    qtbot: QtBot, bridge: Bridge, job: JobId, tmp_path: Path
) -> None:
    with opened(qtbot, bridge, job) as dialog:
        choose(dialog, F.DOCX, F.MARKDOWN)
        with qtbot.waitSignal(dialog.exported, timeout=30_000) as told:
            export(qtbot, dialog)
        assert told.args == [(tmp_path / "paper.docx", tmp_path / "paper.md")]
        assert dialog.result_view.isVisible()
        assert dialog.result_view.current == tmp_path / "paper.docx"
    words = "\n".join(p.text for p in docx.Document(str(tmp_path / "paper.docx")).paragraphs)
    assert words.strip()
    assert (tmp_path / "paper.md").read_text(encoding="utf-8").strip()


def test_an_edit_that_was_just_made_is_in_the_file(
    qtbot: QtBot, bridge: Bridge, job: JobId, tmp_path: Path
) -> None:
    qtbot.waitUntil(lambda: bridge.result(job, 0) is not None)
    with opened(qtbot, bridge, job) as dialog:
        choose(dialog, F.TEXT)
        bridge.edit(job, 0, 0, "An elderberry that nobody recognised.")
        export(qtbot, dialog)
    assert "elderberry" in (tmp_path / "paper.txt").read_text(encoding="utf-8")


def test_what_was_chosen_is_remembered_and_offered_again(
    qtbot: QtBot, bridge: Bridge, job: JobId, tmp_path: Path
) -> None:
    target = tmp_path / "out" / "deep"
    with opened(qtbot, bridge, job) as dialog:
        choose(dialog, F.TEXT)
        dialog.form.into.setChecked(True)
        dialog.form.folder.show_folder(str(target))
        dialog.form.name.setText("my name")
        dialog.form.marks.setChecked(True)
        export(qtbot, dialog)
    assert (target / "my name.txt").is_file()
    kept = settings.load(tmp_path / "home" / "config").settings
    assert (kept.export_formats, kept.export_folder) == (("txt",), str(target))
    assert kept.export_page_marks
    with opened(qtbot, bridge, job) as dialog:
        assert dialog.form.wish.formats == (F.TEXT,)
        assert dialog.form.wish.folder == str(target)
        assert dialog.form.wish.assembly.page_marks
        assert dialog.form.wish.stem == ""


def test_a_file_that_exists_is_kept_unless_the_person_says_so(
    qtbot: QtBot, bridge: Bridge, job: JobId, tmp_path: Path
) -> None:
    (tmp_path / "paper.txt").write_text("precious")
    with opened(qtbot, bridge, job) as dialog:
        choose(dialog, F.TEXT)
        qtbot.waitUntil(lambda: "paper (2).txt" in dialog.files_notice.text)
        export(qtbot, dialog)
        assert (tmp_path / "paper.txt").read_text() == "precious"
        assert (tmp_path / "paper (2).txt").is_file()
        dialog.form.replace.setChecked(True)
        qtbot.waitUntil(lambda: "replaced" in dialog.files_notice.text)
        export(qtbot, dialog)
    assert (tmp_path / "paper.txt").read_text() != "precious"


def test_pages_that_will_be_missing_are_told_and_the_rest_is_exported(
    qtbot: QtBot, bridge: Bridge, add: Add, tmp_path: Path
) -> None:
    with StandIn(rules=[Rule(fault="bad_request", nth=(0,))]) as server:
        job = add(scanned_pdf(tmp_path / "holes.pdf", 3), options=options_for(server))
    with opened(qtbot, bridge, job) as dialog:
        qtbot.waitUntil(dialog.pages_notice.isVisible)
        assert dialog.pages_notice.text.startswith("1 page")
        choose(dialog, F.MARKDOWN)
        export(qtbot, dialog)
    assert (tmp_path / "holes.md").is_file()


def test_several_documents_of_one_name_get_files_of_their_own(
    qtbot: QtBot, bridge: Bridge, add: Add, tmp_path: Path
) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    jobs = [add(scanned_pdf(tmp_path / name / "paper.pdf", 1)) for name in ("a", "b")]
    with opened(qtbot, bridge, *jobs) as dialog:
        assert not dialog.form.name.isEnabled()
        choose(dialog, F.TEXT)
        dialog.form.into.setChecked(True)
        dialog.form.folder.show_folder(str(tmp_path / "both"))
        export(qtbot, dialog)
    assert sorted(path.name for path in (tmp_path / "both").iterdir()) == [
        "paper (2).txt",
        "paper.txt",
    ]


def test_a_folder_that_may_not_be_written_is_told_in_place(
    qtbot: QtBot, bridge: Bridge, job: JobId, tmp_path: Path
) -> None:
    (tmp_path / "wall").write_text("a file where a folder is wanted")
    heard: list[object] = []
    bridge.problem.connect(heard.append)
    with opened(qtbot, bridge, job) as dialog:
        choose(dialog, F.TEXT)
        dialog.form.into.setChecked(True)
        dialog.form.folder.show_folder(str(tmp_path / "wall"))
        export(qtbot, dialog)
        assert "could not be exported" in dialog.result_view.notice.text
        assert "paper.pdf" in dialog.result_view.files.item(0).text()
        assert dialog.result_view.current is None
        assert not dialog.result_view.reveal.isEnabled()
    assert heard == []


def test_cancelling_answers_at_once_and_leaves_no_half_file(
    qtbot: QtBot, bridge: Bridge, add: Add, tmp_path: Path
) -> None:
    jobs = [add(scanned_pdf(tmp_path / f"{number}.pdf", 1)) for number in range(3)]
    out = tmp_path / "out"
    with opened(qtbot, bridge, *jobs) as dialog:
        choose(dialog, F.DOCX)
        dialog.form.into.setChecked(True)
        dialog.form.folder.show_folder(str(out))
        dialog.start.click()
        assert (dialog.busy, dialog.form.isEnabled()) == (True, False)
        dialog.stop.click()
        assert (dialog.busy, dialog.form.isEnabled()) == (False, True)
        qtbot.waitUntil(lambda: not bridge.tasks.busy, timeout=20_000)
        assert not dialog.result_view.isVisible()
    whole = sorted(out.iterdir()) if out.exists() else []
    assert all(path.suffix == ".docx" and path.stat().st_size for path in whole)
    assert len(whole) < 3


def test_escape_stops_the_export_first_and_closes_then(
    qtbot: QtBot, bridge: Bridge, job: JobId
) -> None:
    with opened(qtbot, bridge, job) as dialog:
        choose(dialog, F.DOCX)
        dialog.start.click()
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.busy
        assert dialog.isVisible()
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()
        qtbot.waitUntil(lambda: not bridge.tasks.busy, timeout=20_000)


def test_closing_in_the_middle_of_an_export_ends_it_without_a_trace(
    qtbot: QtBot, bridge: Bridge, job: JobId
) -> None:
    unexpected: list[object] = []
    bridge.unexpected.connect(unexpected.append)
    dialog = ExportDialog(bridge, [job])
    dialog.show()
    choose(dialog, F.DOCX)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.start.click()
        dialog.close()
    qtbot.waitUntil(lambda: not bridge.tasks.busy, timeout=20_000)
    assert unexpected == []


class MistakenService(Service):
    """A service with a mistake in it."""

    def export(self, *_: object, **__: object) -> tuple[Path, ...]:
        raise ZeroDivisionError


def test_a_mistake_of_the_programs_ends_the_export_and_is_reported(
    qtbot: QtBot, standin: StandIn, tmp_path: Path
) -> None:
    with MistakenService(paths_in(tmp_path / "home")) as service:
        service.start()
        job = service.add(scanned_pdf(tmp_path / "paper.pdf", 1), options_for(standin))
        service.wait([job], timeout=20)
        bridge = Bridge(service, Preferences(tmp_path / "home" / "config"))
        qtbot.waitUntil(lambda: bridge.library.job(job) is not None)
        reported: list[object] = []
        bridge.unexpected.connect(reported.append)
        with opened(qtbot, bridge, job) as dialog:
            choose(dialog, F.TEXT)
            export(qtbot, dialog)
            assert dialog.form.isEnabled()
            assert "made a mistake" in dialog.files_notice.text
            qtbot.waitUntil(lambda: bool(reported))
        bridge.close()
    assert isinstance(reported[0], ZeroDivisionError)


def test_without_a_format_or_a_folder_there_is_nothing_to_press(
    qtbot: QtBot, bridge: Bridge, job: JobId
) -> None:
    with opened(qtbot, bridge, job) as dialog:
        choose(dialog)
        assert not dialog.start.isEnabled()
        assert dialog.files_notice.text
        choose(dialog, F.TEXT)
        assert dialog.start.isEnabled()
        dialog.form.into.setChecked(True)
        assert not dialog.start.isEnabled()


def test_with_an_empty_library_nothing_can_be_exported(qtbot: QtBot, bridge: Bridge) -> None:
    with opened(qtbot, bridge) as dialog:
        assert not dialog.start.isEnabled()
        assert "no document" in dialog.files_notice.text


class Opener(QObject):
    """Takes what would be opened by other programs."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


def test_files_can_be_opened_and_shown_in_their_folder(
    qtbot: QtBot, bridge: Bridge, job: JobId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # No file manager that could be asked: the folder is opened.
    monkeypatch.setitem(os.environ, "DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    opener = Opener()
    # What PySide6 says of its type is not what it takes.
    method: Any = "take"
    QDesktopServices.setUrlHandler("file", opener, method)
    try:
        with opened(qtbot, bridge, job) as dialog:
            choose(dialog, F.TEXT)
            export(qtbot, dialog)
            dialog.result_view.open.click()
            dialog.result_view.reveal.click()
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert opener.opened == [tmp_path / "paper.txt", tmp_path]


def test_every_control_has_a_name(qtbot: QtBot, bridge: Bridge, job: JobId) -> None:
    with opened(qtbot, bridge, job) as dialog:
        assert nameless(dialog) == []
