"""What there is to say about a page: from its state and from why it can't be shown."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.errors import DocumentError, KnownError, PasswordNeeded, PasswordWrong
from desktop.model.states import PageState
from desktop.model.summary import PageSummary
from desktop.ui.page.notice import Notice, Remedy
from desktop.ui.said import said


def notice_for(summary: PageSummary | None, error: KnownError | None) -> Notice | None:
    """What is to be said above a page; ``error`` is why there is no picture of it."""
    translate = QCoreApplication.translate
    if isinstance(error, PasswordNeeded | PasswordWrong):
        return Notice(said(error.what), said(error.advice), (Remedy.UNLOCK,))
    if error is not None:
        advice = said(error.advice)
        if isinstance(error, DocumentError) and summary is not None:
            kept = translate("PageNotice", "What was read of it is still here.")
            advice = f"{advice} {kept}" if summary.state is PageState.DONE else advice
        failed = summary is not None and summary.state is PageState.FAILED
        remedies = (Remedy.LOOK_AGAIN, Remedy.READ_AGAIN) if failed else (Remedy.LOOK_AGAIN,)
        return Notice(said(error.what), advice, remedies)
    if summary is None:
        return None
    again = (Remedy.READ_AGAIN,)
    if summary.state is PageState.FAILED:
        what = said(summary.reason.what) or translate("PageNotice", "This page could not be read.")
        return Notice(what, said(summary.reason.advice), again)
    if summary.state is PageState.CANCELLED:
        return Notice(
            translate("PageNotice", "Reading this page was cancelled."), "", again, bad=False
        )
    if summary.state is PageState.BLANK:
        what = translate("PageNotice", "This page was found blank.")
        advice = translate("PageNotice", "It was not sent to be read.")
        return Notice(what, advice, again, bad=False)
    return None


def words_for(summary: PageSummary | None) -> str:
    """What is said where the legend would be, if there are no boxes."""
    translate = QCoreApplication.translate
    if summary is None:
        return ""
    return {
        PageState.QUEUED: translate("PageNotice", "Waiting to be read"),
        PageState.RUNNING: translate("PageNotice", "Being read…"),
        PageState.DONE: translate("PageNotice", "No boxes on this page"),
    }.get(summary.state, "")
