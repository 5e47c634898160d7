"""How fast replies are understood, the worst ones included."""

from __future__ import annotations

import time

from desktop.ocr.parse import parse
from tests.bench.rows import Row

_PAGE = (
    "<|ref|>title<|/ref|><|det|>[[120, 80, 878, 120]]<|/det|>\n# Drying plants\n\n"
    "<|ref|>text<|/ref|><|det|>[[120, 140, 480, 300]]<|/det|>\nA pressed plant lasts for "
    "centuries if it is dry on the day it is mounted, and \\(x^2\\) is not.\n\n"
    "<|ref|>table<|/ref|><|det|>[[120, 320, 480, 420]]<|/det|>\n<table><tr><td>old</td>"
    '<td colspan="2">120 &amp; 31</td></tr><tr><td>new</td><td>1</td><td>2</td></tr></table>\n\n'
    "<|ref|>image_caption<|/ref|><|det|>[[520, 320, 880, 340]]<|/det|>\n<center>Figure 1</center>\n"
)
#: Inputs that make careless parsers slow: openings without an end, deep nesting, near misses.
WORST = {
    "open tags": "<|ref|>",
    "open boxes": "<|det|>[[",
    "brackets": "[",
    "numbers": "[[1, ",
    "angles": "<",
    "tables in tables": "<table><tr><td>",
    "closings": "</td></tr></table>",
    "spans": '<td colspan="9999" rowspan="9999">',
    "math": "\\(\\[",
    "dollars": "$",
    "entities": "&amp;",
    "stars": "*_`",
    "list items": "- ",
    "page marks": "<--- Page Split --->\n",
    "label without tag": "title[[1, 2, 3, 4]]\n",
    "blanks": " \n",
    "letters": "a",
}


def _rate(text: str) -> float:
    """Megabytes a second of this process's own time, whatever else the machine does."""
    began = time.process_time()
    parse(text)
    return len(text.encode()) / 1e6 / (time.process_time() - began)


def parsing(*, megabytes: float) -> list[Row]:
    """Ordinary pages, and the slowest of the worst inputs."""
    size = int(megabytes * 1e6)

    def filled(piece: str) -> str:
        return (piece * (size // len(piece) + 1))[:size]

    usual = _rate(filled(_PAGE))
    rates = {name: _rate(filled(piece)) for name, piece in WORST.items()}
    name = min(rates, key=rates.__getitem__)
    return [
        Row("parser, ordinary pages", usual, "MB/s"),
        Row("parser, worst input", rates[name], "MB/s", 1.0, note=f"of {len(rates)}: {name}"),
    ]
