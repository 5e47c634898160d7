"""The server in a few words, for the status bar."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QToolButton, QWidget

from desktop.model.status import ServerStatus
from desktop.ui.bridge import Bridge
from desktop.ui.panels import server_words, words
from desktop.ui.panels.icons import Icons, Sign
from desktop.ui.panels.servers import Servers
from desktop.ui.said import said

#: How many letters of a name or a model there is room for.
ROOM = 28


class ServerChip(QToolButton):
    """Which server, its state as a sign and a word, its model and its pace. A click: ``wanted``."""

    wanted = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._servers = Servers.of(bridge)
        self._icons = Icons()
        self.setAutoRaise(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self.wanted)
        self._servers.changed.connect(self._show_now)
        self._show_now()

    @Slot(object)
    def take(self, statuses: Sequence[ServerStatus]) -> None:
        """Show these statuses."""
        self._servers.take(statuses)

    def _show_now(self) -> None:
        status = self._servers.main()
        if status is None:
            self.setIcon(self._icons.icon(Sign.WAITING, self.palette()))
            self._say(self.tr("No server yet"))
            return
        troubled = [
            other
            for other in self._servers.chosen()
            if other.state in server_words.TROUBLE and other.address != status.address
        ]
        sign = Sign.WARNING if troubled else server_words.SIGNS[status.state]
        self.setIcon(self._icons.icon(sign, self.palette()))
        parts = [f"{_short(server_words.name(status))}: {server_words.short_state(status.state)}"]
        if status.model:
            parts.append(_short(status.model))
        if status.pages_per_minute:
            parts.append(words.pace(status.pages_per_minute))
        if troubled:
            parts.append(self.tr("%n not answering", "", len(troubled)))
        self._say(" · ".join(parts), said(status.note))

    def _say(self, text: str, note: str = "") -> None:
        self.setText(text)
        self.setAccessibleName(self.tr("Server: {text}").format(text=text))
        self.setToolTip("\n".join(part for part in (note, self.tr("Show the servers")) if part))

    def changeEvent(self, event: QEvent) -> None:
        """Draw the sign anew when the colours change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show_now()


def _short(text: str) -> str:
    return text if len(text) <= ROOM else f"{text[: ROOM - 1]}…"
