"""The documents that a child process keeps open, so that the next page need not open them again."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path

from desktop.documents import complaints
from desktop.documents.fingerprint import regular_file
from desktop.documents.formats import HEAD, sniff
from desktop.documents.limits import Limits
from desktop.documents.memory import give_back_memory, resident_memory
from desktop.documents.opened import OpenDocument
from desktop.documents.pdf import PdfFile
from desktop.documents.picture import PictureFile
from desktop.model.document import DocumentKind

#: One for the conversion that runs, and one for somebody who looks at another document meanwhile.
_PLACES = 2

#: pdfium keeps every stream that it has read until the document is closed: a scan of thousands of
#: pages would end up in memory as a whole. So a document that has grown by this many bytes is
#: opened anew, which takes milliseconds.
_GROWTH = 64 * 1024**2
#: Before this many uses nobody looks at the memory, so that small documents cost nothing.
_UNWATCHED_USES = 8

_Key = tuple[Path, int, int, str | None]


@dataclass(slots=True)
class _Place:
    """An open document; ``memory`` is what the process used at its first watched use."""

    document: OpenDocument
    uses: int = 0
    memory: int = 0

    def outgrown(self) -> bool:
        """Count a use, and say whether the document should be opened anew before it."""
        self.uses += 1
        if self.uses <= _UNWATCHED_USES:
            return False
        memory = resident_memory()
        self.memory = self.memory or memory
        return memory > self.memory + _GROWTH


class Shelf:
    """The last documents that were used, open. Not thread-safe."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._open: OrderedDict[_Key, _Place] = OrderedDict()

    def document(self, path: Path, password: str | None) -> OpenDocument:
        """The open document; a file that has changed meanwhile is opened again.

        Raises ``DocumentMissing``, ``NotADocument``, ``DocumentDamaged``, ``PasswordNeeded`` or
        ``PasswordWrong``.
        """
        status = regular_file(path)
        key = (path, status.st_size, status.st_mtime_ns, password)
        place = self._open.pop(key, None)
        if place is not None and place.outgrown():
            place.document.close()
            place = None
            give_back_memory()
        if place is None:
            while len(self._open) >= _PLACES:
                self._open.popitem(last=False)[1].document.close()
            place = _Place(self._opened(path, password))
        self._open[key] = place
        return place.document

    def close(self) -> None:
        """Close every document."""
        while self._open:
            self._open.popitem()[1].document.close()

    def _opened(self, path: Path, password: str | None) -> OpenDocument:
        try:
            with path.open("rb") as file:
                head = file.read(HEAD)
        except OSError as error:
            raise complaints.missing(path, error) from None
        if not head:
            raise complaints.empty(path)
        kind = sniff(head)
        if kind is None:
            raise complaints.not_a_document(path)
        if kind is DocumentKind.PDF:
            return PdfFile(path, password, self._limits)
        return PictureFile(path, kind, self._limits)
