"""What a page waits for at its servers, and what ends the waiting."""

from __future__ import annotations

import threading
from dataclasses import dataclass

from desktop.model.cancel import CancelToken


@dataclass(frozen=True, slots=True)
class Waits:
    """What ends the waiting of a page: ``cancel`` always, ``gate`` only until it is sent."""

    cancel: CancelToken
    gate: CancelToken | None = None


class EitherToken:
    """A token that is cancelled with any of the page's and the exchange's."""

    def __init__(self, waits: Waits, exchange: CancelToken) -> None:
        self._token = CancelToken(waits.cancel)
        self._leave = [exchange.on_cancel(self._token.cancel)]
        if waits.gate is not None:
            self._leave.append(waits.gate.on_cancel(self._token.cancel))

    def __enter__(self) -> CancelToken:
        return self._token

    def __exit__(self, *_: object) -> None:
        for leave in self._leave:
            leave()
        self._token.close()


class Turn:
    """A lock that is waited for with an ear to the cancel token."""

    def __init__(self, lock: threading.Lock, cancel: CancelToken) -> None:
        self._lock = lock
        self._cancel = cancel

    def __enter__(self) -> None:
        while not self._lock.acquire(timeout=0.05):
            self._cancel.raise_if_cancelled()

    def __exit__(self, *_: object) -> None:
        self._lock.release()
