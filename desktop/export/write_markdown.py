"""A document as Markdown, GitHub-flavoured, with its pictures in a folder beside it."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from desktop.export.atomic import Staging
from desktop.export.html import split_tables
from desktop.export.html_pieces import missing_picture
from desktop.export.markdown_safe import safe_markdown
from desktop.export.markdown_tables import table_markdown
from desktop.export.names import figures_folder, link
from desktop.export.pictures import FigureSource
from desktop.model.assembled import AssembledDocument, Figure, Piece, PieceKind
from desktop.model.cancel import CancelToken
from desktop.model.table import parse_table

#: Pictures that Diptych made and nobody else.
_OURS = re.compile(r"page-\d{3,}-(?:figure|equation)-\d+\.png")


def write_markdown(
    document: AssembledDocument,
    target: Path,
    *,
    figures: FigureSource,
    cancel: CancelToken | None = None,
    progress: Callable[[float], None] | None = None,
) -> None:
    """Write ``NAME.md`` and, if there are pictures, ``NAME_files/``.

    Nothing is put in place before all of it is on the disk: first the pictures, then the text;
    pictures of an earlier export that are not needed any more go last. Raises ``ExportError``,
    ``Cancelled``.
    """
    folder = target.with_name(figures_folder(target.stem))
    count = len(document.pieces)
    written: set[str] = set()
    with Staging() as staging:

        def store(figure: Figure) -> bool:
            data = figures(figure)
            if data is None:
                return False
            if not written:
                staging.folder(folder)
            with staging.open(folder / figure.name) as picture:
                picture.write(data)
            written.add(figure.name)
            return True

        parts: list[str] = []
        for index, piece in enumerate(document.pieces, 1):
            if cancel is not None:
                cancel.raise_if_cancelled()
            parts.append(markdown_of(piece, folder.name, store))
            if progress is not None:
                progress(index / count)
        # Staged last, so that it is put in place after the pictures that it shows.
        with staging.open(target) as stream:
            stream.write(("".join(parts).rstrip("\n") + "\n").encode(errors="replace"))
        staging.commit()
    _remove_stale(folder, written)


def markdown_of(piece: Piece, folder: str, store: Callable[[Figure], bool]) -> str:
    """The Markdown of one piece; ``store`` keeps a picture and says whether there is one."""
    parts: Iterable[str]
    if piece.kind is PieceKind.HEADING:
        words = " ".join(safe_markdown(piece.markdown).split())
        parts = [f"{'#' * piece.level} {words}"] if words else []
    elif piece.kind is PieceKind.FIGURE and piece.figure is not None:
        figure = piece.figure
        shown = f"![{figure.alt}]({link(folder, figure.name)})"
        missing = f"**{missing_picture(figure)}**"
        parts = [shown if store(figure) else missing, *map(safe_markdown, piece.captions)]
    elif piece.kind is PieceKind.TABLE:
        captions, notes = map(safe_markdown, piece.captions), map(safe_markdown, piece.notes)
        parts = [*captions, *_text(piece.markdown), *notes]
    elif piece.kind is PieceKind.MISSING:
        parts = [f"**{safe_markdown(piece.markdown)}**"]
    else:
        parts = _text(piece.markdown)
    return "".join(f"{part}\n\n" for part in parts if part.strip())


def _text(markdown: str) -> Iterator[str]:
    for is_table, part in split_tables(markdown):
        yield table_markdown(parse_table(part)) if is_table else safe_markdown(part)


def _remove_stale(folder: Path, needed: set[str]) -> None:
    # The export is complete: what can't be tidied is no reason to call it failed.
    with contextlib.suppress(OSError):
        for path in list(folder.iterdir()):
            if _OURS.fullmatch(path.name) and path.name not in needed:
                path.unlink()
        if not needed:
            folder.rmdir()
