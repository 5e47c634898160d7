"""Files that appear whole or not at all.

Everything is first written to temporary files in the target's own folder, brought to the disk, and
then put in place with ``os.replace``: whoever looks sees the old file or the new one, and whatever
goes wrong before leaves the old one as it was and no temporary file.
"""

from __future__ import annotations

import contextlib
import errno
import itertools
import os
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

import psutil

from desktop.errors import ExportError

_ENDING = ".diptych"
_counter = itertools.count()


class Staging:
    """Files that are put in place together: ``with Staging() as s: … s.commit()``.

    Leaving the block without ``commit`` removes all that was staged. Raises ``ExportError``; an
    ``OSError`` raised inside the block is translated too.
    """

    def __init__(self) -> None:
        self._staged: list[tuple[Path, Path]] = []
        self._made: list[Path] = []

    def __enter__(self) -> Staging:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for temporary, _ in self._staged:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
        for folder in reversed(self._made):
            # Only if nothing is in it.
            with contextlib.suppress(OSError):
                folder.rmdir()
        if isinstance(error, OSError):
            raise explained(error) from error

    def folder(self, path: Path) -> None:
        """Make a folder if it is not there; it goes again if nothing is committed into it."""
        try:
            path.mkdir()
        except FileExistsError:
            if not path.is_dir():
                raise explained(NotADirectoryError(errno.ENOTDIR, "", str(path))) from None
        else:
            self._made.append(path)

    @contextlib.contextmanager
    def open(self, target: Path) -> Iterator[BinaryIO]:
        """A stream to what will become ``target``; on the disk when the block ends."""
        _sweep(target)
        name = f".{target.name}.{os.getpid()}-{next(_counter)}{_ENDING}"
        temporary = target.with_name(name)
        with temporary.open("xb") as stream:
            self._staged.append((temporary, target))
            yield stream
            stream.flush()
            os.fsync(stream.fileno())

    def commit(self) -> None:
        """Put every staged file in place, in the order in which they were staged."""
        while self._staged:
            temporary, target = self._staged[0]
            temporary.replace(target)
            self._staged.pop(0)
            if not self._staged or self._staged[0][1].parent != target.parent:
                _sync_folder(target.parent)
        self._made.clear()


@contextlib.contextmanager
def writing(target: Path) -> Iterator[BinaryIO]:
    """A stream to one file that appears whole when the block ends without an error."""
    with Staging() as staging:
        with staging.open(target) as stream:
            yield stream
        staging.commit()


def explained(error: OSError) -> ExportError:
    """What an ``OSError`` while writing means, and what to do about it."""
    where = Path(os.fsdecode(error.filename)) if isinstance(error.filename, str | bytes) else None
    place = _visible(where) if where else "the file"
    details = f"{type(error).__name__}: {error}"
    number = error.errno
    if number in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return ExportError(
            "There is not enough space on the disk to write the export.",
            "Free some space or choose another folder, then export again.",
            details=details,
        )
    if number in (errno.EACCES, errno.EPERM, errno.EROFS):
        return ExportError(
            f"{place} may not be written.",
            "Choose another folder, or close the program that has the file open.",
            details=details,
        )
    if number in (errno.ENOENT, errno.ENOTDIR):
        folder = where.parent if where else place
        return ExportError(
            f"The folder {folder} is not there.",
            "Create it or choose another one, then export again.",
            details=details,
        )
    if number == errno.ENAMETOOLONG:
        return ExportError(
            "The name of the export is too long for this disk.",
            "Choose a shorter name.",
            details=details,
        )
    if number in (errno.EISDIR, errno.EEXIST, errno.ENOTEMPTY):
        return ExportError(
            f"{place} is in the way of the export.",
            "Move it away or choose another name.",
            details=details,
        )
    return ExportError(
        f"{place} could not be written.",
        "Check the disk and the folder, then export again.",
        details=details,
    )


def _visible(path: Path) -> Path:
    """The file that a person knows, for a temporary one."""
    if path.name.endswith(_ENDING) and path.name.startswith("."):
        return path.with_name(path.name[1:].rsplit(".", 2)[0])
    return path


def _sweep(target: Path) -> None:
    """Remove what a program that was killed left of an earlier try at the same file."""
    prefix = f".{target.name}."
    try:
        names = [entry.name for entry in os.scandir(target.parent)]
    except FileNotFoundError:
        raise explained(FileNotFoundError(errno.ENOENT, "", str(target))) from None
    for name in names:
        if not (name.startswith(prefix) and name.endswith(_ENDING)):
            continue
        owner = name[len(prefix) :].split("-", 1)[0]
        if owner.isdigit() and not psutil.pid_exists(int(owner)):
            with contextlib.suppress(OSError):
                target.with_name(name).unlink()


def _sync_folder(folder: Path) -> None:
    """Bring the folder's list of names to the disk, where the system can (not on Windows)."""
    flags = getattr(os, "O_DIRECTORY", None)
    if flags is None:
        return
    descriptor = os.open(folder, os.O_RDONLY | flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
