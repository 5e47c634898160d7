"""Where conversions and their pages stand, as told to whoever asks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from desktop.errors import KnownError
from desktop.model.blocks import Flag
from desktop.model.document import DocumentKind, Fingerprint
from desktop.model.options import ConversionOptions, ExportFormat, ExportPlan
from desktop.model.states import FINISHED_PAGE, JobId, JobState, PageState


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something failed or stands still, as it is kept: a known error without its class.

    ``kind`` is the error's class name (``InternalError`` for a bug), ``what`` and ``advice`` its
    sentences for people. All empty: there is nothing to say.
    """

    kind: str = ""
    what: str = ""
    advice: str = ""

    @classmethod
    def of(cls, error: KnownError) -> Reason:
        """The reason that an error is."""
        return cls(error.kind, error.what, error.advice)

    def __bool__(self) -> bool:
        return bool(self.kind)

    def __str__(self) -> str:
        return f"{self.what} {self.advice}".strip()


class ExportState(StrEnum):
    """Where one file of a job stands."""

    PENDING = "pending"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ExportSummary:
    """One file that a job makes or made."""

    format: ExportFormat
    path: Path
    state: ExportState
    reason: Reason = field(default_factory=Reason)


@dataclass(frozen=True, slots=True)
class JobSummary:
    """The conversion of one document: what was asked and where it stands.

    ``page_count`` is that of the document, ``pages`` the number that the job reads. ``counts`` has
    every page state. ``created`` in seconds since the epoch. ``title`` is the document's own.
    ``place`` orders jobs: lower comes first among those of the same priority.
    """

    job: JobId
    path: Path
    kind: DocumentKind
    fingerprint: Fingerprint
    page_count: int
    title: str
    encrypted: bool
    options: ConversionOptions
    plan: ExportPlan | None
    state: JobState
    reason: Reason
    counts: Mapping[PageState, int]
    exports: tuple[ExportSummary, ...]
    created: float
    place: int = 0

    @property
    def pages(self) -> int:
        """How many pages the job reads."""
        return sum(self.counts.values())

    @property
    def finished_pages(self) -> int:
        """How many of them are done, blank, failed or cancelled."""
        return sum(self.counts[state] for state in FINISHED_PAGE)


@dataclass(frozen=True, slots=True)
class PageSummary:
    """One page of a job; ``tries`` counts how often work on it began.

    ``reviewed`` says that a person marked it as looked at since it was last read, ``edited`` that
    what is shown of it has a person's text. ``rotation`` is by how many degrees clockwise a person
    turned it, on top of what the job's options say.
    """

    page: int
    state: PageState
    reason: Reason
    flags: tuple[Flag, ...]
    tries: int
    reviewed: bool = False
    edited: bool = False
    rotation: int = 0
