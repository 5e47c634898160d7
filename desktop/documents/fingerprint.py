"""What tells a file from another, and from itself after a change."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

from desktop.documents import complaints
from desktop.model.cancel import CancelToken
from desktop.model.document import Fingerprint

_CHUNK = 1 << 20


def take_fingerprint(path: Path, cancel: CancelToken | None = None) -> Fingerprint:
    """Size, time and SHA-256 of a file, read piece by piece.

    Raises ``DocumentMissing``, ``DocumentChanged`` if it is written to meanwhile, ``Cancelled``.
    """
    regular_file(path)
    try:
        with path.open("rb") as file:
            before = os.fstat(file.fileno())
            digest = hashlib.sha256()
            while piece := file.read(_CHUNK):
                digest.update(piece)
                if cancel is not None:
                    cancel.raise_if_cancelled()
            after = os.fstat(file.fileno())
    except OSError as error:
        raise complaints.missing(path, error) from None
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise complaints.changed(path)
    return Fingerprint(after.st_size, after.st_mtime_ns, digest.hexdigest())


def verify(path: Path, fingerprint: Fingerprint, cancel: CancelToken | None = None) -> None:
    """Make sure that the file still has the bytes that ``fingerprint`` was taken of.

    Cheap: the content is read only if the file's time has changed and its size has not. Raises
    ``DocumentMissing``, ``DocumentChanged``, ``Cancelled``.
    """
    status = regular_file(path)
    if status.st_size != fingerprint.size:
        raise complaints.changed(path)
    if status.st_mtime_ns == fingerprint.modified_ns:
        return
    if take_fingerprint(path, cancel).sha256 != fingerprint.sha256:
        raise complaints.changed(path)


def regular_file(path: Path) -> os.stat_result:
    """The status of a file that can be opened without waiting (no pipe, no device, no folder).

    Raises ``DocumentMissing``.
    """
    try:
        status = path.stat()
    except OSError as error:
        raise complaints.missing(path, error) from None
    except ValueError:  # a zero byte in the name
        raise complaints.missing(path) from None
    if not stat.S_ISREG(status.st_mode):
        raise complaints.not_a_file(path)
    return status
