"""A desk whose servers say what the test wrote down; everything else of the recipe is real."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from desktop.conversion.desk import Answer, Question
from desktop.errors import ServerError
from desktop.model.document import DocumentKind, ImageFormat, PageImage, TextLayer
from desktop.model.endpoint import Endpoint, ProfileName
from desktop.model.geometry import Box
from desktop.model.options import ConversionOptions, TextLayerUse
from desktop.model.recognition import Measures, ModeKind, Recognition

FINE = (
    "text[[100, 100, 900, 200]]\nA page that was read as it should be, from the first to the last."
)
#: A good first block, then one in which the model is caught.
BEGINNING = "The good beginning."
LOOP = (
    f"text[[100, 100, 900, 200]]\n{BEGINNING}\n\n"
    "text[[100, 220, 900, 900]]\nHere it gets " + "stuck and says it again, " * 400
)


@dataclass
class Said:
    """A reply, or the error that comes instead."""

    text: str = FINE
    cut: bool = False
    error: ServerError | None = None


@dataclass
class FakeDesk:
    """``says`` has a reply for each purpose (else ``Said()``); ``table`` one for table crops."""

    says: Mapping[str, Said] = field(default_factory=dict)
    profile: ProfileName = ProfileName.VLLM
    options: ConversionOptions = field(
        default_factory=lambda: ConversionOptions(text_layer=TextLayerUse.NEVER)
    )
    kind: DocumentKind = DocumentKind.PDF
    layer: TextLayer = field(default_factory=lambda: TextLayer(()))
    uniform: bool = False
    notes: tuple[str, ...] = ()
    table: str | None = None
    page: int = 0
    asked: list[tuple[str, ModeKind, int, int]] = field(default_factory=list)
    crops: list[tuple[int, Box]] = field(default_factory=list)
    said: list[Recognition] = field(default_factory=list)

    @property
    def recognitions(self) -> tuple[Recognition, ...]:
        return tuple(self.said)

    @property
    def purposes(self) -> list[str]:
        return [purpose for purpose, *_ in self.asked]

    def check_document(self) -> None:
        """It is what it was."""

    def render(self, *, long_edge: int = 0, crop: Box | None = None) -> PageImage:
        edge = long_edge or 1000
        width, height = round(edge * 0.7), edge
        if crop is not None:
            self.crops.append((edge, crop))
            width, height = round(width * crop.width), round(height * crop.height)
        return PageImage(
            b"", ImageFormat.JPEG, width, height, 595.0, 842.0, self.uniform, self.notes
        )

    def text_layer(self) -> TextLayer:
        return self.layer

    def ask(self, image: PageImage, question_for: Callable[[Endpoint], Question]) -> Answer:
        endpoint = Endpoint("http://fake", self.profile, "model", 1)
        question = question_for(endpoint)
        self.asked.append(
            (
                question.purpose,
                question.mode.kind,
                max(image.width, image.height),
                question.ngram_window,
            )
        )
        said = self.says.get(question.purpose, Said())
        if said.error is not None:
            raise said.error
        return Answer(self._note(said.text, question, said.cut), endpoint)

    def _note(self, text: str, question: Question, cut: bool = False) -> Recognition:
        recognition = Recognition(
            text,
            question.mode,
            "fake",
            "model",
            cut,
            Measures(1, 10, 0.5, 0.1),
            len(self.said),
            question.purpose,
        )
        self.said.append(recognition)
        return recognition

    def read_table(self, image: PageImage) -> str | None:
        return self.table
