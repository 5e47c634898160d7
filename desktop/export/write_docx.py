"""A document as a Word file: real headings, tables with merged cells, equations, pictures.

Sanitised HTML goes through pandoc in parts of bounded size, so that memory does not grow with the
document. pandoc never sees a picture: it gets a tiny placeholder of the right size for each, and
the real one goes straight into the file.
"""

from __future__ import annotations

import base64
import html
import re
import struct
import tempfile
import unicodedata
import zlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from desktop.export import pandoc
from desktop.export.atomic import writing
from desktop.export.docx_parts import WordFile
from desktop.export.docx_reference import TEXT_HEIGHT, TEXT_WIDTH, reference
from desktop.export.html import tex_as_text
from desktop.export.html_math import Formula
from desktop.export.html_pieces import Flavour
from desktop.export.pictures import PNG_SIGNATURE, FigureSource, png_size, shown_size
from desktop.export.tex import for_pandoc
from desktop.model.assembled import AssembledDocument, Figure, Piece, PieceKind
from desktop.model.cancel import CancelToken

#: How much HTML goes into pandoc at once, in characters, and how many formulas.
PART = 150_000
PART_FORMULAS = 600
_FORMULA_WEIGHT = PART // PART_FORMULAS
#: Identifiers would become bookmarks, which would clash between the parts.
_READER = "--from=html-auto_identifiers"
_STYLES = {
    PieceKind.CAPTION: "Caption",
    PieceKind.FOOTNOTE: "Footnote Text",
    PieceKind.ASIDE: "Block Text",
    PieceKind.MARGINAL: "Footnote Text",
    PieceKind.PAGE_MARK: "Footnote Text",
}


def write_docx(
    document: AssembledDocument,
    target: Path,
    *,
    figures: FigureSource,
    cancel: CancelToken | None = None,
    progress: Callable[[float], None] | None = None,
) -> None:
    """Write the document as a Word file. Raises ``ExportError``, ``Cancelled``."""
    with (
        writing(target) as stream,
        tempfile.TemporaryDirectory(prefix="diptych-docx-") as folder,
        tempfile.TemporaryFile() as body,
        _Work(Path(folder), cancel) as work,
    ):
        skeleton = work.skeleton()
        with WordFile(stream, body, skeleton, title=document.title, cancel=cancel) as word:
            flavour = _PandocFlavour(figures, word)
            for share, made in work.converted(_parts(document, flavour, cancel)):
                word.add_part(made)
                made.unlink()
                if progress is not None:
                    progress(share)
            word.finish()


def _parts(
    document: AssembledDocument, flavour: _PandocFlavour, cancel: CancelToken | None
) -> Iterator[tuple[float, str]]:
    """The document's HTML in parts, each with the share of the document that is done with it."""
    gathered: list[str] = []
    size = 0
    count = len(document.pieces)
    for index, piece in enumerate(document.pieces, 1):
        if cancel is not None:
            cancel.raise_if_cancelled()
        before = flavour.formulas
        markup = flavour.render(piece)
        gathered.append(markup)
        size += len(markup) + (flavour.formulas - before) * _FORMULA_WEIGHT
        if size >= PART:
            yield index / count, "".join(gathered)
            gathered.clear()
            size = 0
    if gathered:
        yield 1.0, "".join(gathered)


