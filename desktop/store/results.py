"""Page results as they are shown: the recognised blocks with a person's edits over them."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace

from desktop.errors import UsageError
from desktop.model.blocks import PageResult
from desktop.model.states import JobId, PageState
from desktop.store import codec
from desktop.store.database import Database

#: How many results are read at a time: the rest of a long document stays on the disk.
CHUNK = 32

#: The version of a page that is shown: the newest that carries a person's edit, else the newest.
#: So a page that is read again never takes a correction away.
_SHOWN = """
SELECT pages.page, results.version, results.result FROM pages
JOIN results ON results.job = pages.job AND results.page = pages.page
WHERE pages.job = ? AND pages.page >= ? AND pages.page <= ? AND (? OR pages.state IN (?, ?))
AND results.version = coalesce(
    ?,
    (SELECT max(edit.version) FROM edits AS edit
     WHERE edit.job = pages.job AND edit.page = pages.page
     AND edit.undone = 0 AND edit.markdown IS NOT NULL
     AND NOT EXISTS (
         SELECT 1 FROM edits AS later
         WHERE later.job = edit.job AND later.page = edit.page AND later.version = edit.version
         AND later.block = edit.block AND later.undone = 0 AND later.id > edit.id)),
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
        with self._database.snapshot():
            rows = self._database.rows(
                _SHOWN,
                (job, first, last, False, PageState.DONE.value, PageState.BLANK.value, None, limit),
            )
            # ``undone`` edits are out; of the rest the last of each block counts.
            edits = self._database.rows(
                "SELECT page, version, block, markdown FROM edits"
                " WHERE job = ? AND page >= ? AND page <= ? AND undone = 0 ORDER BY id",
                (job, first, rows[-1][0] if rows else first),
            )
        changed: dict[tuple[int, int], dict[int, str | None]] = {}
        for page, version, block, markdown in edits:
            changed.setdefault((page, version), {})[block] = markdown
        return [
            _edited(codec.result_from(data), changed.get((page, version), {}))
            for page, version, data in rows
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
        changed = connection.execute(
            "UPDATE edits SET markdown = ?, created = ? WHERE version = ? AND block = ?"
            " AND undone = 0 AND markdown IS NOT NULL"
            " AND id = (SELECT max(id) FROM edits WHERE job = ? AND page = ?)",
            (markdown, time.time(), version, block, job, page),
        )
        return changed.rowcount == 1

    def undo(self, job: JobId, page: int) -> bool:
        """Take back the last edit of a page that is not taken back yet; whether there was one."""
        return self._mark_undone(job, page, "max", 0)

    def redo(self, job: JobId, page: int) -> bool:
        """Bring back the edit that was taken back last; whether there was one."""
        return self._mark_undone(job, page, "min", 1)

    def _mark_undone(self, job: JobId, page: int, which: str, undone: int) -> bool:
        query = {
            "max": "SELECT max(id) FROM edits WHERE job = ? AND page = ? AND undone = 0",
            # Edits made after an undo leave the undone ones behind them: those stay undone.
            "min": "SELECT min(id) FROM edits WHERE job = ?1 AND page = ?2 AND undone = 1 AND id >"
            " coalesce((SELECT max(id) FROM edits WHERE job = ?1 AND page = ?2 AND undone = 0), 0)",
        }[which]
        with self._database.transaction() as connection:
            row = self._database.row(query, (job, page))
            if row is None or row[0] is None:
                return False
            connection.execute("UPDATE edits SET undone = ? WHERE id = ?", (1 - undone, row[0]))
        return True

    def edits(self, job: JobId, page: int) -> tuple[Edit, ...]:
        """Every edit of a page, oldest first, those taken back too."""
        return tuple(
            Edit(number, version, block, markdown, bool(undone), created)
            for number, version, block, markdown, undone, created in self._database.rows(
                "SELECT page, version, block, markdown, undone, created FROM edits"
                " WHERE job = ? AND page = ? ORDER BY id",
                (job, page),
            )
        )


def _edited(result: PageResult, edits: dict[int, str | None]) -> PageResult:
    changed = {block: text for block, text in edits.items() if text is not None}
    if not changed:
        return result
    blocks = tuple(
        replace(block, markdown=changed[number]) if number in changed else block
        for number, block in enumerate(result.blocks)
    )
    return replace(result, blocks=blocks)
