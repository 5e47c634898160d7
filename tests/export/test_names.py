from __future__ import annotations

import os
from pathlib import PurePosixPath, PureWindowsPath
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.export import free_stem, safe_stem
from desktop.export.names import LONGEST, link


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("paper", "paper"),
        ("Übung 7 — 中文", "Übung 7 — 中文"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("a/b\\c:d", "a_b_c_d"),
        ("...hidden", "hidden"),
        ("trailing. . ", "trailing"),
        ("CON", "_CON"),
        ("nul.tar", "_nul.tar"),
        ("console", "console"),
        ("a\x00b\nc\x1f", "ab c"),
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        ("", "document"),
        (" . ", "document"),
        ("\udce4", "document"),
        ("x" * 500, "x" * LONGEST),
    ],
)
def test_names_become_harmless(name: str, expected: str) -> None:
    assert safe_stem(name) == expected


@given(st.text(max_size=300))
def test_no_name_becomes_a_path(name: str) -> None:
    stem = safe_stem(name)
    assert stem
    assert not stem.startswith(".")
    assert len(stem.encode()) <= LONGEST + 1
    assert PurePosixPath(stem).name == PureWindowsPath(stem).name == stem
    assert safe_stem(stem) == stem
    os.fsencode(stem)


def test_two_documents_of_one_name_get_two_files() -> None:
    taken: list[str] = []
    for name in ("paper", "Paper", "paper", "paper (2)", "other"):
        taken.append(free_stem(name, taken))
    assert taken == ["paper", "Paper (2)", "paper (3)", "paper (2) (2)", "other"]


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30))
def test_links_are_encoded(name: str) -> None:
    written = link(name, "page-001-figure-1.png")
    assert not set(written) & set(" ()<>\"'#?%[]") - {"%"}
    assert unquote(written) == f"{name}/page-001-figure-1.png"
