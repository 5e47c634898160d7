"""All that the source of a page shows, read from the core in one go."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.model.blocks import PageResult
from desktop.model.states import JobId
from desktop.model.versions import KeptEdit
from desktop.service import Service


@dataclass(frozen=True, slots=True)
class Reading:
    """A page with the person's edits applied; ``result`` is ``None`` while it has none.

    ``edited`` are the blocks whose text is the person's, ``stale`` those of them that a newer
    reading knows otherwise. ``version`` is the reading of the page that is shown, ``None`` where it
    is not known.
    """

    result: PageResult | None
    edited: frozenset[int] = frozenset()
    version: int | None = None
    can_undo: bool = False
    can_redo: bool = False
    stale: tuple[KeptEdit, ...] = ()


def read(service: Service, job: JobId, page: int) -> Reading:
    """Read a page for the source. Raises the ``StoreError`` kinds."""
    edits = service.edits(job, page)
    result = service.result(job, page)
    last: dict[tuple[int, int], str | None] = {}
    for edit in edits:
        if not edit.undone:
            last[edit.version, edit.block] = edit.markdown
    version = max((key[0] for key, text in last.items() if text is not None), default=None)
    edited = frozenset(b for (v, b), text in last.items() if v == version and text is not None)
    undone = [edit.undone for edit in edits]
    return Reading(
        result,
        edited,
        version,
        can_undo=not all(undone),
        # Only what was taken back after the last edit that stands can be brought back.
        can_redo=bool(undone) and undone[-1],
    )
