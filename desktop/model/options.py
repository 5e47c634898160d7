"""What a person can choose for a conversion and for its exports."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from desktop.model.endpoint import ServerSpec
from desktop.model.recognition import Mode


class TextLayerUse(StrEnum):
    """Whether the words of a PDF's own text layer are used.

    ``AUTO`` where the layer is good, ``NEVER``, or ``ONLY``: no page is recognised, the server is
    asked for boxes alone.
    """

    AUTO = "auto"
    NEVER = "never"
    ONLY = "only"


class ExportFormat(StrEnum):
    """The files that can be made of a document; the value is the file's ending."""

    MARKDOWN = "md"
    DOCX = "docx"
    HTML = "html"
    JSON = "json"
    TEXT = "txt"


@dataclass(frozen=True, slots=True)
class AssemblyOptions:
    """How pages become one document.

    ``keep_marginalia`` keeps running headers, footers and page numbers; ``join`` joins paragraphs
    and tables that go over a page break; ``page_marks`` writes where each page begins.
    """

    keep_marginalia: bool = False
    join: bool = True
    page_marks: bool = False


@dataclass(frozen=True, slots=True)
class ExportPlan:
    """Which files a job makes when its pages are finished: ``folder``/``stem``.``format``."""

    folder: Path
    stem: str
    formats: tuple[ExportFormat, ...]
    assembly: AssemblyOptions = field(default_factory=AssemblyOptions)


@dataclass(frozen=True, slots=True)
class ConversionOptions:
    """How the pages of one job are read.

    ``servers`` share the pages between them.
    ``pages`` is a range such as ``1-3,7,last`` counted from 1, or empty for all. ``long_edge`` in
    pixels, 0 for what the server's profile likes. ``send_blank`` sends near-uniform pages all the
    same. ``retries`` is the number of extra tries for a looping or truncated page (0–3).
    ``rotation`` in degrees clockwise for every page. ``priority``: higher goes first.
    """

    servers: tuple[ServerSpec, ...] = (ServerSpec(),)
    mode: Mode = field(default_factory=Mode)
    pages: str = ""
    long_edge: int = 0
    text_layer: TextLayerUse = TextLayerUse.AUTO
    send_blank: bool = False
    retries: int = 3
    rotation: int = 0
    priority: int = 0
    max_tokens: int = 0
