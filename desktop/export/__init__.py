"""Documents as files: Markdown, Word, HTML, JSON, plain text; each whole or not at all."""

from desktop.export.export import export
from desktop.export.html import render_block, render_inline
from desktop.export.html_math import Formula
from desktop.export.names import figures_folder, free_stem, safe_stem
from desktop.export.pictures import FigureSource

__all__ = [
    "FigureSource",
    "Formula",
    "export",
    "figures_folder",
    "free_stem",
    "render_block",
    "render_inline",
    "safe_stem",
]
