"""One process of the built-in engine: its start, its log, its end."""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
import threading
import time
from collections import deque

import httpx

from desktop.errors import EngineFailed
from desktop.model.cancel import CancelToken
from desktop.model.endpoint import BUILTIN, Endpoint, ProfileName

#: How long the engine may take until it answers, in seconds; a cold disk needs most of it.
START_SECONDS = 60.0
#: How long it may take to end when asked to, in seconds, before it is killed.
STOP_SECONDS = 8.0
#: How many lines of its log are kept, and how much of each.
LOG_LINES = 100
LOG_WIDTH = 500
#: How often a wait looks at its cancel token, in seconds.
_LOOK = 0.05


class EngineProcess:
    """The process itself, its log and the pipe that tells it that we live.

    Raises ``EngineFailed`` if the program can't even be started. Whoever makes one must ``end`` it.
    """

    def __init__(self, token: str) -> None:
        frozen = bool(getattr(sys, "frozen", False))
        program = [sys.executable] if frozen else [sys.executable, "-m", "desktop"]
        try:
            self._process = subprocess.Popen(
                [*program, "serve", "--port", "0", "--with-parent"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env={**os.environ, "DIPTYCH_TOKEN": token},
                # Ctrl+C in a terminal is for us; we stop the engine when its pages are done with.
                start_new_session=True,
            )
        except OSError as error:
            raise EngineFailed(
                "The built-in engine could not be started.",
                "Install Diptych again if this goes on.",
                details=str(error),
            ) from error
        self._lines: deque[str] = deque(maxlen=LOG_LINES)
        self._announcement = ""
        self._announced = threading.Event()
        self._readers = [
            threading.Thread(target=self._read_log, name="engine log"),
            threading.Thread(target=self._read_announcement, name="engine address"),
        ]
        for reader in self._readers:
            reader.start()

    @property
    def alive(self) -> bool:
        """Whether the process runs."""
        return self._process.poll() is None

    @property
    def exit_code(self) -> int | None:
        """How it ended; ``None`` while it runs."""
        return self._process.poll()

    def address(self, deadline: float, cancel: CancelToken) -> str | None:
        """Where it listens, once it says so; ``None`` if it ended or the deadline passed."""
        while not self._announced.wait(_LOOK):
            cancel.raise_if_cancelled()
            if time.monotonic() > deadline:
                return None
        try:
            said = json.loads(self._announcement)
        except ValueError:
            return None
        address = said.get("address") if isinstance(said, dict) else None
        return address if isinstance(address, str) else None

    def log_tail(self) -> str:
        """The last lines of its log."""
        return "\n".join(tuple(self._lines))

    def end(self) -> None:
        """Ask it to end, wait, kill it if it does not; returns when it is gone."""
        process = self._process
        if process.stdin is not None:
            process.stdin.close()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        for reader in self._readers:
            reader.join()

    def _read_log(self) -> None:
        if self._process.stderr is not None:
            with self._process.stderr as log:
                for line in log:
                    text = line.decode("utf-8", "replace").rstrip()
                    self._lines.append(text[:LOG_WIDTH])

    def _read_announcement(self) -> None:
        if self._process.stdout is not None:
            with self._process.stdout as out:
                self._announcement = out.readline(10_000).decode("utf-8", "replace")
                self._announced.set()
                while out.read(4096):
                    pass
        self._announced.set()


def started(cancel: CancelToken) -> tuple[EngineProcess, Endpoint]:
    """A new process that answers; raises ``EngineFailed`` or ``Cancelled`` and leaves none."""
    token = secrets.token_urlsafe(32)
    child = EngineProcess(token)
    ready = False
    try:
        deadline = time.monotonic() + START_SECONDS
        address = child.address(deadline, cancel)
        said = health(address, token, deadline) if address is not None else None
        cancel.raise_if_cancelled()
        if address is not None and said is not None:
            limit = said.get("limit")
            ready = True
            return child, Endpoint(
                url=address,
                profile=ProfileName.BUILTIN,
                model=str(said.get("engine", "")),
                limit=limit if isinstance(limit, int) and limit > 0 else 1,
                token=token,
                name=BUILTIN,
            )
        code = child.exit_code
    finally:
        if not ready:
            child.end()
    raise EngineFailed(
        "The built-in engine could not be started."
        if code is not None
        else f"The built-in engine did not answer within {START_SECONDS:g} s.",
        "“diptych doctor” tells what it lacks.",
        details=child.log_tail(),
    )


def health(address: str, token: str, deadline: float) -> dict[str, object] | None:
    """What the engine says of itself; ``None`` if it does not answer by the deadline."""
    seconds = max(1.0, deadline - time.monotonic())
    try:
        answer = httpx.get(
            f"{address}/v1/health",
            headers={"Authorization": f"Bearer {token}"},
            timeout=seconds,
            trust_env=False,
        )
        said = answer.raise_for_status().json()
    except (httpx.HTTPError, ValueError):
        return None
    return said if isinstance(said, dict) else None
