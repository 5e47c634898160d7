"""The documents that a child process keeps open, so that the next page need not open them again."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

from desktop.documents import complaints
from desktop.documents.fingerprint import regular_file
from desktop.documents.formats import HEAD, sniff
from desktop.documents.limits import Limits
from desktop.documents.opened import OpenDocument
from desktop.documents.pdf import PdfFile
from desktop.documents.picture import PictureFile
from desktop.model.document import DocumentKind

#: One for the conversion that runs, and one for somebody who looks at another document meanwhile.
_PLACES = 2

_Key = tuple[Path, int, int, str | None]


class Shelf:
    """The last documents that were used, open. Not thread-safe."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._open: OrderedDict[_Key, OpenDocument] = OrderedDict()

    def document(self, path: Path, password: str | None) -> OpenDocument:
        """The open document; a file that has changed meanwhile is opened again.

        Raises ``DocumentMissing``, ``NotADocument``, ``DocumentDamaged``, ``PasswordNeeded`` or
        ``PasswordWrong``.
        """
        status = regular_file(path)
        key = (path, status.st_size, status.st_mtime_ns, password)
        document = self._open.pop(key, None)
        if document is None:
            while len(self._open) >= _PLACES:
                self._open.popitem(last=False)[1].close()
            document = self._opened(path, password)
        self._open[key] = document
        return document

    def close(self) -> None:
        """Close every document."""
        while self._open:
            self._open.popitem()[1].close()

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
