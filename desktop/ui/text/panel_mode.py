"""What the text panel can show, and what it needs of the widget that shows text as it reads."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol

from desktop.model.find import Hit
from desktop.model.states import JobId


class Mode(StrEnum):
    """What the panel shows."""

    PAGE = "page"
    SOURCE = "source"
    DOCUMENT = "document"


class PageView(Protocol):
    """A widget that shows text as it reads; it points and activates through the bridge itself."""

    def show_page(self, job: JobId, page: int) -> None: ...
    def show_document(self, job: JobId) -> None: ...
    def show_nothing(self) -> None: ...
    def set_hits(self, hits: Sequence[Hit], current: Hit | None = None) -> None: ...
