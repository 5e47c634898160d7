from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.documents import parse_pages
from desktop.errors import UsageError


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("", (0, 1, 2, 3, 4, 5, 6, 7)),
        ("  ", (0, 1, 2, 3, 4, 5, 6, 7)),
        ("1-3,7,last", (0, 1, 2, 6, 7)),
        ("5-", (4, 5, 6, 7)),
        ("-3", (0, 1, 2)),
        ("7-last", (6, 7)),
        ("LAST", (7,)),
        (" 2 – 3 , 1 ", (1, 2, 0)),
        ("3,1,3,2-4", (2, 0, 1, 3)),
        ("6-100", (5, 6, 7)),
        ("1-99999999999999999999999", (0, 1, 2, 3, 4, 5, 6, 7)),
    ],
)
def test_ranges_give_pages_in_the_order_of_the_text_and_once(
    text: str, pages: tuple[int, ...]
) -> None:
    assert parse_pages(text, 8) == pages


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("9", "has 8 pages, so there is no page 9"),
        ("9-12", "no page 9"),
        ("0", "no page 0"),
        ("0-3", "no page 0"),
        ("5-2", "backwards"),
        ("last-2", "backwards"),
        ("1,,2", "missing"),
        ("1,", "missing"),
        ("-", "no page and no range"),
        ("one", "no page and no range"),
        ("1-2-3", "no page and no range"),
        ("²", "no page and no range"),
    ],
)
def test_what_is_wrong_with_a_range_is_said(text: str, complaint: str) -> None:
    with pytest.raises(UsageError, match=complaint):
        parse_pages(text, 8)


def test_one_page_is_not_called_pages() -> None:
    with pytest.raises(UsageError, match="has 1 page, so"):
        parse_pages("2", 1)


@given(st.text(alphabet="0123456789,-– lastend", max_size=30), st.integers(1, 50))
def test_any_text_gives_existing_pages_once_or_a_usage_error(text: str, count: int) -> None:
    try:
        pages = parse_pages(text, count)
    except UsageError:
        return
    assert len(set(pages)) == len(pages)
    assert all(0 <= page < count for page in pages)
