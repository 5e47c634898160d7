"""What is known of a page besides its state: seen by a person, turned by one, how large it is."""

from __future__ import annotations

from collections.abc import Collection

from desktop.errors import UsageError
from desktop.model.states import JobId
from desktop.store.database import Database


class Marks:
    """The marks of pages. Every method raises the ``StoreError`` kinds.

    Those about one page raise ``UsageError`` if the job does not have it.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def review(self, job: JobId, page: int, reviewed: bool) -> None:
        """Keep that a person has looked at the page, or that somebody should again."""
        with self._database.transaction():
            row = self._database.row(
                "UPDATE pages SET reviewed = ? WHERE job = ? AND page = ? RETURNING page",
                (int(reviewed), job, page),
            )
        if row is None:
            raise no_page(page)

    def rotation(self, job: JobId, page: int) -> int:
        """By how many degrees clockwise a person turned the page, on top of the job's rotation."""
        row = self._database.row(
            "SELECT rotation FROM pages WHERE job = ? AND page = ?", (job, page)
        )
        if row is None:
            raise no_page(page)
        rotation: int = row[0]
        return rotation

    def turn(self, job: JobId, pages: Collection[int], degrees: int) -> None:
        """Turn pages by ``degrees`` (a multiple of 90) clockwise from how they are."""
        across = degrees % 180 != 0
        with self._database.transaction() as connection:
            connection.executemany(
                "UPDATE pages SET rotation = (rotation + ?) % 360,"
                " width = CASE WHEN ? THEN height ELSE width END,"
                " height = CASE WHEN ? THEN width ELSE height END"
                " WHERE job = ? AND page = ?",
                ((degrees % 360, across, across, job, page) for page in pages),
            )

    def size(self, job: JobId, page: int) -> tuple[float, float] | None:
        """Width and height of the upright page in points; ``None`` while nobody knows them."""
        row = self._database.row(
            "SELECT width, height FROM pages WHERE job = ? AND page = ?", (job, page)
        )
        if row is None:
            raise no_page(page)
        width, height = row
        return (width, height) if width and height else None


def no_page(page: int) -> UsageError:
    """What is said of a page that a job does not have."""
    return UsageError(f"Page {page + 1} is not one of this conversion's.", "Choose another page.")
