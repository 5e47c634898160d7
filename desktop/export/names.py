"""Names of files that are made, so that nothing a document says can become a path."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from urllib.parse import quote

#: In UTF-8; leaves room for an ending, for ``_files`` and for the name of a temporary file within
#: the 255 bytes that file systems allow.
LONGEST = 150
_FORBIDDEN = re.compile(r'[/\\<>:"|?*]')
_RESERVED = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)", re.I
)
_BLANKS = re.compile(r"\s+")
_EDGES = " .\t\n"


def safe_stem(name: str) -> str:
    """A file name's stem that is harmless on every system, as much like ``name`` as can be.

    Slashes and the signs that Windows forbids become ``_``; control and formatting characters
    (such as those that turn the reading direction, and fake an ending) go, as do dots and blanks
    at both ends; reserved device names get a ``_``. Never empty, at most ``LONGEST`` bytes.
    """
    text = unicodedata.normalize("NFC", _BLANKS.sub(" ", name))
    text = "".join(c for c in text if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Cn"))
    text = _FORBIDDEN.sub("_", text).strip(_EDGES)
    text = text.encode()[:LONGEST].decode(errors="ignore").strip(_EDGES)
    if _RESERVED.match(text):
        text = f"_{text}"
    return text or "document"


def free_stem(stem: str, taken: Collection[str]) -> str:
    """``safe_stem(stem)``, with a number if it is among ``taken``: ``paper``, ``paper (2)``, ….

    Names that differ only in case are the same, as they are on Windows and macOS. Nothing is
    looked up on the disk: ``taken`` is what the caller made in this run or wants to keep.
    """
    stem = safe_stem(stem)
    used = {_same(name) for name in taken}
    candidate = stem
    number = 1
    while _same(candidate) in used:
        number += 1
        candidate = f"{stem} ({number})"
    return candidate


def _same(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def figures_folder(stem: str) -> str:
    """The name of the folder beside a Markdown file that holds its pictures."""
    return f"{stem}_files"


def link(*parts: str) -> str:
    """A relative link to a file, as it stands in Markdown: every part URL-encoded."""
    # Parentheses are legal in a URL but would have to be balanced in Markdown.
    return "/".join(quote(part, safe="") for part in parts)
