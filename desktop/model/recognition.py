"""A request for one page, and the raw reply to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from desktop.model.document import PageImage


class ModeKind(StrEnum):
    """What the person wants of a page."""

    MARKDOWN = "markdown"
    WORDS = "words"
    PLAIN = "plain"
    FIGURE = "figure"
    DESCRIBE = "describe"
    LOCATE = "locate"
    FREE = "free"
    #: Labels and boxes only: the core fills in the words from a PDF's text layer.
    LAYOUT = "layout"
    #: One table from its crop.
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Mode:
    """A mode with its words: the text to locate, or the whole of a free prompt.

    Raises ``ValueError`` for a locate or free mode without words.
    """

    kind: ModeKind = ModeKind.MARKDOWN
    words: str = ""

    def __post_init__(self) -> None:
        if self.kind in (ModeKind.LOCATE, ModeKind.FREE) and not self.words.strip():
            raise ValueError(f"the mode {self.kind} needs words")


@dataclass(frozen=True, slots=True)
class PageRequest:
    """What is asked of a server for one page image.

    ``max_tokens`` 0 means the profile's own; ``ngram_window`` 0 means the server's own, else the
    width in tokens in which no n-gram may repeat.
    """

    image: PageImage
    mode: Mode = field(default_factory=Mode)
    max_tokens: int = 0
    ngram_window: int = 0


@dataclass(frozen=True, slots=True)
class Measures:
    """What a recognition cost. Tokens as the server counts them (0 where it does not)."""

    prompt_tokens: int = 0
    completion_tokens: int = 0
    seconds: float = 0.0
    first_text_seconds: float = 0.0

    def plus(self, other: Measures) -> Measures:
        """Both together; the first text is that of the first."""
        return Measures(
            self.prompt_tokens + other.prompt_tokens,
            self.completion_tokens + other.completion_tokens,
            self.seconds + other.seconds,
            self.first_text_seconds or other.first_text_seconds,
        )


@dataclass(frozen=True, slots=True)
class Recognition:
    """The raw reply to one page request, exactly as the server sent it.

    ``cut`` says that the server itself stopped at a limit (``finish_reason`` length, or as many
    tokens as were allowed). ``attempt`` counts from 0; ``purpose`` says what an attempt tried
    (``first``, ``other size``, ``n-gram window``, ``plain``, ``upper half``, ``lower half``,
    ``table``, ``layout``).
    """

    text: str
    mode: Mode
    server: str
    model: str
    cut: bool = False
    measures: Measures = field(default_factory=Measures)
    attempt: int = 0
    purpose: str = "first"
    image_width: int = 0
    image_height: int = 0
