"""Documents to export, and what is needed to look at what came out."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from desktop.assembly import assemble
from desktop.export import export
from desktop.export.pictures import FigureSource
from desktop.model.assembled import AssembledDocument, Figure
from desktop.model.blocks import Block, Flag, FlagKind, Label, PageResult
from desktop.model.cancel import CancelToken
from desktop.model.geometry import Box
from desktop.model.options import ExportFormat

SPANS = (
    '<table><tr><td rowspan="2">Kind</td><td colspan="2">Costs &#36;5 if $x&lt;y$</td></tr>'
    "<tr><td>low</td><td>high<br>most</td></tr><tr><td>a</td><td>1</td><td>2</td></tr></table>"
)
SIMPLE = (
    "<table><tr><td>Name</td><td>Size | weight</td></tr>"
    "<tr><td>a*b $|x|$</td><td>1.5 m<sup>2</sup></td></tr></table>"
)


def png(width: int = 600, height: int = 300, colour: str = "red") -> bytes:
    """A picture of one colour."""
    output = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(output, "PNG")
    return output.getvalue()


def picture(figure: Figure) -> bytes | None:
    """A picture whose colour tells the figures of a page apart."""
    return png(colour=["red", "green", "blue"][figure.order % 3])


def paper() -> list[PageResult]:
    """Two pages with something of everything."""
    first = (
        Block(Label.TITLE, "# On *Glass* & $x^2$"),
        Block(Label.TEXT, r"It costs \$5 and \$10, 10$^{-3}$ of it, where $x<y$."),
        Block(Label.SUB_TITLE, "## 1 Introduction"),
        Block(Label.LIST, "1. one\n2. two\n   - nested"),
        Block(Label.EQUATION, "$$\na=\\frac{b}{c} \\tag{1}\n$$"),
        Block(Label.EQUATION, "$$\n\\undefinedthing{x}\n$$"),
        Block(Label.IMAGE, "", Box(0.1, 0.3, 0.6, 0.6)),
        Block(Label.IMAGE_CAPTION, "Figure 1. A *red* thing", caption_of=6),
        Block(Label.TABLE_CAPTION, "Table 1. Kinds, $z$", caption_of=9),
        Block(Label.TABLE, SPANS, Box(0.1, 0.7, 0.9, 0.8)),
        Block(Label.TABLE_FOOTNOTE, "Measured twice.", caption_of=9),
        Block(Label.FOOTNOTE, "<sup>1</sup> A note."),
    )
    second = (
        Block(Label.SUB_TITLE, "## 1.1 Details"),
        Block(Label.TABLE, SIMPLE),
        Block(Label.TEXT, "مرحبا بالعالم، هذا نص عربي."),
        Block(Label.TEXT, "中文段落，有标点。"),
        Block(Label.CODE, "```python\nx = '<b>'\n```"),
        Block(Label.TEXT, "[1]: Author, A. A book."),
    )
    return [
        PageResult(0, first, page_width=595, page_height=842),
        PageResult(
            1, second, (Flag(FlagKind.REPEATED, "It looped.", 3),), page_width=595, page_height=842
        ),
    ]


def paper_document() -> AssembledDocument:
    return assemble(paper(), missing={2: "The page hung."})


def page_of(*markdown: str, label: Label = Label.TEXT) -> list[PageResult]:
    """One page of paragraphs."""
    return [
        PageResult(
            0, tuple(Block(label, text) for text in markdown), page_width=595, page_height=842
        )
    ]


def write(
    results: Sequence[PageResult],
    target: Path,
    *,
    figures: FigureSource = picture,
    cancel: CancelToken | None = None,
    document: AssembledDocument | None = None,
    title: str = "",
) -> Path:
    """Assemble and export by the target's ending."""
    made = document or assemble(results, title=title)
    export(made, results, target, ExportFormat(target.suffix[1:]), figures=figures, cancel=cancel)
    return target


def many_pages(count: int) -> list[PageResult]:
    """``count`` pages with formulas, of about 3,000 characters each."""
    words = "glass is made of sand and much more than that when it is hot enough to flow "
    page = (
        *(Block(Label.TEXT, f"{words * 5} $x_{n}^2$.") for n in range(8)),
        Block(Label.LIST, "1. one\n2. two"),
        Block(Label.TEXT, "See [there](https://example.org/a)."),
        Block(Label.IMAGE, "", Box(0.1, 0.1, 0.5, 0.2)),
    )
    return [
        PageResult(
            n,
            (Block(Label.SUB_TITLE, f"## {n + 1} Part"), *page),
            page_width=595,
            page_height=842,
        )
        for n in range(count)
    ]


def part_of(archive: Path, name: str) -> str:
    """One file of a Word file."""
    with zipfile.ZipFile(archive) as source:
        return source.read(name).decode()


def leftovers(folder: Path) -> list[str]:
    """Temporary files that somebody forgot."""
    return [path.name for path in folder.rglob("*") if re.search(r"\.diptych$", path.name)]
