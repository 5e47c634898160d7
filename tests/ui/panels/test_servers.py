"""The servers: the chip in the status bar, the panel, the log."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from desktop.model.endpoint import BUILTIN, ProfileName
from desktop.model.status import ServerState, ServerStatus, StateChange
from desktop.ui.bridge import Bridge
from desktop.ui.panels.icons import Sign
from desktop.ui.panels.log_text import clean
from desktop.ui.panels.log_view import LogView
from desktop.ui.panels.paragraphs import BODY_ROLE, FOOTNOTE_ROLE, SIGN_ROLE
from desktop.ui.panels.server_chip import ServerChip
from desktop.ui.panels.server_panel import ServerPanel
from desktop.ui.panels.servers import Servers
from tests.bed.papers import scanned_pdf
from tests.bed.standin import StandIn
from tests.ui.conftest import Add

Mode = QAbstractItemModelTester.FailureReportingMode


def _status(address: str, state: ServerState) -> ServerStatus:
    now = time.time()
    return ServerStatus(
        address, address, ProfileName.VLLM, "a-model", state, now, (StateChange(state, now),)
    )


@pytest.fixture
def chip(qtbot: QtBot, bridge: Bridge) -> ServerChip:
    """A chip that is seen."""
    chip = ServerChip(bridge)
    qtbot.addWidget(chip)
    chip.show()
    return chip


@pytest.fixture
def panel(qtbot: QtBot, bridge: Bridge) -> ServerPanel:
    """A panel that is seen."""
    panel = ServerPanel(bridge)
    QAbstractItemModelTester(panel.model, Mode.Fatal, panel)
    QAbstractItemModelTester(panel.history_model, Mode.Fatal, panel)
    qtbot.addWidget(panel)
    panel.resize(900, 300)
    panel.show()
    return panel


def test_the_chip_says_which_server_reads_and_how_fast(
    qtbot: QtBot, chip: ServerChip, add: Add, standin: StandIn, tmp_path: Path
) -> None:
    add(scanned_pdf(tmp_path / "a.pdf", 3))
    place = standin.url.removeprefix("http://")
    qtbot.waitUntil(lambda: chip.text().startswith(f"{place}: "))
    qtbot.waitUntil(lambda: "pages/min" in chip.text())
    assert chip.accessibleName() == f"Server: {chip.text()}"


def test_the_chip_does_not_hide_that_one_of_two_servers_is_down(
    bridge: Bridge, chip: ServerChip, standin: StandIn
) -> None:
    bridge.preferences.update(servers=("http://one", "http://two"))
    servers = Servers.of(bridge)
    servers.take([_status("http://one", ServerState.DOWN), _status("http://two", ServerState.BUSY)])
    assert chip.text() == "two: At work · a-model · 1 not answering"
    servers.take([_status("http://one", ServerState.DOWN)])
    assert chip.text() == "one: Not answering · a-model"


def test_a_click_on_the_chip_asks_for_the_panel(qtbot: QtBot, chip: ServerChip) -> None:
    with qtbot.waitSignal(chip.wanted):
        QTest.keyClick(chip, Qt.Key.Key_Space)


def test_each_server_has_a_card_with_its_figures_and_its_history(
    bridge: Bridge, panel: ServerPanel
) -> None:
    bridge.preferences.update(servers=("http://one",))
    at = time.time() - 60
    history = (
        StateChange(ServerState.READY, at),
        StateChange(ServerState.RESTING, at + 5, "It said 503."),
    )
    resting = replace(
        _status("http://one", ServerState.RESTING),
        history=history,
        limit=4,
        in_flight=1,
        pages_per_minute=12.0,
        tokens_per_second=250.0,
        note="It said 503.",
    )
    panel.take([_status("http://other", ServerState.READY), resting])
    card = panel.model.index(0)
    assert card.data() == "one · Failed, asked again soon"
    assert card.data(BODY_ROLE) == (
        "a-model · 1 of 4 pages at once · 12 pages/min · 250 tokens/s\nIt said 503."
    )
    assert card.data(FOOTNOTE_ROLE).startswith("vllm · since ")
    assert card.data(SIGN_ROLE) is Sign.PAUSED
    panel.view.setCurrentIndex(card)
    states = [panel.history_model.index(row, 1).data() for row in range(2)]
    assert states == ["Failed, asked again soon", "Ready"]
    assert panel.history_model.index(0, 2).data() == "It said 503."


def test_the_panel_follows_the_log_and_copies_the_details(
    qtbot: QtBot, bridge: Bridge, panel: ServerPanel, add: Add, standin: StandIn, tmp_path: Path
) -> None:
    add(scanned_pdf(tmp_path / "a.pdf", 2))
    qtbot.waitUntil(lambda: panel.model.rowCount() == 2)
    first = panel.model.status(panel.model.index(0))
    assert first is not None
    assert first.address == standin.url
    panel.view.setCurrentIndex(panel.model.index(0))
    qtbot.waitUntil(lambda: "ready" in panel.log.text.toPlainText())
    panel.copy.trigger()
    text = QGuiApplication.clipboard().text()
    assert standin.url in text
    assert "state: " in text
    assert text.startswith("Diptych ")


def test_only_the_built_in_engine_has_buttons_for_its_process(panel: ServerPanel) -> None:
    panel.take([_status(BUILTIN, ServerState.STOPPED), _status("http://other", ServerState.READY)])
    rows = {panel.model.index(row).data().split(" · ")[0]: row for row in range(2)}
    panel.view.setCurrentIndex(panel.model.index(rows["other"]))
    assert all(button.isHidden() for button in panel.engine_buttons)
    panel.view.setCurrentIndex(panel.model.index(rows["Built-in engine"]))
    names = [button.accessibleName() for button in panel.engine_buttons if button.isVisible()]
    assert names == ["Start the Built-In Engine", "Stop the Built-In Engine"]
    for state, can_start, can_stop in (
        (ServerState.STOPPED, True, False),
        (ServerState.STARTING, False, False),
        (ServerState.READY, False, True),
        (ServerState.BUSY, False, False),
        (ServerState.DOWN, True, False),
    ):
        panel.take([_status(BUILTIN, state), _status("http://other", ServerState.READY)])
        assert (panel.start.isEnabled(), panel.stop.isEnabled()) == (can_start, can_stop)


@pytest.mark.engine
def test_the_built_in_engine_is_started_in_advance_and_stopped(
    qtbot: QtBot, panel: ServerPanel
) -> None:
    qtbot.waitUntil(panel.start.isEnabled)
    start, stop = panel.engine_buttons
    with qtbot.waitSignal(panel.notice, timeout=60_000) as told:
        start.click()
        assert not start.isEnabled()
    assert told.args == ["The built-in engine is ready."]
    qtbot.waitUntil(stop.isEnabled)
    with qtbot.waitSignal(panel.notice, timeout=20_000) as told:
        stop.click()
    assert told.args == ["The built-in engine was stopped."]
    qtbot.waitUntil(start.isEnabled)


# The log.


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        ("\x1b[1;32mINFO\x1b[0m ready", "INFO ready"),
        ("loading 10%\rloading 100%\r\ndone", "loading 100%\ndone"),
        ("\x1b]0;a title\x07text", "text"),
        ("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("a\x08b\x00c\td", "abc\td"),
        ("first\r\r\nsecond\r", "first\nsecond"),
        ("unfinished \x1b[3", "unfinished "),
        ("日本語 \x1b[31mé", "日本語 é"),
    ],
)
def test_a_log_is_shown_as_a_terminal_would_have_left_it(raw: str, seen: str) -> None:
    assert clean(raw) == seen


@pytest.fixture
def log(qtbot: QtBot) -> LogView:
    """A log that is seen."""
    log = LogView()
    qtbot.addWidget(log)
    log.resize(400, 200)
    log.show()
    return log


def test_words_are_found_in_the_log_one_after_the_other(qtbot: QtBot, log: LogView) -> None:
    log.show_log(
        "\n".join(
            f"line {number} {'error' if number % 10 == 3 else 'fine'}" for number in range(100)
        )
    )
    QTest.keyClicks(log.search, "error")
    QTest.keyClick(log.search, Qt.Key.Key_Return)
    assert log.hits.text() == "1 of 10"
    assert log.text.textCursor().blockNumber() == 3
    QTest.keyClick(log.search, Qt.Key.Key_Return)
    assert log.text.textCursor().blockNumber() == 13
    QTest.keyClick(log.search, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(log.search, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert log.text.textCursor().blockNumber() == 93
    log.search.setText("nothing like it")
    qtbot.waitUntil(lambda: log.hits.text() == "Not found")


def test_a_growing_log_leaves_the_person_where_they_are(log: LogView) -> None:
    lines = [f"line {number}" for number in range(200)]
    log.show_log("\n".join(lines))
    bar = log.text.verticalScrollBar()
    assert bar.value() == bar.maximum()
    bar.setValue(20)
    cursor = log.text.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(6, cursor.MoveMode.KeepAnchor)
    log.text.setTextCursor(cursor)
    bar.setValue(20)
    log.show_log("\n".join([*lines, "one more"]))
    assert bar.value() == 20
    assert log.text.textCursor().selectedText() == "line 0"
    bar.setValue(bar.maximum())
    log.show_log("\n".join([*lines, "one more", "and one more"]))
    assert bar.value() == bar.maximum()
