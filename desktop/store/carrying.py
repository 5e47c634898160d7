"""Bringing a person's edits on to a newer reading of their page; ``edited`` has the rules."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from desktop.model.blocks import Block, PageResult
from desktop.model.carrying import places, turned
from desktop.model.states import JobId
from desktop.store import codec
from desktop.store.database import Database
from desktop.store.edited import EditRow, edits_of, shown_version, standing


@dataclass(frozen=True, slots=True)
class PageEdits:
    """All the edits of one page, by its ``newest`` reading."""

    edits: list[EditRow]
    newest: int

    @property
    def shown(self) -> int:
        """The version that is shown."""
        return shown_version(self.edits, self.newest)

    def before(self) -> int | None:
        """The version before the newest whose edits are to be carried on; ``None`` without any."""
        older = [edit for edit in self.edits if edit.version < self.newest]
        if not older:
            return None
        latest = max(edit.version for edit in older)
        return max((v for v in {e.version for e in older} if standing(older, v)), default=latest)


def edits_of_page(database: Database, job: JobId, page: int) -> PageEdits:
    """The edits of a page that the job has."""
    row = database.row("SELECT version FROM pages WHERE job = ? AND page = ?", (job, page))
    return PageEdits(edits_of(database, job, page, page), row[0] if row else 0)


def reading(database: Database, job: JobId, page: int, version: int) -> PageResult | None:
    """A version as it was recognised, turned to how the page is by now."""
    row = database.row(
        "SELECT result, results.rotation, pages.rotation FROM results"
        " JOIN pages ON pages.job = results.job AND pages.page = results.page"
        " WHERE results.job = ? AND results.page = ? AND results.version = ?",
        (job, page, version),
    )
    if row is None:
        return None
    data, made_for, present = row
    return turned(codec.result_from(data), present - made_for)


def carry(
    database: Database,
    connection: sqlite3.Connection,
    job: JobId,
    page: int,
    *,
    version: int | None = None,
    news: bool = False,
) -> None:
    """Carry the edits of ``version``, or of what was shown until now, on to the newest reading.

    Edits that are there already are left alone; if now a text that stands has no place there, those
    that were carried there are taken out again. ``news`` says that the reading or the text is new,
    so that the person is to be told of a text that has no place. Call it in a transaction.
    """
    known = edits_of_page(database, job, page)
    base = known.before() if version is None else version
    if base is None or base >= known.newest:
        return
    there = [edit for edit in known.edits if edit.version == known.newest]
    roots = {edit.root for edit in there}
    mine = [edit for edit in known.edits if edit.version == base and edit.root not in roots]
    old = reading(database, job, page, base)
    new = reading(database, job, page, known.newest)
    if not mine or old is None or new is None:
        return
    # Of all its edits, so that a block never comes to a place that another one's text has already.
    edited = {edit.block for edit in known.edits if edit.version == base}
    found = places(edited, old.blocks, new.blocks)
    stands = standing(known.edits, base)
    homeless = [edit for edit in mine if stands.get(edit.block) == edit and edit.block not in found]
    if homeless and all(edit.origin is not None for edit in there):
        connection.executemany("DELETE FROM edits WHERE id = ?", ((edit.id,) for edit in there))
        if news:
            connection.executemany(
                "UPDATE edits SET stale = 1 WHERE id = ?", ((edit.id,) for edit in homeless)
            )
        return
    connection.executemany(
        "INSERT INTO edits (job, page, version, block, markdown, undone, origin, stale, created)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                job,
                page,
                known.newest,
                found[edit.block],
                edit.markdown,
                int(edit.undone),
                edit.root,
                int(
                    _is_stale(
                        edit,
                        new.blocks[found[edit.block]].markdown,
                        now=old.blocks[edit.block].markdown,
                        first=made_on(database, job, known, edit),
                    )
                ),
                edit.created,
            )
            for edit in mine
            if edit.block in found
        ),
    )


def _is_stale(edit: EditRow, new: str, *, now: str, first: Block | None) -> bool:
    """Whether the person should choose: an edit that they chose once is compared with what they
    saw ``now``, another with what it was made on ``first``."""
    if edit.stale and first is not None:
        return new != first.markdown
    return new != now


def made_on(database: Database, job: JobId, known: PageEdits, edit: EditRow) -> Block | None:
    """The block as it was recognised when the person made the edit."""
    root = next((each for each in known.edits if each.id == edit.root), None)
    if root is None:
        return None
    result = reading(database, job, root.page, root.version)
    return result.blocks[root.block] if result and root.block < len(result.blocks) else None
