"""A document as JSON: every page's blocks, boxes and flags. ``resources/schema/`` describes it.

Written page by page, one page on a line, so that neither writing nor reading needs it all at once.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from desktop.export.atomic import writing
from desktop.model.assembled import AssembledDocument, PieceKind
from desktop.model.blocks import Block, Flag, PageResult
from desktop.model.cancel import CancelToken
from desktop.model.geometry import Box

#: The version of the format; a reader must refuse a higher one.
FORMAT, VERSION = "diptych-document", 1
#: Decimals of a box: a tenth of a pixel on a page of 10,000.
_DECIMALS = 5


def write_json(
    document: AssembledDocument,
    results: Iterable[PageResult],
    target: Path,
    *,
    cancel: CancelToken | None = None,
    progress: Callable[[float], None] | None = None,
) -> None:
    """Write the results as JSON in UTF-8. Raises ``ExportError``, ``Cancelled``."""
    head = {
        "format": FORMAT,
        "version": VERSION,
        "title": document.title,
        "page_count": document.page_count,
        "missing": [{"page": gone.page + 1, "reason": gone.reason} for gone in document.missing],
        "outline": [
            {"level": piece.level, "text": piece.markdown, "page": piece.page + 1}
            for piece in document.pieces
            if piece.kind is PieceKind.HEADING
        ],
    }
    with writing(target) as stream:
        stream.write(_encode(head)[:-1] + b',"pages":[')
        for index, result in enumerate(results):
            if cancel is not None:
                cancel.raise_if_cancelled()
            stream.write((b",\n" if index else b"\n") + _encode(_page(result)))
            if progress is not None:
                progress(min(1.0, (index + 1) / max(document.page_count, 1)))
        stream.write(b"\n]}\n")


def _encode(value: object) -> bytes:
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    # What UTF-8 can't hold (lone surrogates) becomes "\udXXX", which is JSON's own way to write it.
    return text.encode(errors="backslashreplace")


def _page(result: PageResult) -> dict[str, Any]:
    measures = result.measures
    return {
        "page": result.page + 1,
        "width": round(result.page_width, 2),
        "height": round(result.page_height, 2),
        "flags": [_flag(flag) for flag in result.flags],
        "measures": {
            "prompt_tokens": measures.prompt_tokens,
            "completion_tokens": measures.completion_tokens,
            "seconds": round(measures.seconds, 3),
            "first_text_seconds": round(measures.first_text_seconds, 3),
        },
        "blocks": [_block(block) for block in result.blocks],
    }


def _flag(flag: Flag) -> dict[str, Any]:
    return {"kind": flag.kind.value, "detail": flag.detail, "block": flag.block}


def _block(block: Block) -> dict[str, Any]:
    return {
        "label": block.label.value,
        "markdown": block.markdown,
        "box": _box(block.box) if block.box is not None else None,
        "more_boxes": [_box(box) for box in block.more_boxes],
        "caption_of": block.caption_of,
        "origin": block.origin.value,
        "size": round(block.size, _DECIMALS),
    }


def _box(box: Box) -> list[float]:
    return [round(edge, _DECIMALS) for edge in box.as_tuple()]
