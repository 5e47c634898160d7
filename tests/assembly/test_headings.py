from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.assembly import assemble
from desktop.assembly.numbering import depth
from desktop.model.blocks import Block, Label
from tests.assembly.pages import block, headings, page, sub_title, text, title


def test_the_first_title_names_the_document_and_numbers_give_the_levels_below_it() -> None:
    document = assemble(
        [
            page(0, title("# On Glass"), sub_title("## Abstract"), text("Why.")),
            page(1, sub_title("## 1 Introduction"), sub_title("## 1.1 Scope")),
            page(2, title("# 2 Method"), sub_title("### 2.1 Data"), sub_title("### 2.1.1 Sources")),
            page(3, sub_title("## 3 Results"), sub_title("## References")),
        ]
    )
    assert document.title == "On Glass"
    assert headings(document) == [
        (1, "On Glass"),
        (2, "Abstract"),
        (2, "1 Introduction"),
        (3, "1.1 Scope"),
        (2, "2 Method"),
        (3, "2.1 Data"),
        (4, "2.1.1 Sources"),
        (2, "3 Results"),
        (2, "References"),
    ]


def test_without_a_title_sections_begin_at_the_first_level() -> None:
    document = assemble(
        [page(0, title("1. Introduction"), sub_title("1.1. Scope"), title("2. Method"))],
        title="From the file",
    )
    assert document.title == "From the file"
    assert headings(document) == [(1, "1. Introduction"), (2, "1.1. Scope"), (1, "2. Method")]


def test_measured_sizes_decide_where_there_are_no_numbers() -> None:
    document = assemble(
        [
            page(0, sub_title("The Book", size=0.04), sub_title("Beginnings", size=0.03)),
            page(1, title("A detail", size=0.02), sub_title("Another", size=0.0205)),
            page(2, sub_title("Ends", size=0.0295)),
        ]
    )
    assert headings(document) == [
        (1, "The Book"),
        (2, "Beginnings"),
        (3, "A detail"),
        (3, "Another"),
        (2, "Ends"),
    ]


def test_an_unnumbered_heading_is_ranked_by_its_size_among_numbered_ones() -> None:
    document = assemble(
        [
            page(
                0,
                sub_title("1 One", size=0.03),
                sub_title("1.1 Two", size=0.02),
                sub_title("Aside", size=0.02),
                sub_title("2 Three", size=0.03),
                sub_title("Thanks", size=0.031),
            )
        ]
    )
    assert [level for level, _ in headings(document)] == [1, 2, 2, 1, 1]


def test_roman_numbers_stand_above_letters() -> None:
    names = ["I. INTRODUCTION", "II. METHOD", "A. Data", "1) Cameras", "B. Model", "III. RESULTS"]
    document = assemble([page(0, title("# Paper"), *(sub_title(f"## {n}") for n in names))])
    assert [level for level, _ in headings(document)] == [1, 2, 2, 3, 4, 3, 2]


def test_there_is_one_title_at_most() -> None:
    document = assemble([page(n, title(f"# Part of {n}"), text("Words.")) for n in range(4)])
    assert [level for level, _ in headings(document)] == [1, 2, 2, 2]


def test_a_smaller_first_heading_is_not_the_title() -> None:
    document = assemble(
        [page(0, title("Report 7", size=0.01), title("Real Thing", size=0.04)), page(1)]
    )
    assert (2, "Real Thing") not in headings(document)
    assert document.title == ""


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("1 Intro", 1),
        ("1. Intro", 1),
        ("2.3 Data", 2),
        ("2.3.4. Data", 3),
        ("3、方法", 1),
        ("第三章 方法", 1),
        ("第2节 数据", 2),
        ("Chapter 4: Ends", 1),
        ("Part II", 0),
        ("Part of it", None),
        ("Chapter summaries", None),
        ("Appendix B", 1),
        ("A.1 Proofs", 2),
        ("IV. Results", 1),
        ("**5 Bold**", 1),
        ("3D models", None),
        ("2024 in review", None),
        ("I think", None),
        ("A study", None),
        ("Introduction", None),
    ],
)
def test_numbers_in_front_tell_the_depth(heading: str, expected: int | None) -> None:
    assert depth(heading) == expected


def test_headings_inside_a_block_of_text_are_headings() -> None:
    document = assemble(
        [page(0, text("# Notes\n\nFirst.\n\n## Later\nSecond.\n\n```\n# code\n```"))]
    )
    assert headings(document) == [(1, "Notes"), (2, "Later")]
    assert [p.markdown for p in document.pieces][-1] == "```\n# code\n```"


def test_a_long_heading_is_a_paragraph_that_was_mislabelled() -> None:
    document = assemble([page(0, title("word " * 100), title("# Real"))])
    assert headings(document) == [(1, "Real")]


_heading = st.builds(
    lambda label, name, size: Block(label, name, size=size),
    st.sampled_from([Label.TITLE, Label.SUB_TITLE]),
    st.sampled_from(["# A", "## B", "### C", "1 D", "1.2 E", "1.2.3.4 F", "II. G", "H", "#### I"]),
    st.sampled_from([0.0, 0.01, 0.02, 0.03]),
)


@given(st.lists(_heading, max_size=30))
def test_levels_begin_at_the_top_never_jump_and_have_one_title(blocks: list[Block]) -> None:
    document = assemble(
        [page(n, block(b.label, b.markdown, size=b.size)) for n, b in enumerate(blocks)]
    )
    levels = [level for level, _ in headings(document)]
    assert all(1 <= level <= 6 for level in levels)
    assert not levels or levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
