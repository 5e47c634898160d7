"""The built-in engine's child process: started when a page needs it, stopped when nothing does."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from types import TracebackType

from desktop.errors import Cancelled, EngineFailed
from desktop.model.cancel import CancelToken
from desktop.model.endpoint import Endpoint
from desktop.model.status import ServerState
from desktop.servers.engine_process import EngineProcess, health, started

#: How often a wait looks at its cancel token, in seconds.
_LOOK = 0.05


class BuiltinServer:
    """Owns the engine's process. Thread-safe; a context manager, or call ``close`` at the end.

    The process starts with the first ``endpoint()`` and is stopped after ``idle_seconds`` in which
    nobody asked for it and it read no page. It never outlives this process, however that ends.
    ``on_state`` is told what becomes of it, with a sentence for people, in the thread that did it;
    it must not block.
    """

    def __init__(
        self,
        *,
        idle_seconds: float = 300.0,
        on_state: Callable[[ServerState, str], None] = lambda _state, _why: None,
    ) -> None:
        self._tell = on_state
        self._idle_seconds = idle_seconds
        self._lock = threading.Condition()
        self._start: CancelToken | None = None
        self._closed = False
        self._child: EngineProcess | None = None
        self._endpoint: Endpoint | None = None
        self._touched = time.monotonic()
        self._log: tuple[str, ...] = ()
        self._watcher: threading.Thread | None = None

    def __enter__(self) -> BuiltinServer:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def running(self) -> bool:
        """Whether the process is there and answers."""
        with self._lock:
            return self._child is not None and self._child.alive and self._endpoint is not None

    def endpoint(self, *, cancel: CancelToken | None = None) -> Endpoint:
        """Where the engine answers; starts it if need be and waits until it does.

        Raises ``EngineFailed`` with the end of its log if it can't be started, ``Cancelled``.
        """
        cancel = cancel or CancelToken()
        with self._lock:
            while self._start is not None:
                cancel.raise_if_cancelled()
                self._lock.wait(_LOOK)
            if self._closed:
                raise _stopped()
            self._touched = time.monotonic()
            if self._child is not None and self._child.alive and self._endpoint is not None:
                return self._endpoint
            dead, self._child, self._endpoint = self._child, None, None
            self._start = start = CancelToken(cancel)
        try:
            if dead is not None:
                self._tell(ServerState.DOWN, "Its process had ended.")
                self._end(dead)
            self._tell(ServerState.STARTING, "")
            child, endpoint = started(start)
        except EngineFailed as error:
            self._tell(ServerState.DOWN, str(error))
            with self._lock:
                self._log = tuple(error.details.splitlines())
            raise
        except Cancelled:
            self._tell(ServerState.STOPPED, "Its start was called off.")
            cancel.raise_if_cancelled()
            raise _stopped() from None
        else:
            return self._adopted(child, endpoint)
        finally:
            start.close()
            with self._lock:
                self._start = None
                self._lock.notify_all()

    def _adopted(self, child: EngineProcess, endpoint: Endpoint) -> Endpoint:
        with self._lock:
            closed = self._closed
            if not closed:
                self._child, self._endpoint = child, endpoint
                self._touched = time.monotonic()
                self._watcher = threading.Thread(
                    target=self._stop_when_idle, args=(child, endpoint), name="engine idle"
                )
                self._watcher.start()
        if closed:
            self._end(child)
            raise _stopped()
        self._tell(ServerState.READY, "")
        return endpoint

    def touch(self) -> None:
        """Say that the engine is needed: its idle time begins anew."""
        with self._lock:
            self._touched = time.monotonic()

    def stop(self) -> None:
        """Stop the process if it runs and wait until it is gone; the next page starts it again."""
        with self._lock:
            start = self._start
        if start is not None:
            start.cancel()
        with self._lock:
            while self._start is not None:
                self._lock.wait(_LOOK)
            child, self._child, self._endpoint = self._child, None, None
            watcher, self._watcher = self._watcher, None
            self._lock.notify_all()
        if child is not None:
            self._tell(ServerState.STOPPED, "It was stopped.")
            self._end(child)
        if watcher is not None and watcher is not threading.current_thread():
            watcher.join()

    def close(self) -> None:
        """Stop for good."""
        with self._lock:
            self._closed = True
        self.stop()

    def log_tail(self) -> str:
        """The last lines that the engine wrote, of this run or of the last one."""
        with self._lock:
            return self._child.log_tail() if self._child is not None else "\n".join(self._log)

    def _end(self, child: EngineProcess) -> None:
        child.end()
        with self._lock:
            self._log = tuple(child.log_tail().splitlines())

    def _stop_when_idle(self, child: EngineProcess, endpoint: Endpoint) -> None:
        """Runs in a thread of its own for as long as ``child`` is the engine's process."""
        while True:
            with self._lock:
                if self._child is not child:
                    return
                rest = self._idle_rest()
                if rest > 0:
                    self._lock.wait(rest)
                    continue
            if _busy(endpoint):
                self.touch()
                continue
            with self._lock:
                if self._child is not child or self._idle_rest() > 0:
                    continue
                self._child = self._endpoint = None
            self._tell(ServerState.STOPPED, "Nothing had needed it for a while.")
            self._end(child)
            return

    def _idle_rest(self) -> float:
        return self._touched + self._idle_seconds - time.monotonic()


def _stopped() -> EngineFailed:
    return EngineFailed("The built-in engine was stopped.", "Start the conversion again.")


def _busy(endpoint: Endpoint) -> bool:
    """Whether the engine has a page in hand; one that does not answer has none."""
    said = health(endpoint.url, endpoint.token, time.monotonic() + 5.0)
    return said is not None and said.get("busy") not in (None, 0)
