"""Nothing that a model can say makes the parser raise or run away."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.model.blocks import CAPTIONS, Label
from desktop.model.recognition import Mode, ModeKind
from desktop.ocr.parse import Parsed, parse
from desktop.ocr.quality import assess
from desktop.ocr.tables import repair_table
from tests.ocr.test_parse_replies import NAMES, REPLIES
from tests.ocr.worst import seconds, worst_replies

MODES = [Mode(kind, "words") for kind in ModeKind]
_REPLIES = [(REPLIES / f"{name}.txt").read_text(encoding="utf-8") for name in NAMES]
_TAGS = (
    *("<|ref|>", "<|/ref|>", "<|det|>", "<|/det|>", "[[1,2,3,4]]", "[[", "]]", "[5, -6]", "<PAGE>"),
    *("text", "title", "table", "image_caption", "<｜end▁of▁sentence｜>", "--- Page 3 ---\n"),
)
_CONTENT = (
    *("<table>", "</table>", "<tr>", "<td>", '<td colspan="21</td>', "</td>", "<center>", "<br>"),
    *("\\(", "\\)", "\\[", "\\]", "$", "$$", "`", "```", "&amp;lt;", "&#", ";", "<b>", "</b>"),
    *("Ġ", "Ċ", "-", "|", "#", "1.", "•", "word", "中", "....", "<fcel>", "<nl>", "![](x)"),
    *(" ", "\n", "\n\n", "\ud800", "\0", "\u202e"),
)
_BITS = st.sampled_from((*_TAGS, *_CONTENT))
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=200)
REPLY_LIKE = st.lists(_BITS, max_size=60).map("".join)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A real reply with a few pieces removed, doubled, swapped or replaced."""
    text = draw(st.sampled_from(_REPLIES))
    for _ in range(draw(st.integers(1, 6))):
        begin = draw(st.integers(0, len(text)))
        end = min(len(text), begin + draw(st.integers(0, 30)))
        insert = draw(st.one_of(_BITS, ANY_TEXT, st.just(text[begin:end] * 2), st.just("")))
        text = text[:begin] + insert + text[end:]
    return text


def check(parsed: Parsed) -> None:
    """What holds for the blocks of every reply."""
    count = len(parsed.blocks)
    for block in parsed.blocks:
        block.markdown.encode()
        if block.label is Label.IMAGE:
            assert not block.markdown
        if block.label is Label.TABLE and block.markdown:
            assert block.markdown.startswith("<table><tr>")
            assert block.markdown.endswith("</tr></table>")
            assert block.markdown.count("<table") == 1
        if block.caption_of is not None:
            assert block.label in CAPTIONS
            assert parsed.blocks[block.caption_of].label in (Label.IMAGE, Label.TABLE)
    assert all(flag.block is None or flag.block < count for flag in parsed.flags)
    assert all(flag.detail for flag in parsed.flags)


@settings(max_examples=200, deadline=None)
@given(st.one_of(ANY_TEXT, REPLY_LIKE, mutated()), st.sampled_from(MODES))
def test_any_reply_in_any_mode_gives_sound_blocks(raw: str, mode: Mode) -> None:
    check(parse(raw, mode))


@settings(max_examples=150, deadline=None)
@given(st.one_of(ANY_TEXT, REPLY_LIKE, mutated()), st.booleans())
def test_any_reply_is_judged_and_its_good_part_is_a_beginning_of_it(raw: str, cut: bool) -> None:
    verdict = assess(raw, cut=cut)
    assert raw.startswith(verdict.good)
    assert all(flag.detail for flag in verdict.flags)


@settings(max_examples=150, deadline=None)
@given(st.one_of(ANY_TEXT, REPLY_LIKE))
def test_a_repaired_table_stays_as_it_is_when_repaired_again(source: str) -> None:
    once = repair_table(source)
    twice = repair_table(once.html)
    assert twice.html == once.html


@settings(max_examples=100, deadline=None)
@given(mutated())
def test_parsing_a_good_part_never_raises(raw: str) -> None:
    check(parse(assess(raw, cut=True).good))


@pytest.mark.parametrize("name", [name for name, _ in worst_replies(1)])
def test_four_times_the_text_takes_about_four_times_as_long(name: str) -> None:
    # No clock is asserted, only growth: work in proportion to the square would be sixteen times.
    times = []
    for size in (6_000, 24_000):
        reply = dict(worst_replies(size))[name]
        times.append(min(seconds(reply) for _ in range(2)))
    for small, large in pairwise(times):
        assert large < 11 * small + 0.05
