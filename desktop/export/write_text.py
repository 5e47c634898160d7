"""A document as plain text in UTF-8, one paragraph a line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop.export.atomic import writing
from desktop.export.plain import plain_text
from desktop.model.assembled import AssembledDocument, Piece, PieceKind
from desktop.model.cancel import CancelToken


def write_text(
    document: AssembledDocument,
    target: Path,
    *,
    cancel: CancelToken | None = None,
    progress: Callable[[float], None] | None = None,
) -> None:
    """Write the document's words. Raises ``ExportError``, ``Cancelled``.

    No Markdown marks are left: lists have ``•`` or numbers, tables are aligned columns (with tabs
    where they would be too wide to read), formulas are TeX, a picture is a line in brackets.
    """
    count = len(document.pieces)
    with writing(target) as stream:
        for index, piece in enumerate(document.pieces, 1):
            if cancel is not None:
                cancel.raise_if_cancelled()
            words = text_of(piece)
            if words:
                gap = "\n\n" if index < count else "\n"
                stream.write(f"{words}{gap}".encode(errors="replace"))
            if progress is not None:
                progress(index / count)


def text_of(piece: Piece) -> str:
    """The words of one piece, captions and notes with it."""
    captions = [plain_text(caption) for caption in piece.captions]
    notes = [plain_text(note) for note in piece.notes]
    if piece.kind is PieceKind.FIGURE and piece.figure is not None:
        parts = [f"[{piece.figure.alt}]", *captions]
    elif piece.kind is PieceKind.HEADING:
        # The heading's number is no list.
        parts = [" ".join(plain_text(f"# {piece.markdown}").split())]
    else:
        parts = [*captions, plain_text(piece.markdown), *notes]
    return "\n".join(part for part in parts if part)
