from __future__ import annotations

import os
import resource
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from desktop.errors import StoreDamaged, StoreError, StoreLocked, StoreNewer
from desktop.model.options import ConversionOptions
from desktop.model.states import PageState
from desktop.store import codec
from desktop.store.migrations import MIGRATIONS, migrate
from tests.store.library import add, opened, read, result


def test_a_newer_library_is_refused_and_left_untouched(tmp_path: Path) -> None:
    with opened(tmp_path):
        pass
    file = tmp_path / "library.sqlite3"
    with closing(sqlite3.connect(file)) as raw:
        raw.execute("PRAGMA user_version = 99")
    before = file.read_bytes()
    with pytest.raises(StoreNewer, match="newer Diptych"), opened(tmp_path):
        pass
    assert file.read_bytes() == before


def test_an_older_library_is_copied_before_it_is_changed(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        job = add(store)
        read(store, job, 0)
    file = tmp_path / "library.sqlite3"
    steps = (*MIGRATIONS, "ALTER TABLE jobs ADD COLUMN note TEXT NOT NULL DEFAULT 'none'")
    with closing(sqlite3.connect(file)) as raw:
        migrate(raw, file, steps)
        assert raw.execute("SELECT note FROM jobs").fetchall() == [("none",)]
        assert raw.execute("PRAGMA user_version").fetchone() == (len(steps),)
    copy = tmp_path / "old"
    copy.mkdir()
    (tmp_path / f"library.sqlite3.before-{len(steps)}").rename(copy / "library.sqlite3")
    with opened(copy) as store:
        assert store.results.shown(job, 0) == result(0)


def test_a_step_that_fails_leaves_the_library_as_it_was(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        job = add(store)
    file = tmp_path / "library.sqlite3"
    steps = (*MIGRATIONS, "DROP TABLE exports; CREATE TABLE jobs (id)")
    with (
        closing(sqlite3.connect(file)) as raw,
        pytest.raises(sqlite3.OperationalError, match="already exists"),
    ):
        migrate(raw, file, steps)
    with opened(tmp_path) as store:
        assert store.jobs.get(job).exports == ()


def test_a_file_that_is_no_database_is_called_damaged(tmp_path: Path) -> None:
    (tmp_path / "library.sqlite3").write_bytes(b"no database at all, but long enough " * 40)
    with pytest.raises(StoreDamaged, match="damaged"), opened(tmp_path):
        pass


def test_a_folder_that_can_not_be_made_is_a_known_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="can't be opened"), opened(tmp_path / "file" / "data"):
        pass


def test_a_database_that_another_program_holds_is_called_locked(tmp_path: Path) -> None:
    script = (
        "import sqlite3, sys\n"
        "raw = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "raw.execute('BEGIN EXCLUSIVE')\n"
        "print('held', flush=True)\n"
        "sys.stdin.read()\n"
    )
    with opened(tmp_path, patience=0.1) as store:
        job = add(store)
        with subprocess.Popen(
            [sys.executable, "-c", script, str(tmp_path / "library.sqlite3")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        ) as holder:
            assert holder.stdout is not None
            assert holder.stdout.readline() == b"held\n"
            with pytest.raises(StoreLocked, match="Another program"):
                store.pages.start(job, 0)
            assert [page.state for page in store.pages.all(job)] == [PageState.QUEUED] * 3
            holder.communicate()
        assert store.pages.start(job, 0) == 1


FILL = """
import resource, sys
from pathlib import Path
from desktop.errors import StoreFull
from tests.store.library import add, opened, read
with opened(Path(sys.argv[1])) as store:
    job = add(store, pages=500)
    if len(sys.argv) > 2:
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
    try:
        for page in range(500):
            read(store, job, page, "".join(chr(33 + (i * i * page) % 90) for i in range(3000)))
            print(page, flush=True)
    except StoreFull as error:
        print(error.what, flush=True)
    if len(sys.argv) > 2:
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
    else:
        (Path(sys.argv[1]) / "ballast").unlink()
    read(store, job, page + 1)
"""


def fill(folder: Path, *limit: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FILL, str(folder), *limit],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    *pages, message = done.stdout.splitlines()
    assert done.returncode == 0, done.stderr
    assert message.startswith("No space is left")
    assert 10 < len(pages) < 499
    with opened(folder) as store:
        (job,) = (summary.job for summary in store.jobs.all())
        assert store.jobs.get(job).counts[PageState.DONE] == len(pages) + 1
        assert [each.page for each in store.results.iterate(job)][:-1] == [int(p) for p in pages]


def test_when_a_file_may_not_grow_the_library_says_full_and_works_again_later(
    tmp_path: Path,
) -> None:
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[1] == resource.RLIM_INFINITY
    fill(tmp_path, "400000")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount a small disk")
def test_when_the_disk_is_full_the_library_says_so_and_works_again_later(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip("this system does not let a small disk be mounted")
    try:
        (disk / "ballast").write_bytes(b"\0" * 700_000)
        fill(disk)
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_library_of_the_first_form_keeps_its_jobs_and_edits(tmp_path: Path) -> None:
    file = tmp_path / "library.sqlite3"
    with closing(sqlite3.connect(file)) as raw:
        migrate(raw, file, MIGRATIONS[:1])
        for number in (1, 2):
            raw.execute(
                "INSERT INTO jobs VALUES (?, ?, 'pdf', 1, 2, 'ab', 1, '', 0, ?, NULL, 0, 'done',"
                " '', '', '', NULL, 0)",
                (number, b"/papers/paper.pdf", codec.options_text(ConversionOptions())),
            )
        raw.execute(
            "INSERT INTO pages (job, page, position, state, version) VALUES (1, 0, 0, ?, 1)",
            (PageState.DONE.value,),
        )
        raw.execute("INSERT INTO results VALUES (1, 0, 1, ?, 0)", (codec.result_bytes(result(0)),))
        raw.execute(
            "INSERT INTO edits (job, page, version, block, markdown, created)"
            " VALUES (1, 0, 1, 1, 'By hand.', 0)"
        )
        raw.commit()
    with opened(tmp_path) as store:
        first, second = (summary.job for summary in store.jobs.all())
        assert add(store) > second
        assert [summary.place for summary in store.jobs.all()] == [1, 2, 3]
        shown = store.results.shown(first, 0)
        assert shown is not None
        assert shown.blocks[1].markdown == "By hand."
        (page,) = store.pages.all(first)
        assert (page.edited, page.reviewed, page.rotation, page.flags) == (True, False, 0, ())
        assert (tmp_path / "library.sqlite3.before-2").exists()
        store.shrink()
        assert not (tmp_path / "library.sqlite3.before-2").exists()
