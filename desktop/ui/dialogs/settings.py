"""The dialog of the settings."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTabWidget, QVBoxLayout, QWidget

from desktop.ui.bridge import Bridge, Problem
from desktop.ui.dialogs.parts import Notice, Tone, plain_buttons
from desktop.ui.dialogs.settings_general import GeneralPage
from desktop.ui.dialogs.settings_page import SettingsPage
from desktop.ui.dialogs.settings_privacy import PrivacyPage
from desktop.ui.dialogs.settings_reading import ReadingPage
from desktop.ui.dialogs.settings_servers import ServersPage
from desktop.ui.said import complaint


class SettingsDialog(QDialog):
    """All settings on a few pages; they hold at once after OK or Apply, never before."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Settings"))
        self.general = GeneralPage()
        self.servers = ServersPage(bridge)
        self.reading = ReadingPage()
        self.privacy = PrivacyPage(bridge)
        self.pages: tuple[SettingsPage, ...] = (
            self.general,
            self.servers,
            self.reading,
            self.privacy,
        )
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.tr("Groups of settings"))
        for page in self.pages:
            self.tabs.addTab(page, page.title)
        self.notice = Notice()
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel | standard.Apply)
        plain_buttons(self.buttons)
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        self.apply_button = self.buttons.button(standard.Apply)
        self.apply_button.clicked.connect(self.apply)
        layout = QVBoxLayout(self)
        for part in (self.tabs, self.notice, self.buttons):
            layout.addWidget(part)
        self.resize(660, 560)
        for page in self.pages:
            page.show_settings(bridge.preferences.current)
            page.changed.connect(self._changed)
        self._shown = self.choice()
        self._settle()
        bridge.problem.connect(self._hear)

    def show_page(self, page: SettingsPage) -> None:
        """Bring one of the pages to the front."""
        self.tabs.setCurrentWidget(page)

    def choice(self) -> dict[str, Any]:
        """Every field of the settings as it is shown."""
        return {name: value for page in self.pages for name, value in page.choice().items()}

    def _news(self) -> dict[str, Any]:
        """What the person changed. The rest may have been changed elsewhere meanwhile."""
        return {name: new for name, new in self.choice().items() if new != self._shown[name]}

    def apply(self) -> bool:
        """Make what is shown hold; whether it makes sense and could be saved."""
        for page in self.pages:
            if complaint := page.complaint():
                self.show_page(page)
                self.notice.say(complaint, Tone.ERROR)
                return False
        self.notice.say("")
        self._bridge.preferences.update(**self._news())
        self._shown = self.choice()
        self._bridge.service.use_tokens(self._bridge.preferences.current.tokens)
        self._settle()
        return not self.notice.text

    def _accept(self) -> None:
        if self.apply():
            self.accept()

    def _settle(self) -> None:
        self.apply_button.setEnabled(bool(self._news()))

    def _changed(self) -> None:
        self._settle()
        if not any(page.complaint() for page in self.pages):
            self.notice.say("")

    def _hear(self, problem: Problem) -> None:
        """A choice that could not be saved is told here, too: this is where the person looks."""
        if problem.job is None and problem.path is None:
            self.notice.say(complaint(problem.error), Tone.ERROR)
