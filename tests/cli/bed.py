"""What the tests of the command line share: the real program, and small real documents."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw
from reportlab.lib.pagesizes import A5
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from desktop.__main__ import main

ROOT = Path(__file__).parents[2]
#: Long enough for a busy machine; nothing here takes more than a few seconds by itself.
PATIENCE = 90.0


@dataclass(frozen=True)
class Ended:
    """How a program ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def files(self) -> list[Path]:
        """The files that it says it wrote."""
        return [Path(line) for line in self.out.splitlines()]


def environment(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """This process's environment, which has the test's own home, and more."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "200", **(more or {})}


def start(
    *words: str | Path, cwd: Path, env: Mapping[str, str] | None = None
) -> subprocess.Popen[str]:
    """The console program, running in a process group of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "desktop", *map(str, words)],
        cwd=cwd,
        env=environment(env),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        errors="surrogateescape",
        start_new_session=True,
    )


def end(program: subprocess.Popen[str]) -> Ended:
    """Wait for a program."""
    out, err = program.communicate(timeout=PATIENCE)
    return Ended(program.returncode, out, err)


def diptych(*words: str | Path, cwd: Path, env: Mapping[str, str] | None = None) -> Ended:
    """Run the console program to its end."""
    return end(start(*words, cwd=cwd, env=env))


def here(capsys: pytest.CaptureFixture[str], *words: str) -> Ended:
    """Run the command in this process, which is much faster."""
    capsys.readouterr()
    code = main(words)
    out, err = capsys.readouterr()
    return Ended(code, out, err)


def pdf(path: Path, pages: int = 1, *, password: str = "") -> Path:
    """A PDF whose pages are drawn bars, all different and without a text layer."""
    path.parent.mkdir(parents=True, exist_ok=True)
    encrypt = StandardEncryption(password, strength=128) if password else None
    canvas = Canvas(str(path), pagesize=A5, invariant=1, encrypt=encrypt)
    for page in range(pages):
        for x, y, width, height in _bars(f"{path.name} {page}", *map(int, A5)):
            canvas.rect(x, y, width, height, fill=1)
        canvas.showPage()
    canvas.save()
    return path


def picture(path: Path) -> Path:
    """A PNG file of drawn bars."""
    path.parent.mkdir(parents=True, exist_ok=True)
    image = Image.new("RGB", (420, 595), "white")
    draw = ImageDraw.Draw(image)
    for x, y, width, height in _bars(path.name, *image.size):
        draw.rectangle((x, y, x + width, y + height), fill="black")
    image.save(path, "PNG")
    return path


def _bars(seed: str, width: int, height: int) -> list[tuple[int, int, int, int]]:
    dice = random.Random(seed)
    return [(40, y, dice.randrange(60, width - 80), 8) for y in range(40, height - 40, 24)]


def marks(requests: Sequence[Mapping[str, Any]]) -> list[str]:
    """What the replies to these requests have in them, one mark for each request."""
    return [request["image"][:16] for request in requests]
