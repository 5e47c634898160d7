"""Files and folders as people hand them over, into the list of documents that they mean."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from desktop.documents import complaints
from desktop.documents.fingerprint import regular_file
from desktop.documents.formats import HEAD, WEAK, sniff
from desktop.errors import DocumentMissing

#: A file of a folder that has one of these names is meant, even if it turns out to be broken.
_ENDINGS = frozenset(
    {".pdf", ".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".webp", ".bmp", ".dib", ".gif", ".tif",
     ".tiff"}
)  # fmt: skip


def collect(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Every file that is named, and every document in the folders that are named, each once.

    Files that are named are kept whatever they are: if one can't be used, somebody wants to hear
    of it. Folders are walked to the bottom in natural order (``scan2`` before ``scan10``), files
    before folders; hidden files and links to folders are left out, and so are files of which
    neither name nor content looks like a document. Raises ``DocumentMissing`` for a folder that
    can't be read: leaving its documents out in silence would be worse.
    """
    found: dict[str, Path] = {}
    for path in paths:
        for document in _walk(path) if path.is_dir() else (path,):
            found.setdefault(os.path.realpath(document), document)
    return tuple(found.values())


def _walk(top: Path) -> Iterator[Path]:
    # Imported here because child processes import this package too, and are to start quickly.
    from natsort import natsort_keygen, ns

    natural = natsort_keygen(alg=ns.IGNORECASE)
    folders = [top]
    while folders:
        folder = folders.pop()
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: natural(entry.name))
        except OSError as error:
            raise complaints.missing(folder, error) from None
        visible = [entry for entry in entries if not entry.name.startswith(".")]
        for entry in visible:
            if not entry.is_dir() and _can_be_document(Path(entry.path)):
                yield Path(entry.path)
        inner = [entry for entry in visible if entry.is_dir(follow_symlinks=False)]
        folders += [Path(entry.path) for entry in reversed(inner)]


def _can_be_document(path: Path) -> bool:
    try:
        regular_file(path)
        if path.suffix.lower() in _ENDINGS:
            return True
        with path.open("rb") as file:
            kind = sniff(file.read(HEAD))
    except (DocumentMissing, OSError):
        return False  # a pipe, a dead link, or a file of unknown name that may not be read
    return kind is not None and kind not in WEAK
