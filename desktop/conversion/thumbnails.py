"""Thumbnails on the disk: made again when they are gone, so no trouble with them is an error."""

from __future__ import annotations

import contextlib
import logging
import os
import tempfile
import threading
from collections.abc import Collection
from pathlib import Path

from desktop.model.document import Fingerprint

log = logging.getLogger(__name__)

#: How many bytes the thumbnails may take; when they take more, the oldest go until three quarters
#: are left, so that not every new one looks through the folder.
MOST_BYTES = 200 * 1024**2
_KEEP = 0.75


def name_of(fingerprint: Fingerprint, page: int, rotation: int) -> str:
    """The file name of a page's thumbnail: the same content has the same ones in every job."""
    return f"{fingerprint.sha256[:40]}-{page}-{rotation % 360}.jpg"


class Thumbnails:
    """The thumbnails in ``folder``, by name. Thread-safe, also between programs."""

    def __init__(self, folder: Path, *, most_bytes: int = MOST_BYTES) -> None:
        self._folder = folder
        self._most_bytes = most_bytes
        self._lock = threading.Lock()
        #: What all of them take, in bytes; ``None`` while nobody has looked.
        self._bytes: int | None = None

    def get(self, name: str) -> bytes | None:
        """The thumbnail of that name, if it is there and whole."""
        try:
            data = self._place(name).read_bytes()
        except OSError:
            return None
        # After a power cut a file may be there without all of its bytes.
        return data if data.endswith(b"\xff\xd9") else None

    def put(self, name: str, data: bytes) -> None:
        """Keep a thumbnail, or not, if the disk does not want it."""
        place = self._place(name)
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(prefix=".new-", dir=place.parent)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(data)
                Path(temporary).replace(place)
            except BaseException:
                with contextlib.suppress(OSError):
                    Path(temporary).unlink()
                raise
        except OSError as error:
            log.info("a thumbnail was not kept: %s", error)
            return
        self._bound(len(data))

    def size(self) -> int:
        """What they take on the disk, in bytes."""
        return sum(size for _, size, _ in self._files())

    def clear(self, fingerprints: Collection[Fingerprint] | None = None) -> None:
        """Remove the thumbnails of these documents, or all."""
        names = None if fingerprints is None else {each.sha256[:40] for each in fingerprints}
        for _, _, file in self._files():
            if names is None or file.name.partition("-")[0] in names:
                _remove(file)
        with self._lock:
            self._bytes = None

    def _place(self, name: str) -> Path:
        # Some file systems are slow with very many files in one folder.
        return self._folder / name[:2] / name

    def _files(self) -> list[tuple[float, int, Path]]:
        """Time of change, size and path of each, oldest first."""
        found = []
        for folder, _, names in os.walk(self._folder):
            for name in names:
                file = Path(folder, name)
                with contextlib.suppress(OSError):
                    status = file.stat()
                    found.append((status.st_mtime, status.st_size, file))
        return sorted(found)

    def _bound(self, more: int) -> None:
        """Count a new one and remove old ones if they take too much."""
        with self._lock:
            if self._bytes is not None:
                self._bytes += more
                if self._bytes <= self._most_bytes:
                    return
            files = self._files()
            self._bytes = sum(size for _, size, _ in files)
            if self._bytes <= self._most_bytes:
                return
            for _, size, file in files:
                if self._bytes <= self._most_bytes * _KEEP:
                    break
                _remove(file)
                self._bytes -= size


def _remove(file: Path) -> None:
    with contextlib.suppress(OSError):
        file.unlink()