class _Work:
    """pandoc's work for one document, in a folder of its own; nothing of it outlives the block."""

    def __init__(self, folder: Path, cancel: CancelToken | None) -> None:
        self._folder = folder
        self._cancel = CancelToken(cancel)
        self._threads = ThreadPoolExecutor(pandoc.AT_ONCE, thread_name_prefix="diptych-docx")
        self._reference = folder / "reference.docx"

    def __enter__(self) -> _Work:
        return self

    def __exit__(self, *_: object) -> None:
        # Whatever still runs is not wanted any more.
        self._cancel.cancel()
        self._threads.shutdown(cancel_futures=True)
        self._cancel.close()

    def skeleton(self) -> Path:
        """A Word file without any text."""
        self._reference.write_bytes(reference())
        made = self._folder / "skeleton.docx"
        self._pandoc("", made)
        return made

    def converted(self, parts: Iterable[tuple[float, str]]) -> Iterator[tuple[float, Path]]:
        """The parts as Word files, in their order, a few of them in the making at a time."""
        running: deque[tuple[float, Future[Path]]] = deque()
        for number, (share, markup) in enumerate(parts):
            made = self._folder / f"part-{number}.docx"
            running.append((share, self._threads.submit(self._convert, markup, made)))
            if len(running) > pandoc.AT_ONCE:
                first, future = running.popleft()
                yield first, future.result()
        while running:
            first, future = running.popleft()
            yield first, future.result()

    def _convert(self, markup: str, made: Path) -> Path:
        try:
            self._pandoc(markup, made)
        except pandoc.PandocGaveUp:
            # Some formula may be too hard in a way that nobody foresaw: its source will do.
            made.unlink(missing_ok=True)
            self._pandoc(_without_math(markup), made)
        return made

    def _pandoc(self, markup: str, made: Path) -> None:
        pandoc.convert(
            [_READER, "--to=docx", f"--reference-doc={self._reference}"],
            f"<html><body>{markup}</body></html>",
            made,
            cancel=self._cancel,
        )


_UNREAD = re.compile(r"<[^<>]*>|\$[^$]*\$")
_SCRIPT = '<script type="math/tex'
_SCRIPT_END = "</script>"


def _without_math(markup: str) -> str:
    head, *others = markup.split(_SCRIPT)
    parts = [head]
    for other in others:
        kind, _, rest = other.partition(">")
        tex, _, rest = rest.partition(_SCRIPT_END)
        parts.append(tex_as_text(Formula(tex, display="display" in kind)) + rest)
    return "".join(parts)


class _PandocFlavour(Flavour):
    """HTML for pandoc: its own ways to say formula, style and direction."""

    def __init__(self, figures: FigureSource, word: WordFile) -> None:
        self._figures = figures
        self._word = word
        self._pictures = 0
        self.formulas = 0

    def math(self, formula: Formula) -> str:
        tex = for_pandoc(formula.tex)
        # Nothing is decoded in a script, so the TeX stands as it is; only its end could be forged.
        if not tex:
            return tex_as_text(formula)
        self.formulas += 1
        mode = "; mode=display" if formula.display else ""
        return f'{_SCRIPT}{mode}">{tex.replace("</", "< /")}{_SCRIPT_END}'

    def picture(self, figure: Figure) -> str | None:
        data = self._figures(figure)
        pixels = png_size(data) if data is not None else None
        if data is None or pixels is None:
            return None
        self._pictures += 1
        placeholder = _placeholder(self._pictures)
        self._word.add_picture(placeholder, data)
        width, height = shown_size(figure, pixels, most_wide=TEXT_WIDTH, most_high=TEXT_HEIGHT - 80)
        source = base64.b64encode(placeholder).decode()
        return (
            f'<img src="data:image/png;base64,{source}" alt="{html.escape(figure.alt)}"'
            f' width="{width:.1f}pt" height="{height:.1f}pt">'
        )

    def apart(self, kind: PieceKind, content: str) -> str:
        if kind is PieceKind.MISSING:
            return content.replace('<p dir="auto">', "<p><strong>").replace("</p>", "</strong></p>")
        return f'<div data-custom-style="{_STYLES[kind]}">{content}</div>\n'

    def finished(self, piece: Piece, markup: str) -> str:
        # pandoc knows no "auto".
        if right_to_left(piece.markdown or " ".join(piece.captions)):
            return f'<div dir="rtl">{markup}</div>\n'
        return markup


def right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction is written from right to left."""
    # Tags and TeX are Latin letters that nobody reads.
    for sign in _UNREAD.sub("", text[:2000]):
        direction = unicodedata.bidirectional(sign)
        if direction in ("R", "AL", "L"):
            return direction != "L"
    return False


def _placeholder(number: int) -> bytes:
    """A white PNG of one pixel that is like no other, as its comment has a number."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    return b"".join(
        (
            PNG_SIGNATURE,
            chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
            chunk(b"tEXt", b"Comment\0picture %d" % number),
            chunk(b"IDAT", zlib.compress(b"\0\xff")),
            chunk(b"IEND", b""),
        )
    )
