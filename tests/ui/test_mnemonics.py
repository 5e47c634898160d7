"""Texts without the marks of their keys."""

from __future__ import annotations

import pytest

from desktop.ui.mnemonics import bare


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("&Open…", "Open"),
        ("打开(&O)…", "打开"),
        ("Cut && &Paste", "Cut & Paste"),
        ("Rock && Roll (live)", "Rock & Roll (live)"),
        ("全部(&A) 页", "全部 页"),
        ("Plain", "Plain"),
        ("", ""),
    ],
)
def test_a_text_is_read_without_the_mark_of_its_key(text: str, read: str) -> None:
    assert bare(text) == read
