from __future__ import annotations

import pytest

from desktop.conversion.searching import find
from desktop.errors import Cancelled
from desktop.model.blocks import Block, Label, PageResult
from desktop.model.cancel import CancelToken
from desktop.model.find import Hit


def page(*texts: str, number: int = 0) -> PageResult:
    return PageResult(number, tuple(Block(Label.TEXT, text) for text in texts))


def hits(text: str, *sources: str, case: bool = False) -> tuple[Hit, ...]:
    return find([page(*sources)], text, case=case, cancel=CancelToken())


def found(text: str, source: str, *, case: bool = False) -> list[str]:
    return [source[hit.start : hit.end] for hit in hits(text, source, case=case)]


def test_places_come_in_reading_order_with_their_block_and_page() -> None:
    results = [page("one two", "two two"), page("two", number=4)]
    places = find(results, "two", case=False, cancel=CancelToken())
    assert [(hit.page, hit.block, hit.start, hit.end) for hit in places] == [
        (0, 0, 4, 7),
        (0, 1, 0, 3),
        (0, 1, 4, 7),
        (4, 0, 0, 3),
    ]


def test_capitals_matter_only_when_asked() -> None:
    assert found("straße", "STRAßE Straße") == ["STRAßE", "Straße"]
    assert found("Straße", "STRAßE Straße", case=True) == ["Straße"]


def test_marks_of_markdown_are_not_in_the_way() -> None:
    assert found("bold text here", "some **bold** *text* here") == ["bold** *text* here"]
    assert found("snake_case", r"the snake\_case") == [r"snake\_case"]
    assert found("1.5 * x", r"is 1.5 \* x") == [r"1.5 \* x"]
    assert found("H2O", "H<sub>2</sub>O") == ["H<sub>2</sub>O"]


def test_blanks_of_any_kind_are_the_same() -> None:
    assert found("two  lines", "two\nlines") == ["two\nlines"]
    table = "<table><tr><td>Anna</td><td>Berg</td></tr></table>"
    assert found("anna berg", table) == ["Anna</td><td>Berg"]


def test_nothing_is_found_inside_tags_and_names_of_characters() -> None:
    table = '<table><tr><td colspan="2">A &amp; B td</td></tr></table>'
    assert found("td", table) == ["td"]
    assert found("amp", table) == []
    assert found("A & B", table) == ["A &amp; B"]
    assert found("colspan", table) == []


def test_scripts_without_blanks_and_with_other_directions_are_found() -> None:
    assert found("光學", "現代光學設計") == ["光學"]
    assert found("שלום", "הוא אמר שלום לכולם") == ["שלום"]
    assert found("cafe\u0301", "un caf\u00e9") == ["caf\u00e9"]


def test_no_words_are_found_nowhere() -> None:
    assert hits("", "text") == hits("  \n", "text") == ()


def test_the_context_is_what_a_person_reads() -> None:
    source = "<table><tr><td>Name &amp; rank</td><td>Captain **Nemo**</td></tr></table>"
    (hit,) = hits("nemo", source)
    assert hit.context == "Name & rank Captain Nemo"
    (hit,) = hits("needle", f"{'hay ' * 50}needle {'stack ' * 50}")
    assert hit.context.startswith("…hay ")
    assert " needle stack " in hit.context
    assert len(hit.context) < 100


@pytest.mark.parametrize("source", ["_" * 50_000, "<" * 50_000, "&" * 50_000, "\\" * 50_000])
@pytest.mark.parametrize("text", ["_ _ x", "____x", "<<x", "&&x"])
def test_no_text_takes_long(source: str, text: str) -> None:
    assert hits(text, source) == ()


def test_a_search_ends_when_nobody_waits_for_it() -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        find([page("x")], "x", case=False, cancel=token)
