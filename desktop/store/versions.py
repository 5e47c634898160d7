"""The readings of a page beside each other, and a person's choice between them and their text."""

from __future__ import annotations

import time

from desktop.model.blocks import Block
from desktop.model.carrying import places
from desktop.model.states import JobId
from desktop.model.versions import KeptEdit, Versions
from desktop.store.carrying import PageEdits, carry, edits_of_page, made_on, reading
from desktop.store.database import Database
from desktop.store.edited import EditRow, standing


class Choices:
    """What a person may look at and choose once a page was read again; ``edited`` has the rules.

    Every method raises the ``StoreError`` kinds.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def versions(self, job: JobId, page: int) -> Versions | None:
        """The readings of a page and the person's text in it; ``None`` while it has none."""
        with self._database.snapshot():
            known = edits_of_page(self._database, job, page)
            newest = reading(self._database, job, page, known.newest)
            shown = known.shown
            beneath = newest if shown == known.newest else reading(self._database, job, page, shown)
            if newest is None or beneath is None:
                return None
            stands = standing(known.edits, shown)
            there = (
                {block: block for block in stands}
                if shown == known.newest
                else places(stands.keys(), beneath.blocks, newest.blocks)
            )
            edits = [
                self._kept(job, known, edit, _at(newest.blocks, there.get(block)))
                for block, edit in sorted(stands.items())
            ]
            edits += [
                self._kept(job, known, edit, None, shown=False) for edit in _lost(known, shown)
            ]
        roots = {edit.root: edit.undone for edit in known.edits}
        return Versions(
            shown=shown,
            newest=known.newest,
            recognised=newest.blocks,
            beneath=beneath.blocks,
            edits=tuple(edit for edit in edits if edit is not None),
            can_undo=not all(roots.values()),
            # Only what was taken back after the last edit that stands can be brought back.
            can_redo=bool(roots) and roots[max(roots)],
        )

    def _kept(
        self,
        job: JobId,
        known: PageEdits,
        edit: EditRow,
        recognised: Block | None,
        *,
        shown: bool = True,
    ) -> KeptEdit | None:
        origin = made_on(self._database, job, known, edit)
        if origin is None or edit.markdown is None:
            return None
        stale = edit.stale or not shown
        place = edit.block if shown else -1
        return KeptEdit(place, edit.markdown, origin, recognised, stale, edit.id)

    def keep_edit(self, job: JobId, page: int, block: int | None = None) -> None:
        """Let the person's text for a block of the shown result stand, or all: no flag any more."""
        with self._database.transaction() as connection:
            shown = edits_of_page(self._database, job, page).shown
            connection.execute(
                "UPDATE edits SET stale = 0 WHERE job = ?1 AND page = ?2 AND version = ?3"
                " AND (?4 IS NULL OR block = ?4)",
                (job, page, shown, block),
            )

    def drop_edit(self, job: JobId, page: int, block: int | None = None) -> None:
        """Show what was recognised instead of the person's text for a block, or for all stale ones.

        That can be undone like any edit.
        """
        with self._database.transaction() as connection:
            known = edits_of_page(self._database, job, page)
            dropped = [
                number
                for number, edit in standing(known.edits, known.shown).items()
                if number == block or (block is None and edit.stale)
            ]
            connection.executemany(
                "INSERT INTO edits (job, page, version, block, markdown, created)"
                " VALUES (?, ?, ?, ?, NULL, ?)",
                ((job, page, known.shown, number, time.time()) for number in dropped),
            )
            carry(self._database, connection, job, page)

    def dismiss_edit(self, job: JobId, page: int, edit: int) -> None:
        """Give up a text that has no place in the shown result: ``versions`` has it no longer.

        ``edit`` is its ``id``. That can be undone like any edit; nothing that is shown changes.
        """
        with self._database.transaction() as connection:
            known = edits_of_page(self._database, job, page)
            connection.executemany(
                "INSERT INTO edits (job, page, version, block, markdown, created)"
                " VALUES (?, ?, ?, ?, NULL, ?)",
                (
                    (job, page, lost.version, lost.block, time.time())
                    for lost in _lost(known, known.shown)
                    if lost.id == edit
                ),
            )


def _at(blocks: tuple[Block, ...], place: int | None) -> Block | None:
    return None if place is None else blocks[place]


def _lost(known: PageEdits, shown: int) -> list[EditRow]:
    """Texts that stand in an older reading and never came to the shown one."""
    there = {edit.root for edit in known.edits if edit.version == shown}
    older = {edit.version for edit in known.edits if edit.version < shown}
    return [
        edit
        for version in sorted(older)
        for edit in standing(known.edits, version).values()
        if edit.root not in there and not _carried(known, edit)
    ]


def _carried(known: PageEdits, edit: EditRow) -> bool:
    """Whether the edit has a copy in a later reading: then that one counts."""
    return any(other.root == edit.root and other.version > edit.version for other in known.edits)
