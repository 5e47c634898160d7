"""A library with a job in it, as the tests of this room need it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.model.blocks import Block, Flag, FlagKind, Label, Origin, PageResult
from desktop.model.document import DocumentInfo, DocumentKind, Fingerprint
from desktop.model.geometry import Box
from desktop.model.options import ConversionOptions, ExportPlan
from desktop.model.recognition import Measures, Mode, ModeKind, Recognition
from desktop.model.states import JobId, PageState
from desktop.store import Store


@contextmanager
def opened(folder: Path, *, patience: float = 5.0) -> Iterator[Store]:
    """The library in ``folder``."""
    with Store(folder / "library.sqlite3", folder / "running", patience=patience) as store:
        yield store


def info(path: Path = Path("/papers/paper.pdf"), pages: int = 3) -> DocumentInfo:
    """A document that was opened."""
    return DocumentInfo(
        path, DocumentKind.PDF, pages, Fingerprint(1234, 5678, "ab" * 32), False, "T"
    )


def add(store: Store, *, pages: int = 3, plan: ExportPlan | None = None) -> JobId:
    """A job that reads all pages of a document."""
    return store.jobs.add(info(pages=pages), ConversionOptions(), pages=range(pages), plan=plan)


def result(page: int, text: str = "Words.") -> PageResult:
    """A page result in which every field says something."""
    box = Box(0.1, 0.2, 0.9, 0.3)
    return PageResult(
        page,
        (
            Block(Label.TITLE, "# Title", box, size=0.02),
            Block(Label.TEXT, text, box, (Box(0.1, 0.4, 0.9, 0.5),), origin=Origin.TEXT_LAYER),
            Block(Label.TABLE, "<table></table>"),
            Block(Label.TABLE_CAPTION, "Table 1", caption_of=2),
        ),
        (Flag(FlagKind.DAMAGED_TABLE, "Cells are fused.", 2), Flag(FlagKind.EMPTY)),
        595.0,
        842.0,
        Measures(10, 20, 1.5, 0.25),
    )


def recognition(text: str = "raw", *, purpose: str = "first") -> Recognition:
    """A raw reply in which every field says something."""
    return Recognition(
        text,
        Mode(ModeKind.LOCATE, "the title"),
        "http://127.0.0.1:1",
        "deepseek-ocr",
        True,
        Measures(1, 2, 3.0, 0.5),
        1,
        purpose,
        1024,
        768,
    )


def read(store: Store, job: JobId, page: int, text: str = "Words.") -> None:
    """Read one waiting page to its end."""
    tries = store.pages.start(job, page)
    assert tries is not None
    assert store.pages.finish(
        job,
        page,
        tries,
        PageState.DONE,
        result=result(page, text),
        recognitions=[recognition(text)],
    )
