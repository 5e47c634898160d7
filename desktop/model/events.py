"""Frozen events: the only thing that travels back from the core to whoever watches."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.model.blocks import Flag
from desktop.model.states import JobId, JobState, PageState


@dataclass(frozen=True, slots=True)
class JobChanged:
    """A job is in a new state; ``reason`` says why it failed, for people."""

    job: JobId
    state: JobState
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PageChanged:
    """A page is in a new state; ``reason`` says why it failed, ``flags`` why to look at it."""

    job: JobId
    page: int
    state: PageState
    reason: str = ""
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class PageText:
    """What a server has said of a page so far (the raw reply, from its beginning)."""

    job: JobId
    page: int
    text: str


@dataclass(frozen=True, slots=True)
class Exported:
    """A file of a job was written, whole."""

    job: JobId
    path: Path


@dataclass(frozen=True, slots=True)
class ExportFailed:
    """A file of a job could not be written; ``reason`` says why, for people."""

    job: JobId
    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class ServerNote:
    """Something about a server that a person may want to know, in one sentence."""

    server: str
    text: str


Event = JobChanged | PageChanged | PageText | Exported | ExportFailed | ServerNote
