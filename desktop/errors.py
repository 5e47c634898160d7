"""What can go wrong in ways that we know, as a tree; anything else that is raised is a bug.

    KnownError                 says what happened and what to do
    ├── DocumentError          a file that was added
    │   ├── DocumentMissing        moved, deleted, or not readable
    │   ├── DocumentChanged        not the bytes that the job was made for
    │   ├── NotADocument           none of the formats that Diptych opens
    │   ├── DocumentDamaged        the right format, but it cannot be opened
    │   ├── PasswordNeeded         encrypted, and no password was given
    │   ├── PasswordWrong          encrypted, and the password does not open it
    │   └── PageUnreadable         one page crashed, hung or exhausted its child process
    ├── ServerError            an OCR server; ``transient`` says whether another try can help
    │   ├── ServerUnreachable      no connection, or it broke
    │   ├── ServerTimeout          connected, but silent for too long
    │   ├── ServerBusy             it refuses for now (429, 503)
    │   ├── ServerUnauthorised     401 or 403
    │   ├── ServerUnknown          something answers, but not an OCR server
    │   ├── ModelMissing           the model is not one of the server's
    │   ├── RequestRejected        the server found the request wrong (400)
    │   ├── RequestTooLarge        the page image is larger than the server takes
    │   ├── ImageIgnored           the server did not see the image
    │   ├── EmptyReply             the model said nothing
    │   ├── ServerFailed           an internal error, or an error in the middle of a reply
    │   ├── ServerNeedsRestart     permanent until the server is restarted (poisoned lock)
    │   └── EngineFailed           the built-in engine could not be started or died
    ├── StoreError             the library of conversions
    │   ├── StoreLocked            another program holds the database
    │   ├── StoreFull              no space left where the database is
    │   ├── StoreNewer             made by a newer Diptych
    │   └── StoreDamaged           not a database, or a broken one
    ├── ExportError            a file that was to be written
    └── UsageError             an option or a setting that makes no sense

``Cancelled`` is not an error: it unwinds work that somebody asked to stop.
"""

from __future__ import annotations


class KnownError(Exception):
    """Something that can happen to a careful user.

    ``what`` is one sentence saying what happened, ``advice`` one saying what to do about it, both
    for people; ``details`` is for a report (a server's own words, an errno) and may be empty.
    """

    def __init__(self, what: str, advice: str = "", *, details: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.advice = advice
        self.details = details

    @property
    def kind(self) -> str:
        """The stable name of this kind of error, as stored and as printed in JSON."""
        return type(self).__name__

    def __str__(self) -> str:
        return f"{self.what} {self.advice}".strip()

    def __reduce__(self) -> tuple[object, ...]:
        # Errors cross process borders (documents are opened in children); the default pickling
        # would call the class with the one argument that Exception keeps.
        return (_rebuild, (type(self), self.what, self.advice, self.details))


def _rebuild(kind: type[KnownError], what: str, advice: str, details: str) -> KnownError:
    return kind(what, advice, details=details)


class DocumentError(KnownError):
    """A file that was added can't be used as it is."""


class DocumentMissing(DocumentError):
    """The file is not there any more, or may not be read."""


class DocumentChanged(DocumentError):
    """The file has other bytes than when its job was made."""


class NotADocument(DocumentError):
    """The file is of none of the formats that Diptych opens."""


class DocumentDamaged(DocumentError):
    """The file is of a known format, but it can't be opened."""


class PasswordNeeded(DocumentError):
    """The document is encrypted and no password was given."""


class PasswordWrong(DocumentError):
    """The document is encrypted and the password does not open it."""


class PageUnreadable(DocumentError):
    """One page crashed, hung or exhausted the child process that opened it."""


class ServerError(KnownError):
    """An OCR server did not do what was asked.

    ``transient`` says whether the same request may succeed later or at another endpoint.
    """

    transient = False


class ServerUnreachable(ServerError):
    """No connection could be made, or it broke in the middle."""

    transient = True


class ServerTimeout(ServerError):
    """The server is connected but stayed silent for longer than its queue explains."""

    transient = True


class ServerBusy(ServerError):
    """The server refuses work for now (HTTP 429 or 503)."""

    transient = True


class ServerUnauthorised(ServerError):
    """The server wants another token (HTTP 401 or 403)."""


class ServerUnknown(ServerError):
    """Something answers at the address, but it is not an OCR server."""


class ModelMissing(ServerError):
    """The model is not one that the server has."""


class RequestRejected(ServerError):
    """The server found the request wrong (HTTP 400 or 422)."""


class RequestTooLarge(ServerError):
    """The page image is larger than the server takes (HTTP 413, or its known limit)."""


class ImageIgnored(ServerError):
    """The server answered without having seen the page image."""


class EmptyReply(ServerError):
    """The model generated nothing at all."""


class ServerFailed(ServerError):
    """The server reported an internal error, before or in the middle of its reply."""

    transient = True


class ServerNeedsRestart(ServerError):
    """The server will fail every request until it is restarted."""


class EngineFailed(ServerError):
    """The built-in engine could not be started, or died."""


class StoreError(KnownError):
    """The library of conversions can't be read or written."""


class StoreLocked(StoreError):
    """Another program has held the database for too long."""


class StoreFull(StoreError):
    """No space is left where the database lies."""


class StoreNewer(StoreError):
    """The database was made by a newer Diptych and is left untouched."""


class StoreDamaged(StoreError):
    """The file is not a database, or a broken one."""


class ExportError(KnownError):
    """A file could not be written."""


class UsageError(KnownError):
    """An option, a setting or a combination of them makes no sense."""


class Cancelled(Exception):
    """Raised inside work whose cancel token was set."""
