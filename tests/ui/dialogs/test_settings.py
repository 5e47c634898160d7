"""The settings dialog: nothing holds before Apply, everything after it and after a restart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QMessageBox
from pytestqt.qtbot import QtBot

from desktop import settings
from desktop.model.states import JobId
from desktop.settings import Settings
from desktop.ui.bridge import Bridge
from desktop.ui.choices import conversion_options
from desktop.ui.dialogs.settings import SettingsDialog
from tests.bed.papers import scanned_pdf
from tests.bed.standin import StandIn
from tests.ui.conftest import Add
from tests.ui.dialogs.looking import nameless

Buttons = QDialogButtonBox.StandardButton


@pytest.fixture
def dialog(qtbot: QtBot, bridge: Bridge) -> Iterator[SettingsDialog]:
    """The dialog on the screen."""
    dialog = SettingsDialog(bridge)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    yield dialog
    dialog.close()


def press(dialog: SettingsDialog, button: Buttons) -> None:
    dialog.buttons.button(button).click()


def change_everything(dialog: SettingsDialog) -> None:
    """Another value in every control."""
    dialog.general.appearance.show_value("dark")
    dialog.general.language.show_value("zh_CN")
    dialog.general.go_on.toggle()
    dialog.general.folder.show_folder("/srv/exports")
    dialog.servers.builtin.toggle()
    dialog.servers.model.setText("  some-ocr  ")
    dialog.servers.rows[0].token.setText("s3cret")
    dialog.reading.mode.show_value("plain")
    dialog.reading.edge.show_value(2048)
    dialog.reading.layer.show_value("never")
    dialog.reading.retries.setValue(1)
    dialog.privacy.keep.show_value("month")


def test_what_is_chosen_survives_a_restart(
    bridge: Bridge, dialog: SettingsDialog, standin: StandIn, tmp_path: Path
) -> None:
    change_everything(dialog)
    press(dialog, Buttons.Ok)
    assert not dialog.isVisible()
    kept = settings.load(tmp_path / "home" / "config")
    assert kept.complaint == ""
    assert kept.settings == bridge.preferences.current
    assert kept.settings == Settings(
        servers=("builtin", standin.url),
        tokens={standin.url: "s3cret"},
        model="some-ocr",
        appearance="dark",
        language="zh_CN",
        mode="plain",
        long_edge=2048,
        text_layer="never",
        retries=1,
        export_folder="/srv/exports",
        keep="month",
        continue_on_start=False,
    )
    options = conversion_options(bridge.preferences)
    assert [server.model for server in options.servers] == ["", "some-ocr"]
    assert (options.long_edge, options.retries) == (2048, 1)


def test_cancel_changes_nothing(bridge: Bridge, dialog: SettingsDialog) -> None:
    before = bridge.preferences.current
    change_everything(dialog)
    press(dialog, Buttons.Cancel)
    assert bridge.preferences.current == before


def test_escape_is_cancel(bridge: Bridge, dialog: SettingsDialog) -> None:
    before = bridge.preferences.current
    dialog.reading.retries.setValue(0)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert bridge.preferences.current == before


def test_apply_can_be_pressed_only_when_there_is_something_new(
    bridge: Bridge, dialog: SettingsDialog
) -> None:
    apply = dialog.apply_button
    assert not apply.isEnabled()
    dialog.general.appearance.show_value("dark")
    assert apply.isEnabled()
    dialog.general.appearance.show_value("system")
    assert not apply.isEnabled()
    dialog.general.appearance.show_value("light")
    apply.click()
    assert dialog.isVisible()
    assert not apply.isEnabled()
    assert bridge.preferences.current.appearance == "light"


def test_a_new_language_is_said_to_come_with_the_next_start(dialog: SettingsDialog) -> None:
    assert not dialog.general.later.isVisible()
    dialog.general.language.show_value("zh_CN")
    assert dialog.general.later.isVisible()
    dialog.general.language.show_value("")
    assert not dialog.general.later.isVisible()


def test_a_server_is_tested_in_the_background_and_says_what_it_is(
    qtbot: QtBot, dialog: SettingsDialog
) -> None:
    dialog.show_page(dialog.servers)
    row = dialog.servers.rows[0]
    row.test.click()
    qtbot.waitUntil(lambda: "deepseek-ocr" in row.answer.text)
    row.address.setText("127.0.0.1:1")
    assert row.answer.text == ""
    row.test.click()
    qtbot.waitUntil(lambda: "can't be reached" in row.answer.text)


def test_a_server_is_tested_with_the_token_that_stands_there(
    qtbot: QtBot, bridge: Bridge, dialog: SettingsDialog
) -> None:
    with StandIn(token="s3cret") as server:
        dialog.servers.add.click()
        row = dialog.servers.rows[-1]
        row.address.setText(server.url)
        row.test.click()
        qtbot.waitUntil(lambda: "token" in row.answer.text)
        row.token.setText("s3cret")
        row.test.click()
        qtbot.waitUntil(lambda: "deepseek-ocr" in row.answer.text)


def test_a_token_is_used_for_what_is_read_from_now_on(
    qtbot: QtBot, bridge: Bridge, dialog: SettingsDialog, add: Add, tmp_path: Path
) -> None:
    with StandIn(token="s3cret") as server:
        row = dialog.servers.rows[0]
        row.address.setText(server.url)
        row.token.setText("s3cret")
        press(dialog, Buttons.Ok)
        job = add(
            scanned_pdf(tmp_path / "paper.pdf", 1), options=conversion_options(bridge.preferences)
        )
        assert next(bridge.service.results(job)).blocks


def test_without_any_server_nothing_is_kept_and_the_page_says_why(
    bridge: Bridge, dialog: SettingsDialog
) -> None:
    before = bridge.preferences.current
    dialog.servers.rows[0].remove.click()
    press(dialog, Buttons.Ok)
    assert dialog.isVisible()
    assert dialog.tabs.currentWidget() is dialog.servers
    assert dialog.notice.text
    assert bridge.preferences.current == before
    dialog.servers.builtin.setChecked(True)
    assert dialog.notice.text == ""
    press(dialog, Buttons.Ok)
    assert bridge.preferences.current.servers == ("builtin",)


def test_settings_that_cant_be_saved_are_told_in_the_dialog(
    bridge: Bridge, dialog: SettingsDialog, tmp_path: Path
) -> None:
    config = tmp_path / "home" / "config"
    for file in config.iterdir():
        file.unlink()
    config.rmdir()
    config.write_text("a file where the folder was")
    dialog.reading.retries.setValue(0)
    press(dialog, Buttons.Ok)
    assert dialog.isVisible()
    assert "could not be saved" in dialog.notice.text
    assert bridge.preferences.current.retries == 0


def test_the_history_is_measured_and_cleared_after_a_question(
    qtbot: QtBot, bridge: Bridge, add: Add, tmp_path: Path
) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 1)
    job: JobId = add(paper)
    dialog = SettingsDialog(bridge)
    dialog.show_page(dialog.privacy)
    dialog.show()
    page = dialog.privacy
    qtbot.waitUntil(page.clear.isEnabled)
    assert "1 document" in page.library.text()
    assert page.pasted.text().startswith("0")
    page.clear.click()
    box = page.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert "Keep" in box.defaultButton().text()
    box.defaultButton().click()
    assert bridge.library.job(job) is not None
    page.clear.click()
    again = [each for each in page.findChildren(QMessageBox) if each.isVisible()]
    next(b for b in again[-1].buttons() if "Remove" in b.text()).click()
    qtbot.waitUntil(lambda: bridge.library.job(job) is None)
    qtbot.waitUntil(lambda: "0 document" in page.library.text())
    assert "1 conversion" in page.notice.text
    assert paper.exists()
    dialog.close()


def test_every_control_has_a_name(dialog: SettingsDialog) -> None:
    dialog.servers.add.click()
    assert nameless(dialog) == []


def test_the_tabs_and_the_controls_are_reached_by_keyboard(dialog: SettingsDialog) -> None:
    dialog.tabs.tabBar().setFocus()
    QTest.keyClick(dialog.tabs.tabBar(), Qt.Key.Key_Right)
    QTest.keyClick(dialog.tabs.tabBar(), Qt.Key.Key_Right)
    assert dialog.tabs.currentWidget() is dialog.reading
    QTest.keyClick(dialog.tabs.tabBar(), Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.reading.mode


def test_what_was_changed_elsewhere_meanwhile_stays(bridge: Bridge, dialog: SettingsDialog) -> None:
    bridge.preferences.update(export_folder="/srv/new")
    dialog.reading.retries.setValue(2)
    press(dialog, Buttons.Ok)
    assert bridge.preferences.current.export_folder == "/srv/new"
    assert bridge.preferences.current.retries == 2


def test_an_odd_value_that_was_set_by_hand_is_shown_and_kept(qtbot: QtBot, bridge: Bridge) -> None:
    bridge.preferences.update(long_edge=1111)
    dialog = SettingsDialog(bridge)
    assert dialog.reading.edge.value == 1111
    assert not dialog.apply_button.isEnabled()
    dialog.close()
