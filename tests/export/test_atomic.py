from __future__ import annotations

import errno
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from desktop.errors import Cancelled, ExportError
from desktop.export.atomic import Staging, explained, writing
from desktop.model.assembled import Figure
from desktop.model.cancel import CancelToken
from desktop.model.options import ExportFormat
from tests.export.documents import leftovers, many_pages, paper, png, write

EVERY = [format.value for format in ExportFormat]


@pytest.mark.parametrize("ending", EVERY)
def test_a_missing_folder_is_explained(tmp_path: Path, ending: str) -> None:
    with pytest.raises(ExportError) as caught:
        write(paper(), tmp_path / "nowhere" / f"a.{ending}")
    assert "nowhere" in caught.value.what
    assert caught.value.advice


@pytest.mark.parametrize("ending", EVERY)
def test_a_folder_in_the_way_is_explained_and_stays(tmp_path: Path, ending: str) -> None:
    (tmp_path / f"a.{ending}").mkdir()
    with pytest.raises(ExportError) as caught:
        write(paper(), tmp_path / f"a.{ending}")
    assert "in the way" in caught.value.what
    assert (tmp_path / f"a.{ending}").is_dir()
    assert leftovers(tmp_path) == []


def test_a_file_where_the_pictures_should_go_is_explained_and_stays(tmp_path: Path) -> None:
    (tmp_path / "a_files").write_text("mine")
    with pytest.raises(ExportError):
        write(paper(), tmp_path / "a.md")
    assert (tmp_path / "a_files").read_text() == "mine"
    assert not (tmp_path / "a.md").exists()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
@pytest.mark.parametrize("ending", EVERY)
def test_a_folder_that_may_not_be_written_is_explained(tmp_path: Path, ending: str) -> None:
    folder = tmp_path / "sealed"
    folder.mkdir(mode=0o500)
    with pytest.raises(ExportError) as caught:
        write(paper(), folder / f"a.{ending}")
    assert "may not be written" in caught.value.what


_FULL = textwrap.dedent(
    """
    import resource, sys
    from pathlib import Path
    from desktop.errors import ExportError
    from tests.export.documents import many_pages, png, write

    target = Path(sys.argv[1])
    results = many_pages(60)
    # What a full disk does: from some byte on nothing can be written any more.
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
    try:
        write(results, target, figures=lambda figure: png(50, 50 + figure.page))
    except ExportError as error:
        print(error.what, error.advice)
        sys.exit(7)
    """
)


@pytest.mark.parametrize("ending", EVERY)
def test_a_full_disk_is_explained_and_leaves_the_old_file_as_it_was(
    tmp_path: Path, ending: str
) -> None:
    target = tmp_path / f"a.{ending}"
    target.write_bytes(b"the old one")
    done = subprocess.run(
        [sys.executable, "-c", _FULL, str(target)],
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 7, done.stderr
    assert "not enough space" in done.stdout
    assert target.read_bytes() == b"the old one"
    assert leftovers(tmp_path) == []
    assert not (tmp_path / "a_files").exists()


@pytest.mark.parametrize("ending", EVERY)
def test_cancelling_leaves_the_old_file_as_it_was(tmp_path: Path, ending: str) -> None:
    target = tmp_path / f"a.{ending}"
    target.write_bytes(b"the old one")
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        write(many_pages(3), target, cancel=cancel)
    assert target.read_bytes() == b"the old one"
    assert leftovers(tmp_path) == []


@pytest.mark.parametrize("ending", ["md", "docx", "html"])
def test_a_figure_that_fails_leaves_the_old_files_as_they_were(tmp_path: Path, ending: str) -> None:
    target = write(many_pages(2), tmp_path / f"a.{ending}", figures=lambda _: png(4, 4))
    before = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}

    def fails(figure: Figure) -> bytes:
        if figure.page == 1:
            raise ExportError("The page is gone.", "Look for it.")
        return png(8, 8)

    with pytest.raises(ExportError, match="gone"):
        write(many_pages(2), target, figures=fails)
    assert {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()} == before


def test_what_a_killed_program_left_is_tidied_up(tmp_path: Path) -> None:
    child = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"],
        capture_output=True,
        text=True,
        check=True,
    )
    dead = child.stdout.strip()
    (tmp_path / f".a.txt.{dead}-0.diptych").write_text("half")
    (tmp_path / f".b.txt.{dead}-0.diptych").write_text("of another file")
    (tmp_path / f".a.txt.{os.getpid()}-999999.diptych").write_text("still being written")
    write(paper(), tmp_path / "a.txt")
    assert sorted(leftovers(tmp_path)) == sorted(
        [f".b.txt.{dead}-0.diptych", f".a.txt.{os.getpid()}-999999.diptych"]
    )


def test_a_new_file_has_the_rights_that_the_user_wants(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        target = write(paper(), tmp_path / "a.txt")
    finally:
        os.umask(old)
    assert target.stat().st_mode & 0o777 == 0o640


def test_nothing_is_put_in_place_without_a_commit(tmp_path: Path) -> None:
    with Staging() as staging:
        staging.folder(tmp_path / "new")
        with staging.open(tmp_path / "new" / "x") as stream:
            stream.write(b"x")
    assert not (tmp_path / "new").exists()


def test_an_error_inside_is_passed_on(tmp_path: Path) -> None:
    def fails() -> None:
        with writing(tmp_path / "x") as stream:
            stream.write(b"x")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fails()
    assert list(tmp_path.glob("*x*")) == []
    assert leftovers(tmp_path) == []


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (errno.ENOSPC, "not enough space"),
        (errno.EDQUOT, "not enough space"),
        (errno.EACCES, "paper.md may not be written"),
        (errno.EROFS, "paper.md may not be written"),
        (errno.ENOENT, "folder"),
        (errno.ENAMETOOLONG, "too long"),
        (errno.EISDIR, "in the way"),
        (errno.EIO, "could not be written"),
    ],
)
def test_every_trouble_is_named_with_the_file_that_a_person_knows(
    number: int, expected: str
) -> None:
    error = explained(OSError(number, "no", "/somewhere/.paper.md.123-4.diptych"))
    assert expected in error.what
    assert ".diptych" not in error.what
    assert error.advice
