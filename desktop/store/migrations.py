"""The shape of the database, as numbered steps from nothing; each runs once, in a transaction."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from desktop.errors import StoreNewer

#: Times are seconds since the epoch. Paths are the file system's own bytes, since a name on disk
#: need not be text. ``kind``, ``what`` and ``advice`` say why something failed.
_FIRST = """
CREATE TABLE jobs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    path BLOB NOT NULL,
    document_kind TEXT NOT NULL,
    size INTEGER NOT NULL,
    modified_ns INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    page_count INTEGER NOT NULL,
    title TEXT NOT NULL,
    encrypted INTEGER NOT NULL,
    options TEXT NOT NULL,
    plan TEXT,
    priority INTEGER NOT NULL,
    state TEXT NOT NULL,
    kind TEXT NOT NULL DEFAULT '',
    what TEXT NOT NULL DEFAULT '',
    advice TEXT NOT NULL DEFAULT '',
    owner TEXT,
    created REAL NOT NULL
);

CREATE TABLE pages (
    job INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    page INTEGER NOT NULL,
    position INTEGER NOT NULL,
    state TEXT NOT NULL,
    kind TEXT NOT NULL DEFAULT '',
    what TEXT NOT NULL DEFAULT '',
    advice TEXT NOT NULL DEFAULT '',
    tries INTEGER NOT NULL DEFAULT 0,
    version INTEGER NOT NULL DEFAULT 0,
    flags TEXT NOT NULL DEFAULT '[]',
    PRIMARY KEY (job, page)
) WITHOUT ROWID;

CREATE TABLE recognitions (
    id INTEGER PRIMARY KEY,
    job INTEGER NOT NULL,
    page INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    purpose TEXT NOT NULL,
    mode TEXT NOT NULL,
    words TEXT NOT NULL,
    server TEXT NOT NULL,
    model TEXT NOT NULL,
    cut INTEGER NOT NULL,
    prompt_tokens INTEGER NOT NULL,
    completion_tokens INTEGER NOT NULL,
    seconds REAL NOT NULL,
    first_text_seconds REAL NOT NULL,
    image_width INTEGER NOT NULL,
    image_height INTEGER NOT NULL,
    text BLOB NOT NULL,
    created REAL NOT NULL,
    FOREIGN KEY (job, page) REFERENCES pages (job, page) ON DELETE CASCADE
);
CREATE INDEX recognitions_of_page ON recognitions (job, page);

CREATE TABLE results (
    job INTEGER NOT NULL,
    page INTEGER NOT NULL,
    version INTEGER NOT NULL,
    result BLOB NOT NULL,
    created REAL NOT NULL,
    PRIMARY KEY (job, page, version),
    FOREIGN KEY (job, page) REFERENCES pages (job, page) ON DELETE CASCADE
);

CREATE TABLE edits (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    job INTEGER NOT NULL,
    page INTEGER NOT NULL,
    version INTEGER NOT NULL,
    block INTEGER NOT NULL,
    markdown TEXT,
    undone INTEGER NOT NULL DEFAULT 0,
    created REAL NOT NULL,
    FOREIGN KEY (job, page, version) REFERENCES results (job, page, version) ON DELETE CASCADE
);
CREATE INDEX edits_of_page ON edits (job, page, version);

CREATE TABLE exports (
    job INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    format TEXT NOT NULL,
    path BLOB NOT NULL,
    state TEXT NOT NULL,
    kind TEXT NOT NULL DEFAULT '',
    what TEXT NOT NULL DEFAULT '',
    advice TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (job, format, path)
);
"""

#: ``place`` orders jobs. ``rotation`` of a page is what a person turned it by, in degrees
#: clockwise, on top of the job's; that of a result is what its boxes were made for. ``width`` and
#: ``height`` are the upright page's in points, 0 while nobody knows them. ``origin`` is the edit
#: that a carried one is a copy of; ``stale`` says that its block was read otherwise than when the
#: edit was made.
_SECOND = """
ALTER TABLE jobs ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
UPDATE jobs SET place = id;
ALTER TABLE pages ADD COLUMN reviewed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE pages ADD COLUMN rotation INTEGER NOT NULL DEFAULT 0;
ALTER TABLE pages ADD COLUMN width REAL NOT NULL DEFAULT 0;
ALTER TABLE pages ADD COLUMN height REAL NOT NULL DEFAULT 0;
ALTER TABLE results ADD COLUMN rotation INTEGER NOT NULL DEFAULT 0;
ALTER TABLE edits ADD COLUMN origin INTEGER;
ALTER TABLE edits ADD COLUMN stale INTEGER NOT NULL DEFAULT 0;
CREATE INDEX edits_by_origin ON edits (origin);
"""

#: Step N (counted from 1) takes a database of version N-1 to version N.
MIGRATIONS: tuple[str, ...] = (_FIRST, _SECOND)


def migrate(
    connection: sqlite3.Connection, database: Path, steps: tuple[str, ...] = MIGRATIONS
) -> None:
    """Bring the database to the newest version, after a copy of it was put beside it.

    The caller keeps other programs away meanwhile. The copy is ``NAME.before-N`` with the number
    of the first step that is to run; a new database is not copied. Raises ``StoreNewer``.
    """
    version = _version(connection)
    if version > len(steps):
        raise StoreNewer(
            "The library of conversions was made by a newer Diptych.",
            "Use that one, or move the library away to start a new one.",
            details=f"version {version}, this program knows {len(steps)}",
        )
    if version == len(steps):
        return
    if version:
        _copy(connection, database.with_name(f"{database.name}.before-{version + 1}"))
    for number in range(version + 1, len(steps) + 1):
        # executescript would commit on its own; the script brings its transaction along instead.
        try:
            connection.executescript(
                f"BEGIN IMMEDIATE;{steps[number - 1]};PRAGMA user_version = {number};COMMIT;"
            )
        finally:
            if connection.in_transaction:
                connection.rollback()


def _version(connection: sqlite3.Connection) -> int:
    row: tuple[int] = connection.execute("PRAGMA user_version").fetchone()
    return row[0]


def _copy(connection: sqlite3.Connection, target: Path) -> None:
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    copy = sqlite3.connect(part)
    try:
        connection.backup(copy)
    finally:
        copy.close()
    part.replace(target)
