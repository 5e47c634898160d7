"""What goes to the clipboard, in the forms that other programs understand."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage, QStandardItemModel

MARKDOWN = "text/markdown"
TSV = "text/tab-separated-values"


def empty_mime() -> QMimeData:
    """Data for the clipboard without any content yet.

    The clipboard keeps what it is given until the program has ended. What Python makes reaches back
    into Python when it goes, and by then there is none: some platforms crash. So Qt makes it.
    """
    model = QStandardItemModel(1, 1)
    data = model.mimeData([model.index(0, 0)])
    data.clear()
    return data


def picture_mime(png: bytes) -> QMimeData:
    """A picture, as PNG."""
    data = empty_mime()
    data.setImageData(QImage.fromData(png))
    data.setData("image/png", png)
    return data


def plain_mime(text: str) -> QMimeData:
    """Words and nothing else."""
    data = empty_mime()
    data.setText(text)
    return data


def markdown_mime(markdown: str) -> QMimeData:
    """Markdown as the text that it is."""
    data = empty_mime()
    data.setText(markdown)
    data.setData(MARKDOWN, markdown.encode(errors="replace"))
    return data


def rich_mime(html: str, plain: str, markdown: str) -> QMimeData:
    """Rich text for a word processor, with words and Markdown for everyone else."""
    data = empty_mime()
    data.setHtml(html)
    data.setText(plain)
    data.setData(MARKDOWN, markdown.encode(errors="replace"))
    return data


def table_mime(tsv: str, html: str) -> QMimeData:
    """A table for a spreadsheet; tab-separated where one asks for text."""
    data = empty_mime()
    data.setText(tsv)
    data.setData(TSV, tsv.encode(errors="replace"))
    data.setHtml(html)
    return data
