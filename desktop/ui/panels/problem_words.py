"""What a problem means for the document, and the report of it that a person can pass on."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from desktop import errors
from desktop.errors import KnownError
from desktop.logs import redact
from desktop.model.states import JobState
from desktop.ui.bridge import Bridge
from desktop.ui.dialogs.report_text import versions
from desktop.ui.panels.problems import Entry

#: How many documents are named before the rest is counted.
NAMED = 3
#: How much of a server's own words goes into a report.
MOST_DETAILS = 2_000


def _is(entry: Entry, kind: type[KnownError]) -> bool:
    named = getattr(errors, entry.reason.kind, None)
    return isinstance(named, type) and issubclass(named, kind)


def meaning(entry: Entry, state: JobState | None) -> str:
    """What it means for the document, in a sentence; ``state`` is that of its newest job."""
    if _is(entry, errors.ExportError):
        return QCoreApplication.translate(
            "Problems", "This file was not written; the conversion itself is kept."
        )
    if entry.stands and state is JobState.PAUSED:
        return QCoreApplication.translate(
            "Problems", "The document waits; the pages that were read are kept."
        )
    if entry.stands:
        return QCoreApplication.translate(
            "Problems", "No more of its pages are read; those that were are kept."
        )
    if _is(entry, errors.StoreError):
        return QCoreApplication.translate("Problems", "What you did last may not be saved.")
    if entry.files:
        return QCoreApplication.translate("Problems", "It was not added.")
    if _is(entry, errors.ServerError):
        return QCoreApplication.translate("Problems", "Pages that wait for it are not read.")
    if entry.jobs:
        return QCoreApplication.translate("Problems", "The document is as it was before.")
    return ""


def can_try_again(entry: Entry) -> bool:
    """Whether the same can be tried once more with a hope of success and without asking."""
    passwords = _is(entry, errors.PasswordNeeded) or _is(entry, errors.PasswordWrong)
    return bool(entry.files or (entry.stands and entry.jobs)) and not passwords


def documents(entry: Entry) -> str:
    """The names of the documents, the first few of many."""
    names = list(dict.fromkeys(about.name for about in entry.about if about.name))
    text = ", ".join(names[:NAMED])
    if len(names) > NAMED:
        more = QCoreApplication.translate("Problems", "and %n more", "", len(names) - NAMED)
        text = f"{text} {more}"
    return text


def when(at: float, *, seconds: bool = False) -> str:
    """A time of day (``at`` in seconds since the epoch), with the day if it is not today's."""
    moment = QDateTime.fromSecsSinceEpoch(int(at))
    locale, short = QLocale(), QLocale.FormatType.ShortFormat
    time = moment.toString("HH:mm:ss") if seconds else locale.toString(moment.time(), short)
    if moment.date() == QDateTime.currentDateTime().date():
        return time
    return f"{locale.toString(moment.date(), short)} {time}"


def footnote(entry: Entry) -> str:
    """Documents, time and how often, in one line."""
    parts = [documents(entry), when(entry.last)]
    if entry.count > 1:
        parts.append(QCoreApplication.translate("Problems", "%n times", "", entry.count))
    return " · ".join(part for part in parts if part)


def report(entry: Entry) -> str:
    """A problem for somebody who helps: nothing of the document's content."""
    times = [datetime.fromtimestamp(at).astimezone() for at in (entry.first, entry.last)]
    lines = [
        versions(),
        "",
        f"{entry.reason.kind}: {entry.reason.what}",
        entry.reason.advice,
        f"{entry.count} × from {times[0]:%Y-%m-%d %H:%M:%S %z} to {times[1]:%Y-%m-%d %H:%M:%S %z}",
        f"{len(entry.about)} documents",
        entry.details[:MOST_DETAILS],
    ]
    return redact("\n".join(lines).strip() + "\n")


def state_of(bridge: Bridge, entry: Entry) -> JobState | None:
    """The state of the newest job that a problem is about."""
    for job in entry.jobs:
        if (summary := bridge.library.job(job)) is not None:
            return summary.state
    return None
