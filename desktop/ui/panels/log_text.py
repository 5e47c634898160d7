"""A program's output as a person would have seen it in the end: without colours and rewriting."""

from __future__ import annotations

import re

#: Control sequences (colours, cursor moves), operating system commands (titles, links), and the
#: other two-byte escapes of ECMA-48.
_ESCAPES = re.compile(
    r"\x1b\[[0-?]*[ -/]*(?:[@-~]|\Z)"
    r"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"
    r"|\x1b[PX^_][^\x1b]*\x1b\\"
    r"|\x1b[ -/]*[0-~]"
    r"|\x9b[0-?]*[ -/]*[@-~]"
)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def clean(text: str) -> str:
    """``text`` without escapes and other control characters but newline and tab.

    Of a line that was written over with carriage returns (a progress bar) the last writing stays.
    """
    text = _ESCAPES.sub("", text).replace("\r\n", "\n")
    lines = (_CONTROLS.sub("", _last_writing(line)) for line in text.split("\n"))
    return "\n".join(lines)


def _last_writing(line: str) -> str:
    if "\r" not in line:
        return line
    writings = [writing for writing in line.split("\r") if writing]
    return writings[-1] if writings else ""
