"""How much memory a conversion takes, all of its own processes together."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import psutil

from tests.bed.standin import StandIn
from tests.bench.documents import make_pdf
from tests.bench.rows import Row

#: Between two looks, in seconds.
PERIOD = 0.2


def proportional_bytes(process: psutil.Process) -> int:
    """The memory of a process; what it shares with others counts in proportion (PSS)."""
    try:
        return int(getattr(process.memory_full_info(), "pss", 0)) or process.memory_info().rss
    except psutil.Error:
        return 0


def peak_of(command: list[str], environment: dict[str, str]) -> tuple[int, float]:
    """The largest sum over a program and its children while it runs, and its wall time."""
    pause = threading.Event()
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as program:
        top = psutil.Process(program.pid)
        began = top.create_time()
        peak = 0
        while program.poll() is None:
            try:
                family = [top, *top.children(recursive=True)]
            except psutil.Error:
                break
            peak = max(peak, sum(map(proportional_bytes, family)))
            pause.wait(PERIOD)
    ended = time.time()
    if program.returncode:
        raise RuntimeError(f"the conversion ended with {program.returncode}")
    return peak, ended - began


def memory(folder: Path, *, pages: int, most: float | None) -> Row:
    """The whole command: ``diptych convert`` of so many pages with a server, to Markdown."""
    document = make_pdf(folder / f"memory{pages}.pdf", pages, seed=3)
    with StandIn(profile="vllm", seconds=0.05, parallel=32) as server:
        words = ["convert", str(document), "--server", server.url, "--to", "md", "--quiet"]
        command = [sys.executable, "-m", "desktop", *words, "-o", str(folder / f"out{pages}")]
        environment = {**os.environ, "DIPTYCH_HOME": str(folder / f"home{pages}")}
        peak, seconds = peak_of(command, environment)
    note = f"diptych convert to Markdown, {seconds:.0f} s"
    return Row(f"peak memory at {pages} pages", peak / 1e6, "MB", most, most=True, note=note)
