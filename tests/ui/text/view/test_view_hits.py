"""Hits in Markdown are found again in the text that it is shown as."""

from __future__ import annotations

import pytest

from desktop.model.blocks import Block, Label, PageResult
from desktop.model.find import Hit
from desktop.ui.text.view_hits import Place, places, plain


def place(markdown: str, words: str, *, nth: int = 0) -> Place:
    """The place of the ``nth`` time that ``words`` stand in the Markdown."""
    start = -1
    for _ in range(nth + 1):
        start = markdown.index(words, start + 1)
    hit = Hit(3, 1, start, start + len(words), "")
    result = PageResult(3, (Block(Label.TEXT, "before"), Block(Label.TEXT, markdown)))
    (found,) = places([hit], {3: result}.get)
    return found


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        ("# A *fine* **day**", "A fine day"),
        ("`code` and ~~old~~ and __bold__", "code and old and bold"),
        ("snake_case stays, 3 \\* 4 too", "snake_case stays, 3 * 4 too"),
        ("[the web](http://example.org) &amp; more", "the web & more"),
        ("<table><tr><td>a<br>b</td></tr></table>", "ab"),
        ("- one\n- two", "one\ntwo"),
    ],
)
def test_plain_is_what_people_read(markdown: str, shown: str) -> None:
    assert plain(markdown) == shown


def test_a_hit_is_told_by_its_words_and_how_often_they_stood_before() -> None:
    assert place("A word, another Word, the last word.", "word") == Place(3, 1, "word", 0)
    assert place("A word, another Word, the last word.", "word", nth=1) == Place(3, 1, "word", 2)


def test_markup_inside_a_hit_is_left_out() -> None:
    assert place("some **bold** text", "some **bold** text").words == "some bold text"


def test_a_hit_in_a_formula_has_no_words() -> None:
    assert place("it is $E = mc^2$ here", "mc") == Place(3, 1, "", 0)


def test_words_that_also_stand_in_a_formula_are_not_counted_there() -> None:
    assert place("$abc$ and abc", "abc", nth=1) == Place(3, 1, "abc", 0)


def test_a_hit_in_a_block_that_is_gone_has_no_words() -> None:
    found = places([Hit(0, 9, 0, 4, "")], lambda _: PageResult(0, ()))
    assert found == [Place(0, 9, "", 0)]
    assert places([Hit(7, 0, 0, 4, "")], lambda _: None) == [Place(7, 0, "", 0)]
