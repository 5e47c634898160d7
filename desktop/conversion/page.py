"""One page's recipe, from the document to a page result."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop.conversion.desk import Answer, Desk, Question
from desktop.conversion.fill import fill
from desktop.conversion.ladder import climb
from desktop.conversion.layer import judge
from desktop.conversion.reading import Reading, merged, understand
from desktop.conversion.rebuild import rebuild_tables
from desktop.errors import RequestTooLarge
from desktop.model.blocks import Block, Flag, FlagKind, PageResult
from desktop.model.document import DocumentKind, PageImage, TextLayer
from desktop.model.endpoint import Endpoint
from desktop.model.options import TextLayerUse
from desktop.model.recognition import Measures, Mode, ModeKind
from desktop.ocr.modes import modes_of
from desktop.ocr.parse import parse

#: By how much a page image shrinks when a server finds it too large.
SMALLER = 0.7


def read_page(desk: Desk) -> PageResult:
    """Read one page; everything that was said on the way is in ``desk.recognitions``.

    Raises ``DocumentError`` and ``ServerError`` kinds for what is wrong with this page, those of
    ``conversion.trouble`` for what stops its whole job, and ``Cancelled``.
    """
    desk.check_document()
    image = desk.render()
    layer = believed_layer(desk)
    notes = tuple(Flag(FlagKind.SCALED_DOWN, note) for note in image.notes)
    if image.uniform and layer is None and not desk.options.send_blank:
        blank = Flag(FlagKind.BLANK, "The page is blank and was not sent.")
        return _result(desk, image, (), (blank, *notes))
    if layer is None and desk.options.text_layer is TextLayerUse.ONLY:
        empty = Flag(FlagKind.EMPTY, "The page has no text layer to take its words from.")
        return _result(desk, image, (), (empty, *notes))
    image, answer = _first_answer(desk, image, has_layer=layer is not None)
    reading = _understood(desk, image, answer)
    blocks, flags = rebuild_tables(
        desk, reading.blocks, reading.flags, aspect=image.width / image.height
    )
    if layer is not None:
        filled = fill(blocks, layer)
        blocks, flags = filled, _about_filled(flags, blocks, filled)
    return _result(desk, image, blocks, (*flags, *notes))


def believed_layer(desk: Desk) -> TextLayer | None:
    """The page's own text, if there is one that may stand for its words."""
    options = desk.options
    if desk.kind is not DocumentKind.PDF or options.text_layer is TextLayerUse.NEVER:
        return None
    only = options.text_layer is TextLayerUse.ONLY
    if options.mode.kind is not ModeKind.MARKDOWN and not only:
        return None
    layer = desk.text_layer()
    if only:
        return layer if layer.character_count else None
    return layer if judge(layer).good else None


def _first_answer(desk: Desk, image: PageImage, *, has_layer: bool) -> tuple[PageImage, Answer]:
    mode = desk.options.mode

    def question_for(endpoint: Endpoint) -> Question:
        if has_layer and ModeKind.LAYOUT in modes_of(endpoint):
            return Question(Mode(ModeKind.LAYOUT), "layout")
        return Question(mode)

    try:
        return image, desk.ask(image, question_for)
    except RequestTooLarge:
        smaller = desk.render(long_edge=round(max(image.width, image.height) * SMALLER))
        return smaller, desk.ask(smaller, question_for)


def _understood(desk: Desk, image: PageImage, answer: Answer) -> Reading:
    recognition = answer.recognition
    if recognition.mode.kind is ModeKind.LAYOUT:
        # Labels and boxes repeat themselves honestly, and a page without any is no failure: the
        # layer brings the words.
        parsed = parse(recognition.text, recognition.mode)
        flags = tuple(flag for flag in parsed.flags if flag.kind is not FlagKind.EMPTY)
        return Reading(parsed.blocks, flags, len(recognition.text), fine=True)
    reading = understand(recognition)
    return reading if reading.fine else climb(desk, image, answer, reading)


def _about_filled(
    flags: Sequence[Flag], before: Sequence[Block], after: Sequence[Block]
) -> tuple[Flag, ...]:
    """The flags with their block's number among the filled blocks."""
    places = {(block.label, block.box): number for number, block in enumerate(after)}
    moved = []
    for flag in flags:
        if flag.block is not None:
            block = before[flag.block]
            flag = replace(flag, block=places.get((block.label, block.box)))
        moved.append(flag)
    return tuple(moved)


def _result(
    desk: Desk, image: PageImage, blocks: tuple[Block, ...], flags: Sequence[Flag]
) -> PageResult:
    measures = Measures()
    for recognition in desk.recognitions:
        measures = measures.plus(recognition.measures)
    return PageResult(
        desk.page, blocks, merged(flags), image.page_width, image.page_height, measures
    )
