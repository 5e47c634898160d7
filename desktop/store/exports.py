"""Files that jobs make: planned before the work, so that none is forgotten after a crash."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from desktop.model.options import ExportFormat
from desktop.model.states import JobId
from desktop.model.summary import ExportState, Reason
from desktop.store import codec
from desktop.store.database import Database


class Exports:
    """The table of exports. Every method raises the ``StoreError`` kinds."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def plan(self, job: JobId, files: Iterable[tuple[ExportFormat, Path]]) -> None:
        """Remember that the job is to write these files; those written before are due again."""
        with self._database.transaction() as connection:
            connection.executemany(
                "INSERT INTO exports (job, format, path, state) VALUES (?, ?, ?, ?)"
                " ON CONFLICT DO UPDATE SET state = excluded.state, kind = '', what = '',"
                " advice = ''",
                (
                    (job, format.value, codec.path_bytes(path), ExportState.PENDING.value)
                    for format, path in files
                ),
            )

    def due(self, job: JobId) -> tuple[tuple[ExportFormat, Path], ...]:
        """The files that the job has not written yet, or could not."""
        return tuple(
            (ExportFormat(format), codec.path_from(path))
            for format, path in self._database.rows(
                "SELECT format, path FROM exports WHERE job = ? AND state != ? ORDER BY rowid",
                (job, ExportState.DONE.value),
            )
        )

    def finish(
        self, job: JobId, format: ExportFormat, path: Path, reason: Reason | None = None
    ) -> None:
        """Keep that the file was written, or with a ``reason`` why it could not be."""
        why = reason or Reason()
        state = ExportState.FAILED if why else ExportState.DONE
        with self._database.transaction() as connection:
            connection.execute(
                "UPDATE exports SET state = ?, kind = ?, what = ?, advice = ?"
                " WHERE job = ? AND format = ? AND path = ?",
                (
                    state.value,
                    why.kind,
                    why.what,
                    why.advice,
                    job,
                    format.value,
                    codec.path_bytes(path),
                ),
            )
