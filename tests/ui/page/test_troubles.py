"""Pages that can't be shown or were not read, pages that are being read, and locating."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.model.states import PageState
from desktop.service import Service
from desktop.ui.bridge import Bridge
from desktop.ui.page import PagePanel
from desktop.ui.page.notice import Remedy
from desktop.ui.preferences import Preferences
from tests.bed.papers import scanned_pdf, written_pdf
from tests.bed.services import options_for, paths_in
from tests.bed.standin import StandIn
from tests.bed.standin_options import Rule
from tests.ui.conftest import Add
from tests.ui.page.conftest import REPLY, Show


def _what(panel: PagePanel) -> str:
    return panel.notices.notice.what if panel.notices.notice is not None else ""


def test_a_document_that_is_away_says_so_over_an_empty_page_of_its_shape_with_its_boxes(
    panel: PagePanel, bridge: Bridge, add: Add, qtbot: QtBot, tmp_path: Path
) -> None:
    path = scanned_pdf(tmp_path / "a.pdf", 2)
    job = add(path)
    kept = path.rename(tmp_path / "elsewhere.pdf")
    bridge.choose(job, 0)
    qtbot.waitUntil(lambda: panel.notices.isVisible())
    assert "a.pdf" in _what(panel)
    assert panel.notices.button(Remedy.LOOK_AGAIN).isVisible()
    assert not panel.notices.button(Remedy.UNLOCK).isVisible()
    qtbot.waitUntil(lambda: len(panel.view.boxes.shapes) == 5)
    size = panel.view.paper.size
    assert size.height() / size.width() == pytest.approx(842 / 595, rel=1e-3)
    assert panel.view.paper.whole is None
    kept.rename(path)
    panel.notices.button(Remedy.LOOK_AGAIN).click()
    qtbot.waitUntil(lambda: panel.showing.settled)
    assert not panel.notices.isVisible()


def test_a_locked_document_asks_for_its_password_and_is_shown_after_it(
    qtbot: QtBot, standin: StandIn, tmp_path: Path
) -> None:
    home = paths_in(tmp_path / "home")
    path = written_pdf(tmp_path / "locked.pdf", 1, password="open sesame")
    with Service(home) as first:
        first.start()
        job = first.add(path, options_for(standin), password="open sesame")
        assert first.wait([job], timeout=20)
    with Service(home) as service:
        preferences = Preferences(tmp_path / "home" / "config")
        bridge = Bridge(service, preferences)
        panel = PagePanel(bridge)
        panel.show()
        qtbot.waitExposed(panel)
        bridge.choose(job, 0)
        qtbot.waitUntil(lambda: panel.notices.button(Remedy.UNLOCK).isVisible())
        with qtbot.waitSignal(panel.unlock_wanted) as told:
            panel.notices.button(Remedy.UNLOCK).click()
        assert told.args == [job]
        service.unlock(job, "open sesame")
        panel.reload()
        qtbot.waitUntil(lambda: panel.showing.settled)
        assert not panel.notices.isVisible()
        panel.close()
        panel.deleteLater()
        bridge.close()


def test_a_blank_page_says_so_and_can_be_read_again(
    panel: PagePanel, bridge: Bridge, add: Add, show: Show, qtbot: QtBot, tmp_path: Path
) -> None:
    job = add(scanned_pdf(tmp_path / "a.pdf", 2, blank={1}))
    show(job, 1)
    qtbot.waitUntil(lambda: _what(panel) == "This page was found blank.")
    with qtbot.waitSignal(bridge.library.page_changed):
        panel.notices.button(Remedy.READ_AGAIN).click()
    qtbot.waitUntil(lambda: _what(panel) == "This page was found blank.")
    show(job, 0)
    assert not panel.notices.isVisible()


class TestTroubledServers:
    """Over servers that don't do what they should."""

    @pytest.fixture
    def standin(self) -> Iterator[StandIn]:
        """Fails the first page that it gets, then reads."""
        with StandIn(
            profile="deepseek-ocr.rs",
            rules=(Rule(fault="bad_request", times=1), Rule(reply=REPLY)),
        ) as server:
            yield server

    def test_a_failed_page_says_why_and_is_read_again_on_a_click(
        self, panel: PagePanel, bridge: Bridge, add: Add, show: Show, qtbot: QtBot, tmp_path: Path
    ) -> None:
        job = add(scanned_pdf(tmp_path / "a.pdf", 1))
        show(job, 0)
        qtbot.waitUntil(lambda: panel.notices.button(Remedy.READ_AGAIN).isVisible())
        summary = bridge.library.page(job, 0)
        assert summary is not None
        assert summary.state is PageState.FAILED
        assert summary.reason.what == _what(panel)
        panel.notices.button(Remedy.READ_AGAIN).click()
        qtbot.waitUntil(lambda: len(panel.view.boxes.shapes) == 5, timeout=20_000)
        assert not panel.notices.isVisible()
        qtbot.waitUntil(lambda: panel.showing.settled)


class TestSlowServers:
    """Over a server that takes its time."""

    @pytest.fixture
    def standin(self) -> Iterator[StandIn]:
        """Says its reply in twelve parts over two seconds."""
        with StandIn(
            profile="deepseek-ocr.rs", seconds=2.0, chunks=12, rules=(Rule(reply=REPLY),)
        ) as server:
            yield server

    def test_boxes_appear_while_the_page_is_read(
        self, panel: PagePanel, bridge: Bridge, add: Add, qtbot: QtBot, tmp_path: Path
    ) -> None:
        seen: list[tuple[int, bool]] = []
        job = add(scanned_pdf(tmp_path / "a.pdf", 1), wait=False)
        bridge.choose(job, 0)

        def watch() -> bool:
            boxes = panel.view.boxes
            now = (len(boxes.shapes), boxes.looks.reading)
            if not seen or seen[-1] != now:
                seen.append(now)
            return now == (5, False)

        qtbot.waitUntil(watch, timeout=20_000)
        grown = [number for number, reading in seen if reading]
        assert len(grown) >= 3
        assert grown == sorted(grown)
        assert grown[0] < 5
        qtbot.waitUntil(lambda: panel.showing.settled)


def test_locating_shows_places_of_their_own_and_can_be_stopped(
    panel: PagePanel, bridge: Bridge, add: Add, show: Show, qtbot: QtBot, tmp_path: Path
) -> None:
    job = add(scanned_pdf(tmp_path / "a.pdf", 2))
    show(job, 0)
    action = panel.commands["page-locate"]
    qtbot.waitUntil(action.isEnabled)
    action.trigger()
    bar = panel.locate_bar
    assert bar.isVisible()
    bar.field.setText("the table")
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.stop.isVisible()
    qtbot.waitUntil(lambda: len(panel.view.boxes.looks.places) == 5)
    assert bar.answer.text() == "5 place(s)"
    bar.ask()
    bar.stop.click()
    assert not bar.stop.isVisible()
    assert panel.view.boxes.looks.places == ()
    bar.ask()
    qtbot.waitUntil(lambda: len(panel.view.boxes.looks.places) == 5)
    bridge.choose(job, 1)
    assert panel.view.boxes.looks.places == ()
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()
