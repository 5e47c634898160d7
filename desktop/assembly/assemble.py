"""Page results into one document, in one walk over the pages, linear in their number.

Footnotes stand after all else of their page; a paragraph that goes on over the page break goes on
before them, so that nothing interrupts it. Figures, tables and what runs along the edge don't
hinder a paragraph either: it is whole where it began, and they follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from desktop.assembly.drafts import Draft
from desktop.assembly.figures import FigureNames
from desktop.assembly.headings import LONGEST, find_title, set_levels
from desktop.assembly.items import Item, fenced, items_of
from desktop.assembly.joining import goes_on, moved_to_next_column, repeated_head, same_table
from desktop.assembly.marginalia import mark_marginalia
from desktop.model.assembled import AssembledDocument, MissingPage, PieceKind
from desktop.model.blocks import Label, PageResult
from desktop.model.options import AssemblyOptions
from desktop.model.table import parse_table
from desktop.text import clean

_KINDS: dict[Label, PieceKind] = {
    Label.TEXT: PieceKind.TEXT,
    Label.LIST: PieceKind.LIST,
    Label.EQUATION: PieceKind.EQUATION,
    Label.CODE: PieceKind.CODE,
    Label.IMAGE_CAPTION: PieceKind.CAPTION,
    Label.TABLE_CAPTION: PieceKind.CAPTION,
    Label.TABLE_FOOTNOTE: PieceKind.FOOTNOTE,
    Label.FOOTNOTE: PieceKind.FOOTNOTE,
    Label.ASIDE_TEXT: PieceKind.ASIDE,
}
#: A paragraph at the foot of a page that begins with a note's mark.
_NOTE = re.compile(
    r"(?:<sup>[^<]{1,6}</sup>|\$\s*\^\{?[^${}]{1,6}\}?\s*\$|[¹²³⁰⁴-⁹]+|\\?[*†‡§¶](?![*\s]))\s?\S"
)
_DEFAULTS = AssemblyOptions()
_MARKUP = re.compile(r"[*_`$\\]|<[^<>]*>")


def assemble(
    results: Iterable[PageResult],
    options: AssemblyOptions = _DEFAULTS,
    *,
    title: str = "",
    missing: Mapping[int, str] | None = None,
) -> AssembledDocument:
    """One document from the results of its pages, which come in page order.

    ``title`` is used where the pages show none. ``missing`` has the pages that could not be read
    (counted from 0) with the reason; each leaves a mark in the document. Pages that are in neither
    were not asked for and leave none.
    """
    pages = [(result, items_of(result)) for result in results]
    mark_marginalia([items for _, items in pages])
    for _, items in pages:
        for item in items:
            if item.heading and len(item.text) > LONGEST:
                item.label = Label.TEXT
    headings = [item for _, items in pages for item in items if item.heading and not item.marginal]
    first_page = next(
        (item.source.page for _, items in pages for item in items if not item.marginal), -1
    )
    own_title = find_title(headings, first_page)
    levels = dict(zip(map(id, headings), set_levels(headings, own_title), strict=True))
    gone = dict(sorted((missing or {}).items()))
    last_page = max(chain((result.page for result, _ in pages), gone), default=0)
    walk = _Walk(options, levels, FigureNames(last_page + 1))
    waiting = iter(gone)
    next_gone = next(waiting, None)
    for result, items in pages:
        while next_gone is not None and next_gone < result.page:
            walk.missing_page(next_gone)
            next_gone = next(waiting, None)
        walk.page(result, items)
    while next_gone is not None:
        walk.missing_page(next_gone)
        next_gone = next(waiting, None)
    return AssembledDocument(
        title=_MARKUP.sub("", own_title.text).strip() if own_title else clean(title).strip(),
        pieces=tuple(draft.finish() for draft in walk.drafts),
        page_count=len(pages) + len(gone),
        missing=tuple(MissingPage(page, reason) for page, reason in gone.items()),
    )


class _Walk:
    """The walk over the pages: the drafts so far, and what can still go on."""

    def __init__(
        self, options: AssemblyOptions, levels: Mapping[int, int], names: FigureNames
    ) -> None:
        self.drafts: list[Draft] = []
        self._options = options
        self._levels = levels
        self._names = names
        self._open_text: Draft | None = None
        self._open_table: Draft | None = None
        self._last_page = -1

    def missing_page(self, page: int) -> None:
        """Leave a mark for a page that could not be read."""
        self._say(page, f"[Page {page + 1} could not be read]")

    def page(self, result: PageResult, items: Sequence[Item]) -> None:
        """Go on with the next page."""
        if result.page != self._last_page + 1:
            self._nothing_open()
        self._last_page = result.page
        if self._options.page_marks:
            mark = Draft(PieceKind.PAGE_MARK, result.page, [f"[Page {result.page + 1}]"])
            self.drafts.append(mark)
        if not items and not result.blank:
            self._say(result.page, f"[Nothing was read on page {result.page + 1}]")
        notes: list[Draft] = []
        for item, is_note in _with_notes(items):
            if item.marginal:
                if self._options.keep_marginalia:
                    self.drafts.append(Draft.of(PieceKind.MARGINAL, item))
            elif is_note:
                notes.append(Draft.of(PieceKind.FOOTNOTE, item))
            elif item.label in (Label.TEXT, Label.LIST):
                self._text(item)
            elif item.label is Label.TABLE and item.text:
                self._table(item)
            else:
                self._other(item, result)
        self.drafts.extend(notes)

    def _say(self, page: int, words: str) -> None:
        self.drafts.append(Draft(PieceKind.MISSING, page, [words]))
        self._nothing_open()

    def _nothing_open(self) -> None:
        self._open_text = None
        self._open_table = None

    def _text(self, item: Item) -> None:
        self._open_table = None
        before = self._open_text
        if (
            before is not None
            and self._options.join
            and (item.label is Label.TEXT or before.kind is PieceKind.LIST)
            and (
                before.last_page != item.source.page
                or moved_to_next_column(before.last_box, item.box)
            )
            and goes_on(before.parts[-1], item.text)
        ):
            before.extend(item)
            return
        self._open_text = Draft.of(_KINDS[item.label], item)
        self.drafts.append(self._open_text)

    def _table(self, item: Item) -> None:
        table = parse_table(item.text)
        before = self._open_table
        if (
            self._options.join
            and before is not None
            and before.table is not None
            and before.last_page != item.source.page
            and same_table(
                before.table,
                table,
                item.captions,
                first_box=before.last_box,
                second_box=item.box,
            )
        ):
            before.extend_table(item, table, repeated_head(before.table, table))
            return
        draft = Draft.of(PieceKind.TABLE, item)
        draft.table, draft.rows = table, list(table.rows)
        self._open_table = draft
        self.drafts.append(draft)

    def _other(self, item: Item, result: PageResult) -> None:
        if item.heading:
            draft = Draft.of(PieceKind.HEADING, item)
            draft.level = self._levels[id(item)]
            self._nothing_open()
        elif item.label is Label.IMAGE or not item.text:
            draft = self._picture(item, result)
        else:
            draft = Draft.of(_KINDS[item.label], item)
            if item.label is Label.CODE:
                draft.parts = [fenced(item.text)]
            if item.label in (Label.EQUATION, Label.CODE):
                self._nothing_open()
        self.drafts.append(draft)

    def _picture(self, item: Item, result: PageResult) -> Draft:
        draft = Draft.of(PieceKind.FIGURE, item)
        draft.figure = self._names.figure(item, result)
        if item.label is Label.EQUATION:
            self._nothing_open()
        if draft.figure is None:
            draft.kind = PieceKind.MISSING
            draft.parts.insert(0, f"[A picture on page {result.page + 1} has no place]")
        elif item.text:
            # A picture that was described in words keeps them, as its last caption.
            draft.parts.clear()
            draft.captions.append(item.text)
        return draft


def _with_notes(items: Sequence[Item]) -> Iterator[tuple[Item, bool]]:
    """Each item, and whether it is a footnote: labelled as one, or looking like one at the foot."""
    start = len(items)
    while start:
        item = items[start - 1]
        low = item.box is None or item.box.y0 > 0.5
        if item.marginal or item.label is Label.FOOTNOTE:
            pass
        elif not (item.label is Label.TEXT and low and _NOTE.match(item.text)):
            break
        start -= 1
    for index, item in enumerate(items):
        looks_like_one = index >= start and item.label is Label.TEXT and index > 0
        yield item, not item.marginal and (item.label is Label.FOOTNOTE or looks_like_one)
