"""Jobs: what was asked of which document, and where it stands."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from desktop.errors import UsageError
from desktop.model.document import DocumentInfo, DocumentKind, Fingerprint
from desktop.model.options import ConversionOptions, ExportFormat, ExportPlan
from desktop.model.states import JobId, JobState, PageState, check_job_move
from desktop.model.summary import ExportState, ExportSummary, JobSummary, Reason
from desktop.store import codec
from desktop.store.database import Database, Row
from desktop.store.owners import Owner

_JOBS = """
SELECT id, path, document_kind, size, modified_ns, sha256, page_count, title, encrypted,
    options, plan, state, kind, what, advice, created, place
FROM jobs"""
_COUNTS = "SELECT job, state, count(*) FROM pages"
_EXPORTS = "SELECT job, format, path, state, kind, what, advice FROM exports"


class Jobs:
    """The table of jobs. Every method raises the ``StoreError`` kinds."""

    def __init__(self, database: Database, owner: Owner) -> None:
        self._database = database
        self._owner = owner

    def add(
        self,
        info: DocumentInfo,
        options: ConversionOptions,
        *,
        pages: Iterable[int],
        plan: ExportPlan | None = None,
    ) -> JobId:
        """A new queued job of this program that reads ``pages`` (from 0) in their order."""
        with self._database.transaction() as connection:
            cursor = connection.execute(
                "INSERT INTO jobs (path, document_kind, size, modified_ns, sha256, page_count,"
                " title, encrypted, options, plan, priority, state, owner, created, place)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                " (SELECT coalesce(max(place), 0) + 1 FROM jobs))",
                (
                    codec.path_bytes(info.path),
                    info.kind.value,
                    info.fingerprint.size,
                    info.fingerprint.modified_ns,
                    info.fingerprint.sha256,
                    info.page_count,
                    # A title is whatever bytes the file has; the database takes only text.
                    info.title.encode("utf-8", "replace").decode("utf-8"),
                    int(info.encrypted),
                    codec.options_text(options),
                    codec.plan_text(plan) if plan else None,
                    options.priority,
                    JobState.QUEUED.value,
                    self._owner.name,
                    time.time(),
                ),
            )
            job = JobId(cursor.lastrowid or 0)
            connection.executemany(
                "INSERT INTO pages (job, page, position, state) VALUES (?, ?, ?, ?)",
                (
                    (job, page, position, PageState.QUEUED.value)
                    for position, page in enumerate(pages)
                ),
            )
        return job

    def get(self, job: JobId) -> JobSummary:
        """Where a job stands. Raises ``UsageError`` if there is none of that number."""
        one = (job,)
        with self._database.snapshot():
            jobs = self._database.rows(f"{_JOBS} WHERE id = ?", one)
            if not jobs:
                raise _unknown(job)
            counts = self._database.rows(f"{_COUNTS} WHERE job = ? GROUP BY job, state", one)
            exports = self._database.rows(f"{_EXPORTS} WHERE job = ? ORDER BY rowid", one)
        return _summaries(jobs, counts, exports)[0]

    def all(self) -> tuple[JobSummary, ...]:
        """Every job in the library, in the order in which they are to be done: oldest first."""
        with self._database.snapshot():
            jobs = self._database.rows(f"{_JOBS} ORDER BY place")
            counts = self._database.rows(f"{_COUNTS} GROUP BY job, state")
            exports = self._database.rows(f"{_EXPORTS} ORDER BY rowid")
        return _summaries(jobs, counts, exports)

    def state(self, job: JobId) -> JobState:
        """The state alone. Raises ``UsageError`` if there is no such job."""
        row = self._database.row("SELECT state FROM jobs WHERE id = ?", (job,))
        if row is None:
            raise _unknown(job)
        return JobState(row[0])

    def move(self, job: JobId, state: JobState, reason: Reason | None = None) -> JobState:
        """Put a job in another state; return the one it was in.

        The same state again changes the reason alone. Raises ``IllegalMove`` for a move that the
        table of moves does not have.
        """
        why = reason or Reason()
        with self._database.transaction() as connection:
            old = self.state(job)
            if state is not old:
                check_job_move(old, state)
            connection.execute(
                "UPDATE jobs SET state = ?, kind = ?, what = ?, advice = ? WHERE id = ?",
                (state.value, why.kind, why.what, why.advice, job),
            )
        return old

    def reorder(self, jobs: Sequence[JobId]) -> dict[JobId, int]:
        """Let the jobs exchange their places so that they come in this order; the new places.

        Raises ``UsageError`` for a job that there is none of; nothing has changed then.
        """
        with self._database.transaction() as connection:
            places = [self.get(job).place for job in jobs]
            new = dict(zip(jobs, sorted(places), strict=True))
            connection.executemany(
                "UPDATE jobs SET place = ? WHERE id = ?", ((p, job) for job, p in new.items())
            )
        return new

    def remove(self, job: JobId) -> None:
        """Forget a job with all that came of it. Its document and its files are left alone."""
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM jobs WHERE id = ?", (job,))

    def remember_fingerprint(self, job: JobId, fingerprint: Fingerprint) -> None:
        """Keep that the same content now has another time of change."""
        with self._database.transaction() as connection:
            connection.execute(
                "UPDATE jobs SET size = ?, modified_ns = ?, sha256 = ? WHERE id = ?",
                (fingerprint.size, fingerprint.modified_ns, fingerprint.sha256, job),
            )

    def claim(self, job: JobId) -> bool:
        """Make the job this program's, unless another running program has it.

        What a program that ended had begun is queued again in the same transaction.
        """
        with self._database.transaction() as connection:
            row = self._database.row("SELECT owner, state FROM jobs WHERE id = ?", (job,))
            if row is None:
                raise _unknown(job)
            owner, state = row[0], JobState(row[1])
            if owner == self._owner.name:
                return True
            if self._owner.runs(owner):
                return False
            connection.execute("UPDATE jobs SET owner = ? WHERE id = ?", (self._owner.name, job))
            if state is JobState.RUNNING:
                self.move(job, JobState.QUEUED)
            connection.execute(
                "UPDATE pages SET state = ? WHERE job = ? AND state = ?",
                (PageState.QUEUED.value, job, PageState.RUNNING.value),
            )
        return True

    def release(self, job: JobId) -> None:
        """Give the job up, if it is this program's."""
        with self._database.transaction() as connection:
            connection.execute(
                "UPDATE jobs SET owner = NULL WHERE id = ? AND owner = ?", (job, self._owner.name)
            )

    def unattended(self, *, failed_for: Collection[str] = ()) -> tuple[JobId, ...]:
        """Jobs with work left that no running program has, oldest first.

        Work is pages to read or files to write. Failed jobs count where the kind of their reason
        is one of ``failed_for``. Jobs that a person paused do not count; those that the program
        paused, for a reason, do.
        """
        rows = self._database.rows(
            "SELECT id, owner, state, kind,"
            " EXISTS (SELECT 1 FROM exports WHERE job = id AND exports.state != ?)"
            " FROM jobs ORDER BY id",
            (ExportState.DONE.value,),
        )
        running: dict[str | None, bool] = {}
        jobs = []
        for job, owner, state, kind, files_left in rows:
            if not _has_work(JobState(state), kind, bool(files_left), failed_for):
                continue
            if owner not in running:
                running[owner] = self._owner.runs(owner)
            if not running[owner]:
                jobs.append(JobId(job))
        return tuple(jobs)


