"""Page results as they are shown: the recognised blocks with a person's edits over them."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace

from desktop.errors import UsageError
from desktop.model.blocks import PageResult
from desktop.model.carrying import turned
from desktop.model.states import JobId, PageState
from desktop.store import codec
from desktop.store.carrying import carry, edits_of_page
from desktop.store.database import Database
from desktop.store.edited import EditRow, edits_of, flags_for, standing

#: How many results are read at a time: the rest of a long document stays on the disk.
CHUNK = 32

#: The version of a page that is shown, as ``edited.shown_version`` says it.
_SHOWN = """
SELECT pages.page, results.version, results.result, pages.rotation - results.rotation FROM pages
JOIN results ON results.job = pages.job AND results.page = pages.page
WHERE pages.job = ? AND pages.page >= ? AND pages.page <= ? AND (? OR pages.state IN (?, ?))
AND results.version = coalesce(
    ?,
    (SELECT max(edit.version) FROM edits AS edit
     WHERE edit.job = pages.job AND edit.page = pages.page
     AND edit.version = pages.version AND edit.undone = 0),
    (SELECT max(edit.version) FROM edits AS edit
     WHERE edit.job = pages.job AND edit.page = pages.page
     AND edit.undone = 0 AND edit.markdown IS NOT NULL
     AND NOT EXISTS (
         SELECT 1 FROM edits AS later
         WHERE later.job = edit.job AND later.page = edit.page AND later.version = edit.version
         AND later.block = edit.block AND later.undone = 0
         AND coalesce(later.origin, later.id) > coalesce(edit.origin, edit.id))),
    pages.version)
ORDER BY pages.page LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class Edit:
    """One change that a person made to a block; ``markdown`` ``None`` put it back as recognised.

    ``version`` is the reading of the page in which ``block`` counts. ``created`` in seconds since
    the epoch.
    """

    page: int
    version: int
    block: int
    markdown: str | None
    undone: bool
    created: float


class Results:
    """Results and edits. Every method raises the ``StoreError`` kinds."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def pages(self, job: JobId) -> tuple[int, ...]:
        """The pages that have a result to show (done or blank), in the document's order."""
        return tuple(
            page
            for (page,) in self._database.rows(
                "SELECT page FROM pages WHERE job = ? AND state IN (?, ?) ORDER BY page",
                (job, PageState.DONE.value, PageState.BLANK.value),
            )
        )

    def shown(self, job: JobId, page: int) -> PageResult | None:
        """The result of one page, edits applied; ``None`` if it has none."""
        found = self._read(job, page, page, 1)
        return found[0] if found else None

    def iterate(self, job: JobId) -> Iterator[PageResult]:
        """The results in the document's order, edits applied, a few in memory at a time."""
        first = 0
        while chunk := self._read(job, first, 1 << 60, CHUNK):
            yield from chunk
            first = chunk[-1].page + 1

    def _read(self, job: JobId, first: int, last: int, limit: int) -> list[PageResult]:
        done, blank = PageState.DONE.value, PageState.BLANK.value
        with self._database.snapshot():
            rows = self._database.rows(_SHOWN, (job, first, last, False, done, blank, None, limit))
            made = edits_of(self._database, job, first, rows[-1][0] if rows else first)
        edits: dict[int, list[EditRow]] = {}
        for edit in made:
            edits.setdefault(edit.page, []).append(edit)
        return [
            _edited(turned(codec.result_from(data), turn), standing(edits.get(page, ()), version))
            for page, version, data, turn in rows
        ]

    def edit(
        self,
        job: JobId,
        page: int,
        block: int,
        markdown: str | None,
        *,
        continues: bool = False,
        version: int | None = None,
    ) -> None:
        """Keep a person's text for a block of the shown result; ``None`` shows it as recognised.

        A text that ``continues`` the page's last edit, if that is of the same block, takes its
        place: both are undone as one. ``version`` is the reading whose block is meant, if that is
        not the shown one: the page may have been read again since the person saw it. Raises
        ``UsageError`` if the page has no such block.
        """
        with self._database.transaction() as connection:
            # A page that is being read again still has what a person looks at and corrects.
            rows = self._database.rows(_SHOWN, (job, page, page, True, "", "", version, 1))
            if not rows or not 0 <= block < len(codec.result_from(rows[0][2]).blocks):
                raise UsageError(f"Page {page + 1} has no block {block + 1} to edit.")
            if (
                continues
                and markdown is not None
                and self._lengthen(connection, job, page, rows[0][1], block, markdown)
            ):
                return
            connection.execute(
                "INSERT INTO edits (job, page, version, block, markdown, created)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (job, page, rows[0][1], block, markdown, time.time()),
            )
            late = version is not None
            carry(self._database, connection, job, page, version=version, news=late)

    def _lengthen(
        self,
        connection: sqlite3.Connection,
        job: JobId,
        page: int,
        version: int,
        block: int,
        markdown: str,
    ) -> bool:
        """Let the page's last edit be this one; whether it is of the same block."""
        edits = edits_of_page(self._database, job, page).edits
        last = [edit for edit in edits if edit.root == edits[-1].root]
        for edit in last:
            same = (edit.version, edit.block) == (version, block)
            if same and not edit.undone and edit.markdown is not None:
                connection.executemany(
                    "UPDATE edits SET markdown = ?, created = ? WHERE id = ?",
                    ((markdown, time.time(), each.id) for each in last),
                )
                return True
        return False

    def undo(self, job: JobId, page: int) -> bool:
        """Take back the last edit of a page that is not taken back yet; whether there was one."""
        with self._database.transaction() as connection:
            edits = edits_of_page(self._database, job, page).edits
            done = [edit.root for edit in edits if not edit.undone]
            if done:
                _mark_undone(connection, max(done), True)
                carry(self._database, connection, job, page)
        return bool(done)

    def redo(self, job: JobId, page: int) -> bool:
        """Bring back the edit that was taken back last; whether there was one."""
        with self._database.transaction() as connection:
            edits = edits_of_page(self._database, job, page).edits
            last = max((edit.root for edit in edits if not edit.undone), default=0)
            # Edits made after an undo leave the undone ones behind them: those stay undone.
            undone = [edit.root for edit in edits if edit.undone and edit.root > last]
            if undone:
                _mark_undone(connection, min(undone), False)
                carry(self._database, connection, job, page)
        return bool(undone)

    def edits(self, job: JobId, page: int) -> tuple[Edit, ...]:
        """Every edit of a page, oldest first, those taken back too.

        One that was carried on to the shown reading is given as it is there.
        """
        with self._database.snapshot():
            known = edits_of_page(self._database, job, page)
        shown = known.shown
        carried = {edit.root for edit in known.edits if edit.version == shown}
        given: dict[int, EditRow] = {}
        for edit in known.edits:
            if edit.version == shown or edit.root not in carried:
                given[edit.root] = edit
        return tuple(
            Edit(edit.page, edit.version, edit.block, edit.markdown, edit.undone, edit.created)
            for edit in given.values()
        )


def _edited(result: PageResult, edits: dict[int, EditRow]) -> PageResult:
    if not edits:
        return result
    blocks = tuple(
        replace(block, markdown=edits[number].markdown or "") if number in edits else block
        for number, block in enumerate(result.blocks)
    )
    return replace(result, blocks=blocks, flags=result.flags + flags_for(edits))


def _mark_undone(connection: sqlite3.Connection, root: int, undone: bool) -> None:
    """Take an edit and its copies back, or bring them back."""
    connection.execute(
        "UPDATE edits SET undone = ? WHERE id = ? OR origin = ?", (int(undone), root, root)
    )
