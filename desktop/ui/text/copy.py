"""Copies pages, blocks and documents to the clipboard, in the form that is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from desktop.assembly import assemble
from desktop.errors import DocumentError, UsageError
from desktop.model.blocks import Block, Label, PageResult
from desktop.model.cancel import CancelToken
from desktop.model.options import AssemblyOptions
from desktop.model.states import JobId
from desktop.model.table import table_tsv
from desktop.ui.bridge import Bridge
from desktop.ui.text.copy_mime import (
    markdown_mime,
    picture_mime,
    plain_mime,
    rich_mime,
    table_mime,
)
from desktop.ui.text.copy_rich import Copied, copied, figures_by_block
from desktop.ui.text.copy_table import tables_of
from desktop.ui.text.source_reading import read

#: Gives the texts of a job's blocks that the store may not have yet, by page and block.
Typed = Callable[[JobId], Mapping[int, Mapping[int, str]]]


class CopyKind(StrEnum):
    """The form in which something is copied; ``BEST`` is what a block is of itself."""

    BEST = ""
    RICH = "rich"
    MARKDOWN = "markdown"
    PLAIN = "plain"
    TABLE = "table"
    PICTURE = "picture"


class Copier(QObject):
    """Puts text, tables and figures on the clipboard; ``told`` says what was copied.

    Rich text carries words and Markdown along, so that every program finds a form that it knows.
    What takes longer than a frame is done in the background; a newer copy takes its place.
    """

    told = Signal(str)

    def __init__(self, bridge: Bridge, typed: Typed, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._typed = typed

    def page(self, job: JobId, page: int, kind: CopyKind) -> None:
        """Copy a page as it reads, with its pictures where the form has any."""
        typed = self._typed(job).get(page, {})
        service = self._bridge.service

        def work(cancel: CancelToken) -> Copied | None:
            result = read(service, job, page).result
            if result is None:
                return None
            document = assemble([_with(result, typed)])
            figures = self._figures(job, cancel) if kind is CopyKind.RICH else None
            return copied(
                document,
                figures=None if figures is None else figures_by_block(document, figures),
                cancel=cancel,
            )

        words = self.tr("Page %1 copied").replace("%1", str(page + 1))
        self._run(work, kind, words)

    def document(self, job: JobId, kind: CopyKind) -> None:
        """Copy the whole document; pictures stay behind, since no clipboard should hold them."""
        service = self._bridge.service
        typed = self._typed(job)

        def work(cancel: CancelToken) -> Copied:
            results = []
            for result in service.results(job):
                cancel.raise_if_cancelled()
                results.append(_with(result, typed.get(result.page, {})))
            return copied(assemble(results), cancel=cancel)

        self._run(work, kind, self.tr("Document copied"))

    def block(self, job: JobId, result: PageResult, index: int, kind: CopyKind) -> None:
        """Copy one block of a page."""
        block = result.blocks[index]
        if kind is CopyKind.BEST:
            kind = _best(block)
        tables = tables_of(block.markdown) if kind is CopyKind.TABLE else ()
        if kind is CopyKind.PICTURE:
            self._picture(job, result.page, index)
        elif tables:
            tsv = "\n".join(table_tsv(table.to_html()) for table in tables).rstrip("\n")
            self._put(table_mime(tsv, _alone(result, index).html))
            self.told.emit(self.tr("Table copied"))
        else:
            self._put(_mime(_alone(result, index), kind))
            self.told.emit(self.tr("Block copied"))

    def selection(self, result: PageResult, texts: Mapping[int, str], kind: CopyKind) -> None:
        """Copy parts of blocks of a page: ``texts`` has what is selected in each."""
        blocks = tuple(
            replace(result.blocks[index], markdown=text, caption_of=None)
            for index, text in texts.items()
            if text.strip()
        )
        if blocks:
            options = AssemblyOptions(keep_marginalia=True)
            self._put(_mime(copied(assemble([replace(result, blocks=blocks)], options)), kind))
            self.told.emit(self.tr("Selection copied"))

    def _picture(self, job: JobId, page: int, index: int) -> None:
        service = self._bridge.service

        def put(png: bytes) -> None:
            self._put(picture_mime(png))
            self.told.emit(self.tr("Figure copied"))

        self._bridge.tasks.run(
            lambda cancel: service.figure_png(job, page, index, cancel=cancel),
            done=put,
            key="copy",
            owner=self,
        )

    def _figures(self, job: JobId, cancel: CancelToken) -> Callable[[int, int], bytes | None]:
        service = self._bridge.service

        def find(page: int, block: int) -> bytes | None:
            try:
                return service.figure_png(job, page, block, cancel=cancel)
            except (DocumentError, UsageError):
                # The document may be away by now: the text is worth copying without its picture.
                return None

        return find

    def _run(
        self, work: Callable[[CancelToken], Copied | None], kind: CopyKind, words: str
    ) -> None:
        def put(made: Copied | None) -> None:
            if made is not None:
                self._put(_mime(made, kind))
                self.told.emit(words)

        self._bridge.tasks.run(work, done=put, key="copy", owner=self)

    def _put(self, data: QMimeData) -> None:
        QGuiApplication.clipboard().setMimeData(data)


def _with(result: PageResult, typed: Mapping[int, str]) -> PageResult:
    """A result with texts that were typed into it just now."""
    if not typed:
        return result
    blocks = tuple(
        replace(block, markdown=typed.get(index, block.markdown))
        for index, block in enumerate(result.blocks)
    )
    return replace(result, blocks=blocks)


def _alone(result: PageResult, index: int) -> Copied:
    """One block as a document of its own."""
    block = replace(result.blocks[index], caption_of=None)
    return copied(
        assemble([replace(result, blocks=(block,))], AssemblyOptions(keep_marginalia=True))
    )


def _mime(made: Copied, kind: CopyKind) -> QMimeData:
    if kind is CopyKind.MARKDOWN:
        return markdown_mime(made.markdown)
    if kind is CopyKind.PLAIN:
        return plain_mime(made.plain)
    return rich_mime(made.html, made.plain, made.markdown)


def _best(block: Block) -> CopyKind:
    if block.label is Label.IMAGE:
        return CopyKind.PICTURE
    return CopyKind.TABLE if block.label is Label.TABLE else CopyKind.RICH
