"""Servers and their states in words and signs."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop.logs import redact
from desktop.model.endpoint import BUILTIN, ProfileName
from desktop.model.status import ServerState, ServerStatus
from desktop.ui.dialogs.report_text import versions
from desktop.ui.panels import words
from desktop.ui.panels.icons import Sign
from desktop.ui.panels.problem_words import when

SIGNS = {
    ServerState.UNKNOWN: Sign.WAITING,
    ServerState.STARTING: Sign.STARTING,
    ServerState.READY: Sign.READY,
    ServerState.BUSY: Sign.RUNNING,
    ServerState.RESTING: Sign.PAUSED,
    ServerState.DOWN: Sign.FAILED,
    ServerState.STOPPED: Sign.STOPPED,
}
#: States in which a server does not do what is wanted of it.
TROUBLE = frozenset({ServerState.RESTING, ServerState.DOWN})
# States in which the built-in engine has no process that answers, and none that starts.
AWAY = frozenset({ServerState.UNKNOWN, ServerState.DOWN, ServerState.STOPPED})


def state(state: ServerState) -> str:
    """A state in a word or two."""
    said = {
        ServerState.UNKNOWN: QCoreApplication.translate("Servers", "Not asked yet"),
        ServerState.STARTING: QCoreApplication.translate("Servers", "Starting"),
        ServerState.READY: QCoreApplication.translate("Servers", "Ready"),
        ServerState.BUSY: QCoreApplication.translate("Servers", "At work"),
        ServerState.RESTING: QCoreApplication.translate("Servers", "Failed, asked again soon"),
        ServerState.DOWN: QCoreApplication.translate("Servers", "Not answering"),
        ServerState.STOPPED: QCoreApplication.translate("Servers", "Stopped until it is needed"),
    }
    return said[state]


def short_state(state_: ServerState) -> str:
    """A state in one word if possible, for the status bar."""
    if state_ is ServerState.STOPPED:
        return QCoreApplication.translate("Servers", "Stopped")
    if state_ is ServerState.RESTING:
        return QCoreApplication.translate("Servers", "Failed")
    return state(state_)


def name(status: ServerStatus) -> str:
    """What people call a server."""
    if status.address == BUILTIN:
        return QCoreApplication.translate("Servers", "Built-in engine")
    return status.address.removeprefix("http://").removeprefix("https://").rstrip("/")


def kind(status: ServerStatus) -> str:
    """Which program it is."""
    if status.kind is None:
        return QCoreApplication.translate("Servers", "Unknown kind")
    if status.kind is ProfileName.BUILTIN:
        return QCoreApplication.translate("Servers", "Runs on the processor")
    if status.kind is ProfileName.GENERIC:
        return QCoreApplication.translate("Servers", "OpenAI-compatible")
    return status.kind.value


def figures(status: ServerStatus) -> str:
    """Model, pages in hand and rates in one line."""
    parts = [status.model] if status.model else []
    if status.limit:
        parts.append(
            QCoreApplication.translate("Servers", "{number} of {limit} pages at once").format(
                number=status.in_flight, limit=status.limit
            )
        )
    elif status.in_flight:
        parts.append(QCoreApplication.translate("Servers", "%n page(s)", "", status.in_flight))
    if status.pages_per_minute:
        parts.append(words.pace(status.pages_per_minute))
    if status.tokens_per_second:
        parts.append(
            QCoreApplication.translate("Servers", "{number} tokens/s").format(
                number=words.number(status.tokens_per_second)
            )
        )
    return " · ".join(parts)


def since(status: ServerStatus) -> str:
    """Since when it is as it is."""
    return QCoreApplication.translate("Servers", "since {time}").format(time=when(status.since))


def details(status: ServerStatus, log: str) -> str:
    """All that is known of a server, to be passed on; without secrets."""
    lines = [
        versions(),
        "",
        f"{status.name or name(status)} ({status.address})",
        f"kind: {status.kind or 'unknown'}, model: {status.model or 'unknown'}",
        f"state: {status.state} {status.note}".strip(),
        f"in flight: {status.in_flight} of {status.limit}",
        f"{status.pages_per_minute:.1f} pages/min, {status.tokens_per_second:.1f} tokens/s",
        "",
        *(
            f"{datetime.fromtimestamp(change.at).astimezone():%Y-%m-%d %H:%M:%S %z}"
            f" {change.state} {change.note}".rstrip()
            for change in status.history
        ),
        "",
        log,
    ]
    return redact("\n".join(lines).strip() + "\n")
