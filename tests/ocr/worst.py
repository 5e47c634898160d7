"""The worst replies that one can think of, and how fast they are read.

The tests and the benchmark share these: repeated openings, deep nesting, endless lines, and what
looping models really send.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

from desktop.ocr.parse import parse
from desktop.ocr.quality import assess

_UNITS = (
    *(
        "<",
        "[[",
        "[",
        "(",
        "{",
        "$",
        "$ ",
        "$$ ",
        "`",
        "` ",
        "&",
        "&lt;",
        "\\",
        "\\\\",
        "\\(",
        "\\[",
    ),
    *(
        "<td>",
        "<tr>",
        "<table>",
        "</table>",
        "<table><tr><td>",
        "<td><table></table>",
        "<b>",
        "<b></i>",
    ),
    *(
        "<|ref|>",
        "<|ref|>a",
        "<|det|>",
        "<|det|>[J]<|/ref|>",
        "<|",
        "<｜",
        "<PAGE>",
        "<PAGE>x",
        "<br>",
    ),
    *(
        "text[[",
        "text[[\n",
        "text[[1,2,3,4]]\n",
        "image[[1,2,3,4]]",
        "title[[1, 2, 3, 4",
        "a[[1,2,3,4]]",
    ),
    *(
        "\n",
        " ",
        "\t",
        "a\n",
        "- ",
        "- x\n",
        "  - x\n",
        "1. x\n",
        "=\n",
        "|-|\n",
        "|",
        "#",
        "```\n",
    ),
    *(
        "ab- Cd ",
        "word- word ",
        "non- English xx yy ",
        "- - ",
        "•",
        "• a",
        "中文\n",
        "Ġ",
        "xĠyĊ",
        "..... ",
    ),
    *(
        "<fcel>x<nl>",
        "<ucel><lcel>",
        "![a](b)",
        "![",
        "--- Page 1 ---\n",
        "[1,2,3,4],",
        "0 ",
        "1 2 ",
    ),
    "<td colspan=1000 rowspan=1000>x</td></tr><tr>",
    "<|ref|>text<|/ref|><|det|>[[1,2,3,4]]<|/det|>\nwords\n\n",
    "<|ref|>table_caption<|/ref|>\nx<table>",
    "x<table><tr><td>y\n\n",
)


def worst_replies(size: int) -> Iterator[tuple[str, str]]:
    """Names and replies of about ``size`` characters."""
    for unit in _UNITS:
        yield repr(unit), unit * (size // len(unit))
    depth = size // 33
    yield "deep tables", "<table><tr><td>" * depth + "</td></tr></table>" * depth
    yield "one long line", "x" * size
    yield "blanks before a word", " " * size + "x"
    yield "dashes before a word", "-" * size + "x"
    yield "long words", ("a" * 400 + "/\nb\n") * (size // 404)
    yield "a long box", f"<|ref|>text<|/ref|><|det|>{'[1,2,3,4],' * (size // 10)}<|/det|>"
    spans = "<td rowspan=9999>a</td>" * (size // 46)
    yield "tall cells", f"<table><tr>{spans}</tr>{'<tr><td>b</td></tr>' * (size // 40)}"
    counted = "".join(f"{number} " for number in range(size // 7))
    yield "a counter", counted


def seconds(reply: str) -> float:
    """The processor time that it takes to judge and to parse a reply."""
    begin = time.process_time()
    assess(reply, cut=False)
    parse(reply)
    return time.process_time() - begin


def megabytes_per_second(reply: str, *, rounds: int = 5) -> float:
    """How many megabytes (UTF-8) of such replies are judged and parsed in a second; the best of
    ``rounds``.
    """
    best = min(seconds(reply) for _ in range(rounds))
    return len(reply.encode()) / 1e6 / max(best, 1e-9)
