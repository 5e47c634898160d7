"""The page of the settings for who reads the pages."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.model.endpoint import BUILTIN
from desktop.settings import Settings
from desktop.ui.bridge import Bridge
from desktop.ui.dialogs.parts import wrapped
from desktop.ui.dialogs.settings_page import SettingsPage
from desktop.ui.dialogs.settings_server import ServerRow


class ServersPage(SettingsPage):
    """The built-in engine, and servers of a person's own, which share the pages."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.rows: list[ServerRow] = []
        self._others: dict[str, str] = {}
        self.builtin = QCheckBox(self.tr("&Built-in engine"))
        self.builtin.toggled.connect(self.changed)
        hint = self.tr("Reads with this computer's processor. Nothing leaves the computer.")
        self.model = QLineEdit()
        self.model.setAccessibleName(self.tr("Model"))
        self.model.setPlaceholderText(self.tr("What the server has"))
        self.model.textChanged.connect(self._model_changed)
        self.add = QPushButton(self.tr("A&dd Server"))
        self.add.clicked.connect(self._add_empty)
        own = QGroupBox(self.tr("Servers of your own"))
        inside = QVBoxLayout(own)
        inside.addWidget(
            wrapped(
                self.tr("OCR servers on your graphics card or in your network share the pages."),
                dim=True,
            )
        )
        self._place = QVBoxLayout()
        inside.addLayout(self._place)
        under = QHBoxLayout()
        under.addWidget(self.add)
        under.addStretch()
        inside.addLayout(under)
        form = QFormLayout()
        form.addRow(self.tr("&Model:"), self.model)
        inside.addLayout(form)
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.addWidget(self.builtin)
        layout.addWidget(wrapped(hint, dim=True))
        layout.addWidget(own)
        layout.addWidget(
            wrapped(self.tr("Documents that are in the queue keep their servers."), dim=True)
        )
        layout.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(content)
        # The ground of the tab shows through.
        scroll.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    @property
    def title(self) -> str:
        """What stands on its tab."""
        return self.tr("Servers")

    def show_settings(self, settings: Settings) -> None:
        """Show what holds now."""
        self.builtin.setChecked(BUILTIN in settings.servers)
        self.model.setText(settings.model)
        addresses = [address for address in settings.servers if address != BUILTIN]
        # Tokens of servers that are not used now are kept for the day they are again.
        self._others = {a: t for a, t in settings.tokens.items() if a not in addresses}
        for row in tuple(self.rows):
            self._drop(row)
        for address in addresses:
            self._add(address, settings.tokens.get(address, ""))

    def choice(self) -> dict[str, Any]:
        """The fields of the settings that this page has, as they are shown."""
        entries = [row.entry for row in self.rows if row.entry[0]]
        addresses = list(dict.fromkeys(address for address, _ in entries))
        servers = [BUILTIN, *addresses] if self.builtin.isChecked() else addresses
        tokens = {address: token for address, token in entries if token}
        return {
            "servers": tuple(servers),
            "tokens": {**self._others, **tokens},
            "model": self.model.text().strip(),
        }

    def complaint(self) -> str:
        """What keeps the choice from making sense; one sentence or empty."""
        if not self.choice()["servers"]:
            return self.tr("Choose the built-in engine or add a server.")
        return ""

    def _add_empty(self) -> None:
        self._add("", "")
        self.rows[-1].address.setFocus()

    def _add(self, address: str, token: str) -> None:
        row = ServerRow(self._bridge, address, token)
        row.model = self.model.text().strip()
        row.changed.connect(self.changed)
        row.removed.connect(lambda: self._remove(row))
        self.rows.append(row)
        self._place.addWidget(row)

    def _remove(self, row: ServerRow) -> None:
        self._drop(row)
        self.add.setFocus()
        self.changed.emit()

    def _drop(self, row: ServerRow) -> None:
        row.forget_answer()
        self.rows.remove(row)
        self._place.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _model_changed(self, text: str) -> None:
        for row in self.rows:
            row.model = text.strip()
            row.forget_answer()
        self.changed.emit()
