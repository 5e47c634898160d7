"""All that the source of a page shows, read from the core in one go."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop.model.blocks import PageResult
from desktop.model.states import JobId
from desktop.model.versions import KeptEdit
from desktop.service import Service


@dataclass(frozen=True, slots=True)
class Reading:
    """A page with the person's edits applied; ``result`` is ``None`` while it has none.

    ``edited`` are the blocks whose text is the person's, ``stale`` the texts that a newer reading
    of the page knows otherwise. ``version`` is the reading that is shown.
    """

    result: PageResult | None
    edited: frozenset[int] = frozenset()
    version: int | None = None
    can_undo: bool = False
    can_redo: bool = False
    stale: tuple[KeptEdit, ...] = ()


def read(service: Service, job: JobId, page: int) -> Reading:
    """Read a page for the source, also one that is just being read again.

    Raises the ``StoreError`` kinds.
    """
    versions = service.versions(job, page)
    if versions is None:
        return Reading(None)
    # Texts and version come from one moment; the page may have another reading a moment later.
    own = {edit.block: edit.markdown for edit in versions.edits}
    blocks = tuple(
        replace(block, markdown=own.get(index, block.markdown))
        for index, block in enumerate(versions.beneath)
    )
    result = service.result(job, page) or PageResult(page, ())
    return Reading(
        replace(result, blocks=blocks),
        versions.edited,
        versions.shown,
        can_undo=versions.can_undo,
        can_redo=versions.can_redo,
        stale=versions.stale,
    )
