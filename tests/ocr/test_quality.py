"""Loops are told from honest pages that repeat themselves, and what came before a loop is kept."""

from __future__ import annotations

import random

import pytest

from desktop.model.blocks import FlagKind
from desktop.ocr.parse import parse
from desktop.ocr.quality import assess

CHANCE = random.Random(7)


def table(rows: list[list[str]]) -> str:
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table>{body}</table>"


def kinds(raw: str, *, cut: bool = False) -> set[FlagKind]:
    return {flag.kind for flag in assess(raw, cut=cut).flags}


def pick(*words: str) -> str:
    return CHANCE.choice(words)


def price() -> str:
    return f"{CHANCE.randint(50, 9999) / 100:.2f}"


HONEST = {
    "a table with columns of zeros": table([[f"Row {i}", *["0.00"] * 9] for i in range(60)]),
    "a check list with the same answers": table(
        [[f"Requirement {i}", "Yes", "No", "n/a"] for i in range(120)]
    ),
    "a check list with long answers": table(
        [
            [
                f"{i} {pick('Locks', 'Doors', 'Pumps')} checked",
                "Complies",
                "Not applicable",
                "Annex",
            ]
            for i in range(80)
        ]
    ),
    "a blank form": table([[""] * 10 for _ in range(60)]),
    "a form with numbered rows": table([[str(i), "", ""] for i in range(1, 51)]),
    "columns of numbers": "\n".join("  ".join(price() for _ in range(8)) for _ in range(120)),
    "a table of contents": "\n".join(
        f"{i}.{j} About thing {i}{j} {'.' * 120} {i * 10 + j}"
        for i in range(1, 9)
        for j in range(7)
    ),
    "a bibliography": "\n\n".join(
        f"[{i}] {chr(65 + i % 26)}. Author: On {pick('groups', 'rings', 'fields')} and "
        f"{pick('waves', 'heat', 'light')}, Journal of Things {i} ({1950 + i}), pp. {3 * i}-9."
        for i in range(60)
    ),
    "a receipt": "\n".join(
        f"{pick('Milk', 'Bread', 'Eggs')} 1 x {price()} EUR A" for _ in range(80)
    ),
    "a list in Chinese": "\n".join(
        f"{i}. {pick('北京', '上海', '广州')}市{pick('东', '西', '南', '北')}区第{i}号"
        for i in range(100)
    ),
    "a sheet of address labels": "\n\n".join(
        f"text[[{column * 330}, {row * 40}, {column * 330 + 300}, {row * 40 + 38}]]\n"
        "Muster GmbH\nHauptstrasse 12\n12345 Musterstadt\nTel. 0123 456789 Fax 0123 456780"
        for row in range(24)
        for column in range(3)
    ),
    "a hundred board": " ".join(map(str, range(1, 101))),
    "a log": "\n".join(
        f"2024-01-01 10:{i // 60:02d}:{i % 60:02d} INFO heartbeat of node{i % 3}" for i in range(90)
    ),
    "a song": "Row, row, row your boat gently down the stream\nMerrily, merrily, merrily\n" * 5,
    "a page of photographs": "\n\n".join(
        f"image[[{x * 240}, {y * 240}, {x * 240 + 200}, {y * 240 + 200}]]"
        for y in range(4)
        for x in range(4)
    ),
    "the layout of many lines": "\n".join(
        f"text[[100, {60 + i * 20}, {600 + CHANCE.randint(0, 300)}, {75 + i * 20}]]"
        for i in range(45)
    ),
    "a form to be signed": f"Name: {'_' * 30} Date: {'_' * 12} Signature: {'_' * 30}\n\n" * 15,
    "a matrix of zeros": f"\\[{' & '.join(['0'] * 400)}\\]",
    "a dense page": "\n\n".join(
        " ".join(
            pick("the", "a", "of", "rain", "wind", "sea", "ship", "and", "sail") for _ in range(90)
        )
        + f" {i}."
        for i in range(12)
    ),
}


@pytest.mark.parametrize("name", HONEST)
def test_an_honest_page_is_whole(name: str) -> None:
    verdict = assess(HONEST[name], cut=False)
    assert verdict.flags == ()
    assert verdict.good == HONEST[name]


@pytest.mark.parametrize("name", sorted(set(HONEST) - {"a sheet of address labels"}))
def test_an_honest_page_that_was_cut_is_truncated_and_not_repeated(name: str) -> None:
    raw = HONEST[name][: int(len(HONEST[name]) * 0.9)]
    verdict = assess(raw, cut=True)
    assert {flag.kind for flag in verdict.flags} == {FlagKind.TRUNCATED}
    assert verdict.good == raw


def drifting_tables() -> str:
    """A table that comes again and again with small changes, cut in a cell."""
    texts = [
        "The method shows potential and the authors explain their algorithm in detail",
        "More extensive experiments on diverse datasets would strengthen the claims",
        "The discussion of limitations could be expanded and the writing is clear",
    ]
    parts = []
    for i in range(14):
        rows = [
            [f"Reviewer {j}", f"{1200 + CHANCE.randint(0, 9)} ± {i % 9}", t]
            for j, t in enumerate(texts)
        ]
        rows.append(
            [pick("Model", "Mode", "model"), texts[i % 3].replace("the", pick("the", "teh"))]
        )
        parts.append(
            f"<|ref|>table<|/ref|><|det|>[[350, {300 + i}, 978, 400]]<|/det|>\n{table(rows)}"
        )
    return "\n\n".join(parts)[:-60]


