"""States, reasons, paces and times in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.model.blocks import FlagKind
from desktop.model.states import JobState, PageState
from desktop.ui.panels.icons import Sign

_MINUTE, _HOUR = 60, 3600

JOB_SIGNS = {
    JobState.QUEUED: Sign.WAITING,
    JobState.RUNNING: Sign.RUNNING,
    JobState.PAUSED: Sign.PAUSED,
    JobState.DONE: Sign.DONE,
    JobState.FAILED: Sign.FAILED,
    JobState.CANCELLED: Sign.CANCELLED,
}


def job_state(state: JobState) -> str:
    """A document's state in one word or two."""
    words = {
        JobState.QUEUED: QCoreApplication.translate("Panels", "Waiting"),
        JobState.RUNNING: QCoreApplication.translate("Panels", "Being read"),
        JobState.PAUSED: QCoreApplication.translate("Panels", "Paused"),
        JobState.DONE: QCoreApplication.translate("Panels", "Done"),
        JobState.FAILED: QCoreApplication.translate("Panels", "Failed"),
        JobState.CANCELLED: QCoreApplication.translate("Panels", "Cancelled"),
    }
    return words[state]


def interrupted() -> str:
    """The state of a document that nobody works on, though it is not finished."""
    return QCoreApplication.translate("Panels", "Interrupted")


def page_name(page: int) -> str:
    """A page (from 0) as people count."""
    return QCoreApplication.translate("Panels", "Page {number}").format(number=page + 1)


def page_failed() -> str:
    """Why a page has no text, when nothing else is known."""
    return QCoreApplication.translate("Panels", "Could not be read")


def page_state(state: PageState) -> str:
    """A page's state in one word or two."""
    words = {
        PageState.QUEUED: QCoreApplication.translate("Panels", "Waiting"),
        PageState.RUNNING: QCoreApplication.translate("Panels", "Being read"),
        PageState.DONE: QCoreApplication.translate("Panels", "Done"),
        PageState.BLANK: QCoreApplication.translate("Panels", "Blank"),
        PageState.FAILED: QCoreApplication.translate("Panels", "Failed"),
        PageState.CANCELLED: QCoreApplication.translate("Panels", "Cancelled"),
    }
    return words[state]


def flag(kind: FlagKind) -> str:
    """Why to look at a page, in a few words."""
    words = {
        FlagKind.TRUNCATED: QCoreApplication.translate("Panels", "Text is cut off"),
        FlagKind.REPEATED: QCoreApplication.translate("Panels", "The model repeated itself"),
        FlagKind.DAMAGED_TABLE: QCoreApplication.translate("Panels", "Damaged table"),
        FlagKind.REBUILT_TABLE: QCoreApplication.translate("Panels", "Rebuilt table"),
        FlagKind.ODD_BOXES: QCoreApplication.translate("Panels", "Odd boxes"),
        FlagKind.EMPTY: QCoreApplication.translate("Panels", "No text was found"),
        FlagKind.BLANK: QCoreApplication.translate("Panels", "Blank page"),
        FlagKind.SCALED_DOWN: QCoreApplication.translate("Panels", "Read at a smaller size"),
        FlagKind.LOW_CONFIDENCE: QCoreApplication.translate("Panels", "Doubtful text"),
        FlagKind.OTHER_READING: QCoreApplication.translate(
            "Panels", "Your edits are of another reading"
        ),
        FlagKind.SPLIT: QCoreApplication.translate("Panels", "Read in two halves"),
    }
    return words[kind]


def number(value: float, decimals: int = 0) -> str:
    """A number as the person's language writes it."""
    return QLocale().toString(value, "f", decimals)


def pace(per_minute: float) -> str:
    """Pages a minute; slow ones with a decimal."""
    return QCoreApplication.translate("Panels", "{number} pages/min").format(
        number=number(per_minute, 1 if per_minute < 10 else 0)
    )


def time_left(seconds: float) -> str:
    """How long something takes still, no more exact than it can be known."""
    if seconds < 10:
        return QCoreApplication.translate("Panels", "a few seconds left")
    if seconds < 55:
        tens = max(10, round(seconds / 10) * 10)
        return QCoreApplication.translate("Panels", "about {seconds} s left").format(seconds=tens)
    minutes = max(1, round(seconds / _MINUTE))
    if minutes < 90:
        return QCoreApplication.translate("Panels", "about {minutes} min left").format(
            minutes=minutes
        )
    hours, minutes = divmod(round(minutes / 10) * 10, 60)
    if hours < 10 and minutes:
        return QCoreApplication.translate("Panels", "about {hours} h {minutes} min left").format(
            hours=hours, minutes=minutes
        )
    hours = round(seconds / _HOUR)
    return QCoreApplication.translate("Panels", "about {hours} h left").format(hours=hours)


def clock(seconds: float) -> str:
    """A time that has passed: 0:07, 12:30, 1:02:03."""
    minutes, rest = divmod(max(0, int(seconds)), _MINUTE)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
