"""What came of a batch of documents, in numbers that add up and in one sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.errors import UsageError
from desktop.model.blocks import INFORMATIVE
from desktop.model.cancel import CancelToken
from desktop.model.states import FINISHED_PAGE, JobId, PageState
from desktop.model.summary import ExportState, JobSummary, PageSummary
from desktop.service import Service
from desktop.ui.said import in_a_row


@dataclass(frozen=True, slots=True)
class Outcome:
    """Pages of finished documents: ``done`` + ``blank`` + ``failed`` + ``cancelled`` is all.

    ``review`` of the done ones are to be looked at. ``unwritten`` files could not be written.
    """

    documents: int = 0
    done: int = 0
    blank: int = 0
    failed: int = 0
    cancelled: int = 0
    review: int = 0
    unwritten: int = 0

    @property
    def pages(self) -> int:
        """All pages."""
        return self.done + self.blank + self.failed + self.cancelled


def wants_a_look(page: PageSummary) -> bool:
    """Whether a page that has text carries flags that ask a person to look, reviewed or not."""
    return page.state is PageState.DONE and any(flag.kind not in INFORMATIVE for flag in page.flags)


def count(jobs: Iterable[tuple[JobSummary, tuple[PageSummary, ...]]]) -> Outcome:
    """The outcome of finished jobs with their pages."""
    states: Counter[PageState] = Counter()
    documents = review = unwritten = 0
    for summary, pages in jobs:
        documents += 1
        states.update(page.state for page in pages if page.state in FINISHED_PAGE)
        review += sum(1 for page in pages if wants_a_look(page) and not page.reviewed)
        unwritten += sum(1 for file in summary.exports if file.state is ExportState.FAILED)
    return Outcome(
        documents,
        states[PageState.DONE],
        states[PageState.BLANK],
        states[PageState.FAILED],
        states[PageState.CANCELLED],
        review,
        unwritten,
    )


def read(service: Service, jobs: Iterable[JobId], cancel: CancelToken) -> Outcome:
    """The outcome of jobs as the library has them; those that were removed meanwhile are left out.

    Reads the store: not for the window's thread. Raises the ``StoreError`` kinds, ``Cancelled``.
    """
    found = []
    for job in jobs:
        cancel.raise_if_cancelled()
        try:
            found.append((service.job(job), service.pages(job)))
        except UsageError:
            continue
    return count(found)


def sentence(outcome: Outcome) -> str:
    """An outcome as a person reads it."""
    if not outcome.documents:
        return ""
    parts = [_done(outcome)]
    if outcome.blank:
        parts.append(QCoreApplication.translate("Outcome", "%n blank", "", outcome.blank))
    if outcome.failed:
        parts.append(QCoreApplication.translate("Outcome", "%n failed", "", outcome.failed))
    if outcome.cancelled:
        parts.append(QCoreApplication.translate("Outcome", "%n cancelled", "", outcome.cancelled))
    text = QCoreApplication.translate("Outcome", "{pages} in {documents}: {parts}.").format(
        pages=QCoreApplication.translate("Outcome", "%n page(s)", "", outcome.pages),
        documents=QCoreApplication.translate("Outcome", "%n document(s)", "", outcome.documents),
        parts=QCoreApplication.translate("Outcome", ", ").join(parts),
    )
    if outcome.unwritten:
        text = in_a_row(
            text,
            QCoreApplication.translate(
                "Outcome", "%n file(s) could not be written.", "", outcome.unwritten
            ),
        )
    return text


def _done(outcome: Outcome) -> str:
    done = QCoreApplication.translate("Outcome", "%n done", "", outcome.done)
    if not outcome.review:
        return done
    review = QCoreApplication.translate("Outcome", "%n of them to review", "", outcome.review)
    return QCoreApplication.translate("Outcome", "{done} ({review})").format(
        done=done, review=review
    )
