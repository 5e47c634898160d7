"""Where words were found in a document's text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """One place of the text that was looked for.

    ``page`` and ``block`` (an index into the page's blocks) count from 0. ``start`` and ``end`` are
    characters of the block's Markdown. ``context`` are the words around it, for a list of hits.
    """

    page: int
    block: int
    start: int
    end: int
    context: str = ""
