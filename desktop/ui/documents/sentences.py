"""Documents and pages in words: the second line of a row, tips, and what screen readers say."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from html import escape

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from desktop.model.blocks import INFORMATIVE
from desktop.model.states import FINISHED_JOB, JobState, PageState
from desktop.model.summary import JobSummary, PageSummary
from desktop.ui.panels import words
from desktop.ui.panels.outcome import wants_a_look
from desktop.ui.said import complaint, said


def job_line(job: JobSummary, *, ours: bool, missing: bool) -> str:
    """Where a document stands: its state, how far it is, when it came."""
    return " · ".join(_parts(job, ours=ours, missing=missing))


def _parts(job: JobSummary, *, ours: bool, missing: bool) -> list[str]:
    parts = [QCoreApplication.translate("Documents", "File not found")] if missing else []
    unfinished = job.state not in FINISHED_JOB
    if unfinished and not ours:
        return [*parts, words.interrupted(), _progress(job)]
    if unfinished:
        why = [job.reason.what] if job.state is JobState.PAUSED and job.reason else []
        return [*parts, words.job_state(job.state), *why, _progress(job)]
    if job.state is JobState.DONE:
        return [*parts, *_failures(job), pages(job.pages), when(job.created)]
    if job.state is JobState.FAILED:
        return [*parts, said(job.reason.what) or words.job_state(job.state)]
    return [*parts, words.job_state(job.state), _progress(job)]


def _progress(job: JobSummary) -> str:
    if not job.finished_pages:
        return pages(job.pages)
    return QCoreApplication.translate("Documents", "{done} of {total}").format(
        done=job.finished_pages, total=job.pages
    )


def _failures(job: JobSummary) -> list[str]:
    failed = job.counts[PageState.FAILED]
    return [QCoreApplication.translate("Documents", "%n failed", "", failed)] if failed else []


def pages(count: int) -> str:
    """So many pages."""
    return QCoreApplication.translate("Documents", "%n page(s)", "", count)


def to_review(count: int) -> str:
    """So many pages to review."""
    return QCoreApplication.translate("Documents", "%n page(s) to review", "", count)


def when(seconds: float, *, now: datetime | None = None) -> str:
    """A time (since the epoch), near ones as people say them."""
    then = datetime.fromtimestamp(seconds).astimezone()
    today = (now or datetime.now().astimezone()).date()
    locale = QLocale()
    short = QLocale.FormatType.ShortFormat
    time = locale.toString(QTime(then.hour, then.minute), short)
    if then.date() == today:
        return QCoreApplication.translate("Documents", "today {time}").format(time=time)
    if then.date() == today - timedelta(days=1):
        return QCoreApplication.translate("Documents", "yesterday {time}").format(time=time)
    return locale.toString(QDate(then.year, then.month, then.day), short)


def job_tip(job: JobSummary, line: str, review: int) -> str:
    """Everything about a document, as a tip."""
    lines = [str(job.path), line]
    if job.title and job.title != job.path.name:
        lines.insert(0, job.title)
    if review:
        lines.append(to_review(review))
    if job.reason:
        lines.append(complaint(job.reason))
    return "\n".join(lines)


def page_words(page: PageSummary) -> list[str]:
    """A page's state, why to look at it, and what a person did to it; most important first."""
    parts = [words.page_state(page.state)]
    if wants_a_look(page):
        kinds = dict.fromkeys(flag.kind for flag in page.flags if flag.kind not in INFORMATIVE)
        parts.extend(words.flag(kind) for kind in kinds)
    if page.reviewed:
        parts.append(QCoreApplication.translate("Documents", "Reviewed"))
    if page.edited:
        parts.append(QCoreApplication.translate("Documents", "Edited"))
    return parts


def page_tip(page: PageSummary, trouble: str) -> str:
    """Everything about a page, as a tip; ``trouble`` is why it can't be shown."""
    lines = [f"{words.page_name(page.page)}: {', '.join(page_words(page))}"]
    lines.extend(dict.fromkeys(said(flag.detail) for flag in page.flags if flag.detail))
    if page.reason:
        lines.append(complaint(page.reason))
    if trouble:
        lines.append(trouble)
    return _tip(lines)


def _tip(lines: Iterable[str]) -> str:
    """Literal lines; Qt would take those that look like HTML for it, names of files too."""
    return f"<qt>{'<br>'.join(map(escape, lines))}</qt>"
