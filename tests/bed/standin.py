"""A stand-in OCR server for tests: a real process, real HTTP, and a menu of faults.

    with StandIn(profile="vllm", seconds=0.02, rules=[Rule(fault="busy", nth=(3,))]) as server:
        ... server.url ...
        server.requests()     # every page request: image hash, prompt, order, outcome, times
        server.account()      # pages, busy seconds, peaks, CPU seconds

Unless a rule says otherwise, each page's reply carries the first 16 hexadecimal digits of its
image's SHA-256, so that a test can tell whose reply it has (``mark``).
"""

from __future__ import annotations

import contextlib
import hashlib
import http.client
import json
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import asdict, replace
from pathlib import Path
from types import TracebackType
from typing import Any

from tests.bed.standin_options import FAULTS, Options, Rule

__all__ = ["FAULTS", "Rule", "StandIn", "mark"]

ROOT = Path(__file__).parents[2]


def mark(image: bytes) -> str:
    """What the reply to this image has in it."""
    return hashlib.sha256(image).hexdigest()[:16]


class StandIn:
    """A context manager that owns a stand-in's process; see ``Options`` for the settings."""

    def __init__(self, profile: str = "deepseek-ocr.rs", **settings: Any) -> None:
        for name in ("rules", "models"):
            settings[name] = tuple(settings.get(name, ()))
        self._options = Options(profile=profile, **settings)
        self._process: subprocess.Popen[str] | None = None
        self.port = 0

    def __enter__(self) -> StandIn:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    @property
    def url(self) -> str:
        """The server's base address."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start the process; on the same port as before if it was stopped."""
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.bed.standin_process"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._process = process
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(replace(self._options, port=self.port).to_json() + "\n")
        process.stdin.flush()
        line = process.stdout.readline()
        assert line, "the stand-in did not start"
        self.port = json.loads(line)["port"]

    def stop(self) -> None:
        """Kill the process, as a crash would; ``start`` brings it back on the same port."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        with contextlib.suppress(BrokenPipeError):
            # Closes both pipes and reaps the process.
            process.communicate()

    def requests(self) -> list[dict[str, Any]]:
        """Every page request so far, in the order of arrival."""
        entries = self._control("GET", "requests")
        assert isinstance(entries, list)
        return entries

    def account(self) -> dict[str, Any]:
        """Counts, peaks and busy time so far."""
        account = self._control("GET", "account")
        assert isinstance(account, dict)
        return account

    def set_rules(self, rules: Iterable[Rule]) -> None:
        """Put other rules in force from now on."""
        self._control("POST", "rules", [asdict(rule) for rule in rules])

    def forget(self) -> None:
        """Forget the requests, the busy time and a poisoned lock, as a restart would."""
        self._control("POST", "forget", None)

    def _control(self, method: str, what: str, content: Any = None) -> Any:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request(method, f"/_standin/{what}", body=json.dumps(content))
            return json.loads(connection.getresponse().read())
        finally:
            connection.close()
