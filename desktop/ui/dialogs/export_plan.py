"""What an export would make: which documents, which files, what is missing in them. No widgets."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.export.names import figures_folder, free_stem
from desktop.model.options import AssemblyOptions, ExportFormat, ExportPlan
from desktop.model.states import FINISHED_PAGE, JobId, JobState, PageState
from desktop.model.summary import JobSummary


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person asks for: an empty ``folder`` means beside each document.

    ``stem`` is the name for the only document of an export; empty: named like the document.
    ``replace`` writes over files that exist, else the new ones get a number.
    """

    formats: tuple[ExportFormat, ...]
    folder: str
    stem: str
    assembly: AssemblyOptions
    replace: bool


@dataclass(frozen=True, slots=True)
class Due:
    """One document's files: ``replaced`` are those that exist and would be written over."""

    job: JobId
    source: Path
    plan: ExportPlan
    replaced: tuple[Path, ...] = ()

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that are made."""
        plan = self.plan
        return tuple(plan.folder / f"{plan.stem}.{format.value}" for format in plan.formats)


@dataclass(frozen=True, slots=True)
class Gaps:
    """How many pages of the documents are not in their export, and why."""

    failed: int = 0
    cancelled: int = 0
    unread: int = 0

    def __bool__(self) -> bool:
        return bool(self.failed or self.cancelled or self.unread)


def exportable(jobs: Sequence[JobSummary]) -> tuple[JobSummary, ...]:
    """Those that have something to export."""
    there = (PageState.DONE, PageState.BLANK)
    return tuple(job for job in jobs if any(job.counts[state] for state in there))


def finished(jobs: Sequence[JobSummary]) -> tuple[JobSummary, ...]:
    """Those whose reading is over."""
    return tuple(job for job in jobs if job.state is JobState.DONE)


def gaps(jobs: Sequence[JobSummary]) -> Gaps:
    """What is not there yet, or will not be."""
    unread = [state for state in PageState if state not in FINISHED_PAGE]
    return Gaps(
        failed=sum(job.counts[PageState.FAILED] for job in jobs),
        cancelled=sum(job.counts[PageState.CANCELLED] for job in jobs),
        unread=sum(job.counts[state] for job in jobs for state in unread),
    )


def plan(jobs: Sequence[JobSummary], wish: Wish) -> tuple[Due, ...]:
    """Where the files of each document go; looks at the disk, so not on the window's thread.

    No two documents get the same name in one folder. Names that differ only in case count as one.
    """
    taken: dict[Path, set[str]] = {}
    due = []
    for job in jobs:
        folder = (Path(wish.folder).expanduser() if wish.folder else job.path.parent).absolute()
        here = taken.setdefault(folder, set())
        wanted = wish.stem if wish.stem and len(jobs) == 1 else job.path.stem or job.path.name
        stem = free_stem(wanted, here)
        while not wish.replace and _present(folder, stem, wish.formats):
            here.add(stem)
            stem = free_stem(wanted, here)
        here.add(stem)
        made = ExportPlan(folder, stem, wish.formats, wish.assembly)
        due.append(Due(job.job, job.path, made, _present(folder, stem, wish.formats)))
    return tuple(due)


def _present(folder: Path, stem: str, formats: Collection[ExportFormat]) -> tuple[Path, ...]:
    """What is there already of the files that would be made."""
    names = [f"{stem}.{format.value}" for format in formats]
    if ExportFormat.MARKDOWN in formats:
        names.append(figures_folder(stem))
    return tuple(folder / name for name in names if (folder / name).exists())
