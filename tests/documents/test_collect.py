from __future__ import annotations

import os
from pathlib import Path

from PIL import Image

from desktop.documents import collect
from tests.documents.made import pdf, text


def _touch(path: Path, data: bytes = b"") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_a_folder_gives_its_documents_in_natural_order_files_first(tmp_path: Path) -> None:
    for name in ("scan10.png", "scan2.png", "Scan1.png", "b/page1.pdf", "a/page1.pdf"):
        _touch(tmp_path / name)
    names = [str(path.relative_to(tmp_path)) for path in collect([tmp_path])]
    assert names == ["Scan1.png", "scan2.png", "scan10.png", "a/page1.pdf", "b/page1.pdf"]


def test_a_folder_leaves_out_what_neither_name_nor_content_makes_a_document(
    tmp_path: Path,
) -> None:
    _touch(tmp_path / "notes.txt", b"BMW is a maker of cars")
    _touch(tmp_path / ".hidden.pdf", b"%PDF-1.4")
    _touch(tmp_path / ".git" / "picture.png")
    os.mkfifo(tmp_path / "pipe.pdf")
    renamed = tmp_path / "no-ending"
    Image.new("RGB", (8, 8)).save(renamed, "PNG")
    broken = _touch(tmp_path / "broken.pdf")
    assert set(collect([tmp_path])) == {renamed, broken}


def test_a_file_that_is_named_is_kept_whatever_it_is(tmp_path: Path) -> None:
    notes, gone = _touch(tmp_path / "notes.txt", b"words"), tmp_path / "gone.pdf"
    assert collect([notes, gone]) == (notes, gone)


def test_a_document_named_twice_is_collected_once(tmp_path: Path) -> None:
    document = pdf(tmp_path / "one.pdf", text("one"))
    (tmp_path / "link.pdf").symlink_to(document)
    assert collect([document, tmp_path, document]) == (document,)


def test_a_link_that_leads_back_up_does_not_go_round_for_ever(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    document = _touch(inner / "one.pdf")
    (inner / "up").symlink_to(tmp_path)
    assert collect([tmp_path]) == (document,)
