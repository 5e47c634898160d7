"""All that one page's recipe works with: its document, the servers, and a list of what was said."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from desktop.conversion.group import ServerGroup
from desktop.conversion.tablereader import TableReader
from desktop.conversion.trouble import PutBack
from desktop.conversion.waits import Waits
from desktop.documents import Reader
from desktop.documents.fingerprint import regular_file, verify
from desktop.model.cancel import CancelToken
from desktop.model.document import (
    DocumentKind,
    Fingerprint,
    ImageFormat,
    PageImage,
    RenderRequest,
    TextLayer,
)
from desktop.model.endpoint import Endpoint
from desktop.model.geometry import Box
from desktop.model.options import ConversionOptions
from desktop.model.recognition import Mode, PageRequest, Recognition


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be asked about an image; ``purpose`` as in ``Recognition``."""

    mode: Mode
    purpose: str = "first"
    ngram_window: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """A raw reply and who gave it."""

    recognition: Recognition
    endpoint: Endpoint


class Desk(Protocol):
    """What the recipe of a page needs; everything that blocks raises ``Cancelled``."""

    @property
    def page(self) -> int:
        """The page's number, from 0."""

    @property
    def kind(self) -> DocumentKind:
        """The document's format."""

    @property
    def options(self) -> ConversionOptions:
        """How the page is to be read."""

    @property
    def recognitions(self) -> tuple[Recognition, ...]:
        """Every reply so far."""

    def check_document(self) -> None:
        """Raise ``DocumentMissing`` or ``DocumentChanged`` if it is not what it was."""

    def render(self, *, long_edge: int = 0, crop: Box | None = None) -> PageImage:
        """The page or a part of it; ``long_edge`` in pixels of the whole page, 0 as chosen."""

    def text_layer(self) -> TextLayer:
        """The page's own text."""

    def ask(self, image: PageImage, question_for: Callable[[Endpoint], Question]) -> Answer:
        """Ask a server about an image. Raises ``ServerError`` and what stops a whole job."""

    def read_table(self, image: PageImage) -> str | None:
        """A server's HTML for a table's crop; ``None`` where it can't be had."""


class Original:
    """A job's document, known to be what it was when the job was made. Thread-safe."""

    def __init__(self, path: Path, fingerprint: Fingerprint) -> None:
        self.path = path
        self._known = fingerprint
        self._lock = threading.Lock()

    def check(self, cancel: CancelToken) -> None:
        """Raise ``DocumentMissing`` or ``DocumentChanged``; costs a look at the file's time.

        A file that was only touched, or put back, is read once to see that it is the same.
        """
        if regular_file(self.path).st_mtime_ns == self._known.modified_ns:
            verify(self.path, self._known, cancel)
            return
        with self._lock:
            modified = regular_file(self.path).st_mtime_ns
            verify(self.path, self._known, cancel)
            self._known = replace(self._known, modified_ns=modified)


@dataclass(frozen=True, slots=True)
class PageOrder:
    """Which page to read, and how. The password is never kept anywhere else.

    ``rotation`` in degrees clockwise is what the page is turned by, the job's own included.
    """

    page: int
    kind: DocumentKind
    options: ConversionOptions
    rotation: int
    password: str | None = None

    def __repr__(self) -> str:
        return f"PageOrder(page={self.page})"


class PageDesk:
    """The desk of one page that really renders and asks.

    ``waits`` says what ends its waiting, ``on_text`` hears what a server has said so far.
    """

    def __init__(
        self,
        order: PageOrder,
        original: Original,
        *,
        reader: Reader,
        group: ServerGroup,
        tables: TableReader,
        waits: Waits,
        on_text: Callable[[str], None] | None = None,
    ) -> None:
        self._order = order
        self._original = original
        self._reader = reader
        self._group = group
        self._tables = tables
        self._waits = waits
        self._on_text = on_text
        self._said: list[Recognition] = []

    @property
    def page(self) -> int:
        """The page's number, from 0."""
        return self._order.page

    @property
    def kind(self) -> DocumentKind:
        """The document's format."""
        return self._order.kind

    @property
    def options(self) -> ConversionOptions:
        """How the page is to be read."""
        return self._order.options

    @property
    def recognitions(self) -> tuple[Recognition, ...]:
        """Every reply so far."""
        return tuple(self._said)

    def check_document(self) -> None:
        """Raise ``DocumentMissing`` or ``DocumentChanged`` if it is not what it was."""
        self._original.check(self._waits.cancel)

    def render(self, *, long_edge: int = 0, crop: Box | None = None) -> PageImage:
        """The page or a part of it as an image."""
        self._stop_at_gate()
        return self._reader.render(
            RenderRequest(
                self._original.path,
                self._order.page,
                long_edge or self.options.long_edge or self._group.long_edge,
                password=self._order.password,
                rotation=self._order.rotation,
                crop=crop,
                format=ImageFormat.JPEG,
            ),
            cancel=self._waits.cancel,
        )

    def text_layer(self) -> TextLayer:
        """The page's own text."""
        self._stop_at_gate()
        return self._reader.text_layer(
            self._original.path,
            self._order.page,
            password=self._order.password,
            rotation=self._order.rotation,
            cancel=self._waits.cancel,
        )

    def ask(self, image: PageImage, question_for: Callable[[Endpoint], Question]) -> Answer:
        """Ask a server about an image, and note what it said."""

        def request_for(endpoint: Endpoint) -> tuple[PageRequest, str]:
            question = question_for(endpoint)
            return (
                PageRequest(
                    image,
                    question.mode,
                    max_tokens=self.options.max_tokens,
                    ngram_window=question.ngram_window,
                ),
                question.purpose,
            )

        recognition, endpoint = self._group.ask(
            request_for, self._waits, attempt=len(self._said), on_text=self._on_text
        )
        self._note(recognition)
        return Answer(recognition, endpoint)

    def read_table(self, image: PageImage) -> str | None:
        """A server's HTML for a table's crop; ``None`` where it can't be had."""
        recognition = self._tables.read(
            image, self._group, attempt=len(self._said), cancel=self._waits.cancel
        )
        if recognition is None:
            return None
        self._note(recognition)
        return recognition.text

    def _note(self, recognition: Recognition) -> None:
        self._said.append(recognition)
        # The page has been sent: from now on a pause lets it finish.
        self._waits = replace(self._waits, gate=None)

    def _stop_at_gate(self) -> None:
        self._waits.cancel.raise_if_cancelled()
        if self._waits.gate is not None and self._waits.gate.cancelled:
            raise PutBack
