"""What is tried for a page that loops, breaks off or stays empty: step by step, each kept.

Models decode greedily and repeat themselves exactly, so nothing is simply asked again: the page is
rendered in another size, then repeats are forbidden where the server can do that, then the plain
text is asked for, then the page is read in two halves.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace

from desktop.conversion.desk import Answer, Desk, Question
from desktop.conversion.halves import join_halves
from desktop.conversion.reading import WHOLE_TEXT, Reading, merged, understand
from desktop.documents.encode import LOWER_HALF, UPPER_HALF
from desktop.errors import ServerError
from desktop.model.blocks import Flag, FlagKind
from desktop.model.document import PageImage
from desktop.model.geometry import Box
from desktop.model.recognition import Mode, ModeKind
from desktop.ocr.modes import modes_of
from desktop.ocr.profiles import profile_of

log = logging.getLogger(__name__)

#: More extra tries than this are never made, whatever the options say.
MOST_RETRIES = 3

Step = Callable[[Desk, PageImage, Mode], Reading]


def climb(desk: Desk, image: PageImage, first: Answer, reading: Reading) -> Reading:
    """The best of what further tries give, up to the first that is fine.

    When none is, that with the longest good text, with its flags. Extra tries that fail cost
    nothing but themselves. Raises ``Cancelled`` and what stops a whole job.
    """
    best = reading
    mode = first.recognition.mode
    for step in _steps(first, mode)[: min(desk.options.retries, MOST_RETRIES)]:
        try:
            reading = step(desk, image, mode)
        except ServerError as error:
            log.info("page %d: an extra try failed: %s", desk.page + 1, error.what)
            continue
        if reading.fine:
            return reading
        if reading.length > best.length:
            best = reading
    return best


def _steps(first: Answer, mode: Mode) -> list[Step]:
    steps: list[Step] = [_other_size]
    if profile_of(first.endpoint).has_ngram_window:
        steps.append(_ngram_window)
    if mode.kind in WHOLE_TEXT:
        if mode.kind is not ModeKind.PLAIN and ModeKind.PLAIN in modes_of(first.endpoint):
            steps.append(_plain)
        steps.append(_halves)
    return steps


def other_size(long_edge: int) -> int:
    """Another render size for a page of ``long_edge`` pixels that the models read well."""
    return 1280 if long_edge <= 1100 else max(640, round(long_edge * 0.8))


def _other_size(desk: Desk, image: PageImage, mode: Mode) -> Reading:
    size = other_size(max(image.width, image.height))
    other = desk.render(long_edge=size)
    return understand(desk.ask(other, lambda _: Question(mode, "other size")).recognition)


def _ngram_window(desk: Desk, image: PageImage, mode: Mode) -> Reading:
    answer = desk.ask(
        image,
        lambda endpoint: Question(mode, "n-gram window", profile_of(endpoint).retry_ngram_window),
    )
    return understand(answer.recognition)


def _plain(desk: Desk, image: PageImage, mode: Mode) -> Reading:
    plain = Mode(ModeKind.PLAIN)
    reading = understand(desk.ask(image, lambda _: Question(plain, "plain")).recognition)
    note = Flag(
        FlagKind.LOW_CONFIDENCE,
        "The page could not be read with its structure; this is its plain text.",
    )
    return replace(reading, flags=merged((*reading.flags, note)))


def _halves(desk: Desk, image: PageImage, mode: Mode) -> Reading:
    upper_image, upper = _half(desk, image, mode, UPPER_HALF, "upper half")
    lower_image, lower = _half(desk, image, mode, LOWER_HALF, "lower half")
    blocks = join_halves(
        upper.blocks,
        lower.blocks,
        height=image.height,
        upper_height=upper_image.height,
        lower_height=lower_image.height,
    )
    # Which block a flag was about is lost in the joining; that there was something is not.
    about_page = [replace(flag, block=None) for flag in (*upper.flags, *lower.flags)]
    note = Flag(FlagKind.SPLIT, "The page was read in two halves.")
    return Reading(
        blocks,
        merged((*about_page, note)),
        upper.length + lower.length,
        upper.fine and lower.fine,
    )


def _half(
    desk: Desk, image: PageImage, mode: Mode, part: Box, purpose: str
) -> tuple[PageImage, Reading]:
    half = desk.render(long_edge=max(image.width, image.height), crop=part)
    answer = desk.ask(half, lambda _: Question(mode, purpose))
    return half, understand(answer.recognition)