def _has_work(state: JobState, kind: str, files_left: bool, failed_for: Collection[str]) -> bool:
    match state:
        case JobState.QUEUED | JobState.RUNNING:
            return True
        case JobState.PAUSED:
            return bool(kind)
        case JobState.DONE:
            return files_left
        case JobState.FAILED:
            return kind in failed_for
        case JobState.CANCELLED:
            return False


def _unknown(job: JobId) -> UsageError:
    return UsageError(f"There is no conversion number {job}.", "List the ones that there are.")


def _summaries(
    jobs: Sequence[Row], counts: Sequence[Row], exports: Sequence[Row]
) -> tuple[JobSummary, ...]:
    counted: dict[int, dict[PageState, int]] = {}
    for job, state, number in counts:
        counted.setdefault(job, dict.fromkeys(PageState, 0))[PageState(state)] = number
    files: dict[int, list[ExportSummary]] = {}
    for job, *row in exports:
        files.setdefault(job, []).append(_export(row))
    return tuple(
        _summary(
            row,
            counted.get(row[0], dict.fromkeys(PageState, 0)),
            tuple(files.get(row[0], ())),
        )
        for row in jobs
    )


def _export(row: Sequence[Any]) -> ExportSummary:
    format, path, state, kind, what, advice = row
    return ExportSummary(
        ExportFormat(format),
        codec.path_from(path),
        ExportState(state),
        Reason(kind, what, advice),
    )


def _summary(
    row: Row, counts: dict[PageState, int], exports: tuple[ExportSummary, ...]
) -> JobSummary:
    (
        job,
        path,
        kind,
        size,
        modified_ns,
        sha256,
        page_count,
        title,
        encrypted,
        options,
        plan,
        state,
        reason_kind,
        what,
        advice,
        created,
        place,
    ) = row
    return JobSummary(
        job=JobId(job),
        path=codec.path_from(path),
        kind=DocumentKind(kind),
        fingerprint=Fingerprint(size, modified_ns, sha256),
        page_count=page_count,
        title=title,
        encrypted=bool(encrypted),
        options=codec.options_from(options),
        plan=codec.plan_from(plan) if plan else None,
        state=JobState(state),
        reason=Reason(reason_kind, what, advice),
        counts=counts,
        exports=exports,
        created=created,
        place=place,
    )