GOOD = "text[[100, 100, 900, 140]]\nA first block that is right.\n\n"
SENTENCE = "The same sentence comes again and again. "
ROW = "<tr><td>Overall</td><td>Quality</td></tr>"
#: name: (reply, what the good part ends with, was it cut)
LOOPS = {
    "a sentence": (GOOD + SENTENCE * 60, SENTENCE.strip(), True),
    "a sentence that stops by itself": (GOOD + SENTENCE * 80, SENTENCE.strip(), False),
    "a paragraph": (
        GOOD + f"It is about the {' '.join(HONEST['a dense page'].split()[:30])} end.\n\n" * 12,
        "end.",
        False,
    ),
    "rows of a table": (
        f"{GOOD}<table><tr><td>a</td><td>b</td></tr>{ROW * 150}<tr><td>Ov",
        ROW,
        True,
    ),
    "cells of one row": (
        f"<table><tr><td>a</td><td>b</td></tr><tr>{'<td>Overall Quality</td>' * 200}",
        "</td>",
        False,
    ),
    "cells of zeros": (f"<table><tr>{'<td>0.0</td>' * 900}", "<td>0.0</td>", True),
    "empty cells": (f"{GOOD}<table><tr>{'<td></td>' * 900}", "<td></td>", True),
    "a counter": (f"Page 3\n\n{' '.join(map(str, range(300, 900)))}", "300", True),
    "a counter with words": (
        "\n".join(f"Section {i}: General provisions" for i in range(300)),
        "Section 0: General provisions",
        True,
    ),
    "a counter among zeros": (
        "<table>" + "".join(f"<tr><td>{i}</td><td>0.00</td></tr>" for i in range(400)),
        "<td>0.00</td></tr>",
        True,
    ),
    "dots": (f"Contents {'.' * 5000}", ".", True),
    "one character": (f"{GOOD}{'我' * 4000}", "我", True),
    "a formula": (f"{GOOD}\\[{chr(92)}overline{{x}}{(chr(92) + 'overline{x}') * 200}", "}", True),
    "the same block in the same place": (GOOD * 5, "right.", False),
    "blocks that step on": (
        GOOD + "\n\n".join(f"image[[0, {y}, 18, {y + 19}]]" for y in range(0, 980, 19)),
        "image[[0, 0, 18, 19]]",
        True,
    ),
    "lines that step on and begin anew": (
        "\n\n".join(f"text[[100, {y}, 300, {y + 18}]]" for _ in "12" for y in range(0, 960, 20)),
        "text[[100, 0, 300, 18]]",
        False,
    ),
    "blocks without a place that were there before": (
        GOOD
        + "".join(
            f"text[[100, {i}00, 900, {i}40]]\nSentence number {i} of them\n\n" for i in range(2, 9)
        )
        + "".join(f"text[[0, 0, 0, 0]]\nSentence number {i} of them\n\n" for i in range(2, 9)),
        "Sentence number 8 of them",
        False,
    ),
    "tables that drift": (drifting_tables(), "</table>", True),
}


@pytest.mark.parametrize("name", LOOPS)
def test_a_loop_is_found_and_only_its_first_round_is_kept(name: str) -> None:
    raw, ending, cut = LOOPS[name]
    verdict = assess(raw, cut=cut)
    found = {flag.kind for flag in verdict.flags}
    assert FlagKind.REPEATED in found
    assert (FlagKind.TRUNCATED in found) == cut
    assert raw.startswith(verdict.good)
    assert verdict.good.endswith(ending)
    assert len(verdict.good) < len(raw) / 2 or "there before" in name


def test_the_good_part_of_looping_blocks_ends_at_the_border_of_a_block() -> None:
    first, second = "text[[1, 1, 900, 20]]\nOne.", "text[[1, 30, 900, 50]]\nTwo and three and four."
    loop = "\n\n".join(
        f"text[[1, {i}, 900, {i + 20}]]\nFive and six and seven." for i in range(60, 960)
    )
    verdict = assess(f"{first}\n\n{second}\n\n{loop}", cut=True)
    assert [block.markdown for block in parse(verdict.good).blocks] == [
        "One.",
        "Two and three and four.",
        "Five and six and seven.",
    ]


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        ("text[[1, 2, 30, 40]]\nwords\n\nimage[[513, 18,", "tag"),
        ("<|ref|>text<|/ref|><|det|>[[1, 2, 30, 40]]<|/det|>\nwords\n\n<|ref|>te", "tag"),
        ("words <｜end▁of", "tag"),
        ("<table><tr><td>a</td><td>b", "table"),
        ("so \\[ x = ", "formula"),
    ],
)
def test_a_reply_that_breaks_off_is_truncated_although_the_server_says_it_is_done(
    raw: str, what: str
) -> None:
    verdict = assess(raw, cut=False)
    assert [flag.kind for flag in verdict.flags] == [FlagKind.TRUNCATED]
    assert what in verdict.flags[0].detail
    assert verdict.good == raw


def test_an_end_mark_says_that_nothing_broke_off() -> None:
    assert kinds("<table><tr><td>a</td></tr><｜end▁of▁sentence｜>") == set()


@pytest.mark.parametrize("raw", ["", " \n ", "<｜end▁of▁sentence｜>", "<|ref|>text<|/ref|>\n"])
def test_a_reply_that_says_nothing_is_empty(raw: str) -> None:
    assert FlagKind.EMPTY in kinds(raw)
    assert kinds(raw, cut=True) >= {FlagKind.EMPTY, FlagKind.TRUNCATED}


def test_labels_with_boxes_and_no_words_are_not_empty() -> None:
    assert kinds("<|ref|>title<|/ref|><|det|>[[35, 81, 557, 156]]<|/det|>") == set()
