"""Where a text was found in a document."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a text was found.

    ``page`` counts from 0, ``block`` is the index in the page's shown result. ``start`` and ``end``
    are offsets in characters in that block's ``markdown``, so they cover marks that lie between the
    letters that were found. ``context`` are the words around it on one line, without marks.
    """

    page: int
    block: int
    start: int
    end: int
    context: str
