from __future__ import annotations

import os
from pathlib import Path

from desktop.conversion.thumbnails import Thumbnails, name_of
from desktop.model.document import Fingerprint

END = b"\xff\xd9"


def fingerprint(letter: str) -> Fingerprint:
    return Fingerprint(1, 2, letter * 64)


def test_the_oldest_go_when_there_is_no_room(tmp_path: Path) -> None:
    thumbnails = Thumbnails(tmp_path, most_bytes=1000)
    names = [name_of(fingerprint("a"), page, 0) for page in range(12)]
    for age, name in enumerate(names):
        thumbnails.put(name, bytes(98) + END)
        file = tmp_path / name[:2] / name
        os.utime(file, (age, age))
    assert thumbnails.size() <= 1000
    assert thumbnails.get(names[0]) is None
    assert thumbnails.get(names[-1]) == bytes(98) + END


def test_those_of_one_document_go_alone(tmp_path: Path) -> None:
    thumbnails = Thumbnails(tmp_path)
    one, other = name_of(fingerprint("a"), 0, 90), name_of(fingerprint("b"), 0, 450)
    thumbnails.put(one, END)
    thumbnails.put(other, END)
    thumbnails.clear([fingerprint("a")])
    assert (thumbnails.get(one), thumbnails.get(other)) == (None, END)
    thumbnails.clear()
    assert thumbnails.size() == 0


def test_a_broken_one_or_a_folder_that_can_not_be_is_none(tmp_path: Path) -> None:
    thumbnails = Thumbnails(tmp_path)
    name = name_of(fingerprint("a"), 0, 0)
    thumbnails.put(name, b"cut off")
    assert thumbnails.get(name) is None
    (tmp_path / "file").write_text("")
    nowhere = Thumbnails(tmp_path / "file")
    nowhere.put(name, END)
    assert nowhere.get(name) is None
    assert nowhere.size() == 0
