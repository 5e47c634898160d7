"""The look of Word files: pandoc's own reference document, with borders for tables on A4.

pandoc takes styles from a reference document. The one that it carries shows tables without lines;
here its style ``Table`` gets borders, a bold header and a little room, and the page a size. It is
made anew in every program run (a tenth of a second) and kept in memory, so that there is no file
that can be stale.
"""

from __future__ import annotations

import functools
import io
import re
import zipfile

from desktop.errors import ExportError
from desktop.export import pandoc

#: A4 with margins of an inch, in twentieths of a point.
_PAGE = (11906, 16838)
_MARGIN = 1440
#: The room for text on a page, in points.
TEXT_WIDTH = (_PAGE[0] - 2 * _MARGIN) / 20
TEXT_HEIGHT = (_PAGE[1] - 2 * _MARGIN) / 20
_SECTION = (
    f'<w:pgSz w:w="{_PAGE[0]}" w:h="{_PAGE[1]}"/><w:pgMar w:top="{_MARGIN}" w:right="{_MARGIN}"'
    f' w:bottom="{_MARGIN}" w:left="{_MARGIN}" w:header="708" w:footer="708" w:gutter="0"/>'
)
_DOCUMENT = "word/document.xml"
_STYLES = "word/styles.xml"
_TABLE_STYLE = re.compile(
    r'(<w:style\b[^>]*w:styleId="Table"[^>]*>)(?P<body>.*?)(</w:style>)', re.DOTALL
)
_PROPERTIES = re.compile(r"<w:tblPr>.*?</w:tblPr>", re.DOTALL)
_FIRST_ROW = re.compile(r'<w:tblStylePr w:type="firstRow">.*?</w:tblStylePr>', re.DOTALL)
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>' for side in _SIDES
)
_TABLE_PROPERTIES = (
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
    f"<w:tblBorders>{_BORDERS}</w:tblBorders>"
    '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="100" w:type="dxa"/>'
    '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr>'
)
_HEAD = (
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr>'
    '<w:tcPr><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>'
)


@functools.cache
def reference() -> bytes:
    """The reference document. Raises ``ExportError`` if pandoc's own can't be had."""
    original = pandoc.default_file("reference.docx")
    output = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(original)) as source,
        zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename == _STYLES:
                data = _with_borders(data.decode()).encode()
            elif entry.filename == _DOCUMENT:
                data = data.replace(b"</w:sectPr>", f"{_SECTION}</w:sectPr>".encode())
            target.writestr(entry, data)
    return output.getvalue()


def _with_borders(styles: str) -> str:
    match = _TABLE_STYLE.search(styles)
    if match is None:
        raise ExportError(
            "pandoc's reference document has no style for tables.",
            "Install Diptych again with the pandoc that belongs to it.",
        )
    body = _FIRST_ROW.sub(_HEAD, _PROPERTIES.sub(_TABLE_PROPERTIES, match["body"]))
    return styles[: match.start("body")] + body + styles[match.end("body") :]
