"""What is said to a model for what a person wants. Any further word would spoil the output."""

from __future__ import annotations

from desktop.errors import UsageError
from desktop.model.endpoint import Endpoint, ProfileName
from desktop.model.recognition import Mode, ModeKind
from desktop.ocr.profiles import profile_of

_K = ModeKind

#: DeepSeek-OCR and the built-in engine, which understands those of its modes that it knows.
DEEPSEEK_PROMPTS = {
    _K.MARKDOWN: "<|grounding|>Convert the document to markdown.",
    _K.WORDS: "<|grounding|>OCR this image.",
    _K.PLAIN: "Free OCR.",
    _K.FIGURE: "Parse the figure.",
    _K.DESCRIBE: "Describe this image in detail.",
    _K.LOCATE: "Locate <|ref|>{words}<|/ref|> in the image.",
    _K.LAYOUT: "<|grounding|>Given the layout of the image.",
    _K.TABLE: "Table Recognition:",
}

#: Other models that the same servers run, by a part of their id. They give no boxes.
#: PaddleOCR-VL and GLM-OCR name these tasks in their model cards.
OTHER_PROMPTS = {
    "paddleocr-vl": {_K.MARKDOWN: "OCR:", _K.PLAIN: "OCR:", _K.TABLE: "Table Recognition:"},
    "glm-ocr": {
        _K.MARKDOWN: "Text Recognition:",
        _K.PLAIN: "Text Recognition:",
        _K.TABLE: "Table Recognition:",
    },
}

#: The characters that would end the words of a locate prompt early.
_TAG_ENDS = ("<|", "|>")


def _other(endpoint: Endpoint) -> dict[ModeKind, str] | None:
    if endpoint.profile is ProfileName.BUILTIN:
        return None
    model = endpoint.model.lower()
    return next((prompts for part, prompts in OTHER_PROMPTS.items() if part in model), None)


def gives_boxes(endpoint: Endpoint) -> bool:
    """Whether the endpoint's model says where on the page its words are."""
    return profile_of(endpoint).gives_boxes and _other(endpoint) is None


def modes_of(endpoint: Endpoint) -> frozenset[ModeKind]:
    """The modes that an endpoint's server and model can do."""
    prompts = _other(endpoint)
    if prompts is not None:
        return frozenset(prompts) | {_K.FREE}
    return profile_of(endpoint).modes


def prompt_for(endpoint: Endpoint, mode: Mode) -> str:
    """The prompt of a mode, without the profile's prefix.

    Raises ``UsageError`` where the server or its model can't do the mode.
    """
    able = modes_of(endpoint)
    if mode.kind not in able:
        profile = profile_of(endpoint)
        names = ", ".join(sorted(kind.value for kind in able))
        raise UsageError(
            f"The mode “{mode.kind.value}” is not possible with {profile.title}.",
            f"Choose one of these modes: {names}; or another server.",
        )
    if mode.kind is ModeKind.FREE:
        return mode.words.replace("\x00", "")
    prompt = (_other(endpoint) or DEEPSEEK_PROMPTS)[mode.kind]
    if mode.kind is not ModeKind.LOCATE:
        return prompt
    words = mode.words.strip()
    if any(end in words for end in _TAG_ENDS):
        raise UsageError(
            "The words to locate contain one of the model's own marks.",
            "Leave out “<|” and “|>”.",
        )
    return prompt.replace("{words}", words)
