"""What makes sense to begin, to try again, and to go on with. Pure but for a look at the disk."""

from __future__ import annotations

from pathlib import Path

from desktop.errors import PasswordNeeded, PasswordWrong, UsageError
from desktop.model.options import ConversionOptions, ExportFormat, ExportPlan, TextLayerUse
from desktop.model.recognition import ModeKind
from desktop.model.states import JobState, PageState
from desktop.model.summary import JobSummary

#: Modes whose words a text layer can give.
LAYER_MODES = frozenset({ModeKind.MARKDOWN, ModeKind.WORDS, ModeKind.PLAIN})

_WANTS_PASSWORD = frozenset({PasswordNeeded.__name__, PasswordWrong.__name__})


def check_options(options: ConversionOptions) -> None:
    """Raise ``UsageError`` for options that contradict each other."""
    only = options.text_layer is TextLayerUse.ONLY
    if only and options.mode.kind not in LAYER_MODES:
        raise UsageError(
            f"The mode “{options.mode.kind.value}” can't take its words from a text layer.",
            "Choose another mode, or another use of the text layer.",
        )


def files_of(plan: ExportPlan) -> list[tuple[ExportFormat, Path]]:
    """The files that a plan makes."""
    return [(format, plan.folder / f"{plan.stem}.{format.value}") for format in plan.formats]


def states_to_retry(summary: JobSummary) -> frozenset[PageState]:
    """Which pages are read again when a whole job is."""
    if summary.state is JobState.CANCELLED:
        return frozenset({PageState.FAILED, PageState.CANCELLED})
    return frozenset({PageState.FAILED})


def can_go_on(summary: JobSummary, *, password: str | None) -> bool:
    """Whether what stopped an interrupted job may be gone.

    Of jobs that failed, those whose document is away are left alone until it is back, and those
    that want a password until there is one.
    """
    if summary.state is not JobState.FAILED:
        return True
    if summary.reason.kind in _WANTS_PASSWORD:
        return password is not None
    return summary.path.exists()
