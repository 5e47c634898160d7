"""Names of the files that are made: none that exists is lost, and none is used twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.cli.outputs import LONGEST_STEM, Existing, Names, Source, sources
from desktop.model.options import AssemblyOptions, ExportFormat

FORMATS = (ExportFormat.MARKDOWN, ExportFormat.DOCX)


def stem(names: Names, source: Source) -> str | None:
    plan = names.plan(source, AssemblyOptions())
    return plan.stem if plan else None


def test_a_free_name_is_the_documents_own(tmp_path: Path) -> None:
    plan = Names(tmp_path, FORMATS).plan(Source(Path("/in/paper.v2.pdf")), AssemblyOptions())
    assert plan is not None
    assert (plan.folder, plan.stem, plan.formats) == (tmp_path, "paper.v2", FORMATS)


@pytest.mark.parametrize("existing", ["paper.md", "paper.docx", "paper_files"])
def test_a_name_of_which_any_file_exists_gets_a_number(tmp_path: Path, existing: str) -> None:
    (tmp_path / existing).touch()
    assert stem(Names(tmp_path, FORMATS), Source(Path("/in/paper.pdf"))) == "paper (2)"


def test_a_dead_link_is_in_the_way_too(tmp_path: Path) -> None:
    (tmp_path / "paper.md").symlink_to(tmp_path / "nowhere")
    assert stem(Names(tmp_path, FORMATS), Source(Path("/in/paper.pdf"))) == "paper (2)"


def test_numbers_go_on_until_one_is_free(tmp_path: Path) -> None:
    for name in ("paper.md", "paper (2).docx", "paper (3).md"):
        (tmp_path / name).touch()
    assert stem(Names(tmp_path, FORMATS), Source(Path("/in/paper.pdf"))) == "paper (4)"


def test_files_of_other_formats_are_not_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "paper.txt").touch()
    assert stem(Names(tmp_path, FORMATS), Source(Path("/in/paper.pdf"))) == "paper"


def test_two_documents_of_one_name_get_two_names(tmp_path: Path) -> None:
    names = Names(tmp_path, FORMATS, Existing.OVERWRITE)
    assert stem(names, Source(Path("/a/paper.pdf"))) == "paper"
    assert stem(names, Source(Path("/b/Paper.png"))) == "Paper (2)"


def test_overwriting_keeps_the_name(tmp_path: Path) -> None:
    (tmp_path / "paper.md").touch()
    names = Names(tmp_path, FORMATS, Existing.OVERWRITE)
    assert stem(names, Source(Path("/in/paper.pdf"))) == "paper"


def test_skipping_leaves_out_only_what_is_complete(tmp_path: Path) -> None:
    for name in ("a.md", "a.docx", "b.md"):
        (tmp_path / name).touch()
    names = Names(tmp_path, FORMATS, Existing.SKIP)
    assert stem(names, Source(Path("/in/a.pdf"))) is None
    assert stem(names, Source(Path("/in/b.pdf"))) == "b (2)"
    assert stem(names, Source(Path("/in/c.pdf"))) == "c"


def test_a_second_document_of_a_skipped_name_is_not_skipped(tmp_path: Path) -> None:
    for name in ("a.md", "a.docx"):
        (tmp_path / name).touch()
    names = Names(tmp_path, FORMATS, Existing.SKIP)
    assert stem(names, Source(Path("/in/a.pdf"))) is None
    assert stem(names, Source(Path("/in/a.png"))) == "a (2)"


def test_a_very_long_name_is_cut_between_characters(tmp_path: Path) -> None:
    name = stem(Names(tmp_path, FORMATS), Source(Path(f"/in/{'ü' * 120}.pdf")))
    assert name is not None
    assert set(name) == {"ü"}
    assert len(name.encode()) <= LONGEST_STEM


def test_documents_of_a_folder_keep_their_place_in_it(tmp_path: Path) -> None:
    top = tmp_path / "scans"
    (top / "may" / "first").mkdir(parents=True)
    alone = tmp_path / "alone.pdf"
    files = [top / "a.pdf", top / "may" / "first" / "b.pdf", alone]
    found = sources([top, alone], files)
    assert [source.below for source in found] == [Path(), Path("may/first"), Path()]


def test_of_two_nested_folders_the_outer_one_counts(tmp_path: Path) -> None:
    inner = tmp_path / "scans" / "may"
    inner.mkdir(parents=True)
    found = sources([inner, tmp_path / "scans"], [inner / "a.pdf"])
    assert found[0].below == Path("may")
