"""Page results into one document: headings, running headers, what goes over page breaks."""

from desktop.assembly.assemble import assemble

__all__ = ["assemble"]
