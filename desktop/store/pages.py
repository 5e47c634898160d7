"""Pages: their states, and the one transaction in which a page's outcome is kept."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Collection, Iterable

from desktop.errors import UsageError
from desktop.model.blocks import Flag, PageResult
from desktop.model.recognition import Measures, Mode, ModeKind, Recognition
from desktop.model.states import JobId, JobState, PageState, check_page_move
from desktop.model.summary import PageSummary, Reason
from desktop.store import codec
from desktop.store.carrying import carry
from desktop.store.database import Database
from desktop.store.edited import edited_pages


class Pages:
    """The tables of pages, recognitions and results. Every method raises the ``StoreError`` kinds.

    Results of earlier readings of a page are kept beside the newest, each under its version,
    because a person's edits belong to the version that they were made in.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, job: JobId) -> tuple[PageSummary, ...]:
        """Every page of a job, in the document's order."""
        with self._database.snapshot():
            rows = self._database.rows(
                "SELECT page, state, kind, what, advice, flags, tries, reviewed, rotation"
                " FROM pages WHERE job = ? ORDER BY page",
                (job,),
            )
            edited = edited_pages(self._database, job)
        return tuple(
            PageSummary(
                page,
                PageState(state),
                Reason(kind, what, advice),
                codec.flags_from(flags) + edited.get(page, ()),
                tries,
                bool(reviewed),
                page in edited,
                rotation,
            )
            for page, state, kind, what, advice, flags, tries, reviewed, rotation in rows
        )

    def edit_flags(self, job: JobId, page: int) -> tuple[Flag, ...]:
        """Why to look at a person's text on a page; none where there is no such text."""
        return edited_pages(self._database, job, page).get(page, ())

    def queued(self, job: JobId) -> tuple[int, ...]:
        """The pages that wait, in the order in which they are to be read."""
        return tuple(
            page
            for (page,) in self._database.rows(
                "SELECT page FROM pages WHERE job = ? AND state = ? ORDER BY position",
                (job, PageState.QUEUED.value),
            )
        )

    def start(self, job: JobId, page: int) -> int | None:
        """Queued to running; return the number of this try (from 1).

        ``None`` if the page does not wait any more: somebody cancelled it meanwhile.
        """
        with self._database.transaction():
            row = self._database.row(
                "UPDATE pages SET state = ?, tries = tries + 1, kind = '', what = '', advice = ''"
                " WHERE job = ? AND page = ? AND state = ? RETURNING tries",
                (PageState.RUNNING.value, job, page, PageState.QUEUED.value),
            )
        if row is None:
            return None
        tries: int = row[0]
        return tries

    def finish(
        self,
        job: JobId,
        page: int,
        tries: int,
        state: PageState,
        *,
        result: PageResult | None = None,
        recognitions: Iterable[Recognition] = (),
        reason: Reason | None = None,
    ) -> bool:
        """Keep the outcome of try ``tries``: state, result and every raw reply, or nothing at all.

        Returns ``False``, with nothing kept, if that try does not count any more: the page was
        cancelled meanwhile, or is already being read again.
        """
        check_page_move(PageState.RUNNING, state)
        why = reason or Reason()
        packed = codec.result_bytes(result) if result is not None else None
        replies = [_recognition_row(job, page, recognition) for recognition in recognitions]
        flags = codec.flags_text(result.flags) if result is not None else "[]"
        with self._database.transaction() as connection:
            row = self._database.row(
                "UPDATE pages SET state = ?, kind = ?, what = ?, advice = ?, flags = ?,"
                " reviewed = 0, width = coalesce(?, width), height = coalesce(?, height),"
                " version = version + ?"
                " WHERE job = ? AND page = ? AND state = ? AND tries = ?"
                " RETURNING version, rotation",
                (
                    state.value,
                    why.kind,
                    why.what,
                    why.advice,
                    flags,
                    result.page_width if result is not None else None,
                    result.page_height if result is not None else None,
                    0 if packed is None else 1,
                    job,
                    page,
                    PageState.RUNNING.value,
                    tries,
                ),
            )
            if row is None:
                return False
            if packed is not None:
                connection.execute(
                    "INSERT INTO results (job, page, version, rotation, result, created)"
                    " VALUES (?, ?, ?, ?, ?, ?)",
                    (job, page, row[0], row[1], packed, time.time()),
                )
                carry(self._database, connection, job, page, news=True)
            if replies:
                connection.executemany(
                    "INSERT INTO recognitions (job, page, attempt, purpose, mode, words, server,"
                    " model, cut, prompt_tokens, completion_tokens, seconds, first_text_seconds,"
                    " image_width, image_height, text, created)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    replies,
                )
        return True

    def replace(self, job: JobId, pages: Collection[int], text: str) -> None:
        """Let a job read these pages, in their order; ``text`` is the range as a person wrote it.

        Raises ``UsageError`` once any page was begun.
        """
        with self._database.transaction() as connection:
            row = self._database.row(
                "SELECT options, jobs.state IN (?, ?) AND NOT EXISTS"
                " (SELECT 1 FROM pages WHERE job = id AND (tries > 0 OR pages.state != ?))"
                " FROM jobs WHERE id = ?",
                (
                    JobState.QUEUED.value,
                    JobState.PAUSED.value,
                    PageState.QUEUED.value,
                    job,
                ),
            )
            if row is None or not row[1]:
                raise UsageError(
                    "This conversion has begun, so it can't read other pages any more.",
                    "Add the document once more for the other pages.",
                )
            options = dataclasses.replace(codec.options_from(row[0]), pages=text)
            connection.execute(
                "UPDATE jobs SET options = ? WHERE id = ?", (codec.options_text(options), job)
            )
            connection.execute("UPDATE pages SET position = -1 WHERE job = ?", (job,))
            connection.executemany(
                "INSERT INTO pages (job, page, position, state) VALUES (?, ?, ?, ?)"
                " ON CONFLICT DO UPDATE SET position = excluded.position",
                (
                    (job, page, position, PageState.QUEUED.value)
                    for position, page in enumerate(pages)
                ),
            )
            connection.execute("DELETE FROM pages WHERE job = ? AND position < 0", (job,))

    def move(
        self,
        job: JobId,
        old: Collection[PageState],
        new: PageState,
        *,
        pages: Collection[int] | None = None,
        reason: Reason | None = None,
    ) -> tuple[int, ...]:
        """Put the pages that are in one of the states ``old`` into ``new``; return which those are.

        ``pages`` ``None`` means all of the job. Raises ``IllegalMove`` for a move that the table
        of moves does not have.
        """
        for state in old:
            check_page_move(state, new)
        why = reason or Reason()
        moved: list[int] = []
        with self._database.transaction() as connection:
            for page, state in self._database.rows(
                "SELECT page, state FROM pages WHERE job = ? ORDER BY position", (job,)
            ):
                if PageState(state) in old and (pages is None or page in pages):
                    moved.append(page)
            connection.executemany(
                "UPDATE pages SET state = ?, kind = ?, what = ?, advice = ?"
                " WHERE job = ? AND page = ?",
                ((new.value, why.kind, why.what, why.advice, job, page) for page in moved),
            )
        return tuple(moved)

    def recognitions(self, job: JobId, page: int) -> tuple[Recognition, ...]:
        """Every raw reply for a page, oldest first."""
        return tuple(
            Recognition(
                text=codec.unpack(text),
                mode=Mode(ModeKind(mode), words),
                server=server,
                model=model,
                cut=bool(cut),
                measures=Measures(prompt, completion, seconds, first),
                attempt=attempt,
                purpose=purpose,
                image_width=width,
                image_height=height,
            )
            for (
                attempt,
                purpose,
                mode,
                words,
                server,
                model,
                cut,
                prompt,
                completion,
                seconds,
                first,
                width,
                height,
                text,
            ) in self._database.rows(
                "SELECT attempt, purpose, mode, words, server, model, cut, prompt_tokens,"
                " completion_tokens, seconds, first_text_seconds, image_width, image_height, text"
                " FROM recognitions WHERE job = ? AND page = ? ORDER BY id",
                (job, page),
            )
        )


def _recognition_row(job: JobId, page: int, recognition: Recognition) -> tuple[object, ...]:
    measures = recognition.measures
    return (
        job,
        page,
        recognition.attempt,
        recognition.purpose,
        recognition.mode.kind.value,
        recognition.mode.words,
        recognition.server,
        recognition.model,
        int(recognition.cut),
        measures.prompt_tokens,
        measures.completion_tokens,
        measures.seconds,
        measures.first_text_seconds,
        recognition.image_width,
        recognition.image_height,
        codec.pack(recognition.text),
        time.time(),
    )
