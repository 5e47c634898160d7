"""Which reading of a page is shown, and which blocks of it have a person's text."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.model.states import JobId
from desktop.store.database import Database


def edited_pages(database: Database, job: JobId) -> frozenset[int]:
    """The pages of a job whose shown reading has a person's text."""
    rows = database.rows(
        "SELECT edits.page, edits.version, block, markdown, pages.version FROM edits"
        " JOIN pages ON pages.job = edits.job AND pages.page = edits.page"
        " WHERE edits.job = ? AND undone = 0 ORDER BY id",
        (job,),
    )
    edits: dict[int, list[tuple[int, int, str | None]]] = {}
    newest: dict[int, int] = {}
    for page, version, block, markdown, last in rows:
        edits.setdefault(page, []).append((version, block, markdown))
        newest[page] = last
    return frozenset(
        page
        for page, made in edits.items()
        if edited_blocks(made, shown_version(made, newest[page]))
    )


def shown_version(edits: Iterable[tuple[int, int, str | None]], newest: int) -> int:
    """The version that is shown: the newest if a person's edits are in it, else the latest that
    has any that stand, else the newest.

    ``edits`` are (version, block, markdown) of the page, oldest first, without those taken back.
    """
    made = list(edits)
    versions = {version for version, _, _ in made}
    if newest in versions:
        return newest
    return max((each for each in versions if edited_blocks(made, each)), default=newest)


def edited_blocks(edits: Iterable[tuple[int, int, str | None]], version: int) -> frozenset[int]:
    """The blocks of a version that have a person's text."""
    last = {block: markdown for each, block, markdown in edits if each == version}
    return frozenset(block for block, markdown in last.items() if markdown is not None)
