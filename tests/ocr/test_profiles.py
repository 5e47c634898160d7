"""What is said to which server for what a person wants."""

from __future__ import annotations

import base64
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import UsageError
from desktop.model.endpoint import Endpoint, ProfileName
from desktop.model.recognition import Mode, ModeKind, PageRequest
from desktop.ocr.modes import gives_boxes, modes_of, prompt_for
from desktop.ocr.profiles import PROFILES
from desktop.ocr.wire import letter_for
from tests.ocr.pages import image, page


def _endpoint(profile: ProfileName, model: str = "deepseek-ocr") -> Endpoint:
    return Endpoint("http://127.0.0.1:9", profile, model, 1)


@pytest.mark.parametrize(
    ("kind", "words", "prompt"),
    [
        (ModeKind.MARKDOWN, "", "<|grounding|>Convert the document to markdown."),
        (ModeKind.WORDS, "", "<|grounding|>OCR this image."),
        (ModeKind.PLAIN, "", "Free OCR."),
        (ModeKind.FIGURE, "", "Parse the figure."),
        (ModeKind.DESCRIBE, "", "Describe this image in detail."),
        (ModeKind.LOCATE, "  Total ", "Locate <|ref|>Total<|/ref|> in the image."),
        (ModeKind.FREE, "Count the {words}.", "Count the {words}."),
    ],
)
def test_deepseek_hears_its_own_words_and_no_more(kind: ModeKind, words: str, prompt: str) -> None:
    for profile in ProfileName:
        if kind in PROFILES[profile].modes:
            assert prompt_for(_endpoint(profile), Mode(kind, words)) == prompt


def test_only_the_built_in_engine_knows_layouts_and_single_tables() -> None:
    knowing = {p.name for p in PROFILES.values() if p.knows_layout or p.knows_tables}
    assert knowing == {ProfileName.BUILTIN}


@pytest.mark.parametrize("profile", list(ProfileName))
def test_a_mode_that_is_not_possible_names_those_that_are(profile: ProfileName) -> None:
    able = modes_of(_endpoint(profile))
    for kind in set(ModeKind) - able:
        with pytest.raises(UsageError) as caught:
            prompt_for(_endpoint(profile), Mode(kind, "words"))
        assert "markdown" in caught.value.advice


def test_words_to_locate_can_not_end_their_tag() -> None:
    with pytest.raises(UsageError):
        prompt_for(_endpoint(ProfileName.VLLM), Mode(ModeKind.LOCATE, "a<|/ref|>b"))


def test_models_without_boxes_get_their_own_prompts() -> None:
    paddle = _endpoint(ProfileName.DEEPSEEK_RS, "paddleocr-vl-q4k")
    assert prompt_for(paddle, Mode()) == "OCR:"
    assert prompt_for(paddle, Mode(ModeKind.TABLE)) == "Table Recognition:"
    assert not gives_boxes(paddle)
    assert gives_boxes(_endpoint(ProfileName.DEEPSEEK_RS))
    assert prompt_for(_endpoint(ProfileName.GENERIC, "zai-org/GLM-OCR"), Mode()) == (
        "Text Recognition:"
    )
    with pytest.raises(UsageError):
        prompt_for(paddle, Mode(ModeKind.WORDS))


def test_limits_are_those_of_the_servers() -> None:
    assert PROFILES[ProfileName.DEEPSEEK_RS].limit == 2
    assert PROFILES[ProfileName.VLLM].limit == 32
    assert PROFILES[ProfileName.DEEPSEEK_RS].long_edge == 1024
    assert PROFILES[ProfileName.DEEPSEEK_RS].crops_long_edge == 1600
    assert PROFILES[ProfileName.BUILTIN].long_edge == 1280


def test_a_server_without_an_ngram_window_is_not_told_of_one() -> None:
    asked = replace(page(), ngram_window=90)
    for profile in PROFILES.values():
        body = letter_for(_endpoint(profile.name), asked).body
        assert (b"ngram" in body) == profile.has_ngram_window


@given(
    words=st.text(min_size=1).filter(str.strip),
    profile=st.sampled_from([n for n in ProfileName if n is not ProfileName.BUILTIN]),
    placeholder=st.booleans(),
)
def test_any_prompt_makes_a_body_that_is_json(
    words: str, profile: ProfileName, placeholder: bool
) -> None:
    sent = PageRequest(image(3, size=50), Mode(ModeKind.FREE, words))
    letter = letter_for(_endpoint(profile), sent, placeholder=placeholder)
    (message,) = json.loads(letter.body)["messages"]
    if profile is ProfileName.OLLAMA:
        text, (data,) = message["content"], message["images"]
    else:
        by_type = {part["type"]: part for part in message["content"]}
        text = by_type["text"]["text"]
        data = by_type["image_url"]["image_url"]["url"].removeprefix("data:image/png;base64,")
    assert base64.b64decode(data, validate=True) == image(3, size=50).data
    assert text.endswith(words.replace("\x00", ""))
    assert text.count("<image>") == words.count("<image>") + placeholder
