from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop.conversion.desk import Answer, Question
from desktop.conversion.page import read_page
from desktop.errors import RequestRejected, RequestTooLarge
from desktop.model.blocks import FlagKind
from desktop.model.document import PageImage
from desktop.model.endpoint import Endpoint, ProfileName
from desktop.model.options import ConversionOptions, TextLayerUse
from desktop.model.recognition import Mode, ModeKind
from tests.conversion.desks import BEGINNING, FINE, LOOP, FakeDesk, Said


def kinds(desk: FakeDesk) -> set[FlagKind]:
    return {flag.kind for flag in read_page(desk).flags}


def options(*, retries: int = 3, mode: Mode | None = None) -> ConversionOptions:
    return ConversionOptions(text_layer=TextLayerUse.NEVER, retries=retries, mode=mode or Mode())


def test_a_page_that_is_fine_is_asked_for_once() -> None:
    desk = FakeDesk()
    result = read_page(desk)
    assert desk.purposes == ["first"]
    assert not result.flags
    assert result.measures.completion_tokens == 10


def test_a_loop_is_first_tried_in_another_size_and_that_is_all_if_it_helps() -> None:
    desk = FakeDesk({"first": Said(LOOP)})
    result = read_page(desk)
    assert [(purpose, size) for purpose, _, size, _ in desk.asked] == [
        ("first", 1000),
        ("other size", 1280),
    ]
    assert not result.flags
    assert "as it should be" in result.blocks[0].markdown
    assert result.measures.completion_tokens == 20
    assert [each.purpose for each in desk.recognitions] == ["first", "other size"]


def test_a_server_with_an_ngram_window_is_given_one_before_the_structure_is_given_up() -> None:
    desk = FakeDesk({"first": Said(LOOP), "other size": Said(LOOP), "n-gram window": Said(LOOP)})
    assert kinds(desk) == {FlagKind.LOW_CONFIDENCE}
    assert desk.purposes == ["first", "other size", "n-gram window", "plain"]
    assert desk.asked[2][3] > 0
    assert desk.asked[3][1] is ModeKind.PLAIN


def test_without_such_a_window_the_page_is_read_in_two_halves_at_last() -> None:
    half = "text[[100, 100, 900, 300]]\n"
    desk = FakeDesk(
        {
            "first": Said(LOOP),
            "other size": Said(LOOP),
            "plain": Said(LOOP),
            "upper half": Said(half + "What the upper half of it says."),
            "lower half": Said(half + "What the lower half of it says."),
        },
        profile=ProfileName.LLAMA_CPP,
    )
    result = read_page(desk)
    assert [block.markdown for block in result.blocks] == [
        "What the upper half of it says.",
        "What the lower half of it says.",
    ]
    upper, lower = (block.box for block in result.blocks)
    assert upper is not None
    assert lower is not None
    assert upper.y1 < 0.2
    assert 0.5 < lower.y0 < 0.6
    assert {flag.kind for flag in result.flags} == {FlagKind.SPLIT}
    assert len(desk.recognitions) == 5


def test_when_nothing_helps_the_longest_good_beginning_is_kept_with_its_flag() -> None:
    longer = LOOP.replace(BEGINNING, f"{BEGINNING} And a little more of it.")
    desk = FakeDesk(
        {purpose: Said(LOOP) for purpose in ("first", "plain", "upper half", "lower half")}
        | {"other size": Said(longer)},
        profile=ProfileName.OLLAMA,
        options=options(retries=2),
    )
    result = read_page(desk)
    assert desk.purposes == ["first", "other size", "plain"]
    assert "And a little more of it." in result.blocks[0].markdown
    assert len(result.blocks[0].markdown) < 400
    assert FlagKind.REPEATED in {flag.kind for flag in result.flags}


def test_a_page_that_breaks_off_is_tried_again_too() -> None:
    desk = FakeDesk({"first": Said(FINE, cut=True)})
    assert kinds(desk) == set()
    assert desk.purposes == ["first", "other size"]


@pytest.mark.parametrize("retries", [0, 1, 3, 9])
def test_there_are_never_more_extra_tries_than_asked_for_or_than_three(retries: int) -> None:
    always = {
        purpose: Said(LOOP)
        for purpose in ("first", "other size", "n-gram window", "plain", "upper half", "lower half")
    }
    desk = FakeDesk(always, options=options(retries=retries))
    assert FlagKind.REPEATED in kinds(desk)
    assert len(desk.purposes) == 1 + min(retries, 3)


def test_an_extra_try_that_fails_costs_nothing_but_itself() -> None:
    desk = FakeDesk(
        {"first": Said(LOOP), "other size": Said(error=RequestRejected("No."))},
        profile=ProfileName.OLLAMA,
    )
    assert kinds(desk) == {FlagKind.LOW_CONFIDENCE}
    assert desk.purposes == ["first", "other size", "plain"]


def test_an_error_of_the_first_try_is_the_page_s() -> None:
    with pytest.raises(RequestRejected):
        read_page(FakeDesk({"first": Said(error=RequestRejected("No."))}))


def test_a_page_of_which_nothing_is_ever_said_is_flagged_as_empty() -> None:
    desk = FakeDesk(
        {
            purpose: Said("")
            for purpose in ("first", "other size", "plain", "upper half", "lower half")
        },
        profile=ProfileName.OLLAMA,
    )
    result = read_page(desk)
    assert FlagKind.EMPTY in {flag.kind for flag in result.flags}
    assert result.needs_review
    assert not result.blocks


def test_nothing_may_be_the_right_answer_to_a_search() -> None:
    desk = FakeDesk({"first": Said("")}, options=options(mode=Mode(ModeKind.LOCATE, "a cat")))
    read_page(desk)
    assert desk.purposes == ["first"]


def test_an_image_that_is_too_large_for_the_server_is_sent_smaller() -> None:
    class Picky(FakeDesk):
        def ask(self, image: PageImage, question_for: Callable[[Endpoint], Question]) -> Answer:
            if image.height > 800:
                raise RequestTooLarge("Too large.")
            return super().ask(image, question_for)

    desk = Picky()
    assert kinds(desk) == set()
    assert desk.asked[0][2] == 700
