"""One server of a person's own: its address, its token, and whether it answers."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QWidget

from desktop.errors import KnownError
from desktop.model.cancel import CancelToken
from desktop.model.endpoint import Endpoint, ServerSpec
from desktop.ui.bridge import Bridge
from desktop.ui.dialogs.parts import Notice, Tone
from desktop.ui.said import complaint, said


class ServerRow(QWidget):
    """A row for one address. ``model_of`` is what will be asked of it, for the test."""

    changed = Signal()
    removed = Signal()

    def __init__(self, bridge: Bridge, address: str, token: str) -> None:
        super().__init__()
        self._bridge = bridge
        self._asked: CancelToken | None = None
        self.model = ""
        self.address = QLineEdit(address)
        self.address.setAccessibleName(self.tr("Address of the server"))
        self.address.setPlaceholderText("http://192.168.1.20:8000")
        self.token = QLineEdit(token)
        self.token.setAccessibleName(self.tr("Token of the server"))
        self.token.setPlaceholderText(self.tr("Token, if it wants one"))
        self.token.setEchoMode(QLineEdit.EchoMode.Password)
        self.test = QPushButton(self.tr("&Test"))
        self.test.setToolTip(self.tr("Ask the server what it is"))
        self.remove = QPushButton(self.tr("Remo&ve"))
        self.remove.setToolTip(self.tr("Read no more pages with this server"))
        self.answer = Notice()
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for column, (part, stretch) in enumerate(
            ((self.address, 3), (self.token, 2), (self.test, 0), (self.remove, 0))
        ):
            layout.addWidget(part, 0, column)
            layout.setColumnStretch(column, stretch)
        layout.addWidget(self.answer, 1, 0, 1, 4)
        for line in (self.address, self.token):
            line.textChanged.connect(self._edited)
        self.address.textChanged.connect(self._settle)
        self.test.clicked.connect(self.ask)
        self.remove.clicked.connect(self.removed)
        self._settle()

    @property
    def entry(self) -> tuple[str, str]:
        """The address and the token, without blanks around them."""
        return self.address.text().strip(), self.token.text().strip()

    def ask(self) -> None:
        """Ask in the background what answers there, and say so."""
        address, token = self.entry
        spec = ServerSpec(address, model=self.model)
        service = self._bridge.service
        self.answer.say(self.tr("Asking…"))
        self._asked = self._bridge.tasks.run(
            lambda cancel: service.probe(spec, token=token, cancel=cancel),
            done=self._answered,
            failed=self._refused,
            owner=self,
        )

    def forget_answer(self) -> None:
        """What was asked for last is of no interest any more."""
        if self._asked is not None:
            self._asked.cancel()
            self._asked = None
        self.answer.say("")

    def _answered(self, endpoint: Endpoint) -> None:
        text = self.tr("{kind}, model {model}. Takes %n page(s) at once.", "", endpoint.limit)
        self.answer.say(
            text.format(kind=said(endpoint.name).strip(), model=endpoint.model), Tone.GOOD
        )

    def _refused(self, error: KnownError) -> None:
        self.answer.say(complaint(error), Tone.ERROR)

    def _edited(self) -> None:
        self.forget_answer()
        self.changed.emit()

    def _settle(self) -> None:
        self.test.setEnabled(bool(self.entry[0]))
