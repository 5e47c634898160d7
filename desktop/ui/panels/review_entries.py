"""Which pages a person should look at, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.model.blocks import INFORMATIVE, FlagKind
from desktop.model.states import JobId, PageState
from desktop.model.summary import JobSummary, PageSummary
from desktop.ui.panels import words
from desktop.ui.panels.outcome import wants_a_look
from desktop.ui.said import complaint, said

#: A page (from 0) of a job.
Place = tuple[JobId, int]


@dataclass(frozen=True, slots=True)
class Entry:
    """One page of the list. ``kinds`` are the reasons, ``details`` sentences of the core."""

    job: JobId
    page: int
    document: str
    kinds: tuple[FlagKind, ...]
    details: str
    failed: bool
    reviewed: bool

    @property
    def place(self) -> Place:
        """The page and its job."""
        return self.job, self.page

    @property
    def why(self) -> str:
        """The reasons in a few words."""
        if self.failed:
            return words.page_failed()
        return " · ".join(words.flag(kind) for kind in self.kinds)


def entry_of(job: JobSummary, page: PageSummary, mark: bool | None) -> Entry | None:
    """What is listed of a page: something if it failed or carries flags.

    ``mark`` is a review that the page's summary doesn't know yet.
    """
    failed = page.state is PageState.FAILED
    if not failed and not wants_a_look(page):
        return None
    flags = [flag for flag in page.flags if flag.kind not in INFORMATIVE]
    # Two damaged tables are one reason; dict.fromkeys keeps the order.
    kinds = tuple(dict.fromkeys(flag.kind for flag in flags))
    details = " ".join(dict.fromkeys(said(flag.detail) for flag in flags if flag.detail))
    return Entry(
        job.job,
        page.page,
        job.path.name,
        kinds,
        complaint(page.reason) if failed else details,
        failed,
        page.reviewed if mark is None else mark,
    )


def next_place(
    listed: list[Entry], order: Mapping[JobId, int], here: Place | None, step: int
) -> Entry | None:
    """The next page to review after ``here`` (before it: ``step`` -1), around the end if need be.

    ``listed`` is in the order of documents (``order``) and pages.
    """
    waiting = [entry for entry in listed if not entry.reviewed]
    if here is not None:
        waiting = [entry for entry in waiting if entry.place != here] or waiting
    if not waiting:
        return None
    if here is None:
        return waiting[0 if step > 0 else -1]

    def rank(place: Place) -> tuple[int, int]:
        return order.get(place[0], -1), place[1]

    if step > 0:
        later = (entry for entry in waiting if rank(entry.place) > rank(here))
        return next(later, waiting[0])
    earlier = (entry for entry in reversed(waiting) if rank(entry.place) < rank(here))
    return next(earlier, waiting[-1])
