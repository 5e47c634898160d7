from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from desktop.documents import take_fingerprint, verify
from desktop.errors import Cancelled, DocumentChanged, DocumentMissing
from desktop.model.cancel import CancelToken


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "paper.pdf"
    path.write_bytes(b"some bytes" * 1000)
    return path


def test_a_fingerprint_has_size_and_hash_of_the_content(document: Path) -> None:
    fingerprint = take_fingerprint(document)
    assert fingerprint.size == 10_000
    assert fingerprint.sha256 == hashlib.sha256(document.read_bytes()).hexdigest()


def test_a_file_that_was_only_touched_is_still_the_same(document: Path) -> None:
    fingerprint = take_fingerprint(document)
    os.utime(document, ns=(1, 1))
    verify(document, fingerprint)


def test_other_bytes_of_the_same_length_are_noticed(document: Path) -> None:
    fingerprint = take_fingerprint(document)
    document.write_bytes(b"Some bytes" * 1000)
    os.utime(document, ns=(1, 1))
    with pytest.raises(DocumentChanged):
        verify(document, fingerprint)


def test_another_length_is_noticed_without_reading(document: Path) -> None:
    fingerprint = take_fingerprint(document)
    document.write_bytes(b"short")
    with pytest.raises(DocumentChanged):
        verify(document, fingerprint)


def test_a_file_that_is_gone_or_a_folder_is_missing(document: Path, tmp_path: Path) -> None:
    fingerprint = take_fingerprint(document)
    document.unlink()
    for path in (document, tmp_path, Path("\0")):
        with pytest.raises(DocumentMissing):
            verify(path, fingerprint)


def test_taking_a_fingerprint_can_be_cancelled(document: Path) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        take_fingerprint(document, cancel)
