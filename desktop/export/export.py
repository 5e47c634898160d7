"""One document, one file: which writer makes which format."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from desktop.export.pictures import FigureSource
from desktop.export.write_docx import write_docx
from desktop.export.write_html import write_html
from desktop.export.write_json import write_json
from desktop.export.write_markdown import write_markdown
from desktop.export.write_text import write_text
from desktop.model.assembled import AssembledDocument
from desktop.model.blocks import PageResult
from desktop.model.cancel import CancelToken
from desktop.model.options import ExportFormat


def export(
    document: AssembledDocument,
    results: Iterable[PageResult],
    target: Path,
    format: ExportFormat,
    *,
    figures: FigureSource,
    cancel: CancelToken | None = None,
    progress: Callable[[float], None] | None = None,
) -> None:
    """Write the document to ``target``, whose folder must exist; an old file is replaced whole.

    ``results`` are the same pages that the document was assembled from, read once and only for
    JSON. ``figures`` gives a figure's PNG at full resolution, or ``None`` if it can't be had (the
    file then says so); it is called in this thread, once for each figure. ``progress`` gets shares
    from 0 to 1.

    Raises ``ExportError`` with advice (no space, no permission, no folder, pandoc gave up) and
    ``Cancelled``; in both cases whatever was there before is as it was.
    """
    if format is ExportFormat.MARKDOWN:
        write_markdown(document, target, figures=figures, cancel=cancel, progress=progress)
    elif format is ExportFormat.DOCX:
        write_docx(document, target, figures=figures, cancel=cancel, progress=progress)
    elif format is ExportFormat.HTML:
        write_html(document, target, figures=figures, cancel=cancel, progress=progress)
    elif format is ExportFormat.JSON:
        write_json(document, results, target, cancel=cancel, progress=progress)
    else:
        write_text(document, target, cancel=cancel, progress=progress)
