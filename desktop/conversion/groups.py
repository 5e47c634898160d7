"""The server groups in use, one for each choice of servers."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from desktop.conversion.group import ServerGroup
from desktop.model.endpoint import ServerSpec

Servers = tuple[ServerSpec, ...]


@dataclass(slots=True)
class _Used:
    group: ServerGroup
    users: int = 0


class Groups:
    """Makes a group when somebody first uses it, and closes it when nobody does any more.

    So two jobs with the same servers share the limits of these, and so do a job and the rebuilding
    of another job's tables by the built-in engine. Thread-safe.
    """

    def __init__(self, make: Callable[[Servers], ServerGroup]) -> None:
        self._make = make
        self._lock = threading.Lock()
        self._used: dict[Servers, _Used] = {}

    @contextmanager
    def use(self, servers: Servers) -> Iterator[ServerGroup]:
        """The group for a choice of servers; not necessarily open."""
        group = self.take(servers)
        try:
            yield group
        finally:
            self.leave(servers)

    def take(self, servers: Servers) -> ServerGroup:
        """As ``use``, until ``leave`` is called."""
        with self._lock:
            used = self._used.get(servers)
            if used is None:
                used = self._used[servers] = _Used(self._make(servers))
            used.users += 1
            return used.group

    def leave(self, servers: Servers) -> None:
        """The group is not used here any more."""
        with self._lock:
            used = self._used[servers]
            used.users -= 1
            if used.users:
                return
            del self._used[servers]
        used.group.close()
