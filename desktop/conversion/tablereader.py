"""Tables read from their crops: by the page's own server where it can, else by the engine."""

from __future__ import annotations

import logging
import threading
import time

from desktop.conversion.group import ServerGroup
from desktop.conversion.groups import Groups
from desktop.conversion.trouble import ServersGone
from desktop.conversion.waits import Waits
from desktop.errors import KnownError, ServerError
from desktop.model.cancel import CancelToken
from desktop.model.document import PageImage
from desktop.model.endpoint import Endpoint, ServerSpec
from desktop.model.recognition import Mode, ModeKind, PageRequest, Recognition
from desktop.ocr.modes import modes_of

log = logging.getLogger(__name__)

BUILTIN_ONLY = (ServerSpec(),)
#: After it could not be started, the engine is left alone for so many seconds: tables keep their
#: flags meanwhile, and pages go on.
REST = 120.0


class TableReader:
    """Asks for one table's HTML. Thread-safe."""

    def __init__(self, groups: Groups) -> None:
        self._groups = groups
        self._lock = threading.Lock()
        self._rests_until = 0.0

    def read(
        self, image: PageImage, group: ServerGroup, *, attempt: int, cancel: CancelToken
    ) -> Recognition | None:
        """The reply for a table's crop, or ``None`` if it can't be had. Raises ``Cancelled``.

        ``group`` are the servers of the page that the table is on.
        """
        if all(ModeKind.TABLE in modes_of(endpoint) for endpoint in group.endpoints):
            return self._ask(image, group, attempt, cancel)
        with self._lock:
            if time.monotonic() < self._rests_until:
                return None
        with self._groups.use(BUILTIN_ONLY) as engine:
            try:
                engine.open(cancel)
            except ServersGone as gone:
                self._rest(gone.error)
                return None
            return self._ask(image, engine, attempt, cancel)

    def _ask(
        self, image: PageImage, group: ServerGroup, attempt: int, cancel: CancelToken
    ) -> Recognition | None:
        def request_for(_: Endpoint) -> tuple[PageRequest, str]:
            return PageRequest(image, Mode(ModeKind.TABLE)), "table"

        try:
            recognition, _ = group.ask(request_for, Waits(cancel), attempt=attempt)
        except ServersGone as gone:
            self._rest(gone.error)
            return None
        except ServerError as error:
            log.info("a table could not be read: %s", error.what)
            return None
        return recognition

    def _rest(self, error: KnownError) -> None:
        log.warning("tables are not rebuilt for a while: %s %s", error.what, error.details)
        with self._lock:
            self._rests_until = time.monotonic() + REST
