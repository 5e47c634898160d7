"""How the servers are doing, asked from the core for all views of a bridge."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.model.status import ServerState, ServerStatus
from desktop.ui.bridge import Bridge

#: How often the core is asked, in milliseconds; it answers from memory.
ASK = 1_000
_ORDER = (
    ServerState.BUSY,
    ServerState.STARTING,
    ServerState.READY,
    ServerState.RESTING,
    ServerState.DOWN,
    ServerState.UNKNOWN,
    ServerState.STOPPED,
)


class Servers(QObject):
    """The servers that are known. For the window's thread only."""

    changed = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._statuses: tuple[ServerStatus, ...] = ()
        bridge.preferences.changed.connect(lambda _: self.changed.emit())
        self._timer = QTimer(self)
        self._timer.setInterval(ASK)
        self._timer.timeout.connect(self.ask)
        self._timer.start()
        self.ask()

    @classmethod
    def of(cls, bridge: Bridge) -> Servers:
        """The one that all views of a bridge share."""
        return bridge.findChild(cls) or cls(bridge)

    def statuses(self) -> tuple[ServerStatus, ...]:
        """Those that the person chose, in that order, then the others."""
        chosen = [address.rstrip("/") for address in self._bridge.preferences.current.servers]

        def place(status: ServerStatus) -> int:
            address = status.address.rstrip("/")
            return chosen.index(address) if address in chosen else len(chosen)

        return tuple(sorted(self._statuses, key=place))

    def chosen(self) -> tuple[ServerStatus, ...]:
        """Those that the person chose and that are known."""
        addresses = {address.rstrip("/") for address in self._bridge.preferences.current.servers}
        return tuple(s for s in self._statuses if s.address.rstrip("/") in addresses)

    def main(self) -> ServerStatus | None:
        """The one to speak of first: at work, else ready, else what there is of the chosen ones.

        Documents may be read by servers that are no longer chosen: one at work goes first.
        """
        at_work = [status for status in self._statuses if status.in_flight]
        found = [*self.chosen(), *at_work] or list(self._statuses)
        return min(found, key=lambda status: _ORDER.index(status.state), default=None)

    @Slot()
    def ask(self) -> None:
        """Ask the core now."""
        self._bridge.tasks.run(
            lambda _: self._bridge.service.status(), done=self.take, key="servers", owner=self
        )

    @Slot(object)
    def take(self, statuses: Sequence[ServerStatus]) -> None:
        """Show these from now on."""
        if tuple(statuses) != self._statuses:
            self._statuses = tuple(statuses)
            self.changed.emit()
