"""What came of every document: for people as tables, for programs as one JSON object."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from rich import box
from rich.markup import escape
from rich.table import Table

from desktop import __version__
from desktop.cli.exits import Exit
from desktop.cli.session import Session, path_text
from desktop.errors import KnownError
from desktop.model.blocks import INFORMATIVE, Flag
from desktop.model.states import FINISHED_PAGE, PageState
from desktop.model.summary import ExportState, JobSummary, PageSummary, Reason


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one document. ``job`` is ``None`` where it could not even be opened."""

    path: Path
    job: int | None = None
    state: str = "failed"
    counts: Mapping[PageState, int] = field(default_factory=dict)
    reason: Reason = field(default_factory=Reason)
    failures: tuple[tuple[int, Reason], ...] = ()
    review: tuple[tuple[int, tuple[Flag, ...]], ...] = ()
    files: tuple[Path, ...] = ()
    failed_files: tuple[tuple[Path, Reason], ...] = ()

    @classmethod
    def refused(cls, path: Path, error: KnownError) -> Outcome:
        """A document that was not taken."""
        return cls(path, reason=Reason.of(error))

    @classmethod
    def skipped(cls, path: Path) -> Outcome:
        """A document whose files are all there already."""
        return cls(path, state="skipped")

    @classmethod
    def of(cls, job: JobSummary, pages: Iterable[PageSummary]) -> Outcome:
        """What the library says of a job."""
        pages = tuple(pages)
        looks = ((page.page, _to_look_at(page.flags)) for page in pages)
        return cls(
            path=job.path,
            job=job.job,
            state=job.state.value,
            counts=job.counts,
            reason=job.reason,
            failures=tuple((p.page, p.reason) for p in pages if p.state is PageState.FAILED),
            review=tuple((page, flags) for page, flags in looks if flags),
            files=tuple(e.path for e in job.exports if e.state is ExportState.DONE),
            failed_files=tuple(
                (e.path, e.reason) for e in job.exports if e.state is ExportState.FAILED
            ),
        )

    @property
    def pages(self) -> int:
        """How many pages were to be read."""
        return sum(self.counts.values())

    @property
    def unfinished(self) -> int:
        """How many of them still are."""
        return sum(n for state, n in self.counts.items() if state not in FINISHED_PAGE)

    @property
    def read(self) -> int:
        """How many pages are done or blank."""
        return self.counts.get(PageState.DONE, 0) + self.counts.get(PageState.BLANK, 0)

    @property
    def good(self) -> bool:
        """Whether every page is read and every file written."""
        if self.state == "skipped":
            return True
        return self.job is not None and self.read == self.pages and not self.failed_files

    def as_json(self) -> dict[str, object]:
        """The outcome as JSON; pages count from 1."""
        return {
            "path": str(self.path),
            "job": self.job,
            "state": self.state,
            "reason": asdict(self.reason) if self.reason else None,
            "pages": {
                "total": self.pages,
                "done": self.counts.get(PageState.DONE, 0),
                "blank": self.counts.get(PageState.BLANK, 0),
                "failed": self.counts.get(PageState.FAILED, 0),
                "cancelled": self.counts.get(PageState.CANCELLED, 0),
                "unfinished": self.unfinished,
            },
            "failures": [{"page": page + 1, **asdict(reason)} for page, reason in self.failures],
            "review": [
                {
                    "page": page + 1,
                    "flags": [{"kind": f.kind.value, "detail": f.detail} for f in flags],
                }
                for page, flags in self.review
            ],
            "files": [str(file) for file in self.files],
            "failed_files": [
                {"path": str(file), **asdict(reason)} for file, reason in self.failed_files
            ],
        }


def _to_look_at(flags: Iterable[Flag]) -> tuple[Flag, ...]:
    return tuple(flag for flag in flags if flag.kind not in INFORMATIVE)


def exit_code(outcomes: Sequence[Outcome]) -> Exit:
    """All good, some failed, or nothing could be done."""
    if all(outcome.good for outcome in outcomes):
        return Exit.OK
    if any(outcome.read or outcome.files or outcome.good for outcome in outcomes):
        return Exit.SOME_FAILED
    return Exit.USAGE


def tell(session: Session, outcomes: Sequence[Outcome], code: int) -> None:
    """Print results to standard output, and what failed and why to standard error."""
    if session.args.json:
        session.result_json(
            {
                "diptych": __version__,
                "exit_code": code,
                "documents": [outcome.as_json() for outcome in outcomes],
            }
        )
    else:
        session.result(str(file) for outcome in outcomes for file in outcome.files)
    rows = [row for outcome in outcomes for row in _rows(outcome)]
    if rows:
        table = Table("Document", "What", "Why", title="What failed", box=box.SIMPLE)
        for row in rows:
            table.add_row(*map(escape, row))
        session.console.print(table)
    for outcome in outcomes:
        if outcome.review:
            pages = _ranges([page for page, _ in outcome.review])
            kinds = sorted({flag.kind for _, flags in outcome.review for flag in flags})
            why = ", ".join(kind.replace("_", " ") for kind in kinds)
            session.say(f"{path_text(outcome.path)}: look at {_named('page', pages)} ({why})")
            if session.verbose:
                for page, flags in outcome.review:
                    for flag in flags:
                        session.say(f"  page {page + 1}: {flag.kind} {flag.detail}".rstrip())


def _rows(outcome: Outcome) -> Iterable[tuple[str, str, str]]:
    """What failed of one document; pages that failed for the same reason share a row."""
    name = path_text(outcome.path)
    if outcome.reason:
        yield name, "", str(outcome.reason)
    same: dict[Reason, list[int]] = {}
    for page, reason in outcome.failures:
        if reason != outcome.reason:
            same.setdefault(reason, []).append(page)
    for reason, pages in same.items():
        yield name, _named("page", _ranges(pages)), str(reason)
    for file, reason in outcome.failed_files:
        yield name, path_text(file), str(reason)


def _named(noun: str, ranges: str) -> str:
    return f"{noun} {ranges}" if ranges.isdigit() else f"{noun}s {ranges}"


def _ranges(pages: Sequence[int]) -> str:
    """Pages counted from 0 as ``1–3, 7`` counted from 1."""
    parts: list[tuple[int, int]] = []
    for page in sorted(pages):
        if parts and parts[-1][1] == page - 1:
            parts[-1] = (parts[-1][0], page)
        else:
            parts.append((page, page))
    return ", ".join(str(a + 1) if a == b else f"{a + 1}–{b + 1}" for a, b in parts)
