"""The pages of the chosen document as thumbnails."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.model.states import JobId, PageState
from desktop.ui.bridge import Bridge
from desktop.ui.documents import DocumentsPanel
from desktop.ui.documents.page_model import PageRole
from desktop.ui.documents.thumbnails import Key, Thumbnails
from tests.bed.papers import scanned_pdf, written_pdf
from tests.bed.standin import Rule, StandIn
from tests.ui.conftest import Add


def _spoken(panel: DocumentsPanel, page: int) -> str:
    model = panel.pages.pages
    return str(model.index(page, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def _picture(panel: DocumentsPanel, page: int) -> QPixmap | None:
    picture = panel.pages.pages.index(page, 0).data(PageRole.PICTURE)
    assert picture is None or isinstance(picture, QPixmap)
    return picture


def _open(qtbot: QtBot, panel: DocumentsPanel, job: JobId) -> None:
    panel.bridge.choose(job)
    qtbot.waitUntil(lambda: panel.pages.pages.rowCount() > 0)


def test_pages_are_walked_with_the_usual_keys(
    qtbot: QtBot, add: Add, panel: DocumentsPanel, bridge: Bridge, tmp_path: Path
) -> None:
    _open(qtbot, panel, add(scanned_pdf(tmp_path / "a.pdf", 30), wait=False))
    assert panel.pages.current() == 0
    for key, page in (
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Down, 3),
        (Qt.Key.Key_End, 29),
        (Qt.Key.Key_Home, 0),
    ):
        QTest.keyClick(panel.pages, key)
        assert bridge.page == page
    QTest.keyClick(panel.pages, Qt.Key.Key_PageDown)
    assert bridge.page > 1
    QTest.keyClick(panel.pages, Qt.Key.Key_PageUp)
    assert bridge.page == 0
    bridge.choose(bridge.job, 20)
    assert panel.pages.current() == 20
    assert panel.pages.visualRect(panel.pages.currentIndex()).intersects(
        panel.pages.viewport().rect()
    )


def test_states_and_reasons_are_said_in_words(
    qtbot: QtBot, add: Add, panel: DocumentsPanel, standin: StandIn, tmp_path: Path
) -> None:
    standin.set_rules([Rule(fault="truncated", nth=(1,)), Rule(fault="bad_request", nth=(2,))])
    job = add(scanned_pdf(tmp_path / "a.pdf", 5, blank=(3,)))
    _open(qtbot, panel, job)
    pages = panel.bridge.library.pages(job)
    cut = next(page.page for page in pages if page.flags and page.state is PageState.DONE)
    failed = next(page.page for page in pages if page.state is PageState.FAILED)
    fine = next(each for each in (0, 1, 2, 4) if each not in (cut, failed))
    assert _spoken(panel, cut) == f"Page {cut + 1}, Done, Text is cut off"
    assert _spoken(panel, failed).startswith(f"Page {failed + 1}, Failed")
    assert _spoken(panel, fine) == f"Page {fine + 1}, Done"
    assert _spoken(panel, 3) == "Page 4, Blank"
    panel.bridge.choose(job, fine)
    assert not panel.commands.reviewed.isEnabled()
    panel.bridge.choose(job, cut)
    panel.commands.reviewed.trigger()
    panel.bridge.edit(job, fine, 0, "mine")
    qtbot.waitUntil(lambda: not panel.bridge.saving)
    panel.bridge.library.refresh(job)
    qtbot.waitUntil(lambda: _spoken(panel, cut).endswith("Reviewed"))
    assert _spoken(panel, fine) == f"Page {fine + 1}, Done, Edited"


def test_a_long_document_makes_only_the_pictures_that_are_seen(
    qtbot: QtBot, add: Add, bridge: Bridge, tmp_path: Path
) -> None:
    # A panel of its own: testers of models would walk through a thousand rows at each event.
    panel = DocumentsPanel(bridge)
    qtbot.addWidget(panel)
    panel.resize(250, 760)
    panel.show()
    bridge.service.pause(job := add(written_pdf(tmp_path / "long.pdf", 1000), wait=False))
    _open(qtbot, panel, job)
    model = panel.pages.pages
    assert model.rowCount() == 1000
    qtbot.waitUntil(lambda: _picture(panel, 0) is not None)
    made: list[int] = []
    model.thumbnails.came.connect(lambda _, page: made.append(page))
    QTest.keyClick(panel.pages, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: 999 in made)
    assert len(made) < 60
    bridge.service.cancel(job)


def test_pictures_make_room_for_newer_ones(
    qtbot: QtBot, add: Add, bridge: Bridge, tmp_path: Path
) -> None:
    job = add(scanned_pdf(tmp_path / "a.pdf", 12))
    one = 160 * 113 * 4
    thumbnails = Thumbnails(bridge, bridge, room=5 * one)
    came: list[int] = []
    thumbnails.came.connect(lambda _, page: came.append(page))
    for page in range(12):
        thumbnails.get(Key(job, page, 0))
    qtbot.waitUntil(lambda: len(came) == 12)
    assert 0 < thumbnails.taken <= 5 * one
    assert thumbnails.get(Key(job, came[-1], 0)) is not None
    thumbnails.forget(job)
    assert thumbnails.taken == 0


def test_each_page_changes_alone_while_they_are_read(
    qtbot: QtBot, add: Add, panel: DocumentsPanel, standin: StandIn, tmp_path: Path
) -> None:
    standin.set_rules([Rule(seconds=0.02)])
    job = add(scanned_pdf(tmp_path / "a.pdf", 12), wait=False)
    _open(qtbot, panel, job)
    resets: list[None] = []
    spans: list[int] = []
    model = panel.pages.pages
    model.modelReset.connect(lambda: resets.append(None))
    model.dataChanged.connect(lambda first, last: spans.append(last.row() - first.row()))

    def all_done() -> bool:
        return all(model.page_at(row).state is PageState.DONE for row in range(12))

    qtbot.waitUntil(all_done, timeout=20_000)
    assert not resets
    assert spans
    assert max(spans) == 0


def test_a_turned_page_gets_a_new_picture_and_is_read_again(
    qtbot: QtBot, add: Add, panel: DocumentsPanel, bridge: Bridge, tmp_path: Path
) -> None:
    job = add(scanned_pdf(tmp_path / "a.pdf", 2))
    _open(qtbot, panel, job)
    qtbot.waitUntil(lambda: _picture(panel, 0) is not None)
    upright = _picture(panel, 0)
    assert upright is not None
    assert upright.height() > upright.width()
    with qtbot.waitSignal(panel.turned) as told:
        panel.commands.right.trigger()
    assert told.args == [job, (0,)]

    def lies() -> bool:
        picture = _picture(panel, 0)
        return picture is not None and picture.width() > picture.height()

    qtbot.waitUntil(lies)
    assert panel.pages.pages.page_at(0).rotation == 90
    panel.commands.left.trigger()
    qtbot.waitUntil(lambda: panel.pages.pages.page_at(0).rotation == 0)
    qtbot.waitUntil(lambda: _spoken(panel, 0) == "Page 1, Done", timeout=20_000)


def test_pages_without_a_picture_say_why(
    qtbot: QtBot, add: Add, panel: DocumentsPanel, bridge: Bridge, tmp_path: Path
) -> None:
    path = scanned_pdf(tmp_path / "a.pdf", 3)
    job = add(path)
    path.unlink()
    _open(qtbot, panel, job)
    qtbot.waitUntil(lambda: "a.pdf" in panel.notice.text)
    assert "a.pdf" in _spoken(panel, 0)
    assert _picture(panel, 0) is None


def test_chosen_pages_are_read_again(
    qtbot: QtBot, add: Add, panel: DocumentsPanel, standin: StandIn, tmp_path: Path
) -> None:
    standin.set_rules([Rule(fault="bad_request", nth=(1, 2))])
    job = add(scanned_pdf(tmp_path / "a.pdf", 3))
    _open(qtbot, panel, job)
    QTest.keyClick(panel.pages, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert panel.pages.chosen() == [0, 1]
    assert panel.commands.again.isEnabled()
    assert not panel.commands.stop.isEnabled()
    panel.commands.again.trigger()
    qtbot.waitUntil(lambda: _spoken(panel, 0) == "Page 1, Done")
    qtbot.waitUntil(lambda: _spoken(panel, 1) == "Page 2, Done")


def test_a_waiting_page_is_cancelled_alone(
    qtbot: QtBot, add: Add, panel: DocumentsPanel, bridge: Bridge, standin: StandIn, tmp_path: Path
) -> None:
    standin.set_rules([Rule(fault="silent")])
    job = add(scanned_pdf(tmp_path / "a.pdf", 3), wait=False)
    _open(qtbot, panel, job)
    bridge.choose(job, 2)
    qtbot.waitUntil(panel.commands.stop.isEnabled)
    panel.commands.stop.trigger()
    qtbot.waitUntil(lambda: _spoken(panel, 2) == "Page 3, Cancelled")
    assert panel.pages.pages.page_at(0).state is not PageState.CANCELLED
    bridge.service.cancel(job)
