"""The sentences in which this room says what is wrong with a document."""

from __future__ import annotations

from pathlib import Path

from desktop.errors import (
    DocumentChanged,
    DocumentDamaged,
    DocumentMissing,
    NotADocument,
    PageUnreadable,
    PasswordNeeded,
    PasswordWrong,
)


def shown(path: Path) -> str:
    """A file's name as it can be printed: bytes that are no text in it are replaced."""
    return path.name.encode("utf-8", "replace").decode("utf-8")


def missing(path: Path, why: OSError | None = None) -> DocumentMissing:
    """The file can't be read; ``why`` tells whether it is gone or only locked up."""
    details = "" if why is None else str(why.strerror or why)
    if isinstance(why, PermissionError):
        return DocumentMissing(
            f"“{shown(path)}” may not be read.",
            "Give yourself the right to read it, then try again.",
            details=details,
        )
    if why is None or isinstance(why, FileNotFoundError | NotADirectoryError):
        return DocumentMissing(
            f"“{shown(path)}” is not there any more.",
            "Put it back where it was, or add it again.",
            details=details,
        )
    return DocumentMissing(
        f"“{shown(path)}” can't be read.",
        "See whether its disk is connected and in order, then try again.",
        details=details,
    )


def not_a_file(path: Path) -> DocumentMissing:
    """A folder, a device or a pipe where a file was meant."""
    return DocumentMissing(f"“{shown(path)}” is not a file.", "Choose a file instead.")


def changed(path: Path) -> DocumentChanged:
    """The file has other bytes than those that its job was made for."""
    return DocumentChanged(
        f"“{shown(path)}” has changed since it was added.",
        "Add it again to convert what it holds now.",
    )


def not_a_document(path: Path) -> NotADocument:
    """None of the formats that Diptych opens."""
    return NotADocument(
        f"“{shown(path)}” is not a document that Diptych can open.",
        "It opens PDF, PNG, JPEG, WebP, BMP, GIF and TIFF files.",
    )


def empty(path: Path) -> NotADocument:
    """A file of no bytes."""
    return NotADocument(f"“{shown(path)}” is empty.", "See whether it was copied completely.")


def damaged(path: Path, details: str = "") -> DocumentDamaged:
    """A known format, but it can't be opened."""
    return DocumentDamaged(
        f"“{shown(path)}” is damaged and can't be opened.",
        "See whether another program opens it and save it anew from there, or get it again.",
        details=details,
    )


def no_pages(path: Path) -> DocumentDamaged:
    """A document without a single page."""
    return DocumentDamaged(
        f"“{shown(path)}” has no pages.", "See whether another program shows any, or get it again."
    )


def locked_strangely(path: Path) -> DocumentDamaged:
    """Encrypted in a way that pdfium does not know."""
    return DocumentDamaged(
        f"“{shown(path)}” is locked in a way that Diptych doesn't know.",
        "Save an unlocked copy from the program that made it.",
    )


def password_needed(path: Path) -> PasswordNeeded:
    """Encrypted, and no password was given."""
    return PasswordNeeded(f"“{shown(path)}” is locked with a password.", "Give its password.")


def password_wrong(path: Path) -> PasswordWrong:
    """Encrypted, and the password does not open it."""
    return PasswordWrong(
        f"The password does not open “{shown(path)}”.",
        "Check it: capital and small letters are different.",
    )


def page_missing(path: Path, page: int, count: int) -> PageUnreadable:
    """There is no such page (``page`` counts from 0)."""
    return PageUnreadable(f"“{shown(path)}” has no page {page + 1}.", f"It has pages 1 to {count}.")


def page_damaged(path: Path, page: int, details: str = "") -> PageUnreadable:
    """The page alone can't be read (``page`` counts from 0)."""
    return PageUnreadable(
        f"Page {page + 1} of “{shown(path)}” is damaged.",
        "The other pages are not touched by that; see whether another program shows this one.",
        details=details,
    )


def page_crashed(path: Path, page: int, details: str) -> PageUnreadable:
    """The child process died of the page (``page`` counts from 0)."""
    return PageUnreadable(
        f"Page {page + 1} of “{shown(path)}” crashed the process that reads it.",
        "The page is damaged or needs more memory than it may have; the other pages go on.",
        details=details,
    )


def page_too_slow(path: Path, page: int, seconds: float) -> PageUnreadable:
    """The page took longer than it may (``page`` counts from 0)."""
    return PageUnreadable(
        f"Page {page + 1} of “{shown(path)}” took longer than {seconds:g} seconds to draw.",
        "Export the page as a picture from another program and add that instead.",
    )


def page_too_hungry(path: Path, page: int, memory: int) -> PageUnreadable:
    """The page needs more memory than it may have (``page`` counts from 0)."""
    return PageUnreadable(
        f"Page {page + 1} of “{shown(path)}” needs more than {memory / 1024**3:.3g} GB of memory.",
        "Make it smaller in another program and add that instead.",
    )


def page_too_large(path: Path, page: int, width: int, height: int, limit: int) -> PageUnreadable:
    """The picture has more pixels than are decoded (``page`` counts from 0)."""
    return PageUnreadable(
        f"Page {page + 1} of “{shown(path)}” has {width} × {height} pixels, "
        f"more than the {limit / 1e6:.3g} million that Diptych decodes.",
        "Make the picture smaller in another program and add that instead.",
    )


def opening_crashed(path: Path, details: str) -> DocumentDamaged:
    """The child process died while it opened the document."""
    return DocumentDamaged(
        f"“{shown(path)}” crashed the process that opens it.",
        "It is damaged or needs more memory than it may have; save it anew from another program.",
        details=details,
    )


def opening_too_slow(path: Path, seconds: float) -> DocumentDamaged:
    """Opening took longer than it may."""
    return DocumentDamaged(
        f"“{shown(path)}” took longer than {seconds:g} seconds to open.",
        "Save it anew from another program, which often repairs it.",
    )


def no_process(path: Path, details: str) -> PageUnreadable:
    """No child process could be started; the document is not to blame."""
    return PageUnreadable(
        f"The process that reads “{shown(path)}” could not be started.",
        "Close some other programs, then try again.",
        details=details,
    )
