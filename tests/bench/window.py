"""How soon the window is there, how quick it is, and how much memory it takes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import Any

from desktop import settings
from desktop.settings import Settings
from tests.bed.standin import StandIn
from tests.bench.documents import make_pdf
from tests.bench.rows import Row

#: Pages a second that come in while the window's thread is watched.
RATE = 20


def _measured(home: Path, script: str, *words: str) -> dict[str, Any]:
    """What a script said, with the time at which its process was begun."""
    environment = {**os.environ, "DIPTYCH_HOME": str(home)}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    command = [sys.executable, "-m", "tests.bench.window_script", script, *words]
    began = time.monotonic()
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=False, timeout=1800
    )
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    if done.returncode or not lines:
        raise RuntimeError(f"{script} ended with {done.returncode}: {done.stderr[-2000:]}")
    return {"began": began, **json.loads(lines[-1])}


def window(folder: Path, *, pages: int, starts: int, seconds: float, turns: int) -> list[Row]:
    """All figures of the window, the program and a bare one started in turns.

    Stalls are counted for so many ``seconds``, and so many ``turns`` of a page timed.
    """
    bare, real = [], []
    for number in range(starts):
        said = _measured(folder / "bare", "bare")
        bare.append(said["first"] - said["began"])
        said = _measured(folder / f"start{number}", "start")
        real.append(said["first"] - said["began"])
    rows = [
        Row("a bare PySide6 window: to its first picture", median(bare), "s"),
        Row("Diptych's window: to its first picture", median(real), "s"),
        Row("the same / bare", median(real) / median(bare), "", 1.6, most=True),
    ]
    home = folder / "work"
    document = make_pdf(folder / "thousand.pdf", pages, seed=5)
    with StandIn(profile="vllm", seconds=1.0, parallel=RATE) as server:
        settings.save(Settings(servers=(server.url,), text_layer="never"), home / "config")
        said = _measured(home, "work", str(document), str(seconds), str(turns))
    ms = {
        "drop": ("drop to first page seen, {pages} pages", 200.0),
        "picture": ("page to page: to the new picture, median", 50.0),
        "text": ("page to page: to its text, median", 100.0),
        "stall_99": ("window's thread away, {rate:.0f} pages/s coming in: 99 %", 16.0),
        "stall": ("the same: longest", 50.0),
    }
    rows += [
        Row(name.format(**said), 1e3 * said[key], "ms", most, most=True)
        for key, (name, most) in ms.items()
    ]
    rows += [
        Row("window: memory idle (all processes)", said["idle"] / 1e6, "MB"),
        Row(f"window: memory after {said['pages']} pages viewed", said["viewed"] / 1e6, "MB"),
    ]
    return rows
