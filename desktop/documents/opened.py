"""What an open document can do, whatever its format, and what it hands out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PIL import Image

from desktop.model.document import DocumentKind, RenderRequest, TextLayer


@dataclass(frozen=True, slots=True)
class Facts:
    """What opening a document told. ``title`` is the file's own, or empty."""

    kind: DocumentKind
    page_count: int
    encrypted: bool = False
    title: str = ""


@dataclass(frozen=True, slots=True)
class Drawn:
    """The pixels of an upright page or of a part of it, RGB or RGBX.

    ``image`` may lie in memory that the next page is drawn into: use it before. ``page_edge`` is
    the long edge in pixels of the whole page, ``page_width`` and ``page_height`` are in points
    (for pictures: in their own pixels).
    """

    image: Image.Image
    page_edge: int
    page_width: float
    page_height: float
    notes: tuple[str, ...] = ()


class OpenDocument(Protocol):
    """A document that was opened in this process; not thread-safe."""

    facts: Facts

    def draw(self, request: RenderRequest) -> Drawn:
        """The page that is asked for, at the size that is asked for.

        Raises ``PageUnreadable`` if the page is damaged or too large.
        """

    def text_layer(self, page: int, rotation: int) -> TextLayer:
        """The text that the page carries; empty for pictures. Raises ``PageUnreadable``."""

    def close(self) -> None:
        """Let go of the file."""
