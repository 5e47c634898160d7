"""A person's edits of a page over its readings: which reading is shown, and what was changed in it.

A page that is read again gets another reading; a person's text must outlive that. So every edit
belongs to the reading that it was made in, and is carried on when there is a newer one:

* What the person changed goes to the blocks of the new reading that are in the same place. Where
  the new reading says there what the old one did, that is all. Where it says something else, the
  person's text is still what is shown and exported, and the edit is ``stale``: the person is told
  (a flag), sees both, and chooses.
* If any text that stands has no place in the new reading, none is carried: the old reading stays
  what is shown, with all its edits, and those without a place are stale. The new reading is shown
  as soon as no text of the person's stands in its way.
* Carried edits are copies that know their ``origin``: both are taken back and brought back as one.
* An edit that comes late, made in a reading that is not shown any more, is carried on in the same
  way; if its text has no place it is kept and listed, but the page stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.model.blocks import Flag, FlagKind
from desktop.model.states import JobId
from desktop.store.database import Database

_STALE = "Your text was made on another reading of this block."


@dataclass(frozen=True, slots=True)
class EditRow:
    """One row of the table of edits. ``root`` is what a carried one and its origin share."""

    id: int
    page: int
    version: int
    block: int
    markdown: str | None
    undone: bool
    origin: int | None
    stale: bool
    created: float

    @property
    def root(self) -> int:
        """The edit that a person made."""
        return self.id if self.origin is None else self.origin


def edits_of(database: Database, job: JobId, first: int, last: int) -> list[EditRow]:
    """The edits of the pages from ``first`` to ``last``, in the order in which they were made."""
    rows = database.rows(
        "SELECT id, page, version, block, markdown, undone, origin, stale, created FROM edits"
        " WHERE job = ? AND page >= ? AND page <= ? ORDER BY coalesce(origin, id), id",
        (job, first, last),
    )
    return [
        EditRow(number, page, version, block, markdown, bool(undone), origin, bool(stale), created)
        for number, page, version, block, markdown, undone, origin, stale, created in rows
    ]


def standing(edits: Iterable[EditRow], version: int) -> dict[int, EditRow]:
    """What stands over the blocks of a version, in which edits are those of one page."""
    last = {edit.block: edit for edit in edits if edit.version == version and not edit.undone}
    return {block: edit for block, edit in last.items() if edit.markdown is not None}


def shown_version(edits: Sequence[EditRow], newest: int) -> int:
    """The version that is shown: the newest if a person's edits came to it, else the latest in
    which a text of the person's stands, else the newest."""
    versions = {edit.version for edit in edits if not edit.undone}
    if newest in versions:
        return newest
    return max((each for each in versions if standing(edits, each)), default=newest)


def flags_for(edits: dict[int, EditRow]) -> tuple[Flag, ...]:
    """The flags about what stands over the blocks of a shown result."""
    return tuple(
        Flag(FlagKind.OTHER_READING, _STALE, block)
        for block, edit in sorted(edits.items())
        if edit.stale
    )


def edited_pages(
    database: Database, job: JobId, page: int | None = None
) -> dict[int, tuple[Flag, ...]]:
    """The pages of a job (or one) that show a person's text, each with the flags about that."""
    first, last = (0, 1 << 60) if page is None else (page, page)
    by_page: dict[int, list[EditRow]] = {}
    for edit in edits_of(database, job, first, last):
        by_page.setdefault(edit.page, []).append(edit)
    if not by_page:
        return {}
    newest: dict[int, int] = dict(
        database.rows("SELECT page, version FROM pages WHERE job = ?", (job,))
    )
    shown = {
        number: standing(edits, shown_version(edits, newest[number]))
        for number, edits in by_page.items()
    }
    return {number: flags_for(edits) for number, edits in shown.items() if edits}
