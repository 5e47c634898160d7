"""What goes to the clipboard, in the forms that other programs understand."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

MARKDOWN = "text/markdown"
TSV = "text/tab-separated-values"


def markdown_mime(markdown: str) -> QMimeData:
    """Markdown as the text that it is."""
    data = QMimeData()
    data.setText(markdown)
    data.setData(MARKDOWN, markdown.encode(errors="replace"))
    return data


def rich_mime(html: str, plain: str, markdown: str) -> QMimeData:
    """Rich text for a word processor, with words and Markdown for everyone else."""
    data = QMimeData()
    data.setHtml(html)
    data.setText(plain)
    data.setData(MARKDOWN, markdown.encode(errors="replace"))
    return data


def table_mime(tsv: str, html: str) -> QMimeData:
    """A table for a spreadsheet; tab-separated where one asks for text."""
    data = QMimeData()
    data.setText(tsv)
    data.setData(TSV, tsv.encode(errors="replace"))
    data.setHtml(html)
    return data
